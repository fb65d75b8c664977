package store_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"meridian/data/ingest"
	"meridian/data/internal/sample"
	"meridian/data/store"
)

func foreign(settings string, files map[string]string) store.Source {
	folder := fstest.MapFS{}
	for name, text := range files {
		folder[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return store.Source{Dataset: folder, Geo: sample.Geo(), Settings: []byte("id: x\nname: X\nas_of: 2020-01-01\n" + settings)}
}

// students is a register with one row a person.
const students = "year,dir,to,degree,grant\n2017/18,Outbound,GB,ba,100.50\n2017/18,Outbound,GB,ba,200\n2017/18,Outbound,GB,ma,\n" +
	"2017/18,Outbound,NA,ba,\n2017/18,Sideways,NA,ba,\n2017/18,Outbound,GB,ba,1\n"

const register = `
files:
  - file: register.csv
    table: mobility
    columns: {academic_year_id: year, direction: dir, country_code: to, level: {column: degree, values: {ba: bachelor, ma: master}}, aid_amount: grant}
    count_rows: participants
`

func TestRowsBecomePeople(t *testing.T) {
	report, err := store.Check(context.Background(), foreign(register, map[string]string{"register.csv": students}))
	if err != nil {
		t.Fatal(err)
	}
	expect(t, "a file with an error", report.Files[0], ingest.FileCount{File: "register.csv", Table: "mobility", Read: 6, Stored: 5, Refused: 1})
	s, report, err := store.Load(context.Background(), foreign(register, map[string]string{"register.csv": strings.Replace(students, "Sideways", "inbound", 1)}))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	expect(t, "count", report.Files[0], ingest.FileCount{File: "register.csv", Table: "mobility", Read: 6, Stored: 6, Kept: 4})
	expect(t, "rows", query(t, s, "SELECT direction, country_code, level, participants, aid_amount FROM mobility", nil),
		"[[outbound GB bachelor 3 301.5] [outbound GB master 1 <nil>] [outbound NA bachelor 1 <nil>] [inbound NA bachelor 1 <nil>]]")
	expect(t, "kind", query(t, s, "SELECT DISTINCT kind FROM mobility", nil), "[[student-studies]]")
}

func TestTotalsMustComeOut(t *testing.T) {
	files := map[string]string{"flows.csv": "academic_year_id,origin_code,destination_code,participants\n2017/18,CN,GB,10.5\n2017/18,TW,GB,3\n2018/19,CN,GB,4\n"}
	good := "totals:\n  - {table: flows, column: participants, value: 17.5}\n  - {table: flows, column: participants, where: {origin_code: CHN, academic_year_id: 2017/18}, value: 10.5}\n"
	if _, err := store.Check(context.Background(), foreign(good, files)); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ settings, want string }{
		{good, ""},
		{strings.Replace(good, "17.5", "18.5", 1), "dataset.yaml:5 totals[0]: participants of flows is stated as 18.5 and comes out as 17.5 (3 rows): the difference is −1"},
		{strings.Replace(good, "value: 10.5", "value: 10, source: yearbook", 1), "participants of flows where academic_year_id 2017/2018, origin_code CN is stated as 10 and comes out as 10.5 (1 row): " +
			"the difference is +0.5; look for rows that are missing or counted twice; the total is from yearbook"},
	} {
		s, report, err := store.Load(context.Background(), foreign(c.settings, files))
		if c.want == "" {
			if err != nil {
				t.Fatal(err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			continue
		}
		var refused *ingest.RefusedError
		if !errors.As(err, &refused) || !strings.Contains(refused.First.String(), c.want) {
			t.Errorf("got %v\nwant %s", err, c.want)
		}
		expect(t, "errors", report.Errors, 1)
	}
}

func TestIncompleteYearsAreTold(t *testing.T) {
	text := "academic_year_id,origin_code,destination_code,participants\n"
	for _, year := range []string{"2014", "2015", "2016", "2017", "2018"} {
		text += year + ",CN,GB,100\n" + year + ",CN,TW,100\n" + year + ",TW,HK,100\n"
	}
	text += "2019,CN,GB,100\n"
	calendar := "academic_year: {start_month: 1}\n"
	report, err := store.Check(context.Background(), foreign(calendar, map[string]string{"flows.csv": text}))
	if err != nil {
		t.Fatal(err)
	}
	want := "warning: flows.csv academic_year_id: 2019 looks incomplete: places that had 67 % of the year beside it report nothing, among them HK, TW"
	if report.Warnings != 1 || !strings.Contains(report.Problems[0].String(), want) {
		t.Errorf("problems: %v", report.Problems)
	}
	report, err = store.Check(context.Background(), foreign(calendar+"years: {complete: [2019]}\n", map[string]string{"flows.csv": text}))
	if err != nil || len(report.Problems) > 0 {
		t.Errorf("a year stated to be complete: %v %v", err, report.Problems)
	}
}

func TestANetworkWithoutHome(t *testing.T) {
	s, _, err := store.Load(context.Background(), foreign("", map[string]string{
		"institutions.csv": "institution_id,name,country_code\nA  1,One,GB\nB 1,Two,HK\n",
		"flows.csv":        "academic_year_id,origin_institution_id,destination_institution_id,participants\n2017/18,A\u00a01,B  1,3\n"}))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	expect(t, "institutions", query(t, s, "SELECT institution_id FROM institutions ORDER BY ALL", nil), "[[A 1] [B 1]]")
	expect(t, "flow", query(t, s, "SELECT origin, destination FROM cube_flow", nil), "[[GB HK]]")
	expect(t, "home", s.Dataset().HomePlace+s.Dataset().HomeInstitution, "")
}
