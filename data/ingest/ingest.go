// Package ingest reads a data set's folder, checks every cell and hands the rows that pass to a store.
package ingest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// Source is where a data set is read from.
type Source struct {
	Dataset   fs.FS            // dataset.yaml and the files; or a single file
	Geo       fs.FS            // regions.csv, places.csv and subdivisions.csv
	Now       func() time.Time // the clock for a data set that names no day; time.Now when nil
	Settings  []byte           // takes the place of dataset.yaml; YAML or JSON
	Decisions []byte           // takes the place of decisions.csv
	Progress  func(Progress)   // is told now and then how far the reading is; may be nil
}

// Progress is how far the reading of a data set is.
type Progress struct {
	File       string // being read
	Rows       int64  // read so far of all files
	Bytes      int64  // read so far of all files
	TotalBytes int64  // of all files that are read
}

func (s Source) now() time.Time {
	if s.Now == nil {
		return time.Now()
	}
	return s.Now()
}

// Sink takes the rows that pass, in the order of the table's columns. Days arrive as time.Time, counts as int64,
// measures as float64, money as int64 hundredths. A sink's error ends the import.
type Sink func(table string, row []any) error

// Check reads a data set without storing it.
func Check(ctx context.Context, source Source) (*Report, error) {
	return Read(ctx, source, func(string, []any) error { return nil })
}

// Read reads a whole data set once, in pieces, and hands good rows to the sink as they come. The report tells what
// is wrong with the data; the error is for what kept it from being read. Rows may reach the sink although the
// report refuses the data in the end: the caller throws them away.
func Read(ctx context.Context, source Source, sink Sink) (*Report, error) {
	in := &importer{source: source, sink: sink, sum: sha256.New(), known: map[string]ids{},
		report:    &Report{Files: []FileCount{}, Problems: []Problem{}},
		faculties: map[string]string{}, countries: map[string]string{}}
	if err := in.readDataset(); err != nil {
		return nil, err
	}
	for _, table := range Tables() {
		if err := in.readTable(ctx, table); err != nil {
			return nil, fmt.Errorf("import %s: %w", table.File(), err)
		}
	}
	if err := in.warnOtherFiles(); err != nil {
		return nil, err
	}
	if err := in.complete(); err != nil {
		return nil, err
	}
	in.report.Version = hex.EncodeToString(in.sum.Sum(nil))
	return in.report, nil
}

// importer holds what one reading of a data set has seen so far.
type importer struct {
	source Source
	sink   Sink
	report *Report
	sum    hash.Hash
	known  map[string]ids // by table that is there
	cited  []string       // files whose rows name no source of their own
	// faculties that are only referred to, there being no faculties.csv, with the file that does
	faculties map[string]string
	countries map[string]string // by institution
}

// ids are the first column's values of a table.
type ids map[string]struct{}

func (i ids) has(id string) bool { _, ok := i[id]; return ok }

func (in *importer) digest(name string, content []byte) {
	fmt.Fprintf(in.sum, "%s %d\n", name, len(content))
	in.sum.Write(content)
}

// warnOtherFiles names the CSV files of the folder that nothing reads: most are a misspelt name.
func (in *importer) warnOtherFiles() error {
	entries, err := fs.ReadDir(in.source.Dataset, ".")
	if err != nil {
		return fmt.Errorf("read the data set's folder: %w", err)
	}
	var known []string
	for _, table := range Tables() {
		if !table.Geo {
			known = append(known, table.File())
		}
	}
	for _, entry := range entries {
		name := entry.Name()
		if entry.IsDir() || !strings.EqualFold(path.Ext(name), ".csv") || slices.Contains(known, name) {
			continue
		}
		in.report.add(Problem{Severity: Warning, File: name, Reason: "the file is not known and is left out",
			Remedy: "the nearest known name is " + nearest(name, known)})
	}
	return nil
}
