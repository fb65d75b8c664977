package ingest_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"golang.org/x/text/width"

	"meridian/data/ingest"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden holds text against a file that a person can read.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs (go test -update writes it anew):\n%s", path, got)
	}
}

// report is what an import of a not so good data set finds.
func report() *ingest.Report {
	r := &ingest.Report{Version: "2c26b46b68ff", Files: []ingest.FileCount{
		{File: "institutions.csv", Table: "institutions", Read: 120, Stored: 112, Refused: 8},
		{File: "學生交流.xlsx", Sheet: "2018", Table: "mobility", Read: 4000, Stored: 4000, Kept: 310},
		{File: "milestones.csv", Table: "milestones", Read: 3, Stored: 3},
	}}
	r.Dataset.Name = "Sample University & friends"
	place := "write an ISO 3166-1 code or decide it in decisions.csv; it may mean "
	for i, row := range [][2]string{{"Germny", "DE (Germany)"}, {"Frnce", "FR (France)"}, {"Germny", "DE (Germany)"}, {"Itly", "IT (Italy)"},
		{"Spainn", "ES (Spain)"}, {"法国国", "FR (France)"}, {"Poland!?", "PL (Poland)"}} {
		r.Add(ingest.Problem{File: "institutions.csv", Row: 4 + i, Column: "country_code", Value: row[0],
			Reason: "“" + row[0] + "” is not a place that is known", Remedy: place + row[1]})
	}
	r.Add(ingest.Problem{File: "institutions.csv", Row: 90, Column: "lat", Value: "=1+1", Reason: "“=1+1” is not a number",
		Remedy: "write digits and a decimal point, as 12.5"})
	for _, row := range []int{7, 12, 13} {
		r.Add(ingest.Problem{Severity: ingest.Warning, File: "institutions.csv", Row: row, Column: "lat", Value: "38.3",
			Kind: "the point lies outside the place", Reason: fmt.Sprintf("the point lies in Hebei, %d km outside Spain (ES)", row*100),
			Remedy: "correct lat and lng"})
	}
	r.Add(ingest.Problem{Severity: ingest.Note, File: "學生交流.xlsx", Reason: "the text was read as windows-1252 with ; between the cells"})
	r.Add(ingest.Problem{Severity: ingest.Note, File: "學生交流.xlsx", Column: "country_code",
		Reason: "3,120 cells were read as codes of places: 德國 → DE, United Kingdom → GB"})
	r.Add(ingest.Problem{Severity: ingest.Warning, File: "notes.csv", Reason: "the file is not known and is left out",
		Remedy: "the nearest known name is milestones.csv"})
	return r
}

