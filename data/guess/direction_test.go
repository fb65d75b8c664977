package guess_test

import (
	"context"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"meridian/data/guess"
	"meridian/data/ingest"
)

// TestADirectionThatNothingTellsStaysOpen: the proposal asks for it, and a check of it stops and says what to write.
func TestADirectionThatNothingTellsStaysOpen(t *testing.T) {
	source := ingest.Source{Geo: os.DirFS("../geo"), Dataset: fstest.MapFS{"exchange.csv": {Data: []byte(
		"Academic year,Country,Number of students\n2016/17,Germany,3\n2017/18,France,4\n2017/18,Italy,6\n")}}}
	p, err := guess.Propose(context.Background(), source)
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Dataset.Files) != 1 || p.Dataset.Files[0].Table != "mobility" {
		t.Fatalf("files: %+v", p.Dataset.Files)
	}
	if direction, there := p.Dataset.Files[0].Columns["direction"]; there {
		t.Errorf("the direction became %+v", direction)
	}
	asked := false
	for _, need := range p.Needs {
		asked = asked || strings.Contains(need.Says, "direction: {constant: outbound}")
	}
	if !asked {
		t.Errorf("nobody asks: %+v", p.Needs)
	}
	source.Settings = []byte(p.YAML)
	report, err := ingest.Check(context.Background(), source)
	if err != nil {
		t.Fatal(err)
	}
	if err := report.Err(); err == nil || !strings.Contains(err.Error(), "direction: {constant: outbound}") {
		t.Errorf("the check says %v of\n%s", err, p.YAML)
	}
}
