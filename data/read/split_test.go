package read

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzSplit holds the splitter against the standard library's reader wherever that takes the text.
func FuzzSplit(f *testing.F) {
	for _, seed := range []string{"a,b\n1,2\n", "\"a\nb\",\"c\"\"d\"\n", "x\n\ny", "\"\",\n", "a,\"b\"\n", "\"a\",\"b\"", "\"a\n\n\",1\r\n2,3\r\n"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || strings.ContainsAny(text, "\r\ufeff") {
			return
		}
		reader := csv.NewReader(strings.NewReader(text))
		reader.FieldsPerRecord = -1
		want, err := reader.ReadAll()
		if err != nil {
			return
		}
		s := newSplitter(bytes.NewReader([]byte(text)), ',', '\n')
		for i := 0; ; {
			record, err := s.next()
			if errors.Is(err, io.EOF) {
				if i != len(want) {
					t.Fatalf("%q: %d rows, want %d", text, i, len(want))
				}
				return
			}
			if err != nil {
				t.Fatalf("%q: %v", text, err)
			}
			if len(record.Cells) == 1 && record.Cells[0] == "" && (i >= len(want) || len(want[i]) != 1 || want[i][0] != "") {
				continue // the standard library passes over empty lines
			}
			if i >= len(want) || strings.Join(record.Cells, "\x00") != strings.Join(want[i], "\x00") {
				t.Fatalf("%q: row %d is %q", text, i, record.Cells)
			}
			i++
		}
	})
}
