package ingest_test

import (
	"strings"
	"testing"
)

func TestCountedRowsWithoutAnAmountAreTold(t *testing.T) {
	mapping := "files:\n  - {file: people.csv, table: mobility, count_rows: participants, columns: {academic_year_id: y, direction: d, country_code: p, months: m, aid_amount: a}}\n"
	const warning = "people.csv months: 1 of the 4 rows that are counted have no months; added up, they count as 0"
	report, _ := foreign(t, mapping, map[string]string{
		"people.csv": "y,d,p,m,a\n2017/18,inbound,NA,5,\n2017/18,inbound,NA,,\n2017/18,inbound,NA,4,\n2017/18,inbound,NA,4,\n"})
	told(t, report, "warning: "+warning)
	same(t, "the number of warnings", report.Warnings, 1) // nobody has an amount of aid: there is no sum to be wrong
	report, _ = foreign(t, mapping, map[string]string{"people.csv": "y,d,p,m,a\n2017/18,inbound,NA,5,1\n2017/18,inbound,NA,4,2\n"})
	for _, problem := range report.Problems {
		if strings.Contains(problem.String(), "have no") {
			t.Errorf("nothing is missing: %v", problem)
		}
	}
}
