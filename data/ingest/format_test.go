package ingest_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/parquet-go/parquet-go"
	"github.com/xuri/excelize/v2"

	"meridian/data/ingest"
	"meridian/data/internal/sample"
)

// book makes a workbook of sheets; each row is the cells of one line.
func book(t *testing.T, sheets map[string][][]any) string {
	t.Helper()
	f := excelize.NewFile()
	for name, rows := range sheets {
		if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			cell, _ := excelize.CoordinatesToCellName(1, i+1)
			if err := f.SetSheetRow(name, cell, &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := f.DeleteSheet("Sheet1"); err != nil {
		t.Fatal(err)
	}
	var content bytes.Buffer
	if err := f.Write(&content); err != nil {
		t.Fatal(err)
	}
	return content.String()
}

func TestSheetsNamedLikeTables(t *testing.T) {
	report, rows := foreign(t, "", map[string]string{"Our data.xlsx": book(t, map[string][][]any{
		"Institutions": {{"institution_id", "name", "country_code"}, {"unam", "University of Namibia", "NA"}},
		"agreements": {{"agreement_id", "institution_id", "start_date", "mobilities_per_year"},
			{"a1", "unam", time.Date(2018, 8, 31, 0, 0, 0, 0, time.UTC), 5}},
		"agreemnts": {{"x"}, {"y"}},
	})})
	same(t, "errors", report.Errors, 0)
	told(t, report, "warning: Our data.xlsx agreemnts: the sheet “agreemnts” is not known and is left out; name it like a table, or map it under files in dataset.yaml: the nearest known name is agreements")
	same(t, "institution", rows["institutions"][0][0], "unam")
	same(t, "agreement", rows["agreements"][0][:6], []any{"a1", "unam", nil, nil, time.Date(2018, 8, 31, 0, 0, 0, 0, time.UTC), nil})
	same(t, "capacity", rows["agreements"][0][7], 5)
}

// TestNothingIsLeftOutSilently: the sheets beside the one that is read, and files of kinds that are not.
func TestNothingIsLeftOutSilently(t *testing.T) {
	sheets := map[string][][]any{"2016": {{"academic_year_id", "students"}, {"2016/17", 3}}}
	report, rows := foreign(t, "", map[string]string{"enrolment.xlsx": book(t, sheets), "institutions.xls": "x", "old.ods": "x", "letter.pdf": "x"})
	same(t, "rows", len(rows["enrolment"]), 1)
	same(t, "problems", len(report.Problems), 2)
	told(t, report, "warning: institutions.xls: files that end in “.xls” are not read, and this one is left out; save it as .csv, .xlsx or .parquet")
	told(t, report, "warning: old.ods: ")
	sheets["2017"] = [][]any{{"academic_year_id", "students"}, {"2017/18", 3}}
	report, _ = foreign(t, "", map[string]string{"enrolment.xlsx": book(t, sheets)})
	told(t, report, "warning: enrolment.xlsx 201")
	mapping := "files:\n  - {file: a.xlsx, sheet: \"2016\", table: enrolment}\n"
	report, _ = foreign(t, mapping, map[string]string{"a.xlsx": book(t, sheets)})
	told(t, report, "note: a.xlsx 2017: the sheet “2017” is not mapped and is left out")
	report, rows = foreign(t, mapping+"  - {file: a.xlsx, sheet: \"2017\", table: enrolment}\n", map[string]string{"a.xlsx": book(t, sheets)})
	same(t, "both", len(rows["enrolment"])+len(report.Problems), 2)
}

func TestParquet(t *testing.T) {
	type flow struct {
		Year   string    `parquet:"academic_year_id"`
		From   string    `parquet:"origin_code"`
		To     *string   `parquet:"destination_code,optional"`
		People float64   `parquet:"participants"`
		Told   time.Time `parquet:"told,timestamp"`
	}
	var content bytes.Buffer
	w := parquet.NewGenericWriter[flow](&content)
	to := "NA"
	if _, err := w.Write([]flow{{"2017/18", "China", &to, 2.5, time.Now()}, {"2017/18", "HK", nil, 1, time.Now()}}); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	report, _ := foreign(t, "", map[string]string{"flows.parquet": content.String()})
	told(t, report, "error: flows.parquet:1 origin_code: “China” is not a place that is known")
	report, rows := foreign(t, "files: [{file: flows.parquet, table: flows, columns: {origin_code: {column: origin_code, values: {China: CN}}}}]", map[string]string{"flows.parquet": content.String()})
	told(t, report, "error: flows.parquet:2 destination_code: the row has none of destination_code or destination_institution_id")
	told(t, report, "columns that the mapping does not use are left out: told")
	same(t, "count", report.Files[0], ingest.FileCount{File: "flows.parquet", Table: "flows", Read: 2, Stored: 1, Refused: 1})
	same(t, "rows", len(rows["flows"]), 0)
}

// TestSingleFile: a file system of one file is a data set, once the settings are given.
func TestSingleFile(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "enrolment.csv"), []byte("academic_year_id,students\n2017/18,3\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	source := ingest.Source{Dataset: os.DirFS(dir), Geo: sample.Geo()}
	report, err := ingest.Check(context.Background(), source)
	if err != nil {
		t.Fatal(err)
	}
	told(t, report, "error: dataset.yaml: the folder has no dataset.yaml; let meridian init DIR")
	source.Settings = []byte(`{"id":"x","name":"X"}`)
	report, err = ingest.Check(context.Background(), source)
	if err != nil || report.Errors > 0 || report.Files[0].Stored != 1 {
		t.Error(err, report.Problems)
	}
}

// TestDamagedFiles: what is no file of its kind is refused with a reason; what refers to it is not told again.
func TestDamagedFiles(t *testing.T) {
	for name, text := range map[string]string{"institutions.xlsx": "not a workbook", "institutions.parquet": "PAR1 no", "institutions.csv": "\x00\x01\x02\x00\x00"} {
		report, _ := foreign(t, "", map[string]string{name: text, "agreements.csv": "agreement_id,institution_id\na,b\n"})
		if report.Errors == 0 || report.Problems[0].File != name {
			t.Errorf("%s: %v", name, report.Problems)
		}
		for _, problem := range report.Problems {
			if problem.File == "agreements.csv" {
				t.Errorf("%s: told again: %v", name, problem)
			}
		}
	}
}

func TestProgressAndItsEnd(t *testing.T) {
	text := "academic_year_id,origin_code,destination_code,participants\n" + strings.Repeat("2017/18,HK,GB,1\n", 300_000)
	ctx, cancel := context.WithCancel(context.Background())
	var last ingest.Progress
	source := ingest.Source{Dataset: fstest.MapFS{"flows.csv": {Data: []byte(text)}}, Geo: sample.Geo(), Settings: []byte("id: x\nname: X\n"),
		Progress: func(p ingest.Progress) {
			if p.Rows < last.Rows || p.Bytes < last.Bytes || p.Bytes > p.TotalBytes {
				t.Errorf("after %+v came %+v", last, p)
			}
			if last = p; p.Rows > 20_000 {
				cancel()
			}
		}}
	if _, err := ingest.Check(ctx, source); !errors.Is(err, context.Canceled) {
		t.Errorf("an import that nobody wants any more goes on: %v", err)
	}
	if last.File != "flows.csv" || last.TotalBytes != int64(len(text)) {
		t.Errorf("progress %+v", last)
	}
}
