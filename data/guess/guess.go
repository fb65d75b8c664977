// Package guess looks at files nobody has described yet and proposes how they fill the tables of the import format: a
// first dataset.yaml, with how sure each guess is and what only a person can say.
package guess

import (
	"context"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"meridian/data/geo"
	"meridian/data/ingest"
	"meridian/data/match"
	"meridian/data/read"
)

// Proposal is a data set's description as far as its files tell.
type Proposal struct {
	Dataset ingest.Dataset `json:"dataset"`
	YAML    string         `json:"dataset_yaml"` // the same as text, with comments
	Guesses []Guess        `json:"guesses"`
	Needs   []Need         `json:"needs"`
	Files   []FileLook     `json:"files"`
}

// Guess is one thing that was guessed.
type Guess struct {
	File      string  `json:"file"`
	Sheet     string  `json:"sheet,omitempty"`
	Column    string  `json:"column,omitempty"` // ours; empty when the guess is about the whole file
	From      string  `json:"from,omitempty"`   // theirs
	Says      string  `json:"says"`
	Certainty float64 `json:"certainty"` // 0 to 1
}

// Need is something that a person has to say or confirm.
type Need struct {
	Key  string `json:"key"` // of dataset.yaml, as id or files[0].columns.direction
	Says string `json:"says"`
}

// FileLook is what one file, or one sheet of a workbook, looks like.
type FileLook struct {
	Name string `json:"name"`
	read.Facts
	Header  []string `json:"header"`
	Table   string   `json:"table"`           // the one it is proposed for; none when it fits no table
	Unused  []string `json:"unused"`          // columns that nothing is read from
	Error   string   `json:"error,omitempty"` // why it cannot be read
	Preview Preview  `json:"preview"`
}

// Preview is the first rows of a file.
type Preview struct {
	Lines []int      `json:"lines"`
	Rows  [][]string `json:"rows"`
}

// proposer holds what one proposal has found so far.
type proposer struct {
	words    *words
	places   *match.Places
	tables   []ingest.Table
	looks    []*look
	given    ingest.Dataset
	proposal *Proposal
}

// Propose looks at the files of a source and proposes their description. What its settings, a dataset.yaml as far as it
// goes, decide already is kept. Files that cannot be read are told in Files; the error is for a folder that cannot.
func Propose(ctx context.Context, source ingest.Source) (*Proposal, error) {
	p := &proposer{proposal: &Proposal{Guesses: []Guess{}, Needs: []Need{}, Files: []FileLook{}}}
	if err := p.prepare(source); err != nil {
		return nil, err
	}
	if err := p.lookAtAll(ctx, source.Dataset); err != nil {
		return nil, err
	}
	p.proposal.Dataset = p.given
	// Room for an entry of every file, so that pointers to entries stay good.
	p.proposal.Dataset.Files = slices.Grow(slices.Clone(p.given.Files), 2*len(p.looks)+1)
	p.chooseTables()
	for _, l := range p.looks {
		p.mapFile(l)
	}
	p.connect()
	for _, l := range p.looks {
		p.addSecond(l)
	}
	p.finish()
	return p.proposal, nil
}

func (p *proposer) prepare(source ingest.Source) error {
	if len(source.Settings) > 0 {
		set, problem := ingest.ParseSettings(source.Settings)
		if problem != nil {
			return fmt.Errorf("read %s: %s", ingest.DatasetFile, problem.String())
		}
		p.given = set
	}
	for _, table := range ingest.Tables() {
		if !table.Geo {
			p.tables = append(p.tables, table)
		}
	}
	var err error
	if p.words, err = readWords(); err != nil {
		return err
	}
	file, err := source.Geo.Open(geo.PlacesFile)
	if err != nil {
		return fmt.Errorf("open the names of places: %w", err)
	}
	defer file.Close()
	list, err := match.ReadPlaces(file)
	if err != nil {
		return fmt.Errorf("read the names of places: %w", err)
	}
	p.places, err = match.NewPlaces(list)
	return err
}

// lookAtAll reads the beginning of every file and sheet.
func (p *proposer) lookAtAll(ctx context.Context, files fs.FS) error {
	entries, err := fs.ReadDir(files, ".")
	if err != nil {
		return fmt.Errorf("read the folder: %w", err)
	}
	for _, entry := range entries {
		name := entry.Name()
		if entry.IsDir() || name == match.DecisionsFile || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || !read.Supported(name) {
			continue
		}
		sheets, err := read.Sheets(ctx, files, name)
		if err != nil {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			p.looks = append(p.looks, &look{name: name, failed: err.Error()})
			continue
		}
		if len(sheets) == 0 {
			sheets = []string{""}
		}
		if len(sheets) > sheetsLooked {
			p.need("files", "which sheets of %s hold data: it has %d, and only the first %d were looked at", name, len(sheets), sheetsLooked)
			sheets = sheets[:sheetsLooked]
		}
		for _, sheet := range sheets {
			l, err := p.look(ctx, files, name, sheet, len(sheets) > 1)
			if err != nil {
				return err
			}
			if l.failed == "" || len(sheets) == 1 { // an empty sheet of a workbook is nothing to talk about
				p.looks = append(p.looks, l)
			}
		}
	}
	return nil
}

func (p *proposer) table(name string) (ingest.Table, bool) {
	at := slices.IndexFunc(p.tables, func(t ingest.Table) bool { return t.Name == name })
	if at < 0 {
		return ingest.Table{}, false
	}
	return p.tables[at], true
}

func (p *proposer) guess(l *look, column, from string, certainty float64, says string, args ...any) {
	p.proposal.Guesses = append(p.proposal.Guesses, Guess{File: l.name, Sheet: l.sheet, Column: column, From: from,
		Says: fmt.Sprintf(says, args...), Certainty: float64(int(certainty*100+0.5)) / 100})
}

func (p *proposer) need(key, says string, args ...any) {
	p.proposal.Needs = append(p.proposal.Needs, Need{Key: key, Says: fmt.Sprintf(says, args...)})
}
