package read

import (
	"bufio"
	"encoding/xml"
	"errors"
	"io"
)

// tokens are those of one part of a workbook. No token may be longer than a row.
type tokens struct {
	decoder *xml.Decoder
	meter   *meter
}

func newTokens(in io.Reader) *tokens {
	m := &meter{in: in}
	return &tokens{decoder: xml.NewDecoder(bufio.NewReaderSize(m, 1<<16)), meter: m}
}

// next gives the next token, io.EOF at the end of the part. Its bytes are valid until the next call.
func (x *tokens) next() (xml.Token, error) {
	x.meter.left = 2 * MaxRow
	token, err := x.decoder.RawToken()
	if err == nil || errors.Is(err, io.EOF) {
		return token, err //nolint:wrapcheck // io.EOF is passed on as it is
	}
	if refused := new(RefusedError); errors.As(err, &refused) {
		return nil, err
	}
	return nil, refuse("the workbook is damaged: "+err.Error(), "save it anew as .xlsx")
}

// meter fails when one token takes more than its share.
type meter struct {
	in    io.Reader
	left  int
	taken int64
}

func (m *meter) Read(p []byte) (int, error) {
	if m.left <= 0 {
		return 0, refuse("a part of the workbook has one value longer than 4 MB", "shorten the text, or save the sheet as CSV")
	}
	n, err := m.in.Read(p)
	m.left -= n
	m.taken += int64(n)
	return n, err //nolint:wrapcheck // a reader passes io.EOF on as it is
}

// attribute is the value of an element's attribute; empty when it has none.
func attribute(element xml.StartElement, name string) string {
	for _, attribute := range element.Attr {
		if attribute.Name.Local == name {
			return attribute.Value
		}
	}
	return ""
}
