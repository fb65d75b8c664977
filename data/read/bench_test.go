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

// BenchmarkCSV compares this package with encoding/csv, which does less: no limits, no check of UTF-8.
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
