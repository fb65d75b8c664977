package read_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/parquet-go/parquet-go"
	"github.com/xuri/excelize/v2"

	"meridian/data/read"
)

// mobility is a file of as many rows of twelve columns.
func mobility(rows int) []byte {
	var b bytes.Buffer
	b.WriteString("academic_year_id,direction,institution_id,country_code,kind,level,faculty,isced_f_code,participants,months,evidence,source_id\n")
	for i := range rows {
		fmt.Fprintf(&b, "%d/%d,outbound,partner-%04d,%s,student-studies,bachelor,F%02d,0%03d,%d,%d.5,published,registry-%d\n",
			2000+i%20, 2001+i%20, i%5000, []string{"DE", "FR", "JP", "US"}[i%4], i%8, i%1000, i%9+1, i%12, i%3)
	}
	return b.Bytes()
}

func drain(b *testing.B, files fs.FS, name string) int {
	f, err := read.Open(context.Background(), files, name, read.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	n := 0
	for {
		_, err := f.Next()
		if errors.Is(err, io.EOF) {
			return n
		}
		if err != nil {
			b.Fatal(err)
		}
		n++
	}
}

const benchRows = 300_000

// BenchmarkCSV compares this package with encoding/csv, which does less: no limits, no check of UTF-8, no finding out.
// Measured on two quiet cores: 1.05 times its speed (5.2 million rows a second), 0.55 with one cell quoted in each row.
func BenchmarkCSV(b *testing.B) {
	content := mobility(benchRows)
	quoted := bytes.ReplaceAll(content, []byte("bachelor"), []byte(`"bachelor"`))
	b.Run("read", func(b *testing.B) { benchmarkText(b, content) })
	b.Run("read-quoted", func(b *testing.B) { benchmarkText(b, quoted) })
	b.Run("encoding-csv", func(b *testing.B) {
		b.SetBytes(int64(len(content)))
		for b.Loop() {
			r := csv.NewReader(bytes.NewReader(content))
			r.ReuseRecord = true
			for {
				if _, err := r.Read(); err != nil {
					break
				}
			}
		}
		b.ReportMetric(float64(benchRows*b.N)/b.Elapsed().Seconds(), "rows/s")
	})
}

func benchmarkText(b *testing.B, content []byte) {
	files := fstest.MapFS{"a.csv": &fstest.MapFile{Data: content}}
	b.SetBytes(int64(len(content)))
	b.ReportAllocs()
	for b.Loop() {
		if n := drain(b, files, "a.csv"); n != benchRows {
			b.Fatalf("%d rows", n)
		}
	}
	b.ReportMetric(float64(benchRows*b.N)/b.Elapsed().Seconds(), "rows/s")
}

// BenchmarkParquet reads the same rows, snappy and dictionaries as most programs write them. "library" is
// parquet-go alone, row by row, without text and without the check of what the pages claim: reading has 0.46 of its speed
// (2.7 million rows a second).
func BenchmarkParquet(b *testing.B) {
	type row struct {
		Year        string  `parquet:"academic_year_id,dict"`
		Direction   string  `parquet:"direction,dict"`
		Institution string  `parquet:"institution_id,dict"`
		Country     string  `parquet:"country_code,dict"`
		Kind        string  `parquet:"kind,dict"`
		Level       string  `parquet:"level,dict"`
		Faculty     string  `parquet:"faculty,dict"`
		ISCED       string  `parquet:"isced_f_code,dict"`
		People      int32   `parquet:"participants"`
		Months      float64 `parquet:"months"`
		Evidence    string  `parquet:"evidence,dict"`
		Source      string  `parquet:"source_id,dict"`
	}
	rows := make([]row, benchRows)
	for i := range rows {
		rows[i] = row{fmt.Sprintf("%d/%d", 2000+i%20, 2001+i%20), "outbound", fmt.Sprintf("partner-%04d", i%5000), []string{"DE", "FR", "JP", "US"}[i%4],
			"student-studies", "bachelor", fmt.Sprintf("F%02d", i%8), fmt.Sprintf("0%03d", i%1000), int32(i%9 + 1), float64(i%12) + .5, "published",
			fmt.Sprintf("registry-%d", i%3)}
	}
	files := parquetOf(b, rows, parquet.Compression(&parquet.Snappy), parquet.MaxRowsPerRowGroup(120_000))
	content, err := fs.ReadFile(files, "a.parquet")
	if err != nil {
		b.Fatal(err)
	}
	b.Run("read", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if n := drain(b, files, "a.parquet"); n != benchRows {
				b.Fatalf("%d rows", n)
			}
		}
		b.ReportMetric(float64(benchRows*b.N)/b.Elapsed().Seconds(), "rows/s")
	})
	b.Run("library", func(b *testing.B) {
		for b.Loop() {
			r := parquet.NewReader(bytes.NewReader(content))
			buffer := make([]parquet.Row, 1024)
			for {
				n, err := r.ReadRows(buffer)
				if err != nil || n == 0 {
					break
				}
			}
		}
		b.ReportMetric(float64(benchRows*b.N)/b.Elapsed().Seconds(), "rows/s")
	})
}

// BenchmarkWorkbook compares this package with excelize's own rows, which tell neither dates nor errors apart: 1.7
// times their speed (56 thousand rows a second).
func BenchmarkWorkbook(b *testing.B) {
	const rows = 20_000
	book := excelize.NewFile()
	w, err := book.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	for i := range rows + 1 {
		at := fmt.Sprintf("A%d", i+1)
		row := []any{"2017/2018", "outbound", fmt.Sprintf("partner-%04d", i%5000), "DE", "student-studies", "bachelor", "FENG", "0311", i % 9, 4.5, "published", "registry"}
		if i == 0 {
			row = []any{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"}
		}
		if err := w.SetRow(at, row); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	var content bytes.Buffer
	if err := book.Write(&content); err != nil {
		b.Fatal(err)
	}
	files := fstest.MapFS{"a.xlsx": &fstest.MapFile{Data: content.Bytes()}}
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			if n := drain(b, files, "a.xlsx"); n != rows {
				b.Fatalf("%d rows", n)
			}
		}
		b.ReportMetric(float64(rows*b.N)/b.Elapsed().Seconds(), "rows/s")
	})
	b.Run("excelize", func(b *testing.B) {
		for b.Loop() {
			opened, err := excelize.OpenReader(bytes.NewReader(content.Bytes()), excelize.Options{RawCellValue: true})
			if err != nil {
				b.Fatal(err)
			}
			list, err := opened.Rows("Sheet1")
			if err != nil {
				b.Fatal(err)
			}
			for list.Next() {
				if _, err := list.Columns(); err != nil {
					b.Fatal(err)
				}
			}
		}
		b.ReportMetric(float64(rows*b.N)/b.Elapsed().Seconds(), "rows/s")
	})
}
