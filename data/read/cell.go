package read

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// cell is one cell of a sheet as it is stored.
type cell struct {
	at      int    // its column, the first being 0
	kind    string // of value: s shared text, str and inlineStr text, b boolean, e error, d date, n or nothing number
	style   string
	text    string
	formula bool
	result  bool // it has a value, if only an empty one
}

// parseCell reads up to the end of a cell that has been entered.
func (s *sheet) parseCell(c *cell) error {
	inValue := false
	s.value = s.value[:0]
	for {
		token, err := s.tokens.next()
		if err != nil {
			return cutOff(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			switch token.Name.Local {
			case "v":
				inValue, c.result = true, true
			case "f":
				c.formula = true
			case "is":
				text, err := s.tokens.richText(nil, "is")
				if err != nil {
					return err
				}
				s.value, c.result = append(s.value, text...), true
			}
		case xml.CharData:
			if inValue {
				s.value = append(s.value, token...)
			}
		case xml.EndElement:
			inValue = false
			if token.Name.Local == "c" {
				c.text = string(s.value)
				return nil
			}
		}
		if len(s.value) > MaxRow {
			return refuse("a cell is longer than 4 MB", "shorten the text")
		}
	}
}

// meaning is the text that a cell means; a reason tells why it means nothing.
func (s *sheet) meaning(c cell) (text, reason, remedy string) {
	if c.formula {
		s.seen.formulas++
		if !c.result || c.text == "" && (c.kind == "" || c.kind == "n") {
			return "", "the cell is a formula without a stored result", "open the workbook in a spreadsheet program, let it calculate, and save it"
		}
	}
	if len(c.text) > MaxCell {
		return "", "a cell is longer than 1 MB", "shorten the text"
	}
	switch c.kind {
	case "s":
		if c.text == "" {
			return "", "", ""
		}
		at, err := strconv.Atoi(c.text)
		if err != nil {
			at = -1
		}
		shared, ok := s.texts.at(at)
		if !ok {
			return c.text, "the cell refers to a text that the workbook does not hold", "save the workbook anew as .xlsx"
		}
		return shared, "", ""
	case "str":
		return unescaped(c.text), "", ""
	case "inlineStr":
		return c.text, "", ""
	case "e":
		return c.text, "the cell holds the error " + c.text, "correct the formula, or empty the cell"
	case "b":
		return map[string]string{"1": "true", "0": "false"}[c.text], "", ""
	case "d":
		return strings.TrimSuffix(c.text, "T00:00:00"), "", ""
	}
	if c.text == "" {
		return "", "", ""
	}
	return s.styleAt(c.style).text(c.text, s.epoch1904), "", ""
}

func (s *sheet) styleAt(index string) style {
	if index == "" {
		return style{}
	}
	at, err := strconv.Atoi(index)
	if err != nil || at < 0 || at >= len(s.styles) {
		return style{}
	}
	return s.styles[at]
}

// columnOf is the column that a reference such as AB12 names; the one that follows the last when there is none.
func columnOf(reference string, next int) int {
	column := 0
	for _, r := range reference {
		if r < 'A' || r > 'Z' || column > 1<<16 {
			break
		}
		column = column*26 + int(r-'A') + 1
	}
	if column == 0 {
		return next
	}
	return column - 1
}

// columnName is the name of a column in its sheet: A, B, …, AA.
func columnName(at int) string {
	name := ""
	for at++; at > 0; at = (at - 1) / 26 {
		name = string(rune('A'+(at-1)%26)) + name
	}
	return name
}
