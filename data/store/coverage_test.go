package store_test

import (
	"fmt"
	"strings"
	"testing"

	"meridian/data/ingest"
	"meridian/data/store"
)

// flowsOf writes flows.csv: by year, how many each destination reports; a destination that is left out reports nothing.
func flowsOf(years map[string]map[string]float64) string {
	var text strings.Builder
	text.WriteString("academic_year_id,origin_code,destination_code,participants\n")
	for year, destinations := range years {
		for destination, n := range destinations {
			fmt.Fprintf(&text, "%s,HK,%s,%g\n", year, destination, n)
		}
	}
	return text.String()
}

// TestYearsThatLookIncomplete: those at an end of the series, where reporters of over a tenth are gone, and no others.
func TestYearsThatLookIncomplete(t *testing.T) {
	whole := func() map[string]float64 { return map[string]float64{"CN": 50, "GB": 38, "NA": 12} }
	without := func(code string) map[string]float64 {
		places := whole()
		delete(places, code)
		return places
	}
	tenth := map[string]float64{"CN": 5, "GB": 4, "NA": 1}
	years := func(changes map[string]map[string]float64) string {
		list := map[string]map[string]float64{}
		for year := 2008; year <= 2016; year++ {
			list[fmt.Sprintf("%d/%d", year, year+1)] = whole()
		}
		for year, places := range changes {
			list[year] = places
		}
		return flowsOf(list)
	}
	for name, c := range map[string]struct{ flows, settings, want string }{
		"none":                     {years(nil), "", ""},
		"the tail":                 {years(map[string]map[string]float64{"2016/2017": without("GB")}), "", "2016/2017 reporters [GB]"},
		"the head":                 {years(map[string]map[string]float64{"2008/2009": without("CN")}), "", "2008/2009 reporters [CN]"},
		"a tail that crumbles":     {years(map[string]map[string]float64{"2015/2016": without("GB"), "2016/2017": {"NA": 12}}), "", "2015/2016 reporters [GB], 2016/2017 reporters [CN]"},
		"a gap inside":             {years(map[string]map[string]float64{"2012/2013": without("CN")}), "", ""},
		"less than a tenth":        {years(map[string]map[string]float64{"2016/2017": {"CN": 50, "GB": 38, "NA": 0}, "2015/2016": {"CN": 60, "GB": 38, "NA": 10}}), "", ""},
		"a small sum at the tail":  {years(map[string]map[string]float64{"2016/2017": tenth}), "", "2016/2017 sum <nil>"},
		"two small sums":           {years(map[string]map[string]float64{"2015/2016": tenth, "2016/2017": tenth}), "", "2015/2016 sum <nil>, 2016/2017 sum <nil>"},
		"a small sum at the head":  {years(map[string]map[string]float64{"2008/2009": tenth}), "", "2008/2009 sum <nil>"},
		"a small sum inside":       {years(map[string]map[string]float64{"2012/2013": tenth}), "", ""},
		"over half of the others":  {years(map[string]map[string]float64{"2016/2017": {"CN": 26, "GB": 20, "NA": 6}}), "", ""},
		"a collapse that is real":  {years(map[string]map[string]float64{"2016/2017": tenth}), "years: {complete: [2016/2017]}", ""},
		"a beginning that grows":   {years(map[string]map[string]float64{"2008/2009": tenth, "2009/2010": {"CN": 12, "GB": 9, "NA": 4}, "2010/2011": {"CN": 25, "GB": 20, "NA": 6}}), "", ""},
		"a sum and gone reporters": {years(map[string]map[string]float64{"2015/2016": {"CN": 5, "GB": 3, "NA": 1}, "2016/2017": {"CN": 5}}), "", "2015/2016 sum <nil>, 2016/2017 reporters [GB NA]"},
		"so few that chance halves": {flowsOf(map[string]map[string]float64{
			"2010/2011": {"CN": 7}, "2011/2012": {"CN": 6}, "2012/2013": {"CN": 8}, "2013/2014": {"CN": 2},
		}), "", ""},
		"two years": {flowsOf(map[string]map[string]float64{"2016/2017": {"CN": 5}, "2017/2018": {"GB": 5}}), "", ""},
		"two reporters": {flowsOf(map[string]map[string]float64{
			"2008/2009": {"CN": 5}, "2009/2010": {"CN": 5, "GB": 5}, "2010/2011": {"CN": 5, "GB": 5}, "2011/2012": {"GB": 5},
		}), "", ""},
		"both ends over half": {flowsOf(map[string]map[string]float64{
			"2008/2009": {"CN": 5}, "2009/2010": {"CN": 5, "GB": 5}, "2010/2011": {"CN": 5, "GB": 5, "NA": 5},
			"2011/2012": {"GB": 5, "NA": 5}, "2012/2013": {"NA": 5},
		}), "", ""},
		"the data set says so": {years(nil), "years: {incomplete: [2014/2015]}", "2014/2015 stated <nil>"},
		"it says otherwise":    {years(map[string]map[string]float64{"2016/2017": without("GB")}), "years: {complete: [2016/2017]}", ""},
		"not over yet":         {years(map[string]map[string]float64{"2017/2018": whole(), "2018/2019": whole()}), "", "2018/2019 calendar <nil>"},
		"nothing but gaps": {flowsOf(map[string]map[string]float64{
			"2008/2009": {"CN": 5}, "2009/2010": {"GB": 5}, "2010/2011": {"NA": 5}, "2011/2012": {"CN": 5},
		}), "", ""},
		"a single year": {flowsOf(map[string]map[string]float64{"2013/2014": whole()}), "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			s := load(t, map[string]string{"flows.csv": c.flows, "dataset.yaml": "id: sample\nname: Sample\nhome_place: HK\nhome_institution: home\nas_of: 2018-08-31\n" + c.settings})
			var got []string
			for _, row := range query(t, s, "SELECT academic_year_id, reason, absent FROM year_coverage WHERE fact = 'flow' AND incomplete ORDER BY ALL", nil) {
				got = append(got, fmt.Sprint(row[0], " ", row[1], " ", row[2]))
			}
			expect(t, "incomplete years", strings.Join(got, ", "), c.want)
		})
	}
}

