package main

import (
	"os"
	"testing"

	"meridian/data/ingest"
)

// The default data set is the example a newcomer copies: it must import without a single remark.
func TestDataSetImportsCleanly(t *testing.T) {
	report, err := ingest.Check(t.Context(), ingest.Source{Dataset: os.DirFS(dataset), Geo: os.DirFS("../geo")})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range report.Problems {
		t.Errorf("%+v", p)
	}
}
