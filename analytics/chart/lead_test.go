package chart

import (
	"slices"
	"strings"
	"testing"

	"meridian/analytics/lang"
	"meridian/analytics/table"
)

// counts is an answer of named rows; the first has the most.
func counts(columns string, values ...int64) *table.Table {
	var rows [][]any
	for i, v := range values {
		rows = append(rows, []any{[]string{"Japan", "Taiwan", "United States", "Chile", "Peru", "Chad", "Fiji", "Mali", "Oman", "Cuba", "Laos"}[i], v})
	}
	return answer(columns, rows...)
}

// coded is counts with a code for each place.
func coded(values ...int64) [][]any {
	rows := counts("name n", values...).Rows
	for r, cells := range rows {
		rows[r] = []any{cells[0], cells[0], cells[1]}
	}
	return rows
}

func TestOnlyOneThatHasMoreThanAllOthersLeads(t *testing.T) {
	for _, c := range []struct {
		name   string
		values []int64
		who    string
		leads  bool
	}{
		{"one", []int64{18, 17, 5}, "Japan, 18", true},
		{"two level", []int64{17, 17, 5}, "Japan and Taiwan, 17 each", false},
		{"three level", []int64{17, 17, 17, 5}, "Japan, Taiwan and United States, 17 each", false},
		{"four level", []int64{17, 17, 17, 17}, "", false},
		{"nothing", []int64{0, 0}, "", false},
		{"no rows", nil, "", false},
	} {
		in := english(t, counts("place n", c.values...))
		who, told := mostOf(in, allRows(in.Table), "n", in.named("place"))
		if got := strings.TrimPrefix(who["who"]+", "+who["n"], ", "); told != (c.who != "") || got != c.who {
			t.Errorf("%s: said %q, want %q", c.name, got, c.who)
		}
		if len(c.values) > 0 && leads(in.Table, 0, "n") != c.leads {
			t.Errorf("%s: the first leads: %v, want %v", c.name, !c.leads, c.leads)
		}
	}
}

func TestListsEndWhereNumbersDiffer(t *testing.T) {
	for want, values := range map[string][]int64{
		"Japan 9, Taiwan 9": {9, 9, 4},
		"Japan 9":           {9, 4, 4},
		"":                  {4, 4, 4},
		"Japan 3":           {3},
	} {
		if got := listing(lang.English, counts("place n", values...), "place", "n", 2); got != want {
			t.Errorf("%v: listed %q, want %q", values, got, want)
		}
	}
}

func TestTiedPlacesShareTheLead(t *testing.T) {
	checkRules(t, []rule{
		{"one", partnerReach, counts("place partners", 18, 17, 3), "Partners in 3 countries and regions, the most in Japan"},
		{"two", partnerReach, counts("place partners", 17, 17, 3), "Partners in 3 countries and regions, the most in Japan and Taiwan"},
		{"an article", partnerReach, counts("place partners", 17, 17, 17, 3), "Partners in 4 countries and regions, the most in Japan, Taiwan and the United States"},
		{"too many", partnerReach, counts("place partners", 2, 2, 2, 2), "Partners in 4 countries and regions"},
		{"flows, one", flowShare, counts("place participants", 20, 10, 10, 10, 10, 1, 1, 1, 1, 1, 1), "Five of 11 places hold 91 % of exchange, led by Japan"},
		{"flows, two", flowShare, counts("place participants", 20, 20, 10, 10, 10, 1, 1, 1, 1, 1, 1), "Five of 11 places hold 92 % of exchange, led by Japan and Taiwan"},
		{"flows, the rest apart", flowShare, answer("place country_code participants", append(coded(20, 10, 10, 10, 10, 1, 1, 1, 1, 1, 1),
			[]any{"Other", "ZZ", int64(34)})...), "Five of 11 places hold 60 % of exchange, led by Japan"},
		{"flows, all", flowShare, counts("place participants", 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9), "Five of 11 places hold 45 % of exchange"},
	})
}

