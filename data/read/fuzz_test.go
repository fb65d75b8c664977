package read_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"testing"
	"testing/fstest"
	"time"

	"github.com/parquet-go/parquet-go"
	"github.com/xuri/excelize/v2"

	"meridian/data/read"
)

// exhaust reads a file of any content to its end and holds what comes against what is promised.
func exhaust(t *testing.T, name string, content []byte) {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	files := fstest.MapFS{name: &fstest.MapFile{Data: content}}
	f, err := read.Open(ctx, files, name, read.Options{})
	if err != nil {
		mustRefuse(t, err)
		return
	}
	defer f.Close()
	width := len(f.Header())
	for {
		record, err := f.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if bad := new(read.RowError); errors.As(err, &bad) {
			if bad.Line < 1 || bad.Reason == "" || bad.Remedy == "" {
				t.Fatalf("a refused row does not say where or why: %+v", bad)
			}
			continue
		}
		if err != nil {
			mustRefuse(t, err)
			return
		}
		if len(record.Cells) != width || record.Line < 1 {
			t.Fatalf("line %d has %d cells, the header %d", record.Line, len(record.Cells), width)
		}
	}
	if at := f.Position(); at < 0 || at > f.Facts().Size {
		t.Fatalf("position %d of %d", at, f.Facts().Size)
	}
}

func mustRefuse(t *testing.T, err error) {
	t.Helper()
	if refused := new(read.RefusedError); !errors.As(err, &refused) || refused.Reason == "" || refused.Remedy == "" {
		t.Fatalf("not a refusal that helps: %v", err)
	}
}

func FuzzText(f *testing.F) {
	for _, seed := range []string{
		"a,b\n1,2\n", "sep=;\na;b\n\"x\ny\";2\n", "\ufeffTitle,,\n\nname,n\nGen\xe8ve,1\n", "\xff\xfea\x00,\x00b\x00\n\x001\x00,\x002\x00",
		"a\tb\r1\t2\r", "\"a\"\"b\",c\n\"open,\n", "a,b\n1,2,3\n\n,\n1\n", "\xa4\xa4\xa4\xe5,n\n\xa5x\xc6W,1\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) { exhaust(t, "a.csv", content) })
}

func FuzzBook(f *testing.F) {
	f.Add(`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>b</t></is></c></row><row r="2"><c s="1"><v>43343</v></c><c t="b"><v>1</v></c></row>`,
		`<si><t>a</t></si>`, `<numFmts><numFmt numFmtId="165" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf/><xf numFmtId="165"/></cellXfs>`)
	f.Add(`<row><c r="ZZ9"><f>A1</f></c><c t="e"><v>#N/A</v></c></row>`, `<si><r><t>x</t></r><rPh><t>y</t></rPh></si>`, `<cellXfs><xf numFmtId="14"/></cellXfs>`)
	f.Add(`<row hidden="1" r="5"><c t="str"><f/><v/></c></row></sheetData>`, ``, ``)
	f.Fuzz(func(t *testing.T, sheet, shared, styles string) {
		exhaust(t, "a.xlsx", bookOf(t, sheet, shared, styles))
	})
}

// bookOf puts pieces into the parts of a workbook.
func bookOf(t *testing.T, sheet, shared, styles string) []byte {
	const space = ` xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, content := range map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" ` +
			`Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml": `<workbook` + space + ` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
			`<sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
			`<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml": `<worksheet` + space + `><sheetData>` + sheet + `</sheetData></worksheet>`,
		"xl/sharedStrings.xml":     `<sst` + space + `>` + shared + `</sst>`,
		"xl/styles.xml":            `<styleSheet` + space + `>` + styles + `</styleSheet>`,
	} {
		part, err := w.Create(name)
		if err == nil {
			_, err = part.Write([]byte(content))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func FuzzArchive(f *testing.F) {
	content, err := fs.ReadFile(workbook(f, func(book *excelize.File) {
		put(f, book, "Sheet1", map[string][]any{"A1": {"a", "b"}, "A2": {"x", 43343}})
	}), "a.xlsx")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(content)
	f.Fuzz(func(t *testing.T, content []byte) { exhaust(t, "a.xlsx", content) })
}

func FuzzParquet(f *testing.F) {
	type row struct {
		Place string   `parquet:"place,dict"`
		Note  *string  `parquet:"note,optional"`
		N     int64    `parquet:"n,delta"`
		Share *float64 `parquet:"share,optional"`
		Day   int32    `parquet:"day,date"`
		Flag  bool     `parquet:"flag"`
	}
	note, share := "臺灣", 0.5
	rows := []row{{"DE", &note, 1, nil, 17000, true}, {"FR", nil, 2, &share, 1, false}, {"DE", &note, -3, &share, 0, true}}
	for _, options := range [][]parquet.WriterOption{
		{parquet.Compression(&parquet.Uncompressed), parquet.DataPageVersion(1)},
		{parquet.Compression(&parquet.Uncompressed), parquet.DataPageVersion(2)},
		{parquet.Compression(&parquet.Snappy)}, {parquet.Compression(&parquet.Zstd)}, {parquet.Compression(&parquet.Gzip)},
	} {
		content, err := fs.ReadFile(parquetOf(f, rows, options...), "a.parquet")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(content)
	}
	f.Fuzz(func(t *testing.T, content []byte) { exhaust(t, "a.parquet", content) })
}
