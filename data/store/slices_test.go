package store_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"meridian/data/store"
)

type querier = *store.Snapshot

// slices are the filter macros and their parameters, in order.
func slices() map[string][]string {
	return map[string][]string{
		"mobility_slice":  {"from_year", "to_year", "place", "region", "faculty", "direction", "evidence"},
		"partner_slice":   {"from_year", "to_year", "place", "region", "faculty", "direction", "evidence"},
		"project_slice":   {"from_year", "to_year", "place", "region", "type", "faculty", "evidence"},
		"agreement_slice": {"place", "region", "evidence"},
		"related_slice":   {"from_year", "to_year", "place", "region", "type", "faculty", "evidence"},
	}
}

// TestSlices gives each filter of each macro a value and counts what is left of the sample.
func TestSlices(t *testing.T) {
	s := load(t, nil)
	for _, c := range []struct {
		slice, measure, parameter string
		value                     any
		want                      any
	}{
		{"mobility_slice", "sum(participants)", "", nil, 33},
		{"mobility_slice", "sum(participants)", "from_year", "2017/2018", 23},
		{"mobility_slice", "sum(participants)", "to_year", "2016/2017", 10},
		{"mobility_slice", "sum(participants)", "place", []string{"NA", "CN"}, 8},
		{"mobility_slice", "sum(participants)", "place", []string{}, 33},
		{"mobility_slice", "sum(participants)", "region", []string{"europe"}, 25},
		{"mobility_slice", "sum(participants)", "faculty", []string{"BUS"}, 3},
		{"mobility_slice", "sum(participants)", "direction", []string{"inbound"}, 8},
		{"mobility_slice", "sum(participants)", "evidence", []string{"published"}, 1},
		{"mobility_slice", "sum(aid_amount)", "", nil, 1000.5},
		{"partner_slice", "sum(participants)", "", nil, 32},
		{"partner_slice", "sum(participants)", "from_year", "2017/2018", 22},
		{"partner_slice", "sum(participants)", "to_year", "2016/2017", 10},
		{"partner_slice", "sum(participants)", "place", []string{"CN"}, 7},
		{"partner_slice", "sum(participants)", "region", []string{"mainland"}, 7},
		{"partner_slice", "sum(participants)", "faculty", []string{"ENG"}, 29},
		{"partner_slice", "sum(participants)", "direction", []string{"outbound"}, 25},
		{"partner_slice", "count(*)", "evidence", []string{"published"}, 0},
		{"project_slice", "sum(projects)", "", nil, 4},
		{"project_slice", "sum(projects)", "from_year", "2016/2017", 3},
		{"project_slice", "sum(projects)", "to_year", "2015/2016", "<nil>"},
		{"project_slice", "sum(projects)", "place", []string{"GB"}, 2},
		{"project_slice", "sum(projects)", "region", []string{"east-asia"}, 1},
		{"project_slice", "sum(projects)", "type", []string{"conference"}, 1},
		{"project_slice", "sum(projects)", "faculty", []string{"ENG"}, 2},
		{"project_slice", "sum(projects)", "evidence", []string{"published"}, 2},
		{"agreement_slice", "count(*)", "", nil, 7},
		{"agreement_slice", "count(*)", "place", []string{"GB"}, 3},
		{"agreement_slice", "count(*)", "region", []string{"africa"}, 2},
		{"agreement_slice", "count(*)", "evidence", []string{"published"}, 2},
		{"related_slice", "count(*)", "", nil, 13},
		{"related_slice", "count(*)", "from_year", "2017/2018", 5},
		{"related_slice", "count(*)", "to_year", "2014/2015", 2},
		{"related_slice", "count(*)", "to_year", "2009/2010", 0},
		{"related_slice", "count(*)", "place", []string{"GB"}, 6},
		{"related_slice", "count(*)", "type", []string{"conference"}, 1},
		{"related_slice", "count(*)", "faculty", []string{"ENG"}, 4},
	} {
		args := map[string]any{}
		for _, parameter := range slices()[c.slice] {
			args[parameter] = nil
		}
		args[c.parameter] = c.value
		text := "SELECT " + c.measure + " FROM " + c.slice + "($" + strings.Join(slices()[c.slice], ", $") + ")"
		result, err := s.Query(context.Background(), text, args)
		if err != nil {
			t.Fatal(err)
		}
		expect(t, c.slice+" "+c.measure+" by "+c.parameter, result.Rows[0][0], c.want)
	}
}

// TestProjectYear counts a project in the academic year that its start date lies in.
func TestProjectYear(t *testing.T) {
	rows := query(t, load(t, nil), "SELECT academic_year_id, project_type, country_code FROM cube_project ORDER BY ALL NULLS FIRST", nil)
	expect(t, "projects", rows, "[[<nil> consultancy TW] [2016/2017 joint-research CN] [2016/2017 joint-research GB] [2016/2017 conference GB]]")
}

// TestAgreementStatus tells each agreement's status on the data set's day, 31 August 2018.
func TestAgreementStatus(t *testing.T) {
	rows := query(t, load(t, nil), "SELECT agreement_id, status, days_left FROM agreement_status ORDER BY ALL", nil)
	expect(t, "agreements", rows, "[[a1 within_90_days 61] [a2 overdue -1096] [a3 undated <nil>] [a4 ended -1461] [a5 future 1826] [a6 in_effect 731] [a7 ended <nil>]]")
}

// TestAgreementsCountInTheYearsTheirTermTouches: the academic year begins in September; an end that is not known is open.
func TestAgreementsCountInTheYearsTheirTermTouches(t *testing.T) {
	s := load(t, map[string]string{"projects.csv": "", "mobility.csv": "", "agreements.csv": `agreement_id,institution_id,kind,signing_date,start_date,end_date,in_effect,evidence,source_id
term,zju,exchange,,2014-09-01,2016-08-31,,illustrative,page
signed,leeds,exchange,2015-03-01,,,true,illustrative,page
ending,ntu,mou,,,2015-01-31,,illustrative,page
ended,unam,mou,,2014-10-01,,false,illustrative,page
undated,hull,mou,,,,,illustrative,page
`, "institutions.csv": `institution_id,name,country_code,evidence,source_id
home,Sample University,HK,published,page
zju,Zhejiang University,CN,published,page
leeds,University of Leeds,GB,published,page
ntu,National Taiwan University,TW,published,page
unam,University of Namibia,NA,published,page
hull,University of Hull,GB,published,page
`, "memberships.csv": "", "alliances.csv": "", "establishments.csv": "", "programmes.csv": ""})
	for _, c := range []struct {
		from, to any
		want     string
	}{
		{nil, nil, "hull|leeds|ntu|unam|zju"},
		{"2013/2014", "2013/2014", "ntu"},
		{"2014/2015", "2014/2015", "leeds|ntu|unam|zju"},
		{"2015/2016", "2015/2016", "leeds|zju"},
		{"2016/2017", "2016/2017", "leeds"},
		{nil, "2013/2014", "ntu"},
		{"2016/2017", nil, "leeds"},
	} {
		rows := query(t, s, "SELECT string_agg(DISTINCT institution_id, '|' ORDER BY institution_id) FROM related_slice($from, $to, NULL, NULL, NULL, NULL, NULL)",
			map[string]any{"from": c.from, "to": c.to})
		expect(t, fmt.Sprintf("partners from %v to %v", c.from, c.to), rows[0][0], c.want)
	}
}
