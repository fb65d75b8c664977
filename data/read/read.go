// Package read opens the files people keep their data in and gives them as records of text: CSV and its relatives,
// workbooks and Parquet. It finds out how a file is written, says what it found, and refuses with a reason what it
// cannot read. However large or hostile a file is, no more than a few of its rows are held in memory.
package read

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// Limits of one file. A table of people's data is far below them; a file beyond them is damaged or hostile.
const (
	MaxCell    = 1 << 20 // bytes of one cell
	MaxRow     = 4 << 20 // bytes of one row
	MaxColumns = 2000    // columns up to the last one that is not blank
	headerRows = 20      // rows among which the header is looked for
)

// The formats, as Facts names them.
const (
	CSV     = "csv" // and its relatives: .tsv, .txt
	XLSX    = "xlsx"
	Parquet = "parquet"
)

// Options say how a file is to be read. What is zero is found out.
type Options struct {
	Sheet     string // of a workbook; the first when empty
	Encoding  string // one of Encodings
	Delimiter rune   // of a text file
	HeaderRow int    // the line of the file, or the row of the sheet, that names the columns; the first is 1
}

// Facts are what was found out about a file.
type Facts struct {
	Format    string `json:"format"`              // csv, xlsx or parquet
	Sheet     string `json:"sheet,omitempty"`     // the sheet that is read
	Encoding  string `json:"encoding,omitempty"`  // of a text file: utf-8, utf-16le, utf-16be, windows-1252, …
	Evidence  string `json:"evidence,omitempty"`  // a sentence: why it is that encoding
	Delimiter string `json:"delimiter,omitempty"` // of a text file
	HeaderRow int    `json:"header_row"`          // 0 in Parquet, which names its columns elsewhere
	Size      int64  `json:"bytes"`               // of the file
	Rows      int64  `json:"rows"`                // below the header; -1 when only reading them all would tell
}

// Record is one row below the header.
type Record struct {
	Line  int      // the line of the file or the row of the sheet, as a person counts: the first is 1
	Cells []string // as many as the header has; the slice is overwritten by the next call, the strings are not
}

// File is one opened table. It is not safe for use by several goroutines.
type File struct {
	ctx    context.Context
	name   string
	facts  Facts
	header []string
	rows   rows
	next   int // rows until the next look at ctx
}

// rows is what each format brings: its records, raw.
type rows interface {
	// read gives the next row that is not blank, at least as wide as its last cell that is not blank.
	read() (Record, error)
	position() int64
	notes() []string
	close() error
}

// Supported tells by a file's name whether Open reads its format.
func Supported(name string) bool { return formatOf(name) != "" }

func formatOf(name string) string {
	switch strings.ToLower(path.Ext(name)) {
	case ".csv", ".tsv", ".txt":
		return CSV
	case ".xlsx", ".xlsm":
		return XLSX
	case ".parquet":
		return Parquet
	}
	return ""
}

// Open opens a file of the folder and reads up to its header. The error is a *RefusedError when the file is not one
// that can be read. ctx ends the reading of the rows too.
func Open(ctx context.Context, files fs.FS, name string, o Options) (*File, error) {
	if err := checkName(files, name); err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	f := &File{ctx: ctx, name: name}
	open := map[string]func(*File, fs.FS, Options) error{CSV: (*File).openText, XLSX: (*File).openBook, Parquet: (*File).openParquet}
	if err := guard(name, func() error { return open[formatOf(name)](f, files, o) }); err != nil {
		if f.rows != nil {
			_ = f.rows.close() // the error that counts is the one that kept it from being read
		}
		return nil, named(name, err)
	}
	return f, nil
}

// Header is the names of the columns as written, without the space around them. A name may be empty or stand twice.
func (f *File) Header() []string { return slices.Clone(f.header) }

// Facts are what was found out about the file.
func (f *File) Facts() Facts { return f.facts }

// Notes are sentences worth telling about what has been read so far: hidden rows, results of formulas.
func (f *File) Notes() []string { return f.rows.notes() }

// Position is the bytes of the file read so far, for showing progress; it may run ahead of the rows by a buffer.
func (f *File) Position() int64 { return min(f.rows.position(), f.facts.Size) }

// Next gives the next row that is not blank. It ends with io.EOF. After a *RowError, which refuses one row, reading
// goes on with the next call; any other error ends the file.
func (f *File) Next() (Record, error) {
	if f.next--; f.next < 0 {
		f.next = 1000
		if err := f.ctx.Err(); err != nil {
			return Record{}, err
		}
	}
	record, err := f.rows.read()
	if err != nil {
		return Record{}, f.told(err)
	}
	return f.fit(record)
}

// told gives an error of the rows the names it lacks.
func (f *File) told(err error) error {
	if bad := new(RowError); errors.As(err, &bad) {
		if bad.at > 0 && bad.at <= len(f.header) && f.header[bad.at-1] != "" {
			bad.Column = f.header[bad.at-1]
		}
		return bad
	}
	if errors.Is(err, io.EOF) {
		return io.EOF
	}
	return named(f.name, err)
}

// fit makes a row as wide as the header.
func (f *File) fit(record Record) (Record, error) {
	width := len(f.header)
	for len(record.Cells) > width && strings.TrimSpace(record.Cells[len(record.Cells)-1]) == "" {
		record.Cells = record.Cells[:len(record.Cells)-1]
	}
	if len(record.Cells) == width {
		return record, nil
	}
	if f.facts.Format == XLSX && len(record.Cells) < width { // sheets leave out the empty cells at the end
		for len(record.Cells) < width {
			record.Cells = append(record.Cells, "")
		}
		return record, nil
	}
	return Record{}, &RowError{Line: record.Line,
		Reason: fmt.Sprintf("the row has %s, the header has %d", counted(len(record.Cells), "cell"), width),
		Remedy: "put text that holds a " + delimiterName(f.facts.Delimiter) + " between quotation marks, and keep empty cells"}
}

// Close closes the file.
func (f *File) Close() error { return f.rows.close() }

// counted is a number with its noun: 1 cell, 2 cells.
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
