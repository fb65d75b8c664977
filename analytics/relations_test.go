package analytics

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"meridian/analytics/filter"
	"meridian/analytics/lang"
	"meridian/data/store"
)

// relations is a university with four partners, small enough to work out by hand.
func relations(t *testing.T) *Network {
	t.Helper()
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"dataset.yaml":     "id: small\nname: Small\nhome_institution: home\nhome_place: HK\nacademic_year: {start_month: 9}\nas_of: 2018-08-31\n",
		"institutions.csv": "institution_id,name,country_code\nhome,Home,HK\na,Alpha,DE\nb,Beta,FR\nc,Gamma,GB\nd,Delta,US\n",
		"agreements.csv": "agreement_id,institution_id,kind,start_date,end_date,in_effect,mobilities_per_year\n" +
			"g1,a,exchange,2015-09-01,2018-11-30,true,5\ng2,b,exchange,2010-01-15,2018-08-01,true,2\n" +
			"g3,c,mou,2012-09-01,2020-08-31,true,\ng4,d,mou,2017-10-01,2022-09-30,true,\n",
		"mobility.csv": "academic_year_id,direction,institution_id,kind,participants\n2015/2016,outbound,a,student-studies,2\n" +
			"2016/2017,outbound,a,student-studies,3\n2017/2018,outbound,a,student-studies,4\n2017/2018,inbound,a,student-studies,1\n" +
			"2016/2017,outbound,b,student-studies,1\n2017/2018,inbound,b,student-studies,6\n",
		"projects.csv": "project_id,project_type,institution_id,start_date,end_date\np1,conference,a,2017-01-01,2019-01-01\n" +
			"p2,joint-research,c,2012-10-01,2014-06-30\n",
		"alliances.csv":   "alliance_id,name\nx,Cross\n",
		"memberships.csv": "alliance_id,institution_id,role\nx,home,member\nx,a,member\nx,c,member\nx,d,member\nx,b,observer\n",
	} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	snapshot, _, err := store.Load(t.Context(), store.Source{Dataset: files, Geo: os.DirFS("../data/geo")})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := snapshot.Close(); err != nil {
			t.Error(err)
		}
	})
	n, err := New(t.Context(), snapshot)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// Agreements, alliances and places come to what the few rows come to by hand.
func TestRelationsByHand(t *testing.T) {
	n := relations(t)
	for _, c := range []struct {
		metric, columns, want string
		filter                filter.Filter
	}{
		// 31 August 2018 to 30 November is 91 days; 1 August was 30 days before. Three years of students: 2+3+4+1 and 1+6.
		{metric: "agreements_expiring", columns: "institution_id agreement_status days_left recent_students running", want: "b overdue -30 7 0; a within_180_days 91 10 1"},
		// Gamma's last year ended on 31 August 2014. Delta's agreement is eleven months old.
		{metric: "agreements_dormant", columns: "institution_id last_year quiet_years in_effect", want: "c 2013/2014 4 3"},
		{metric: "agreements_dormant_count", columns: "dormant_agreements dormant_partners agreements", want: "1 1 3"},
		// Three years of exchange are on record: 3 × 5 and 3 × 2 places.
		{metric: "agreement_utilisation", columns: "institution_id term_years capacity outbound unused utilisation", want: "a 3 15 9 6 0.6; b 3 6 1 5 0.16666666666666666"},
		{metric: "agreement_utilisation", columns: "institution_id capacity outbound", want: "b 2 0; a 5 4", filter: filter.Filter{From: "2017/2018"}},
		{metric: "agreement_utilisation_trend", columns: "academic_year_id capacity outbound", want: "2015/2016 7 2; 2016/2017 7 4; 2017/2018 7 4"},
		{metric: "agreement_balance", columns: "institution_id outbound inbound term_balance reciprocity", want: "a 9 1 8 0.19999999999999996; b 1 6 -5 0.2857142857142857"},
		{metric: "partners_neglected", columns: "institution_id exchanged projects first_year last_year quiet_years agreements ever_active", want: "c 0 1 2012/2013 2013/2014 4 1 3"},
		// Home and the observer are no members to activate. All three have an agreement, one a project that runs.
		{metric: "alliance_activation", columns: "members tied_members active_members projects outbound inbound", want: "3 3 1 2 9 1"},
		{metric: "alliance_activation", columns: "members active_members", want: "3 0", filter: filter.Filter{To: "2015/2016"}},
		// Of 2015/16 to 2017/18 the last year is held against the one before: 5 ÷ 3 and 6 ÷ 1.
		{metric: "place_benchmark", columns: "country_code chosen partners outbound inbound growth", want: "DE true 1 9 1 0.6666666666666667; FR false 1 1 6 5; GB false 1 0 0 <nil>", filter: filter.Filter{Place: []string{"DE"}}},
		{metric: "reciprocity_trend", columns: "academic_year_id outbound inbound reciprocity", want: "2015/2016 2 0 0; 2016/2017 4 0 0; 2017/2018 4 7 0.7272727272727273"},
	} {
		table, err := n.Answer(t.Context(), c.metric, Question{Lang: lang.English, Filter: c.filter})
		if err != nil {
			t.Errorf("%s: %v", c.metric, err)
			continue
		}
		var rows []string
		for _, row := range table.Rows {
			var said []string
			for _, column := range strings.Fields(c.columns) {
				said = append(said, fmt.Sprint(row[table.Index(column)]))
			}
			rows = append(rows, strings.Join(said, " "))
		}
		if got := strings.Join(rows, "; "); got != c.want {
			t.Errorf("%s under %v is\n%s\nwant\n%s", c.metric, c.filter.Map(), got, c.want)
		}
	}
}

// With published rows only, nobody is dormant for want of the rows that are left out.
func TestSilenceIsNotMadeByAFilter(t *testing.T) {
	n := network(t)
	for _, metric := range []string{"agreements_dormant", "agreements_dormant_count", "partners_neglected"} {
		table, err := n.Answer(t.Context(), metric, Question{Lang: lang.English, Filter: filter.Filter{Evidence: []string{"published"}}})
		if err != nil {
			t.Fatal(err)
		}
		if table.Len() != 0 {
			t.Errorf("%s answers %v", metric, table.Rows[0])
		}
	}
}
