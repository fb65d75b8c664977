package read_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io/fs"
	"math"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress"

	"meridian/data/read"
)

// kinds holds one column of each type that is read.
type kinds struct {
	Text   string     `parquet:"text"`
	Dict   string     `parquet:"dict,dict"`
	Shared string     `parquet:"shared,delta"`
	Maybe  *string    `parquet:"maybe,optional"`
	I32    int32      `parquet:"i32"`
	Delta  int64      `parquet:"i64,delta"`
	U64    uint64     `parquet:"u64"`
	F32    float32    `parquet:"f32"`
	F64    *float64   `parquet:"f64,optional"`
	Flag   bool       `parquet:"flag"`
	Day    int32      `parquet:"day,date"`
	At     time.Time  `parquet:"at,timestamp(microsecond)"`
	Millis int64      `parquet:"millis,timestamp"`
	Money  int64      `parquet:"money,decimal(2:18)"`
	Fixed  [5]byte    `parquet:"fixed,decimal(3:11)"`
	UUID   [16]byte   `parquet:"uuid,uuid"`
	Binary []byte     `parquet:"binary"`
	Time   int64      `parquet:"time,time(microsecond)"`
	Moment *time.Time `parquet:"moment,optional,timestamp(nanosecond)"`
}

func parquetOf[T any](t testing.TB, rows []T, options ...parquet.WriterOption) fs.FS {
	t.Helper()
	var b bytes.Buffer
	w := parquet.NewGenericWriter[T](&b, options...)
	if _, err := w.Write(rows); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return fstest.MapFS{"a.parquet": &fstest.MapFile{Data: b.Bytes()}}
}

func TestParquetTypesAsText(t *testing.T) {
	half, word := 0.5, "臺灣"
	at := time.Date(2018, 8, 31, 10, 20, 30, 0, time.UTC)
	midnight := at.Truncate(24 * time.Hour)
	rows := []kinds{
		{Text: "Genève", Dict: "DE", Shared: "Université de Genève", Maybe: &word, I32: -7, Delta: 1 << 40, U64: math.MaxUint64, F32: 0.1, F64: &half,
			Flag: true, Day: int32(midnight.Unix() / 86400), At: at, Millis: midnight.UnixMilli(), Money: -105, Fixed: [5]byte{0, 0, 0, 4, 210},
			UUID: [16]byte{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}, Binary: []byte("plain"), Time: 37230_500_000, Moment: &midnight},
		{Text: "x", Dict: "FR", Shared: "Université de Lausanne", Delta: -1, Fixed: [5]byte{255, 255, 255, 255, 255}, Binary: []byte("y"), Millis: -1, At: time.Unix(0, 0).UTC()},
	}
	want := []string{
		"1:Genève|DE|Université de Genève|臺灣|-7|1099511627776|18446744073709551615|0.1|0.5|true|2018-08-31|2018-08-31T10:20:30|2018-08-31|-1.05|1.2340|" +
			"01020304-0506-0708-090a-0b0c0d0e0f10|plain|10:20:30.5|2018-08-31",
		"2:x|FR|Université de Lausanne||0|-1|0|0||false|1970-01-01|1970-01-01|1969-12-31T23:59:59.999|0|-0.001|00000000-0000-0000-0000-000000000000|y|00:00:00|",
	}
	for name, codec := range map[string]compress.Codec{"none": &parquet.Uncompressed, "snappy": &parquet.Snappy, "zstd": &parquet.Zstd,
		"gzip": &parquet.Gzip, "brotli": &parquet.Brotli} {
		for _, version := range []int{1, 2} {
			t.Run(fmt.Sprint(name, version), func(t *testing.T) {
				f, got := all(t, parquetOf(t, rows, parquet.Compression(codec), parquet.DataPageVersion(version)), "a.parquet", read.Options{})
				if diff := cmp.Diff(want, got); diff != "" {
					t.Error(diff)
				}
				if facts := f.Facts(); facts.Rows != 2 || facts.Format != "parquet" || f.Header()[3] != "maybe" {
					t.Errorf("facts %+v header %q", facts, f.Header())
				}
			})
		}
	}
}

