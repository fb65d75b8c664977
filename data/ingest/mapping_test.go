package ingest_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"meridian/data/ingest"
	"meridian/data/internal/sample"
)

// foreign imports files with a mapping, and returns the report and the rows by table.
func foreign(t *testing.T, settings string, files map[string]string) (*ingest.Report, kept) {
	t.Helper()
	folder := fstest.MapFS{}
	for name, text := range files {
		folder[name] = &fstest.MapFile{Data: []byte(text)}
	}
	rows := kept{}
	report, err := ingest.Read(context.Background(), ingest.Source{Dataset: folder, Geo: sample.Geo(),
		Settings: []byte("id: x\nname: X\nas_of: 2020-01-01\n" + settings)}, rows)
	if err != nil {
		t.Fatal(err)
	}
	return report, rows
}

// told fails when no problem says it.
func told(t *testing.T, report *ingest.Report, want string) {
	t.Helper()
	for _, problem := range report.Problems {
		if strings.Contains(problem.String(), want) {
			return
		}
	}
	t.Errorf("no problem says %q; there are %v", want, report.Problems)
}

func same(t *testing.T, what string, got, want any) {
	t.Helper()
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%s is\n%v, want\n%v", what, got, want)
	}
}

func TestAFileLeftOutNeedNotBeThere(t *testing.T) {
	report, _ := foreign(t, "files:\n  - {file: notes.csv, table: none}\n", map[string]string{"enrolment.csv": someRows})
	same(t, "the number of errors", report.Errors, 0)
}

func TestForeignFile(t *testing.T) {
	report, _ := foreign(t, `
files:
  - file: Statistik 2018.csv
    table: flows
    encoding: windows-1252
    delimiter: ";"
    header_row: 2
    years: starts
    columns:
      academic_year_id: Jahr
      origin_code: {column: Herkunft, lookup: {file: laender.csv, key: Nr, value: Land}}
      destination_code: {column: Ziel, values: {Großbritannien: GB}}
      kind: {constant: student-studies}
      participants: Anzahl
    ignore: [Bemerkung]
`, map[string]string{
		"Statistik 2018.csv": "Stand 2018;;;;;\nJahr;Herkunft;Ziel;Anzahl;Bemerkung;Amt\n2017;1;Gro\xdfbritannien;1.234,5;x;y\n2017;2;HK;12,5;;y\n2017;3;HK;1;;y\n",
		"laender.csv":        "Nr,Land\n1,Chinese mainland\n2,NAM\n",
	})
	if report.Errors != 1 {
		t.Errorf("problems: %v", report.Problems)
	}
	told(t, report, "error: Statistik 2018.csv:5 origin_code: “3” is not in the column “Nr” of laender.csv; add it there")
	told(t, report, "note: Statistik 2018.csv:2: columns that the mapping does not use are left out: Amt")
	told(t, report, "note: Statistik 2018.csv:3 academic_year_id: single years read as the academic year that starts in them")
	same(t, "count", report.Files[0], ingest.FileCount{File: "Statistik 2018.csv", Table: "flows", Read: 3, Stored: 2, Refused: 1})
	report, rows := foreign(t, "files:\n  - {file: a.csv, table: flows, years: ends, columns: {academic_year_id: y, origin_code: o, destination_code: d, participants: n}}\n",
		map[string]string{"a.csv": "y,o,d,n\n2018,chinese Mainland,UK,\"1.234,5\"\n2018,台灣,GBR,\"3,5\"\n"})
	same(t, "problems", report.Errors, 0)
	same(t, "rows", rows["flows"], [][]any{{"2017/2018", "CN", nil, "GB", nil, "student-studies", 1234.5, "published", "a.csv"},
		{"2017/2018", "TW", nil, "GB", nil, "student-studies", 3.5, "published", "a.csv"}})
	told(t, report, "note: a.csv:2 participants: separators of thousands or decimals read, in 2 cells: 1.234,5 → 1234.5, 3,5 → 3.5")
}

