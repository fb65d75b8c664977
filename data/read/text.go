package read

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
	"sync/atomic"
)

// headSample is how much of a text the delimiter and the header are judged by.
const headSample = 256 << 10

// text is an opened file of CSV or its like.
type text struct {
	*splitter
	file  fs.File
	taken *counter
}

// counter counts the bytes taken from a file.
type counter struct {
	in io.Reader
	n  atomic.Int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.in.Read(p)
	c.n.Add(int64(n))
	return n, err //nolint:wrapcheck // a reader passes io.EOF on as it is
}

// openText opens a file of CSV, finds out how it is written and reads up to its header.
func (f *File) openText(files fs.FS, o Options) error {
	info, err := fs.Stat(files, f.name)
	if err != nil {
		return err
	}
	f.facts = Facts{Format: CSV, Size: info.Size(), Rows: -1}
	how, err := findScript(files, f.name, info.Size(), o.Encoding)
	if err != nil {
		return err
	}
	f.facts.Encoding, f.facts.Evidence = how.encoding, how.evidence
	file, err := files.Open(f.name)
	if err != nil {
		return err
	}
	opened := &text{file: file, taken: &counter{in: file}}
	f.rows = opened
	decoded, err := how.reader(opened.taken)
	if err != nil {
		return err
	}
	buffered := bufio.NewReaderSize(decoded, headSample)
	head, err := buffered.Peek(headSample)
	whole := errors.Is(err, io.EOF)
	if err != nil && !whole {
		return err
	}
	layout, err := findLayout(head, whole, how, path.Ext(f.name), o)
	if err != nil {
		return err
	}
	f.facts.Delimiter, f.facts.HeaderRow = string(layout.comma), layout.headerLine
	opened.splitter = newSplitter(buffered, byte(layout.comma), how.newline)
	opened.decoded = how.encoding != utf8Name
	return f.skipToHeader(layout.headerLine)
}

// skipToHeader reads up to the header row, over the titles and blank lines above it.
func (f *File) skipToHeader(line int) error {
	for {
		record, err := f.rows.read()
		if bad := new(RowError); errors.As(err, &bad) && bad.Line < line {
			continue
		} else if errors.As(err, &bad) {
			return &RefusedError{Line: bad.Line, Reason: "the header cannot be read: " + bad.Reason, Remedy: bad.Remedy}
		}
		if errors.Is(err, io.EOF) || err == nil && record.Line > line {
			return refuse(fmt.Sprintf("line %d is no row that could be the header", line), "write in header_row which line names the columns")
		}
		if err != nil {
			return err
		}
		if record.Line == line {
			f.header = headerOf(record.Cells)
			return nil
		}
	}
}

// headerOf is the names of a header row, without the blank columns that spreadsheets leave at the right.
func headerOf(cells []string) []string {
	var names []string
	for _, cell := range cells {
		names = append(names, strings.Join(strings.Fields(cell), " "))
	}
	for len(names) > 0 && names[len(names)-1] == "" {
		names = names[:len(names)-1]
	}
	return names
}

func (t *text) read() (Record, error) {
	for {
		record, err := t.next()
		if err != nil || !blank(record.Cells) {
			return record, err
		}
	}
}

func (t *text) position() int64 { return t.taken.n.Load() }
func (t *text) notes() []string { return nil }
func (t *text) close() error    { return t.file.Close() }

// blank is true of a row without anything to be seen in it.
func blank(cells []string) bool {
	for _, cell := range cells {
		if cell != "" && strings.TrimSpace(cell) != "" {
			return false
		}
	}
	return true
}

// firstRecords splits the beginning of a text; of a text that goes on, without the row that may be cut off. bad is the
// first row that cannot be read.
func firstRecords(head []byte, whole bool, comma, newline byte) (list []Record, bad *RowError) {
	if !whole {
		if at := bytes.LastIndexByte(head, newline); at >= 0 {
			head = head[:at+1]
		}
	}
	s := newSplitter(bytes.NewReader(head), comma, newline)
	for len(list) < judged {
		record, err := s.next()
		if wrong := new(RowError); errors.As(err, &wrong) {
			list = append(list, Record{Line: wrong.Line})
			if bad == nil {
				bad = wrong
			}
			continue
		}
		if err != nil {
			break
		}
		list = append(list, Record{Line: record.Line, Cells: append([]string(nil), record.Cells...)})
	}
	return list, bad
}