func TestParquetOfManyGroupsAndPages(t *testing.T) {
	type row struct {
		ID    int64   `parquet:"id"`
		Place string  `parquet:"place,dict"`
		Note  *string `parquet:"note,optional"`
		Text  string  `parquet:"text,delta"`
	}
	var rows []row
	var want []string
	for i := range 20_000 {
		r := row{ID: int64(i), Place: []string{"DE", "FR", "NA"}[i%3], Text: fmt.Sprintf("partner %d", i/3)}
		note := ""
		if i%7 == 0 {
			note = fmt.Sprint("n", i)
			r.Note = &note
		}
		rows = append(rows, r)
		want = append(want, fmt.Sprintf("%d:%d|%s|%s|%s", i+1, i, r.Place, note, r.Text))
	}
	files := parquetOf(t, rows, parquet.MaxRowsPerRowGroup(3000), parquet.PageBufferSize(2048), parquet.Compression(&parquet.Snappy))
	f, got := all(t, files, "a.parquet", read.Options{})
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if f.Position() == 0 || f.Position() > f.Facts().Size {
		t.Errorf("position %d of %d", f.Position(), f.Facts().Size)
	}
}

func TestParquetThatIsNoTableIsRefused(t *testing.T) {
	type inner struct{ A, B string }
	type nested struct {
		ID    int64 `parquet:"id"`
		Inner inner `parquet:"inner"`
	}
	type list struct {
		ID   int64    `parquet:"id"`
		Tags []string `parquet:"tags,list"`
	}
	if said := refusal(t, parquetOf(t, []inner{{"a", "b"}}, parquet.Compression(&parquet.Lz4Raw)), "a.parquet"); !strings.Contains(said, "packed as LZ4_RAW, which is not read") {
		t.Error(said)
	}
	type raw struct {
		ID     int64  `parquet:"id"`
		Binary []byte `parquet:"binary"`
	}
	if said := refusal(t, parquetOf(t, []nested{{ID: 1}}), "a.parquet"); !strings.Contains(said, "column inner holds lists or further columns") {
		t.Error(said)
	}
	if said := refusal(t, parquetOf(t, []list{{ID: 1}}), "a.parquet"); !strings.Contains(said, "column tags holds lists or further columns") {
		t.Error(said)
	}
	_, rows := all(t, parquetOf(t, []raw{{1, []byte("\xff\xfe")}, {2, []byte("ok")}}), "a.parquet", read.Options{})
	if diff := cmp.Diff([]string{"1!the cell holds bytes that are not UTF-8", "2:2|ok"}, rows); diff != "" {
		t.Error(diff)
	}
}

func TestLyingParquetFilesAreRefused(t *testing.T) {
	type row struct {
		Place string `parquet:"place,dict"`
	}
	whole, err := fs.ReadFile(parquetOf(t, make([]row, 5000), parquet.Compression(&parquet.Zstd)), "a.parquet")
	if err != nil {
		t.Fatal(err)
	}
	footer := func(length uint32) []byte {
		content := bytes.Clone(whole)
		binary.LittleEndian.PutUint32(content[len(content)-8:], length)
		return content
	}
	list := []byte("PAR1\x15\x02\x19\xfc\xff\xff\xff\xff\x07PAR1") // a schema of 2^31 elements
	list = append(list[:len(list)-4], 9, 0, 0, 0, 'P', 'A', 'R', '1')
	for name, content := range map[string][]byte{
		"a footer of 4 GB":            footer(math.MaxUint32),
		"a footer longer than it is":  footer(uint32(len(whole))),
		"an empty footer":             footer(0),
		"a list of 2^31 elements":     list,
		"cut off":                     whole[:len(whole)/2],
		"its middle missing":          append(bytes.Clone(whole[:4]), whole[len(whole)/2:]...),
		"something else in its place": []byte("PAR1 and nothing after that"),
	} {
		t.Run(name, func(t *testing.T) {
			said := refusal(t, fstest.MapFS{"a.parquet": {Data: content}}, "a.parquet")
			if !strings.Contains(said, "not a Parquet file, or a damaged one") {
				t.Errorf("said %q", said)
			}
		})
	}
}
