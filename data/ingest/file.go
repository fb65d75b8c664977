package ingest

import (
	"context"
	"errors"
	"fmt"

	"meridian/data/read"
)

// file is one file, or one sheet, while it is read.
type file struct {
	*importer
	input
	ctx        context.Context
	opened     *read.File
	columns    []*column
	at         positions
	head       int // the line of the header
	count      FileCount
	absent     map[string]bool // columns whose missing table has been reported
	told       []*told
	copies     copies // to find rows that stand twice
	copiesFull bool
	position   int64 // bytes read
	empty      []int // where rows are counted: cells without an amount, by column
	sums       sums  // of the rows stored so far
	totals     int   // rows left out for being totals
	batch      *batch
	bad        bool // the current row has an error
	line       int
}

// readInput reads one file into its table.
func (in *importer) readInput(ctx context.Context, input input) error {
	f := &file{importer: in, input: input, ctx: ctx, absent: map[string]bool{}, at: input.table.positions()}
	f.count.File, f.count.Sheet, f.count.Table = input.name, input.sheet, input.table.Name
	if in.known[input.table.Name] == nil {
		in.known[input.table.Name] = &reference{ids{}, in.hashes}
	}
	err := f.read(ctx)
	if refused := new(read.RefusedError); errors.As(err, &refused) {
		f.report.add(Problem{File: f.name, Row: refused.Line, Reason: refused.Reason, Remedy: refused.Remedy})
		in.broken[f.table.Name] = true
		err = nil
	}
	f.reportTold()
	f.reportDoubts()
	f.reportSigns()
	f.reportEmpty()
	if f.copiesFull {
		f.report.add(Problem{Severity: Note, File: f.name, Reason: fmt.Sprintf("rows that stand twice were looked for among the first %d", copiesKept)})
	}
	if !f.table.Geo || f.count.Refused > 0 { // the place names are the program's own
		in.report.Files = append(in.report.Files, f.count)
	}
	return err
}

// label names the file, and the sheet where a workbook has several that are read.
func (i input) label() string {
	if i.sheet != "" {
		return i.name + " [" + i.sheet + "]"
	}
	return i.name
}

// read goes through the file once.
func (f *file) read(ctx context.Context) error {
	delimiter, _ := f.mapping.delimiter()
	opened, err := read.Open(ctx, f.folder, f.name, read.Options{Sheet: f.sheet, Encoding: f.mapping.Encoding,
		Delimiter: delimiter, HeaderRow: f.mapping.HeaderRow})
	if err != nil {
		return err
	}
	defer func() { _ = opened.Close() }() // it was only read
	f.opened, f.head = opened, max(opened.Facts().HeaderRow, 1)
	usable, err := f.bind()
	if err != nil {
		return err
	}
	f.broken[f.table.Name] = f.broken[f.table.Name] || !usable
	err = f.readRows(ctx, usable)
	f.noteFacts()
	return err
}

// noteFacts says how the file was found to be written, where that is not the usual way.
func (f *file) noteFacts() {
	facts := f.opened.Facts()
	note := func(reason, remedy string) {
		f.report.add(Problem{Severity: Note, File: f.name, Reason: reason, Remedy: remedy})
	}
	if facts.Encoding != "" && facts.Encoding != "utf-8" && f.mapping.Encoding == "" {
		f.noteEncoding(facts)
	}
	if facts.HeaderRow > 1 && f.mapping.HeaderRow == 0 {
		note("the header was found on "+lineNumber(facts.HeaderRow), "state header_row for the file in dataset.yaml if that is wrong")
	}
	for _, text := range f.opened.Notes() {
		note(text, "")
	}
}

// noteEncoding tells how the text was read. Among encodings of one byte a letter that is a guess, and a wrong one spoils
// names without anything else going wrong.
func (f *file) noteEncoding(facts read.Facts) {
	problem := Problem{Severity: Note, File: f.name, Reason: "the text was read as " + facts.Encoding + ": " + facts.Evidence,
		Remedy: "state encoding for the file in dataset.yaml if that is wrong"}
	if read.OneByte(facts.Encoding) {
		problem.Severity = Warning
		problem.Remedy = "look at names with accents; if they are right state encoding: " + facts.Encoding +
			" for the file under files in dataset.yaml, otherwise the right one: " + list(read.Encodings())
	}
	f.report.add(problem)
}

func (f *file) fail(line int, column, value, reason, remedy string) {
	f.bad = true
	f.report.add(Problem{File: f.name, Row: line, Column: visible(column), Value: shorten(value), Reason: reason, Remedy: remedy})
}

func (f *file) warn(line int, column, value, reason, remedy string) {
	f.report.add(Problem{Severity: Warning, File: f.name, Row: line, Column: visible(column),
		Value: shorten(value), Reason: reason, Remedy: remedy})
}

// mappingError tells of a mistake in the file's mapping, with its line.
func (f *file) mappingError(reason, remedy string, path ...any) {
	f.yamlFault(reason, remedy, append([]any{"files", f.entry}, path...)...)
}

func (f *file) yamlLine(path ...any) int {
	return settingsLine(f.settings, append([]any{"files", f.entry}, path...)...)
}