func TestSeveralFilesForOneTable(t *testing.T) {
	files := map[string]string{"enrolment.csv": "academic_year_id,students\n2016/17,10\n", "more.csv": "year,students\n2017/18,20\n2016/17,11\n"}
	mapping := "files:\n  - {file: more.csv, table: enrolment, columns: {academic_year_id: year}}\n"
	report, _ := foreign(t, mapping, files)
	told(t, report, "error: enrolment.csv: the file is for the table enrolment, which more.csv fills already; remove one of the two, or list both")
	report, _ = foreign(t, mapping+"  - {file: enrolment.csv, table: enrolment}\n", files)
	told(t, report, "error: enrolment.csv:2 academic_year_id: the same academic_year_id and level and faculty stands on line 3 of more.csv already")
	files["more.csv"] = "year,students\n2017/18,20\n"
	report, rows := foreign(t, mapping+"  - {file: enrolment.csv, table: enrolment}\n", files)
	same(t, "problems", len(report.Problems), 0)
	same(t, "rows", len(rows["enrolment"]), 2)
	files["enrolment.tsv"] = "academic_year_id\tstudents\n2018/19\t1\n"
	report, _ = foreign(t, "", files)
	told(t, report, "enrolment.tsv: the file is for the table enrolment, which enrolment.csv fills already")
}

// TestMistakesInAMapping expects for each the line of dataset.yaml, which begins with three lines of its own.
func TestMistakesInAMapping(t *testing.T) {
	start := "files:\n  - file: a.csv\n    table: flows\n"
	columns := "    columns:\n      academic_year_id: year\n      origin_code: from\n      destination_code: to\n      participants: people\n"
	for name, c := range map[string]struct{ settings, want string }{
		"file":        {"files:\n  - file: b.csv\n    table: flows\n", "dataset.yaml:5 files[0].file: the folder has no file “b.csv”; the nearest known name is a.csv"},
		"table":       {"files:\n  - file: a.csv\n    table: flow\n", "dataset.yaml:6 files[0].table: there is no table “flow”; the nearest known name is flows"},
		"our column":  {start + columns + "      participant: people\n", "dataset.yaml:12 files[0].columns.participant: the table flows has no column “participant”; the nearest known name is participants"},
		"theirs":      {start + strings.Replace(columns, ": people", ": peeple", 1), "dataset.yaml:11 files[0].columns.participants: a.csv has no column “peeple”; the nearest known name is people"},
		"lookup file": {start + columns + "      source_id: {column: from, lookup: {file: c.csv, key: a, value: b}}\n", "dataset.yaml:12 files[0].columns.source_id.lookup.file: c.csv: there is no such file in the folder"},
		"lookup key":  {start + columns + "      source_id: {column: from, lookup: {file: a.csv, key: yaer, value: to}}\n", "files[0].columns.source_id.lookup.key: the lookup file has no column “yaer”; write one of its columns: the nearest column is year"},
		"decimal":     {start + columns + "    decimal: dot\n", "dataset.yaml:12 files[0].decimal: “dot” is not known; write point or comma"},
		"dates":       {start + columns + "    dates: Y/D/M\n", "dataset.yaml:12 files[0].dates: “Y/D/M” is not an order of dates"},
		"years":       {start + columns + "    years: begins\n", "dataset.yaml:12 files[0].years: “begins” is not known; write starts or ends"},
		"delimiter":   {start + columns + "    delimiter: \"::\"\n", "dataset.yaml:12 files[0].delimiter: “::” is not one character"},
		"ignore":      {start + columns + "    ignore: [nothing]\n", "warning: dataset.yaml:12 ignore: a.csv has no column “nothing” to ignore"},
		"count":       {start + columns + "    count_rows: kind\n", "dataset.yaml:12 files[0].count_rows: rows cannot be counted into “kind”"},
		"neither":     {start + columns + "      kind: {values: {a: b}}\n", "dataset.yaml:12 files[0].columns.kind: neither a column of the file nor a constant is named"},
		"both":        {start + columns + "      kind: {column: to, constant: student-studies}\n", "dataset.yaml:12 files[0].columns.kind: both a column of the file and a constant are named"},
		"constant":    {start + columns + "      kind: {constant: studies}\n", "dataset.yaml:12 files[0].columns.kind.constant: “studies” is not one of the values; use student-studies"},
		"key":         {start + columns + "    colums: {}\n", "dataset.yaml:12 colums: the key is not known; remove it or correct it: the nearest known key is columns"},
		"long form":   {start + columns + "      kind: {colum: people}\n", "colum: the key is not known"},
		"required":    {start + "    columns:\n      academic_year_id: year\n      origin_code: from\n      destination_code: to\n", "a.csv:1 participants: the required column is missing; say under columns in dataset.yaml which column of the file it is"},
		"total":       {start + columns + "totals:\n  - {table: flows, column: people, value: 1}\n", "dataset.yaml:13 totals[0].column: the table flows has no column of numbers “people”"},
		"total where": {start + columns + "totals:\n  - {table: flows, column: participants, where: {origin_code: Nowhere}, value: 1}\n", "dataset.yaml:13 totals[0].where.origin_code: “Nowhere” is not a place that is known"},
		"year":        {start + columns + "years: {incomplete: [2019]}\n", "dataset.yaml:12 years.incomplete[0]: “2019” is not an academic year"},
		"anchors":     {strings.Repeat("a: &a [*a,*a]\n", 9), "dataset.yaml"},
		"depth":       {"notes: " + strings.Repeat("[", 5000) + "\n", "dataset.yaml:4: lists and keys are nested too deeply"},
		"length":      {"notes: " + strings.Repeat("x", 2<<20) + "\n", "the most is 1048576"},
	} {
		t.Run(name, func(t *testing.T) {
			report, _ := foreign(t, c.settings, map[string]string{"a.csv": "year,from,to,people\n2017/18,CN,HK,3\n"})
			told(t, report, c.want)
		})
	}
}

