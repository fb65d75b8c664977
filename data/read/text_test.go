package read_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"meridian/data/read"
)

func folder(name, content string) fs.FS {
	return fstest.MapFS{name: &fstest.MapFile{Data: []byte(content)}}
}

// all reads a file to its end: rows as line:cell|cell, refused rows as line!reason.
func all(t testing.TB, files fs.FS, name string, o read.Options) (*read.File, []string) {
	t.Helper()
	f, err := read.Open(context.Background(), files, name, o)
	if err != nil {
		t.Fatalf("open %s: %v", name, err)
	}
	t.Cleanup(func() { _ = f.Close() })
	var rows []string
	for {
		record, err := f.Next()
		var bad *read.RowError
		switch {
		case errors.Is(err, io.EOF):
			return f, rows
		case errors.As(err, &bad):
			rows = append(rows, fmt.Sprintf("%d!%s", bad.Line, bad.Reason))
		case err != nil:
			t.Fatalf("%s: %v", name, err)
		default:
			rows = append(rows, fmt.Sprintf("%d:%s", record.Line, strings.Join(record.Cells, "|")))
		}
	}
}

func TestTextIsReadAsItIsWritten(t *testing.T) {
	for name, c := range map[string]struct {
		file, content string
		header        string
		rows          []string
	}{
		"plain":                     {"a.csv", "a,b\n1,2\n3,4\n", "a|b", []string{"2:1|2", "3:3|4"}},
		"no line break at the end":  {"a.csv", "a,b\r\n1,2", "a|b", []string{"2:1|2"}},
		"semicolons":                {"a.csv", "code;name\nAF;Afghanistan\nAX;Åland Islands\n", "code|name", []string{"2:AF|Afghanistan", "3:AX|Åland Islands"}},
		"semicolons, decimal comma": {"a.csv", "place;share\nHK;1,5\nMO;2,5\n", "place|share", []string{"2:HK|1,5", "3:MO|2,5"}},
		"tabs":                      {"a.tsv", "a\tb\n1, 2\t3\n", "a|b", []string{"2:1, 2|3"}},
		"bars in a text file":       {"a.txt", "a|b|c\n1|2|3\n", "a|b|c", []string{"2:1|2|3"}},
		"the delimiter is said":     {"a.csv", "sep=;\na;b\n1,0;2,0\n", "a|b", []string{"3:1,0|2,0"}},
		"one column":                {"a.csv", "place\nHK\nMO\n", "place", []string{"2:HK", "3:MO"}},
		"cells of several lines": {"a.csv", "a,b\n\"one\ntwo\nthree\",2\n\"x \"\"y\"\"\",4\n", "a|b",
			[]string{"2:one\ntwo\nthree|2", "5:x \"y\"|4"}},
		"titles, units and blank lines above": {"a.csv", "Outbound students 2017/18,,\n\n,,(persons)\nPlace,Year,Students\nHK,2017,5\nMO,2017,6\n",
			"Place|Year|Students", []string{"5:HK|2017|5", "6:MO|2017|6"}},
		"blank rows":                  {"a.csv", "a,b\n\n1,2\n,\n \n3,4\n", "a|b", []string{"3:1|2", "6:3|4"}},
		"blank columns at the right":  {"a.csv", "a,b,,\n1,2,,\n3,4,,\n", "a|b", []string{"2:1|2", "3:3|4"}},
		"old Macintosh line ends":     {"a.csv", "a,b\r1,2\r3,4\r", "a|b", []string{"2:1|2", "3:3|4"}},
		"a quotation mark within":     {"a.csv", "a,b\n5\" pipe,2\n", "a|b", []string{"2:5\" pipe|2"}},
		"text after a quotation mark": {"a.csv", "a,b\n\"x\"y,2\n3,4\n", "a|b", []string{"2!text follows the quotation mark that closes a cell", "3:3|4"}},
		"a mark that is never closed": {"a.csv", "a,b\n\"x,2\n3,4\n", "a|b", []string{"2!a quotation mark opens a cell and is never closed", "3:3|4"}},
		"too few and too many cells": {"a.csv", "a,b,c\n1,2\n1,2,3,4\n1,2,3\n", "a|b|c",
			[]string{"2!the row has 2 cells, the header has 3", "3!the row has 4 cells, the header has 3", "4:1|2|3"}},
		"a byte order mark":             {"a.csv", "\ufeffa,b\n1,2\n", "a|b", []string{"2:1|2"}},
		"NUL bytes are passed on":       {"a.csv", "a,b\n1\x00,2\n", "a|b", []string{"2:1\x00|2"}},
		"spaces in the header":          {"a.csv", " No. of\u00a0 students ,b\n1,2\n", "No. of students|b", []string{"2:1|2"}},
		"a first column without a name": {"a.csv", ",name,city\n0,Leeds,Leeds\n1,Kent,Canterbury\n", "|name|city", []string{"2:0|Leeds|Leeds", "3:1|Kent|Canterbury"}},
		"only that and one more":        {"a.csv", ",name\n0,Leeds\n1,Kent\n", "|name", []string{"2:0|Leeds", "3:1|Kent"}},
		"words everywhere":              {"a.csv", "place,city\nDE,Berlin\nFR,Paris\n", "place|city", []string{"2:DE|Berlin", "3:FR|Paris"}},
		"groups above the names": {"a.csv", "Outbound,,,Inbound,,\nYear,Place,Students,Year in,Place in,Students in\n2017,JP,1,2017,FR,2\n",
			"Year|Place|Students|Year in|Place in|Students in", []string{"3:2017|JP|1|2017|FR|2"}},
		"years as columns": {"a.csv", "Place,2015,2016\nHK,1,2\nMO,3,4\n", "Place|2015|2016", []string{"2:HK|1|2", "3:MO|3|4"}},
	} {
		t.Run(name, func(t *testing.T) {
			f, rows := all(t, folder(c.file, c.content), c.file, read.Options{})
			if header := strings.Join(f.Header(), "|"); header != c.header {
				t.Errorf("header %q, want %q", header, c.header)
			}
			if diff := cmp.Diff(c.rows, rows); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestEncodingsAreToldApart(t *testing.T) {
	french := "nom;ville;étudiants\nUniversité de Genève;Genève;5\nÉcole supérieure;Neuchâtel;7\nUniversität Zürich;Zürich;3\n"
	typed := "name,note\nUniversity of Leeds,Leeds’s partner – since 1990\n"
	taiwan := "學校,國家,人數\n國立臺灣大學,臺灣,5\n國立成功大學,臺灣,7\n"
	mainland := "学校,国家,人数\n清华大学,中国,5\n浙江大学,中国,7\n"
	encode := func(e interface{ String(string) (string, error) }, text string) string {
		coded, err := e.String(text)
		if err != nil {
			t.Fatal(err)
		}
		return coded
	}
	for name, c := range map[string]struct{ content, encoding, text string }{
		"UTF-8":               {french, "utf-8", french},
		"UTF-8 with mark":     {"\ufeff" + french, "utf-8", french},
		"plain":               {"a,b\n1,2\n", "utf-8", "a,b\n1,2\n"},
		"Windows-1252":        {encode(charmap.Windows1252.NewEncoder(), french), "windows-1252", french},
		"Windows-1252, signs": {encode(charmap.Windows1252.NewEncoder(), typed), "windows-1252", typed},
		"Mac Roman":           {encode(charmap.Macintosh.NewEncoder(), french), "macintosh", french},
		"Mac Roman, signs":    {encode(charmap.Macintosh.NewEncoder(), typed), "macintosh", typed},
		"UTF-16 LE with mark": {encode(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder(), french), "utf-16le", french},
		"UTF-16 BE with mark": {encode(unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder(), french), "utf-16be", french},
		"UTF-16 LE":           {encode(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder(), french), "utf-16le", french},
		"UTF-16 BE":           {encode(unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder(), french), "utf-16be", french},
		"UTF-16 of Chinese":   {encode(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder(), taiwan), "utf-16le", taiwan},
		"Big5":                {encode(traditionalchinese.Big5.NewEncoder(), taiwan), "big5", taiwan},
		"GB 18030":            {encode(simplifiedchinese.GB18030.NewEncoder(), mainland), "gb18030", mainland},
		"UTF-8 of Chinese":    {taiwan, "utf-8", taiwan},
	} {
		t.Run(name, func(t *testing.T) {
			f, rows := all(t, folder("a.csv", c.content), "a.csv", read.Options{})
			if f.Facts().Encoding != c.encoding {
				t.Errorf("encoding %s, want %s: %s", f.Facts().Encoding, c.encoding, f.Facts().Evidence)
			}
			_, want := all(t, folder("a.csv", c.text), "a.csv", read.Options{})
			if diff := cmp.Diff(want, rows); diff != "" {
				t.Error(diff)
			}
			if f.Facts().Evidence == "" {
				t.Error("the file does not say why")
			}
		})
	}
}

func TestOneBadByteLateInTheFileCostsOneRow(t *testing.T) {
	var b strings.Builder
	b.WriteString("name,n\n")
	for i := range 40_000 {
		fmt.Fprintf(&b, "Genève %d,%d\n", i, i)
	}
	b.WriteString("Gen\xe8ve,1\nZürich,2\n")
	f, rows := all(t, folder("a.csv", b.String()), "a.csv", read.Options{})
	if f.Facts().Encoding != "utf-8" {
		t.Errorf("encoding %s: %s", f.Facts().Encoding, f.Facts().Evidence)
	}
	tail := rows[len(rows)-2:]
	if diff := cmp.Diff([]string{"40002!the row holds bytes that are not UTF-8", "40003:Zürich|2"}, tail); diff != "" {
		t.Error(diff)
	}
}

func TestWhatIsSaidIsNotGuessed(t *testing.T) {
	files := folder("a.csv", "x;y\na,b;c,d\n1;2\n")
	f, rows := all(t, files, "a.csv", read.Options{Delimiter: ',', HeaderRow: 2})
	if diff := cmp.Diff([]string{"a", "b;c", "d"}, f.Header()); diff != "" {
		t.Error(diff)
	}
	if len(rows) != 1 || !strings.HasPrefix(rows[0], "3!") {
		t.Errorf("rows %q", rows)
	}
	f, _ = all(t, folder("a.csv", "a,b\nGen\xe8ve,2\n"), "a.csv", read.Options{Encoding: "macintosh"})
	if f.Facts().Encoding != "macintosh" {
		t.Errorf("encoding %s", f.Facts().Encoding)
	}
}
