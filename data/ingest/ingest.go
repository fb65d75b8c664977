// Package ingest reads a data set's files, checks every cell and hands the rows that pass to a store.
package ingest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"hash/maphash"
	"io/fs"
	"time"

	"meridian/data/match"
)

// Source is where a data set is read from.
type Source struct {
	Dataset   fs.FS            // dataset.yaml and the files; or a single file
	Geo       fs.FS            // regions.csv, places.csv and subdivisions.csv
	Now       func() time.Time // the clock for a data set that names no day; time.Now when nil
	Settings  []byte           // takes the place of dataset.yaml; YAML or JSON
	Decisions []byte           // takes the place of decisions.csv
	Progress  func(Progress)   // is told now and then how far the reading is; may be nil
	// ROR is an extract to match institutions with, beside the table ror of the data set.
	ROR []match.Organisation
}

func (s Source) now() time.Time {
	if s.Now == nil {
		return time.Now()
	}
	return s.Now()
}

// Check reads a data set without storing it. What only the stored rows show, such as totals, is not checked.
func Check(ctx context.Context, source Source) (*Report, error) {
	return Read(ctx, source, discard{})
}

type discard struct{}

func (discard) Add(string, string, [][]any) error  { return nil }
func (discard) Count(Table, string) (int64, error) { return 0, nil }

// Read reads a whole data set once, in pieces, and hands good rows to the sink as they come. The report tells what
// is wrong with the data; the error is for what kept it from being read. Rows may reach the sink although the
// report refuses the data in the end: the caller throws them away.
func Read(ctx context.Context, source Source, sink Sink) (*Report, error) {
	in := &importer{source: source, sink: sink, writer: newWriter(sink), sum: sha256.New(), known: map[string]*reference{},
		report: &Report{Files: []FileCount{}, Problems: []Problem{}}, used: map[string]bool{}, lookups: map[Lookup]*lookup{},
		unchecked: map[string]bool{}, broken: map[string]bool{}, divided: map[string]bool{}, hashes: hashes{maphash.MakeSeed()},
		faculties: map[string]string{}, countries: map[uint64]string{}}
	defer close(in.writer.queue)
	err := in.read(ctx)
	if failed := in.flush(); err == nil {
		err = failed
	}
	if err != nil {
		return nil, err
	}
	in.report.Version = hex.EncodeToString(in.sum.Sum(nil))
	return in.report, nil
}

func (in *importer) read(ctx context.Context) error {
	if err := in.readDataset(); err != nil {
		return err
	}
	if err := in.readPlaces(); err != nil {
		return err
	}
	if err := in.readDecisions(); err != nil {
		return err
	}
	if err := in.plan(ctx); err != nil {
		return err
	}
	in.checkYears()
	in.checkTotals()
	if err := in.digestInputs(ctx); err != nil {
		return err
	}
	in.useROR()
	for _, table := range Tables() {
		for number, input := range in.inputs {
			if input.table.Name != table.Name {
				continue
			}
			in.number = number
			if err := in.readInput(ctx, input); err != nil {
				return fmt.Errorf("import %s: %w", input.name, err)
			}
		}
		if table.Name == "institutions" {
			if err := in.matchInstitutions(ctx); err != nil {
				return fmt.Errorf("match institutions: %w", err)
			}
			in.callByROR()
			in.checkDecisions()
		}
	}
	in.refuseChanged()
	in.listPlaces()
	return in.complete()
}

// importer holds what one reading of a data set has seen so far.
type importer struct {
	source    Source
	settings  []byte // the text of dataset.yaml
	unsettled bool   // that text cannot be read
	sink      Sink
	writer    *writer
	report    *Report
	sum       hash.Hash
	inputs    []input
	number    int                   // of the input that is read
	used      map[string]bool       // files of the folder that something reads
	known     map[string]*reference // by table that is there
	digested  []digested
	hashes    hashes
	lookups   map[Lookup]*lookup
	places    *match.Places
	decisions *match.Decisions
	matching  matching
	naming    naming
	divided   map[string]bool // countries whose subdivisions are listed
	cited     []string        // files whose rows name no source of their own
	// faculties that are only referred to, there being no faculties.csv, with the file that does
	faculties map[string]string
	countries map[uint64]string // by institution
	unchecked map[string]bool   // tables with too many keys to hold
	broken    map[string]bool   // tables whose file cannot be read, so that nothing can be held against them
	reached   Progress
	toldAt    time.Time
}

// readPlaces prepares the names of places.
func (in *importer) readPlaces() error {
	content, err := in.source.Geo.Open("places.csv")
	if err != nil {
		return fmt.Errorf("read the names of places: %w", err)
	}
	defer content.Close()
	places, err := match.ReadPlaces(content)
	if err != nil {
		return fmt.Errorf("read the names of places: %w", err)
	}
	in.places, err = match.NewPlaces(places)
	return err
}