func TestLookupKeysThatStandTwice(t *testing.T) {
	mapping := "files:\n  - file: a.csv\n    table: enrolment\n    columns:\n      level: {column: code, lookup: {file: l.csv, key: k, value: v}}\n"
	report, rows := foreign(t, mapping, map[string]string{"a.csv": "academic_year_id,students,code\n2017/18,3,A  1\n", "l.csv": "k,v\nA 1,bachelor\nA\u00a01,bachelor\n"})
	told(t, report, "warning: l.csv:3 k: the key stands on line 2 already with the same value")
	same(t, "level", rows["enrolment"][0][1], "bachelor")
	report, _ = foreign(t, mapping, map[string]string{"a.csv": "academic_year_id,students,code\n2017/18,3,A 1\n", "l.csv": "k,v\nA 1,bachelor\nA 1,master\n"})
	told(t, report, "error: l.csv:3 k: the key stands on line 2 already with another value")
}

func TestDecisions(t *testing.T) {
	files := map[string]string{"flows.csv": "academic_year_id,origin_code,destination_code,participants\n2017/18,Albion,HK,3\n"}
	report, _ := foreign(t, "", files)
	told(t, report, "error: flows.csv:2 origin_code: “Albion” is not a place that is known")
	files["decisions.csv"] = "kind,value,target,note\nplace,Albion,GB,the old name\nplace,Utopia,QQ,\n"
	report, _ = foreign(t, "", files)
	told(t, report, "error: decisions.csv:3 target: “QQ” is not the code of a place")
	files["decisions.csv"] = "kind,value,target,note\nplace,Albion,GB,the old name\n"
	report, rows := foreign(t, "", files)
	told(t, report, "note: flows.csv:2 origin_code: values decided in decisions.csv read as codes of places, in 1 cell: Albion → GB")
	same(t, "origin", rows["flows"][0][1], "GB")
}
