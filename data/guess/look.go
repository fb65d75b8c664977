package guess

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"

	"meridian/data/ingest"
	"meridian/data/read"
)

// How much of a file is looked at.
const (
	previewRows    = 50
	rowsLooked     = 100_000
	sheetRows      = 20_000 // of a workbook, which takes longer to read
	sheetsLooked   = 100
	distinctLooked = 5_000
)

// look is a file, or a sheet of a workbook, with what its columns hold.
type look struct {
	name, sheet string
	facts       read.Facts
	fields      []*field
	preview     Preview
	rows        int
	failed      string
	entry       *ingest.FileMapping // what settings say about it
	plan        *plan
	mapping     *ingest.FileMapping // what is proposed; nil when the file needs no entry
	at          int                 // of the mapping, among the files
	second      *field              // counts the other direction, in a summary of both
}

// field is one column of a file.
type field struct {
	at     int
	name   string
	folded string
	filled int            // cells that are not empty
	counts map[string]int // of the different cells, up to distinctLooked
	values []string       // the same in the order in which they stand
	places *float64       // the part of them that are places, once that has been asked
}

// look reads the beginning of one file. Only a context that ends is an error.
func (p *proposer) look(ctx context.Context, files fs.FS, name, sheet string, several bool) (*look, error) {
	l := &look{name: name}
	if several {
		l.sheet = sheet
	}
	options := read.Options{Sheet: sheet}
	for i, entry := range p.given.Files {
		if entry.File == name && (entry.Sheet == sheet || entry.Sheet == "" && !several) {
			l.entry = &p.given.Files[i]
			options.Encoding, options.HeaderRow = entry.Encoding, entry.HeaderRow
			options.Delimiter = delimiter(entry.Delimiter)
		}
	}
	opened, err := read.Open(ctx, files, name, options)
	if err != nil {
		l.failed = err.Error()
		return l, ctx.Err()
	}
	defer func() { _ = opened.Close() }() // nothing is written
	l.facts = opened.Facts()
	for i, name := range opened.Header() {
		l.fields = append(l.fields, &field{at: i, name: name, folded: fold(name), counts: map[string]int{}})
	}
	err = l.read(opened)
	return l, errors.Join(err, ctx.Err())
}

func delimiter(written string) rune {
	if written == "tab" || written == `\t` {
		return '\t'
	}
	for _, r := range written {
		return r
	}
	return 0
}

// read takes in the first rows.
func (l *look) read(opened *read.File) error {
	most := rowsLooked
	if l.facts.Format == read.XLSX {
		most = sheetRows
	}
	for l.rows < most {
		record, err := opened.Next()
		if bad := new(read.RowError); errors.As(err, &bad) {
			continue // the import tells of it
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if refused := new(read.RefusedError); errors.As(err, &refused) {
			l.failed = refused.Error()
			return nil
		}
		if err != nil {
			return err
		}
		l.rows++
		if l.rows <= previewRows {
			l.preview.Lines = append(l.preview.Lines, record.Line)
			l.preview.Rows = append(l.preview.Rows, slices.Clone(record.Cells))
		}
		for i, cell := range record.Cells {
			l.fields[i].add(cell)
		}
	}
	return nil
}

func (f *field) add(cell string) {
	cell = strings.TrimSpace(cell)
	if cell == "" {
		return
	}
	f.filled++
	if _, known := f.counts[cell]; known {
		f.counts[cell]++
	} else if len(f.values) < distinctLooked {
		f.values = append(f.values, strings.Clone(cell))
		f.counts[f.values[len(f.values)-1]] = 1
	}
}

// share is the part of the filled cells, as far as they are known, that a test holds for.
func (f *field) share(test func(string) bool) float64 {
	good, all := 0, 0
	for _, value := range f.values {
		all += f.counts[value]
		if test(value) {
			good += f.counts[value]
		}
	}
	if all == 0 {
		return 0
	}
	return float64(good) / float64(all)
}

// header is the names of the columns.
func (l *look) header() []string {
	names := []string{}
	for _, field := range l.fields {
		names = append(names, field.name)
	}
	return names
}

// field with a name; the first when several have it.
func (l *look) field(name string) *field {
	for _, field := range l.fields {
		if field.name == name {
			return field
		}
	}
	return nil
}
