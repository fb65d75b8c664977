package ingest_test

import "testing"

func TestTotalsAreLeftOut(t *testing.T) {
	const rows = "academic_year_id,direction,country_code,participants\n2017/18,inbound,NA,2\n2017/18,inbound,HK,5\n"
	for _, c := range []struct{ total, want string }{
		{"Total,,,7\n", "warning: mobility.csv:4: the row looks like a total and is left out; remove the row"},
		{"合計,,,7\n", "is left out; remove the row"},
		{"2017/18,inbound,Summe:,7\n", "is left out; remove the row"},
		{"Total,,,9\n", "is left out; its participants is 9, and the rows above it come to 7; remove the row"},
		{"小計,,,7\n2016/17,inbound,NA,4\nSubtotal,,,4\nGrand total,,,11\n", "warning: mobility.csv:7: the row looks like a total and is left out; remove the row"},
	} {
		report, stored := foreign(t, "", map[string]string{"mobility.csv": rows + c.total})
		same(t, "the number of errors", report.Errors, 0)
		told(t, report, c.want)
		if file := report.Files[0]; file.Read != file.Stored+file.Refused || file.Refused == 0 || len(stored["mobility"]) != file.Stored {
			t.Errorf("%q: %+v, %d stored", c.total, file, len(stored["mobility"]))
		}
	}
	report, _ := foreign(t, "", map[string]string{"mobility.csv": rows + "Total,,,\n"})
	if report.Errors == 0 {
		t.Error("a row without numbers is no total")
	}
}

func TestAnInstitutionMayBeCalledTotal(t *testing.T) {
	report, rows := foreign(t, "", map[string]string{
		"institutions.csv": "institution_id,name,country_code\nt1,Total,GB\n",
		"agreements.csv":   "agreement_id,institution_id,mobilities_per_year\na,Total,5\n"})
	same(t, "the number of errors and warnings", report.Errors+report.Warnings, 0)
	same(t, "the institution", rows["agreements"][0][1], "t1")
}