func TestTiesInWords(t *testing.T) {
	league := func(second int64) Input {
		return english(t, answer("institution projects cumulative_share", []any{"A", int64(9), 0.2}, []any{"B", second, 0.3}))
	}
	province := func(second any) Input {
		return english(t, answer("province partners establishment_id", []any{"Hubei", int64(9), "e"}, []any{"Hunan", second, nil}))
	}
	types := func(second int64) Input {
		return english(t, answer("academic_year_id type_name projects year_projects",
			[]any{"2016/2017", "Research", int64(30), int64(30)}, []any{"2017/2018", "Research", int64(9), int64(20)}, []any{"2017/2018", "Training", second, int64(20)}))
	}
	for _, c := range []struct {
		name, got, want string
	}{
		{"league, one", leagueInWords(league(8)), "The most projects: A, 9. Number 2 of the list has 8."},
		{"league, two", leagueInWords(league(9)), "The most projects: A and B, 9 each. Number 2 of the list has 9."},
		{"provinces, one", footholdInWords(province(int64(8))), "provincial-level divisions. The most: Hubei, 9."},
		{"provinces, two", footholdInWords(province(int64(9))), "provincial-level divisions. The most: Hubei and Hunan, 9 each."},
		{"types, one", projectsByTypeInWords(types(8)), "The most in 2017/18: Research, 9."},
		{"types, two", projectsByTypeInWords(types(9)), "The most in 2017/18: Research and Training, 9 each."},
	} {
		if !strings.Contains(c.got, c.want) {
			t.Errorf("%s: %q, want %q in it", c.name, c.got, c.want)
		}
	}
}

func TestPeakOfASeries(t *testing.T) {
	years := []string{"2014/2015", "2015/2016", "2016/2017", "2017/2018"}
	for _, c := range []struct {
		values []float64
		want   string
	}{
		{[]float64{5, 6, 7, 8}, "In: 5 in 2014/15, 8 in 2017/18, the most of these years."},
		{[]float64{5, 8, 7, 8}, "In: 5 in 2014/15, 8 in 2017/18, the most in 2015/16 and 2017/18 with 8."},
		{[]float64{5, 8, 8, 7}, "In: 5 in 2014/15, 7 in 2017/18, the most in 2015/16 and 2016/17 with 8."},
		{[]float64{5, 9, 8, 7}, "In: 5 in 2014/15, 7 in 2017/18, the most in 2015/16 with 9."},
		{[]float64{5, 5, 5, 5}, "In: 5 in 2014/15, 5 in 2017/18."},
	} {
		s := series{years: years, values: c.values, rows: []int{0, 1, 2, 3}, last: 3}
		if got := s.told(lang.English, "In"); got != c.want {
			t.Errorf("%v: %q, want %q", c.values, got, c.want)
		}
	}
}

func TestFlowsNameTheDirectionShown(t *testing.T) {
	flows := func(out, back any) string {
		return flowSummary(english(t, answer("place participants outbound inbound", []any{"Japan", int64(9), out, back})))
	}
	for want, got := range map[string]string{
		"9 students went to 1 ":         flows(int64(9), nil),
		"9 students came from 1 ":       flows(nil, int64(9)),
		"9 students moved to or from 1": flows(int64(4), int64(5)),
	} {
		if !strings.HasPrefix(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// Students come to Hong Kong (來港) only where Hong Kong is home.
func TestComingNamesHongKongOnlyWhenItIsHome(t *testing.T) {
	in := english(t, answer("academic_year_id direction participants", []any{"2017/2018", "outbound", 40.0}, []any{"2017/2018", "inbound", 100.0}))
	in.Lang = lang.Traditional
	if got := exchangeRatio(in).Text; !strings.Contains(got, "來港") {
		t.Errorf("at home in Hong Kong: %q", got)
	}
	in.Home.Place = "GB"
	if got := exchangeRatio(in).Text; strings.Contains(got, "港") {
		t.Errorf("at home in the United Kingdom: %q", got)
	}
}

// A running count is drawn alone: no fitted line, no band, no year to come. Its note leaves no gap to the map's count.
func TestMainlandPartnersAreNotForecast(t *testing.T) {
	var rows [][]any
	years := carryOn([]string{"2010/2011"}, 6)
	for i, year := range years {
		rows = append(rows, []any{year, int64(30), int64(100 + 30*i), int64(5)})
	}
	in := english(t, answer("academic_year_id new_partners partners undated_partners", rows...))
	drawing, err := drawMainlandPartnersTrend(in)
	if err != nil {
		t.Fatal(err)
	}
	if series := drawing.Option["series"].([]any); len(series) != 1 {
		t.Errorf("drawn with %d series, want the count alone", len(series))
	}
	axis := drawing.Option["xAxis"].([]any)[0].(map[string]any)["data"].([]any)
	if !slices.Equal(axis, generic(years).([]any)) {
		t.Errorf("the axis holds %v", axis)
	}
	if !strings.Contains(drawing.Note, "5 more partners") {
		t.Errorf("the note is %q", drawing.Note)
	}
}
