package store

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"meridian/data/ingest"
	"meridian/data/schema"
)

// TestKeysOfLargeTables: the database finds the keys that stand twice where the import cannot hold them all.
func TestKeysOfLargeTables(t *testing.T) {
	ctx := context.Background()
	db, err := openForBuilding(ctx, filepath.Join(t.TempDir(), "x.duckdb"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := runAll(ctx, db, schema.Tables()); err != nil {
		t.Fatal(err)
	}
	if _, err := db.ExecContext(ctx, `INSERT INTO enrolment SELECT '2017/2018', level, NULL, 1, 'published', 'x'
		FROM (VALUES ('a'), ('b'), ('a'), (NULL), (NULL)) AS t (level)`); err != nil {
		t.Fatal(err)
	}
	var large []ingest.Table
	for _, table := range ingest.Tables() {
		if table.Name == "enrolment" || table.Name == "copublications" {
			large = append(large, table)
		}
	}
	report := &ingest.Report{}
	err = checkKeys(ctx, db, report, large)
	if err == nil || report.Errors != 2 {
		t.Fatal(err, report.Problems)
	}
	if want := "academic_year_id: the same academic_year_id and level and faculty stands in 2 rows; keep one"; !strings.Contains(report.Problems[0].String(), want) {
		t.Errorf("%v", report.Problems)
	}
}
