package chart

import (
	"strings"
	"testing"

	"meridian/analytics/table"
)

func TestMobilityGrowthIsSaidOnlyWhereThereIsGrowth(t *testing.T) {
	years := func(values ...any) *table.Table {
		rows := [][]any{}
		for i, v := range values {
			rows = append(rows, []any{[]string{"2015/2016", "2016/2017", "2017/2018"}[i], "outbound", "Outbound", v, nil})
		}
		return answer("academic_year_id direction direction_name participants target", rows...)
	}
	for _, c := range []struct {
		name  string
		table *table.Table
		want  string
	}{
		{"growth", years(int64(100), int64(90), int64(138)), "Outbound exchange has grown by 38 % since 2015/16"},
		{"decline", years(int64(100), int64(120), int64(99)), ""},
		{"less than a percent", years(int64(1000), int64(900), int64(1004)), ""},
		{"more than half a percent", years(int64(1000), int64(900), int64(1006)), "Outbound exchange has grown by 1 % since 2015/16"},
		{"too few people", years(int64(22), int64(30), int64(44)), ""},
		{"just enough people", years(int64(23), int64(30), int64(46)), "Outbound exchange has grown by 100 % since 2015/16"},
		{"a target is no value", years(int64(100), int64(138), nil), "Outbound exchange has grown by 38 % since 2015/16"},
		{"one year", years(int64(100)), ""},
	} {
		checkFinding(t, c.name, mobilityGrowth(english(t, c.table)), c.want)
	}
}

func TestNoLineIsFittedToAHandfulOfStudents(t *testing.T) {
	years := carryOn([]string{"2010/2011"}, 7)
	of := func(each, last float64) series {
		s := series{years: years, last: 7}
		for i := range years {
			s.rows, s.values = append(s.rows, i), append(s.values, each)
		}
		s.values[7] = last
		return s
	}
	if _, ok := of(3, 1).fit(); ok {
		t.Error("22 students in eight years are carried on")
	}
	if _, ok := of(3, 2).fit(); !ok {
		t.Error("23 students in eight years are not")
	}
}

func TestMobilityTrendHasABandFromTheFifthYearOn(t *testing.T) {
	build := func(n int) Drawing {
		rows := [][]any{}
		for i := range n {
			year := carryOn([]string{"2009/2010"}, i+1)[i+1]
			rows = append(rows, []any{year, "outbound", "Outbound", int64(100 + 10*i + i%2), nil})
		}
		drawing, err := drawMobilityTrend(english(t, answer("academic_year_id direction direction_name participants target", rows...)))
		if err != nil {
			t.Fatal(err)
		}
		return drawing
	}
	base := func(d Drawing) map[string]any { return d.Option["baseOption"].(map[string]any) }
	if got := len(base(build(4))["series"].([]any)); got != 1 {
		t.Errorf("four years are drawn with %d series, want the line alone", got)
	}
	option := base(build(5))
	series := option["series"].([]any)
	if len(series) != 5 {
		t.Fatalf("five years are drawn with %d series, want two of the band, the fitted line, what it leads to and the line", len(series))
	}
	axis := option["xAxis"].([]any)[0].(map[string]any)["data"].([]any)
	if last := axis[len(axis)-1]; last != "2016/2017" {
		t.Errorf("the axis ends with %v, want two years after 2014/2015", last)
	}
	for _, part := range series[:2] {
		points := part.(map[string]any)["data"].([]any)
		if first := points[0].(map[string]any)["value"]; first != "-" {
			t.Errorf("the band begins with %v, want nothing before the last year", first)
		}
		if last := points[len(points)-1].(map[string]any)["value"].(float64); last < 0 {
			t.Errorf("the band ends at %v, below nobody", last)
		}
	}
}

// Between nothing and twice as many is no forecast: what is that wide is not said.
func TestAForecastWithoutUseIsNotSaid(t *testing.T) {
	of := func(values ...int64) Input {
		rows := [][]any{}
		for i, v := range values {
			rows = append(rows, []any{carryOn([]string{"2010/2011"}, i+1)[i], "outbound", "Outbound", v, false})
		}
		return english(t, answer("academic_year_id direction direction_name participants incomplete", rows...))
	}
	for name, c := range map[string]struct {
		in   Input
		said bool
	}{
		"steady": {of(200, 210, 221, 229, 241, 250), true},
		"wild":   {of(200, 420, 90, 410, 60, 227), false},
	} {
		told := trendSummary(c.in, c.in.Table.Distinct("academic_year_id"))
		if strings.Contains(told, "in four cases of five") != c.said {
			t.Errorf("%s: %q", name, told)
		}
	}
}

// A forecast is printed with the error its line made on the years already known; where repeating the last value would
// have missed less, there is none, and the note says so.
func TestAForecastCarriesItsBackTest(t *testing.T) {
	of := func(values ...int64) Drawing {
		rows := [][]any{}
		for i, v := range values {
			rows = append(rows, []any{carryOn([]string{"2009/2010"}, i+1)[i+1], "outbound", "Outbound", v, nil})
		}
		drawing, err := drawMobilityTrend(english(t, answer("academic_year_id direction direction_name participants target", rows...)))
		if err != nil {
			t.Fatal(err)
		}
		return drawing
	}
	axisOf := func(d Drawing) map[string]any {
		return d.Option["baseOption"].(map[string]any)["xAxis"].([]any)[0].(map[string]any)
	}
	steady := of(200, 210, 221, 229, 241, 250, 259)
	if name, _ := axisOf(steady)["name"].(string); !strings.Contains(name, "Back-test, mean miss one year ahead: Outbound 0.") || !strings.Contains(name, "If the lines hold, 2018/19, in four cases of five: Outbound 27") {
		t.Errorf("under the axis stands %q", name)
	}
	if years := axisOf(steady)["data"].([]any); len(years) != 9 {
		t.Errorf("a steady line is carried to %v", years)
	}
	walk := of(100, 104, 98, 96, 104, 118, 117, 109)
	if years := axisOf(walk)["data"].([]any); len(years) != 8 || axisOf(walk)["name"] != nil {
		t.Errorf("a walk without aim is carried to %v", years)
	}
	if !strings.Contains(walk.Note, "No forecast (Outbound): on past years a line missed by") || strings.Contains(walk.Summary, "If the line holds") {
		t.Errorf("the note is %q and the summary %q", walk.Note, walk.Summary)
	}
	wild := of(200, 210, 221, 60, 241, 250, 259, 271)
	if !strings.Contains(wild.Note, "Far off the line (Outbound), and ringed: 2013/14.") {
		t.Errorf("the note is %q", wild.Note)
	}
}
