package read

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// mostTexts is the number of texts the sheets of a workbook may share.
const mostTexts = 8_000_000

// texts are those the sheets of a workbook share, one after another in one piece of memory.
type texts struct {
	all  []byte
	ends []uint32
}

func (t *texts) at(i int) (string, bool) {
	if i < 0 || i >= len(t.ends) {
		return "", false
	}
	from := uint32(0)
	if i > 0 {
		from = t.ends[i-1]
	}
	return string(t.all[from:t.ends[i]]), true
}

// readTexts reads the shared texts; a workbook may have none.
func (a *archive) readTexts() (*texts, error) {
	const name = "xl/sharedstrings.xml"
	list := &texts{}
	if _, ok := a.parts[name]; !ok {
		return list, nil
	}
	part, err := a.open(name, partTexts)
	if err != nil {
		return nil, err
	}
	x := newTokens(part)
	for {
		token, err := x.next()
		if errors.Is(err, io.EOF) {
			return list, nil
		}
		if err != nil {
			return nil, err
		}
		start, ok := token.(xml.StartElement)
		if !ok || start.Name.Local != "si" {
			continue
		}
		if list.all, err = x.richText(list.all, "si"); err != nil {
			return nil, err
		}
		if list.ends = append(list.ends, uint32(len(list.all))); len(list.ends) > mostTexts {
			return nil, tooLarge(name)
		}
	}
}

// richText appends the text within an element that has been entered, without the readings beside Chinese and
// Japanese characters.
func (x *tokens) richText(text []byte, element string) ([]byte, error) {
	inText, reading := false, false
	from := len(text)
	for {
		token, err := x.next()
		if err != nil {
			return nil, cutOff(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			inText = token.Name.Local == "t"
			reading = reading || token.Name.Local == "rPh"
		case xml.EndElement:
			inText = false
			if token.Name.Local == "rPh" {
				reading = false
			}
			if token.Name.Local == element {
				return append(text[:from], unescaped(string(text[from:]))...), nil
			}
		case xml.CharData:
			if inText && !reading {
				text = append(text, token...)
			}
		}
		if len(text)-from > MaxCell {
			return nil, refuse("a cell is longer than 1 MB", "shorten the text")
		}
	}
}

// cutOff is the end of a part where more should follow.
func cutOff(err error) error {
	if errors.Is(err, io.EOF) {
		return refuse("the workbook is damaged: a part ends early", "save it anew as .xlsx")
	}
	return err
}

// unescaped reads the characters that XML cannot hold and workbooks write as _x000D_.
func unescaped(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	var b strings.Builder
	for i := 0; i < len(text); {
		if len(text)-i >= 7 && text[i] == '_' && text[i+1] == 'x' && text[i+6] == '_' {
			if code, err := strconv.ParseUint(text[i+2:i+6], 16, 16); err == nil && utf8.ValidRune(rune(code)) {
				b.WriteRune(rune(code))
				i += 7
				continue
			}
		}
		b.WriteByte(text[i])
		i++
	}
	return b.String()
}
