package read_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"meridian/data/read"
)

// rewritten changes one part of a workbook; nil removes it.
func rewritten(t testing.TB, files fs.FS, name string, change func(string) string) fs.FS {
	t.Helper()
	content, err := fs.ReadFile(files, "a.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	old, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, part := range old.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if part.Name == name {
			if change == nil {
				continue
			}
			content = []byte(change(string(content)))
		}
		made, err := w.Create(part.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := made.Write(content); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return fstest.MapFS{"a.xlsx": &fstest.MapFile{Data: b.Bytes()}}
}

// refusal reads a file to its end and gives the refusal that ends it.
func refusal(t testing.TB, files fs.FS, name string) string {
	t.Helper()
	f, err := read.Open(context.Background(), files, name, read.Options{})
	for err == nil {
		_, err = f.Next()
		if bad := new(read.RowError); errors.As(err, &bad) {
			err = nil
		}
	}
	if f != nil {
		_ = f.Close()
	}
	if refused := new(read.RefusedError); errors.As(err, &refused) {
		if refused.File != name || refused.Reason == "" || refused.Remedy == "" {
			t.Errorf("the refusal lacks something: %+v", refused)
		}
		return refused.Error()
	}
	if !errors.Is(err, io.EOF) {
		t.Errorf("%s: %v is neither a refusal nor the end", name, err)
	}
	return ""
}

func TestHostileWorkbooksAreRefused(t *testing.T) {
	plain := workbook(t, func(book *excelize.File) {
		put(t, book, "Sheet1", map[string][]any{"A1": {"a", "b"}, "A2": {"1", "2"}, "A3": {"3", "4"}})
	})
	sheet := func(rows string) func(string) string {
		return func(string) string {
			return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + rows + `</sheetData></worksheet>`
		}
	}
	const at = "xl/worksheets/sheet1.xml"
	for name, c := range map[string]struct {
		files fs.FS
		says  string
	}{
		"a bomb":              {rewritten(t, plain, at, sheet(strings.Repeat(`<row r="1"/>`, 6<<20))), "unpacks to"},
		"a bomb of texts":     {rewritten(t, plain, "xl/sharedStrings.xml", func(string) string { return strings.Repeat(" ", 100<<20) }), "unpacks to"},
		"one endless value":   {rewritten(t, plain, at, sheet(`<row r="1"><c r="A1" t="str"><v>`+noise(12<<20)+`</v></c></row>`)), "longer than 4 MB"},
		"an endless cell":     {rewritten(t, plain, at, sheet(`<row r="1"><c r="A1" t="str"><v>`+strings.Repeat(noise(1<<19)+"<!-- -->", 12)+`</v></c></row>`)), "longer than 4 MB"},
		"a row out of bounds": {rewritten(t, plain, at, sheet(`<row r="99999999"><c><v>1</v></c></row>`)), "has a row 99999999"},
		"cut off":             {rewritten(t, plain, at, func(s string) string { return s[:len(s)/2] }), "damaged"},
		"a sheet is missing":  {rewritten(t, plain, at, nil), "sheet1.xml is missing"},
		"no workbook":         {rewritten(t, plain, "xl/workbook.xml", nil), "not a workbook"},
		"only blanks":         {rewritten(t, plain, at, sheet(strings.Repeat(`<row><c r="XFD1" s="1"/></row>`, 1000))), "sheet is empty"},
		"too many columns":    {rewritten(t, plain, at, sheet(`<row r="1"><c r="XFC1"><v>1</v></c><c r="XFD1"><v>1</v></c></row>`)), "more than 2,000 cells"},
		"a password":          {fstest.MapFS{"a.xlsx": {Data: []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + noise(600))}}, "password"},
		"another format":      {fstest.MapFS{"a.xlsx": {Data: []byte("a,b\n1,2\n")}}, "not a workbook"},
	} {
		t.Run(name, func(t *testing.T) {
			if said := refusal(t, c.files, "a.xlsx"); !strings.Contains(said, c.says) {
				t.Errorf("said %q, want %q", said, c.says)
			}
		})
	}
}

// noise is text that does not compress.
func noise(length int) string {
	b := make([]byte, length)
	state := uint32(1)
	for i := range b {
		state = state*1664525 + 1013904223
		b[i] = 'A' + byte(state>>24)%26
	}
	return string(b)
}
