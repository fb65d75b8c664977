package library

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"meridian/data/fault"
	"meridian/data/ingest"
	"meridian/data/store"
)

// Draft is a version that was built and checked and is not yet one of the library's.
type Draft struct {
	library *Library
	entry   stored
	report  *ingest.Report
	folder  string
	path    string
}

// Build reads, checks and stores a data set beside what is being served, as a draft. The report is there whenever
// the data could be read, also with an error. The error is an *ingest.RefusedError for data with errors, and a
// *fault.Error where another import is under way (conflict), or the disk cannot hold the result (no_space); nothing
// is left of a build that failed or whose context ended.
func (l *Library) Build(ctx context.Context, source ingest.Source, origin Origin) (draft *Draft, report *ingest.Report, err error) {
	unlock, err := l.lockImport(what(origin))
	if err != nil {
		return nil, nil, err
	}
	defer unlock()
	if err := l.checkSpace(source.Dataset); err != nil {
		return nil, nil, err
	}
	folder, err := os.MkdirTemp(l.process.folder, "draft-")
	if err != nil {
		return nil, nil, l.explain(fmt.Errorf("build a snapshot: %w", err))
	}
	keep := false
	defer func() { // whatever way this ends
		if !keep {
			err = errors.Join(err, os.RemoveAll(folder))
		}
	}()
	d := &Draft{library: l, folder: folder, path: filepath.Join(folder, "snapshot.duckdb")}
	report, err = store.Build(ctx, source, d.path)
	if err == nil {
		d.report = report
		err = d.inspect(ctx, origin)
	}
	if err != nil {
		return nil, report, l.explain(err)
	}
	keep = true
	l.mu.Lock()
	l.drafts[d] = struct{}{}
	l.mu.Unlock()
	return d, report, nil
}

func what(o Origin) string {
	if o.Name == "" {
		return string(o.Kind)
	}
	return o.Name
}

// inspect opens the draft as a server would, has it checked, and describes it.
func (d *Draft) inspect(ctx context.Context, origin Origin) error {
	snapshot, err := store.Open(ctx, d.path)
	if err != nil {
		return err
	}
	defer func() { _ = snapshot.Close() }() // again, where describing it panics
	d.entry.Entry, err = d.library.describe(ctx, snapshot, origin)
	if err := errors.Join(err, snapshot.Close()); err != nil {
		return err
	}
	d.entry.Warnings = d.report.Warnings
	if d.library.Persistent() { // what goes with the program need not outlast the machine
		if err := syncFile(d.path); err != nil {
			return fmt.Errorf("write the snapshot: %w", err)
		}
	}
	d.entry.Sum, d.entry.Bytes, err = checksum(ctx, d.path)
	return err
}

func syncFile(path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(file.Sync(), file.Close())
}

// Version is what the draft's content is called.
func (d *Draft) Version() string { return d.entry.Version }

// Entry describes the draft as it would be listed.
func (d *Draft) Entry() Entry {
	d.library.mu.RLock()
	defer d.library.mu.RUnlock()
	if s, there := d.library.entries[d.Version()]; there {
		return d.library.marked(s.Entry)
	}
	return d.library.marked(d.entry.Entry)
}

// Known tells whether the library has this content already: then Commit stores nothing, and changes nothing at all
// where the version is the current one.
func (d *Draft) Known() bool {
	d.library.mu.RLock()
	defer d.library.mu.RUnlock()
	_, there := d.library.entries[d.Version()]
	return there
}

// Discard removes the draft; after Commit it does nothing.
func (d *Draft) Discard() error {
	d.library.mu.Lock()
	delete(d.library.drafts, d)
	d.library.mu.Unlock()
	return os.RemoveAll(d.folder)
}

// explain turns the error of a full disk into one for people.
func (l *Library) explain(err error) error {
	if !store.DiskFull(err) {
		return err
	}
	return &fault.Error{Code: fault.NoSpace, Err: err,
		Message: fmt.Sprintf("the disk of %s is full and nothing was changed; make room there and try again", l.dir)}
}
