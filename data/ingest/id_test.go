package ingest_test

import (
	"context"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"meridian/data/ingest"
)

func settled(t *testing.T, settings string, files map[string]string) *ingest.Report {
	t.Helper()
	folder := fstest.MapFS{"enrolment.csv": {Data: []byte(someRows)}}
	for name, text := range files {
		folder[name] = &fstest.MapFile{Data: []byte(text)}
	}
	report, err := ingest.Check(context.Background(), ingest.Source{Dataset: folder, Geo: os.DirFS("../geo"), Settings: []byte(settings)})
	if err != nil {
		t.Fatal(err)
	}
	return report
}

func TestWordsOfTheSettings(t *testing.T) {
	report := settled(t, "id: Our Data/2018\nname: X\n", nil)
	told(t, report, "error: dataset.yaml:1 id: “Our Data/2018” does not consist of letters, digits and hyphens; write it as our-data-2018")
	report = settled(t, "id: x\nname: X\nhome_place: Swedn\n", nil)
	told(t, report, "error: dataset.yaml:3 home_place: “Swedn” is not a place that is known; write an ISO 3166-1 alpha-2 code, as HK; nearest: SE Sweden")
	report = settled(t, "id: 'x\n", map[string]string{"ours.csv": "a,b\n1,2\n"})
	same(t, "the problems of a dataset.yaml that cannot be read", len(report.Problems), 1)
}

func TestOnlyWhatIsNearIsProposed(t *testing.T) {
	report := settled(t, "id: x\nname: X\n", map[string]string{"zzzzzzzzz.csv": "a,b\n1,2\n", "mobilty.csv": "a,b\n1,2\n"})
	for _, problem := range report.Problems {
		if near := strings.Contains(problem.Remedy, "nearest"); near != (problem.File == "mobilty.csv") {
			t.Errorf("%v", problem)
		}
	}
	same(t, "the number of warnings", report.Warnings, 2)
}

func TestASheetThatIsKnownIsNotCalledUnmapped(t *testing.T) {
	content := book(t, map[string][][]any{"2016": {{"academic_year_id", "students"}, {"2016/17", 3}}, "Notes": {{"x"}, {"y"}}})
	report := settled(t, "id: x\nname: X\nfiles:\n  - {file: a.xlsx, sheet: \"2016\", table: enrolment}\n  - {file: a.xlsx, sheet: Notes, table: none}\n"+
		"  - {file: enrolment.csv, table: none}\n", map[string]string{"a.xlsx": content})
	same(t, "the problems", len(report.Problems), 0)
}
