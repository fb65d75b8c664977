package library

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"meridian/data/ingest"
	"meridian/data/schema"
	"meridian/data/store"
)

// File is the kind of a snapshot file that was made elsewhere.
const File Kind = "file"

// Adopt makes a snapshot file, which stays where it is, a version of the library and the current one. It is for
// libraries that go with the program: one that lasts would lose the version with the file.
func (l *Library) Adopt(ctx context.Context, path string) (Entry, error) {
	if l.Persistent() {
		return Entry{}, fmt.Errorf("%s: a file can only be adopted by a temporary library", path)
	}
	whole, err := filepath.Abs(path)
	if err != nil {
		return Entry{}, err
	}
	snapshot, err := store.Open(ctx, whole)
	if err != nil {
		return Entry{}, err
	}
	entry, err := l.describe(ctx, snapshot, Origin{Kind: File, Name: filepath.Base(path)})
	if err := errors.Join(err, snapshot.Close()); err != nil {
		return Entry{}, err
	}
	folder, err := os.MkdirTemp(l.process.folder, "draft-")
	if err != nil {
		return Entry{}, err
	}
	d := &Draft{library: l, report: &ingest.Report{}, folder: folder, path: filepath.Join(folder, "snapshot.duckdb"), entry: stored{Entry: entry}}
	if err := os.Symlink(whole, d.path); err != nil {
		return Entry{}, fmt.Errorf("link to %s: %w", whole, err)
	}
	if d.entry.Sum, d.entry.Bytes, err = checksum(ctx, whole); err != nil {
		return Entry{}, fmt.Errorf("read %s: %w", whole, err)
	}
	return d.Commit(ctx)
}

// describe reads what a snapshot says of itself.
func (l *Library) describe(ctx context.Context, snapshot *store.Snapshot, origin Origin) (Entry, error) {
	rows, err := snapshot.Tables(ctx)
	if err != nil {
		return Entry{}, err
	}
	// The program's own data is known to be good, and a newcomer waits for it.
	if check := l.options.Check; check != nil && origin.Kind != Builtin {
		if err := check(ctx, snapshot); err != nil {
			return Entry{}, fmt.Errorf("check the snapshot: %w", err)
		}
	}
	set := snapshot.Dataset()
	return Entry{
		Version: set.Version, CreatedAt: l.options.Now().UTC(), Origin: origin, Rows: rows, Schema: schema.Version(),
		Dataset: Dataset{ID: set.ID, Name: set.Name, NameZhHant: set.NameZhHant, NameZhHans: set.NameZhHans, AsOf: set.AsOf},
	}, nil
}