func written(t *testing.T, write func(io.Writer) error) string {
	t.Helper()
	var out bytes.Buffer
	if err := write(&out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestReportGoldens(t *testing.T) {
	r := report()
	golden(t, "report.txt", written(t, r.Text))
	golden(t, "report-60.txt", written(t, func(w io.Writer) error { return r.Print(w, ingest.Paper{Columns: 60}) }))
	golden(t, "report.json", written(t, r.JSON))
	table := written(t, r.CSV)
	if strings.Count(table, "\r\n") != strings.Count(table, "\n") {
		t.Error("the lines of the CSV do not end as RFC 4180 asks")
	}
	golden(t, "report.csv", strings.ReplaceAll(table, "\r\n", "\n"))
	golden(t, "report.html", written(t, r.HTML))
	golden(t, "report-clean.txt", written(t, (&ingest.Report{Files: []ingest.FileCount{{File: "board.csv", Table: "board", Read: 2, Stored: 2}}}).Text))
}

// What a report keeps must not grow with the file.
func TestReportIsBounded(t *testing.T) {
	r := &ingest.Report{}
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	long := strings.Repeat("x", 100_000)
	for i := range 30_000 {
		r.Add(ingest.Problem{Severity: ingest.Warning, File: "a.csv", Row: i + 2, Column: fmt.Sprint("column ", i), Reason: "is odd"})
		r.Add(ingest.Problem{File: "a.csv", Row: i + 2, Column: "name", Value: long, Reason: "“" + long + "” is wrong on line 5"})
		r.Add(ingest.Problem{Severity: ingest.Note, File: "a.csv", Row: i + 2, Reason: fmt.Sprintf("“%d” was mended", i)})
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	if grown := int64(after.HeapAlloc) - int64(before.HeapAlloc); grown > 8<<20 {
		t.Errorf("the report of 90,000 problems holds %d KB", grown>>10)
	}
	if r.Errors != 30_000 || r.Warnings != 30_000 || r.Notes != 30_000 || len(r.Problems)+r.Omitted != 90_000 || len(r.Problems) > 1000 {
		t.Errorf("%d errors, %d warnings, %d notes, %d listed, %d omitted", r.Errors, r.Warnings, r.Notes, len(r.Problems), r.Omitted)
	}
	grouped := r.Ungrouped
	for _, group := range r.Grouped() {
		grouped += group.Count
	}
	if grouped != 90_000 || len(r.Groups) > 400 {
		t.Errorf("%d problems in %d groups", grouped, len(r.Groups))
	}
	text := written(t, r.Text)
	if !strings.Contains(text, "30000 errors") || !strings.Contains(text, "of other kinds") || !strings.Contains(text, "and 29995 more") {
		t.Errorf("the text does not tell of the rest: %s", text[len(text)-300:])
	}
}

func TestNoLineIsWiderThanThePaper(t *testing.T) {
	r := report()
	r.Add(ingest.Problem{File: strings.Repeat("長", 50) + ".csv", Reason: strings.Repeat("沒有空格的句子", 20)})
	text := written(t, func(w io.Writer) error { return r.Print(w, ingest.Paper{Columns: 72}) })
	for line := range strings.Lines(text) {
		columns := 0
		for _, char := range strings.TrimSuffix(line, "\n") {
			columns++
			if kind := width.LookupRune(char).Kind(); kind == width.EastAsianWide || kind == width.EastAsianFullwidth {
				columns++
			}
		}
		if columns > 72 {
			t.Errorf("%d columns: %s", columns, line)
		}
	}
	if plain := written(t, r.Text); strings.Contains(plain, "\x1b") {
		t.Error("plain text holds colours")
	}
	coloured := written(t, func(w io.Writer) error { return r.Print(w, ingest.Paper{Colour: true}) })
	if !strings.Contains(coloured, "\x1b[1;31merror\x1b[0m") {
		t.Error("an error is not coloured for a terminal")
	}
}

// hostile are values that a file may hold to harm whoever reads the report.
const hostile = `</td><script>alert(1)</script><img src=x onerror=alert(2)>"'&` + "\x1b[2J\u202e"

func hostileReport() *ingest.Report {
	r := &ingest.Report{Files: []ingest.FileCount{{File: hostile, Table: "board"}}, Version: hostile}
	r.Dataset.Name = hostile
	for range 7 {
		r.Add(ingest.Problem{File: hostile, Row: 1, Column: hostile, Value: hostile, Reason: hostile, Remedy: hostile})
	}
	r.Add(ingest.Problem{File: "=HYPERLINK(\"http://x\")", Column: "+1", Value: "@SUM(A1)", Reason: "-1 is odd", Remedy: "\tx"})
	return r
}

func TestHostileValuesStayText(t *testing.T) {
	r := hostileReport()
	page := written(t, r.HTML)
	for _, element := range []string{"<script", "<img", "alert(1)</script>", "\u202e"} {
		if strings.Contains(page, element) {
			t.Errorf("the page holds %q", element)
		}
	}
	if !strings.Contains(page, "&lt;script&gt;alert(1)&lt;/script&gt;") {
		t.Error("the page does not show the value")
	}
	for name, text := range map[string]string{"page": page, "text": written(t, r.Text)} {
		if strings.Contains(text, "\x1b") {
			t.Errorf("the %s holds a control character", name)
		}
	}
	var back map[string]any
	if err := json.Unmarshal([]byte(written(t, r.JSON)), &back); err != nil {
		t.Error(err)
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(written(t, r.CSV), "\ufeff"))).ReadAll()
	if err != nil || len(rows) != 1+len(r.Problems) {
		t.Fatalf("%d rows: %v", len(rows), err)
	}
	for _, row := range rows {
		for _, cell := range row {
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
				t.Errorf("a spreadsheet would run %q", cell)
			}
		}
	}
}

func TestCSVCountsAddUp(t *testing.T) {
	r := report()
	for i := range 2000 {
		r.Add(ingest.Problem{File: "a.csv", Row: i, Reason: "is odd"})
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(written(t, r.CSV), "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	sum := 0
	for _, row := range rows[1:] {
		var n int
		fmt.Sscan(row[7], &n)
		sum += n
	}
	if want := r.Errors + r.Warnings + r.Notes; sum != want || want < 2000 {
		t.Errorf("the counts add up to %d of %d", sum, want)
	}
}

// A report that was kept with a snapshot reads like the one that was made.
func TestReportSurvivesJSON(t *testing.T) {
	r := report()
	var back ingest.Report
	if err := json.Unmarshal([]byte(written(t, r.JSON)), &back); err != nil {
		t.Fatal(err)
	}
	back.Dataset.Name = r.Dataset.Name // which is kept elsewhere
	if got, want := written(t, back.Text), written(t, r.Text); got != want {
		t.Errorf("read back it says:\n%s\nnot:\n%s", got, want)
	}
	if got, want := written(t, back.HTML), written(t, r.HTML); got != want {
		t.Error("read back its page differs")
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestFailedWritesAreTold(t *testing.T) {
	r := report()
	for name, write := range map[string]func(io.Writer) error{"text": r.Text, "json": r.JSON, "html": r.HTML, "csv": r.CSV} {
		if write(fullDisk{}) == nil {
			t.Errorf("%s: nobody hears that it was not written", name)
		}
	}
}

func BenchmarkReportAdd(b *testing.B) {
	r := &ingest.Report{}
	for i := 0; b.Loop(); i++ {
		value := fmt.Sprint("value ", i%977)
		r.Add(ingest.Problem{File: "mobility.csv", Row: i, Column: "participants", Value: value, Reason: "“" + value + "” is not a whole number",
			Remedy: "write digits only, without separators, as 1100"})
	}
}
