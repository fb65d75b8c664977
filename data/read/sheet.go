package read

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
)

// sheet is one sheet of a workbook while it is read.
type sheet struct {
	archive   *archive
	tokens    *tokens
	texts     *texts
	styles    []style
	epoch1904 bool
	hidden    bool // the sheet itself
	size      int64
	unpacked  int64
	ahead     []outcome // rows read before it was known which is the header
	row       int       // the last one read
	cells     []string
	value     []byte // of the cell being read
	seen      struct{ hidden, formulas int }
}

// outcome is what reading a row gave.
type outcome struct {
	record Record
	err    error
}

// sheetRows is the number of rows a sheet can have.
const sheetRows = 1 << 20

func (s *sheet) read() (Record, error) {
	if len(s.ahead) > 0 {
		first := s.ahead[0]
		if first.err == nil || isRowError(first.err) {
			s.ahead = s.ahead[1:]
		}
		return first.record, first.err
	}
	var record Record
	err := guard("", func() (err error) {
		record, err = s.parse()
		return err
	})
	return record, err
}

// parse gives the next row that is not blank.
func (s *sheet) parse() (Record, error) {
	for {
		token, err := s.tokens.next()
		if err != nil {
			return Record{}, err
		}
		if end, ok := token.(xml.EndElement); ok && end.Name.Local == "sheetData" {
			return Record{}, io.EOF
		}
		start, ok := token.(xml.StartElement)
		if !ok || start.Name.Local != "row" {
			continue
		}
		if err := s.enter(start); err != nil {
			return Record{}, err
		}
		err = s.parseRow()
		if err != nil || !blank(s.cells) {
			return Record{Line: s.row, Cells: s.cells}, err
		}
	}
}

// enter begins a row.
func (s *sheet) enter(start xml.StartElement) error {
	s.row++
	s.cells = s.cells[:0]
	if number, err := strconv.Atoi(attribute(start, "r")); err == nil {
		s.row = number
	}
	if s.row < 1 || s.row > sheetRows {
		return refuse(fmt.Sprintf("the sheet has a row %d, which no real workbook has", s.row), "save it anew as .xlsx")
	}
	if hidden := attribute(start, "hidden"); hidden == "1" || hidden == "true" {
		s.seen.hidden++
	}
	return nil
}

// parseRow reads the cells of a row. What is wrong with one of them is told when the row has been read.
func (s *sheet) parseRow() error {
	var wrong error
	column, length := -1, 0
	for {
		token, err := s.tokens.next()
		if err != nil {
			return cutOff(err)
		}
		switch token := token.(type) {
		case xml.EndElement:
			if token.Name.Local == "row" {
				return wrong
			}
		case xml.StartElement:
			if token.Name.Local != "c" {
				continue
			}
			c := cell{at: columnOf(attribute(token, "r"), column+1), kind: attribute(token, "t"), style: attribute(token, "s")}
			column = c.at
			if err := s.parseCell(&c); err != nil {
				return err
			}
			if length += len(c.text); length > MaxRow {
				return refuse("a row is longer than 4 MB", "check that this is a table, with one row for each thing")
			}
			if err := s.put(c); err != nil && wrong == nil {
				wrong = err
			}
		}
	}
}

// put sets a cell of the row; empty ones are left out, so that absurdly wide rows of nothing cost nothing.
func (s *sheet) put(c cell) error {
	text, reason, remedy := s.meaning(c)
	if reason != "" {
		return &RowError{Line: s.row, Column: columnName(c.at), at: c.at + 1, Value: text, Reason: reason, Remedy: remedy}
	}
	if text == "" {
		return nil
	}
	if c.at >= MaxColumns {
		return &RowError{Line: s.row, Column: columnName(c.at), at: c.at + 1, Reason: "the row has more than 2,000 cells",
			Remedy: "keep the columns that are needed; a table with a column for each item belongs turned round"}
	}
	for len(s.cells) <= c.at {
		s.cells = append(s.cells, "")
	}
	s.cells[c.at] = text
	return nil
}

func (s *sheet) position() int64 {
	if s.unpacked <= 0 {
		return 0
	}
	return int64(float64(s.size) * float64(s.tokens.meter.taken) / float64(s.unpacked))
}

func (s *sheet) notes() []string {
	var list []string
	if s.hidden {
		list = append(list, "the sheet is hidden; it is read all the same")
	}
	if s.seen.hidden > 0 {
		list = append(list, counted(s.seen.hidden, "hidden row")+" among those read")
	}
	if s.seen.formulas > 0 {
		list = append(list, counted(s.seen.formulas, "cell")+" with a formula: the result is taken that was last stored")
	}
	return list
}

func (s *sheet) close() error {
	s.archive.close()
	return nil
}

func isRowError(err error) bool { bad := new(RowError); return errors.As(err, &bad) }

// refusalOf is the error of a row that kept the header from being found, as a refusal of the file.
func refusalOf(err error) error {
	if bad := new(RowError); errors.As(err, &bad) {
		return &RefusedError{Line: bad.Line, Reason: bad.Reason, Remedy: bad.Remedy}
	}
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}