// TestShortSumsOfOtherFacts: the sum is looked at for people of the home institution and for joint works too, and warned of.
func TestShortSumsOfOtherFacts(t *testing.T) {
	mobility := "academic_year_id,direction,institution_id,country_code,kind,participants\n"
	works := "academic_year_id,place_a,place_b,works\n"
	for year, n := range map[int]int{2013: 1000, 2014: 990, 2015: 1010, 2016: 1000, 2017: 12} {
		mobility += fmt.Sprintf("%d/%d,outbound,,GB,student-studies,%d\n", year, year+1, n)
		works += fmt.Sprintf("%d/%d,CN,GB,%d\n", year, year+1, n)
	}
	s, report, err := store.Load(t.Context(), source(map[string]string{"mobility.csv": mobility, "copublications.csv": works}))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	got := query(t, s, "SELECT fact, academic_year_id, reason FROM year_coverage WHERE incomplete ORDER BY ALL", nil)
	expect(t, "incomplete years", got, "[[copublication 2017/2018 sum] [mobility 2017/2018 sum]]")
	expect(t, "warnings", strings.Count(reasons(report), "2017/2018 looks incomplete: its sum is 99 % below that of the years beside it"), 2)
}

func reasons(report *ingest.Report) (all string) {
	for _, p := range report.Problems {
		all += p.Reason + "\n"
	}
	return all
}

// TestFlowSlices: a place that is chosen lets a flow through at either end; seen from the ends, it is told of the others.
func TestFlowSlices(t *testing.T) {
	s := load(t, map[string]string{
		"flows.csv":          "academic_year_id,origin_code,destination_code,participants\n2016/2017,CN,GB,1.5\n2016/2017,GB,CN,2\n2017/2018,NA,GB,4\n",
		"copublications.csv": "academic_year_id,place_a,place_b,works\n2016/2017,GB,CN,3\n2017/2018,CN,NA,5\n",
	})
	for text, want := range map[string]any{
		"SELECT sum(participants) FROM flow_slice(NULL, NULL, ['CN'], NULL, NULL)":                           3.5,
		"SELECT sum(participants) FROM flow_slice('2017/2018', NULL, ['GB'], NULL, NULL)":                    4,
		"SELECT sum(participants) FROM flow_slice(NULL, NULL, NULL, ['africa'], NULL)":                       4,
		"SELECT sum(incoming) FROM flow_ends(NULL, NULL, NULL, NULL, NULL) WHERE here = 'GB'":                5.5,
		"SELECT sum(incoming - outgoing) FROM flow_ends(NULL, NULL, ['CN'], NULL, NULL)":                     -0.5,
		"SELECT count(*) FROM flow_ends(NULL, NULL, ['NA'], NULL, NULL) WHERE here = 'NA'":                   0,
		"SELECT sum(works) FROM copublication_slice(NULL, NULL, ['GB'], NULL, NULL)":                         3,
		"SELECT string_agg(here, ' ' ORDER BY here) FROM copublication_ends(NULL, NULL, ['CN'], NULL, NULL)": "GB NA",
		"SELECT place_a || place_b FROM copublications WHERE works = 3":                                      "CNGB",
	} {
		expect(t, text, query(t, s, text, nil)[0][0], want)
	}
}

// TestNetworkWithoutHome: nothing is at home, and calendar years are written as such.
func TestNetworkWithoutHome(t *testing.T) {
	s := load(t, map[string]string{"dataset.yaml": "id: net\nname: Net\nacademic_year: {start_month: 1}\nas_of: 2018-08-31\n",
		"mobility.csv": "", "targets.csv": "", "enrolment.csv": "", "memberships.csv": "", "flows.csv": "academic_year_id,origin_code,destination_code,participants\n2016,CN,GB,1\n"})
	expect(t, "home", s.Dataset().HomePlace+s.Dataset().HomeInstitution, "")
	for text, want := range map[string]any{
		"SELECT count(*) FROM places WHERE \"grouping\" = 'home'":                         0,
		"SELECT academic_year(DATE '2018-12-31') || ' ' || year_end('2018')":              "2018 2018-12-31",
		"SELECT string_agg(academic_year_id, ' ') FROM year_coverage WHERE fact = 'flow'": "2016",
	} {
		expect(t, text, query(t, s, text, nil)[0][0], want)
	}
}
