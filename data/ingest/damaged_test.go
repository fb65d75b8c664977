package ingest_test

import (
	"slices"
	"strings"
	"testing"
)

// someRows are those of enrolment.csv, so that there is something to store.
const someRows = "academic_year_id,students\n2017/18,3\n"

func TestNothingToStoreIsAnError(t *testing.T) {
	for name, files := range map[string]map[string]string{
		"only dataset.yaml": {}, "only a header": {"enrolment.csv": "academic_year_id,students\n"},
		"only names to match with": {"ror.csv": "ror_id,name\nhttps://ror.org/0030zas98,PolyU\n"},
	} {
		report, _ := foreign(t, "home_place: HK\n", files)
		told(t, report, "error: dataset.yaml: no row of any file is stored")
		same(t, "the errors of "+name, report.Errors, 1)
	}
}

func TestADamagedFileStopsTheImport(t *testing.T) {
	whole := book(t, map[string][][]any{"flows": {{"academic_year_id"}, {"2017/18"}}})
	for name, content := range map[string]string{
		"Our data.xlsx": whole[:len(whole)/2], "Macros.XLSM": "PK\x03\x04", "numbers.parquet": "PAR1 cut off", "empty.xlsx": "",
		"partners.csv": "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
	} {
		report, _ := foreign(t, "", map[string]string{name: content, "enrolment.csv": someRows})
		if report.Errors != 1 || report.Problems[0].File != name || !strings.Contains(report.Problems[0].Remedy, "table: none") {
			t.Errorf("%s: %v", name, report.Problems)
		}
		report, _ = foreign(t, "files:\n  - {file: "+name+", table: none}\n", map[string]string{name: content, "enrolment.csv": someRows})
		if report.Errors > 0 {
			t.Errorf("%s is known and left out: %v", name, report.Problems)
		}
	}
	report, _ := foreign(t, "", map[string]string{"~$Our data.xlsx": "the mark that a program leaves while a workbook is open", "._Our data.xlsx": "x",
		"enrolment.csv": someRows})
	same(t, "the errors of hidden files", report.Errors, 0)
}

func TestAWorkbooksFractionsAreNotThousands(t *testing.T) {
	report, _ := foreign(t, "", map[string]string{"data.xlsx": book(t, map[string][][]any{
		"mobility": {{"academic_year_id", "direction", "country_code", "participants"}, {"2017/18", "inbound", "NA", 2.125}, {"2017/18", "inbound", "NA", 1125}},
	})})
	told(t, report, "error: data.xlsx:2 participants: “2.1250” is not a whole number")
	same(t, "the number of errors", report.Errors, 1)
	report, rows := foreign(t, "", map[string]string{"data.xlsx": book(t, map[string][][]any{
		"flows": {{"academic_year_id", "origin_code", "destination_code", "participants"}, {"2017/18", "NA", "HK", 2.125}},
	})})
	same(t, "the number of errors", report.Errors, 0)
	if len(rows["flows"]) != 1 || !slices.Contains(rows["flows"][0], any(2.125)) {
		t.Errorf("rows of flows: %v", rows["flows"])
	}
}

func TestAColumnThatStandsTwiceIsToldOnce(t *testing.T) {
	report, _ := foreign(t, "", map[string]string{
		"mobility.csv": "academic_year_id,direction,country_code,participants,participants\n2017/18,inbound,NA,2,3\n"})
	told(t, report, "mobility.csv:1 participants: the column stands twice in the header; remove one of them")
	for _, problem := range report.Problems {
		if strings.Contains(problem.String(), "is not known") {
			t.Errorf("told again: %v", problem)
		}
	}
}
