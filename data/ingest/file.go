package ingest

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
)

// contextEvery is the number of rows between two looks at whether the import is still wanted.
const contextEvery = 1024

// file is one CSV file while it is read.
type file struct {
	*importer
	table  Table
	reader *csv.Reader
	head   header
	usable bool // the header allows rows to be read
	count  FileCount
	keys   map[string]int  // the line each key was first seen on
	absent map[string]bool // columns whose missing table has been reported
	bad    bool            // the current row has an error
	line   int
}

// readTable reads one file of the format; all but the geographic ones may be absent.
func (in *importer) readTable(ctx context.Context, table Table) error {
	folder := in.source.Dataset
	if table.Geo {
		folder = in.source.Geo
	}
	opened, err := folder.Open(table.File())
	if errors.Is(err, fs.ErrNotExist) && !table.Geo {
		return nil
	}
	if err != nil {
		return err
	}
	defer opened.Close()
	content := sha256.New()
	f := &file{importer: in, table: table, keys: map[string]int{}, absent: map[string]bool{}}
	f.count.File = table.File()
	in.known[table.Name] = ids{}
	if err := f.read(ctx, io.TeeReader(opened, content)); err != nil {
		return err
	}
	in.digest(table.File(), content.Sum(nil))
	if !table.Geo || f.count.Refused > 0 { // the place names are the program's own
		in.report.Files = append(in.report.Files, f.count)
	}
	return nil
}

// read goes through the file once.
func (f *file) read(ctx context.Context, content io.Reader) error {
	buffered := bufio.NewReaderSize(content, 1<<16)
	if !f.skipMark(buffered) {
		_, err := io.Copy(io.Discard, buffered)
		return err
	}
	f.reader = csv.NewReader(buffered)
	f.reader.FieldsPerRecord = -1
	f.reader.ReuseRecord = true
	cells, err := f.reader.Read()
	if errors.Is(err, io.EOF) {
		f.fail(1, "", "", "the file is empty", "give it a header line with "+list(f.requiredNames())+", or remove it")
		return nil
	}
	if bad := new(csv.ParseError); errors.As(err, &bad) {
		f.fail(bad.Line, "", "", "the header cannot be read: "+bad.Err.Error(), "correct the quotation marks")
		cells, err = nil, nil
	}
	if err != nil {
		return err
	}
	f.head, f.usable = f.readHeader(cells)
	return f.readRows(ctx)
}

func (f *file) readRows(ctx context.Context) error {
	row := make([]any, len(f.table.Columns))
	for n := 0; ; n++ {
		if n%contextEvery == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		cells, err := f.reader.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err := f.readRow(cells, err, row); err != nil {
			return err
		}
	}
}

// readRow checks one row and hands it on when nothing is wrong with it.
func (f *file) readRow(cells []string, err error, row []any) error {
	if bad := new(csv.ParseError); errors.As(err, &bad) {
		f.count.Read++
		f.count.Refused++
		f.fail(bad.StartLine, "", "", "the row cannot be read: "+bad.Err.Error(),
			"put text that holds a quotation mark between quotation marks and double the mark inside")
		return nil
	}
	if err != nil {
		return err
	}
	if blankHeader(cells) {
		return nil // an empty line of a spreadsheet is not a row
	}
	f.count.Read++
	f.line, _ = f.reader.FieldPos(0)
	f.bad = false
	if f.usable {
		f.check(cells, row)
	}
	if f.bad || !f.usable {
		f.count.Refused++
		return nil
	}
	f.count.Stored++
	if f.table.Reference {
		return nil
	}
	if err := f.sink(f.table.Name, row); err != nil {
		return fmt.Errorf("store line %d: %w", f.line, err)
	}
	return nil
}

// skipMark passes over a byte order mark. It is false for UTF-16, which cannot be read as it is.
func (f *file) skipMark(content *bufio.Reader) bool {
	start, _ := content.Peek(3)
	if bytes.HasPrefix(start, []byte("\xef\xbb\xbf")) {
		_, _ = content.Discard(3) // the three bytes just peeked at
	}
	if bytes.HasPrefix(start, []byte("\xff\xfe")) || bytes.HasPrefix(start, []byte("\xfe\xff")) {
		f.fail(1, "", "", "the file is UTF-16", "save it as CSV UTF-8")
		return false
	}
	return true
}

func (f *file) requiredNames() []string {
	var names []string
	for _, column := range f.table.Columns {
		if column.Required {
			names = append(names, column.Name)
		}
	}
	return names
}

func (f *file) fail(line int, column, value, reason, remedy string) {
	f.bad = true
	f.report.add(Problem{File: f.table.File(), Row: line, Column: visible(column), Value: shorten(value), Reason: reason, Remedy: remedy})
}

func (f *file) warn(line int, column, value, reason, remedy string) {
	f.report.add(Problem{Severity: Warning, File: f.table.File(), Row: line, Column: visible(column),
		Value: shorten(value), Reason: reason, Remedy: remedy})
}

// shorten keeps a value of the report at a length that can be shown, and valid as UTF-8.
func shorten(value string) string {
	value = strings.ToValidUTF8(value, "\uFFFD")
	return strings.TrimSuffix(strings.TrimPrefix(quote(value), "“"), "”")
}
