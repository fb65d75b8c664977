package read

import (
	"bytes"
	"io"
	"strings"
	"unicode/utf8"
)

// splitter cuts UTF-8 text into rows and cells as RFC 4180 has it, with any delimiter. It is more forgiving in one
// thing: a quotation mark inside a cell that does not begin with one is a character like any other.
type splitter struct {
	in      io.Reader
	buffer  []byte
	start   int // of what has not been read yet
	end     int
	ended   bool  // in is exhausted
	failed  error // of in, told once what came before it has been read
	comma   byte
	newline byte // '\n', or '\r' in files of old Macintosh programs
	line    int  // of the row to come
	decoded bool // the text was another encoding before: U+FFFD stands for what that does not have
	raw     []byte
	ends    []int // of the cells, in raw
	cells   []string
	bad     RowError // of the row being cut, when it is not well formed
}

func newSplitter(in io.Reader, comma, newline byte) *splitter {
	return &splitter{in: in, buffer: make([]byte, 1<<18), comma: comma, newline: newline, line: 1}
}

// next gives the next row, blank ones too. The strings stay valid, the slice does not.
func (s *splitter) next() (Record, error) {
	length, err := s.lineEnd(0)
	if err != nil {
		return Record{}, err
	}
	line := s.line
	text := s.buffer[s.start : s.start+length]
	if bytes.IndexByte(text, '"') >= 0 {
		return s.quoted(length)
	}
	s.advance(length, 1)
	if bad := s.judge(text, line); bad != nil {
		return Record{}, bad
	}
	s.cells = s.cells[:0]
	rest := string(bytes.TrimSuffix(text, []byte{'\r'}))
	for {
		at := strings.IndexByte(rest, s.comma)
		if at < 0 {
			break
		}
		if len(s.cells) > MaxColumns {
			rest = strings.TrimLeft(rest, string(rune(s.comma))) // only whether anything stands there counts
			break
		}
		s.cells = append(s.cells, rest[:at])
		rest = rest[at+1:]
	}
	s.cells = append(s.cells, rest)
	return s.record(line)
}

// record checks the limits of the cells that were cut.
func (s *splitter) record(line int) (Record, error) {
	for i, cell := range s.cells {
		if len(cell) > MaxCell {
			return Record{}, longCell(line)
		}
		if i >= MaxColumns && cell != "" {
			return Record{}, &RowError{Line: line, Reason: "the row has more than 2,000 cells",
				Remedy: "keep the columns that are needed; a table with a column for each item belongs turned round"}
		}
	}
	return Record{Line: line, Cells: s.cells}, nil
}

func longCell(line int) *RowError {
	return &RowError{Line: line, Reason: "a cell is longer than 1 MB", Remedy: "shorten the text, or close the quotation mark that opens it"}
}

// judge refuses a row whose characters are not what the encoding says.
func (s *splitter) judge(text []byte, line int) error {
	if !utf8.Valid(text) {
		return &RowError{Line: line, Value: strings.ToValidUTF8(string(near(text)), "\uFFFD"), Reason: "the row holds bytes that are not UTF-8",
			Remedy: "save the whole file as UTF-8, or say which encoding it has"}
	}
	if s.decoded && bytes.ContainsRune(text, utf8.RuneError) {
		return &RowError{Line: line, Reason: "the row holds bytes that mean nothing in the file's encoding",
			Remedy: "save the file as UTF-8, or say which encoding it has"}
	}
	return nil
}

// near is the text about the first byte that is not UTF-8.
func near(text []byte) []byte {
	at := 0
	for at < len(text) {
		r, size := utf8.DecodeRune(text[at:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		at += size
	}
	return text[max(0, at-12):min(len(text), at+12)]
}

// lineEnd is the length of the text up to the next line break at or after from, both counted from start.
func (s *splitter) lineEnd(from int) (int, error) {
	for {
		if at := bytes.IndexByte(s.buffer[s.start+from:s.end], s.newline); at >= 0 {
			return from + at, nil
		}
		from = s.end - s.start
		if s.ended {
			if from == 0 {
				return 0, s.finish()
			}
			return from, nil
		}
		if err := s.fill(); err != nil {
			return 0, err
		}
	}
}

func (s *splitter) finish() error {
	if s.failed != nil {
		return s.failed
	}
	return io.EOF
}

// fill reads more of the file; what a row needs stays in the buffer, which grows up to the longest row.
func (s *splitter) fill() error {
	if s.start > 0 {
		copy(s.buffer, s.buffer[s.start:s.end])
		s.end -= s.start
		s.start = 0
	}
	if s.end >= MaxRow {
		refused := refuse("a line is longer than 4 MB", "check that this is a table, with one row on a line")
		refused.Line = s.line
		return refused
	}
	if s.end == len(s.buffer) {
		s.buffer = append(s.buffer, make([]byte, len(s.buffer))...)
	}
	n, err := io.ReadAtLeast(s.in, s.buffer[s.end:], 1)
	s.end += n
	if err != nil {
		s.ended = true
		if err != io.EOF { //nolint:errorlint // io.ReadAtLeast gives io.EOF as it is
			s.failed = err
		}
	}
	return nil
}

// advance passes over length bytes and the line break that follows them.
func (s *splitter) advance(length, lines int) {
	s.start = min(s.start+length+1, s.end)
	s.line += lines
}
