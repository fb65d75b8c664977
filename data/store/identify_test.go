package store

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"
)

// TestOpenRefusesOtherFiles opens DuckDB files that are no snapshots of this program's schema.
func TestOpenRefusesOtherFiles(t *testing.T) {
	ctx := context.Background()
	for name, c := range map[string]struct{ sql, want string }{
		"other.duckdb": {"CREATE TABLE dataset (id VARCHAR)", "not a Meridian snapshot"},
		"empty.duckdb": {"CREATE TABLE dataset (schema_version VARCHAR)", "not a Meridian snapshot"},
		"old.duckdb": {"CREATE TABLE dataset (schema_version VARCHAR); INSERT INTO dataset VALUES ('0123456789ab')",
			"it was made for schema 0123456789ab"},
	} {
		path := filepath.Join(t.TempDir(), name)
		db, err := connectAlone(ctx, path, "READ_WRITE", large)
		if err != nil {
			t.Fatal(err)
		}
		_, err = db.ExecContext(ctx, c.sql)
		if err := errors.Join(err, db.Close()); err != nil {
			t.Fatal(err)
		}
		_, err = Open(ctx, path)
		var refusal *NotSnapshotError
		if !errors.As(err, &refusal) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("open %s: %v", name, err)
		}
	}
}

func TestPartsOfMemory(t *testing.T) {
	for size, want := range map[string][2]string{
		"18.6 GiB": {"512MiB", "7936MiB"}, "512.0 MiB": {"80MiB", "213MiB"}, "1.0 TiB": {"512MiB", "436906MiB"},
	} {
		for p, want := range want {
			if got, err := part(p).of(size); err != nil || got != want {
				t.Errorf("part %d of %s is %s, %v; want %s", p, size, got, err, want)
			}
		}
	}
	if _, err := large.of("80%"); err == nil {
		t.Error("80% is taken for a size")
	}
}
