package chart

import (
	"strings"
	"testing"
	"time"

	"meridian/analytics/lang"
)

// A year of reporting that stops is no collapse: it is drawn apart, told of, and neither fitted nor compared with.
func TestIncompleteYearsAreNoEndpoint(t *testing.T) {
	rows := [][]any{{"2009", int64(1), true, "reporters", "Germany|France", 0.4}}
	for year := 2010; year <= 2016; year++ {
		rows = append(rows, []any{time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC).Format("2006"), int64(100 * (year - 2000)), false, nil, nil, nil})
	}
	rows = append(rows, []any{"2017", int64(5), true, "reporters", "United States", 0.33}, []any{"2018", int64(3), true, "calendar", nil, nil})
	in := english(t, answer("academic_year_id moved incomplete incomplete_reason not_reporting gone_share", rows...))
	in.AsOf = time.Date(2018, 5, 31, 0, 0, 0, 0, time.UTC)
	words := courseOf{grown: lang.Text{En: "{point} as many in {to} as in {from}"}, more: lang.Text{En: "{point} since {from}"}, told: lang.Text{En: "People"}}

	drawing, err := drawYears(in, "moved", eitherEnd, words)
	if err != nil {
		t.Fatal(err)
	}
	checkFinding(t, "grown", drawing.Finding, "grown by 60 % since 2010")

	want := "2009 (nothing from Germany and France), 2017 (nothing from the United States), 2018 (not over on 31 May 2018)"
	if !strings.Contains(drawing.Note, want) || !strings.Contains(drawing.Summary, want) {
		t.Errorf("the note is %q and the summary %q", drawing.Note, drawing.Summary)
	}
	s := yearly(in.Table, carryOn([]string{"2009"}, 9), "moved", nil)
	fit, ok := s.whole().fit()
	if year := s.whole().last; !ok || year != 7 || fit.At(1) < 990 {
		t.Errorf("the line runs to year %d and is %.0f in 2010", year, fit.At(1))
	}
	towards := func(last int64) {
		for i := int64(1); i <= 7; i++ {
			in.Table.Rows[i][1] = 1000 + (last-1000)*(i-1)/6
		}
	}
	towards(2000)
	checkFinding(t, "doubled", courseSaid(in, "moved", words), "2 times as many in 2016 as in 2010")
	towards(500)
	checkFinding(t, "fallen", courseSaid(in, "moved", words), "fallen by 50 % since 2010")
	towards(20)
	checkFinding(t, "too few", courseSaid(in, "moved", words), "")
}

func TestAllYearsIncomplete(t *testing.T) {
	in := english(t, answer("academic_year_id moved incomplete incomplete_reason not_reporting gone_share",
		[]any{"2017/2018", int64(500), true, "stated", nil, nil}))
	drawing, err := drawYears(in, "moved", eitherEnd, courseOf{})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(drawing.Summary, "No year is whole.") || !strings.Contains(drawing.Note, "2017/18 (says the data set)") {
		t.Errorf("the summary is %q and the note %q", drawing.Summary, drawing.Note)
	}
}

// A line that misses the latest year by far is not drawn, and the note says why.
func TestBentCourseHasNoLine(t *testing.T) {
	rows := [][]any{}
	for i, n := range []int64{1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048} {
		rows = append(rows, []any{carryOn([]string{"1999"}, i+1)[i+1], n, false, nil, nil, nil})
	}
	in := english(t, answer("academic_year_id moved incomplete incomplete_reason not_reporting gone_share", rows...))
	drawing, err := drawYears(in, "moved", eitherEnd, courseOf{})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(drawing.Note, "No forecast: the course is not a straight one.") || strings.Contains(drawing.Summary, "four cases of five") {
		t.Errorf("the note is %q and the summary %q", drawing.Note, drawing.Summary)
	}
}

// A network without a home has no point for arcs to leave from; its places are drawn all the same.
func TestFlowsWithoutHomeHaveNoArcs(t *testing.T) {
	in := english(t, answer("place country_code participants outbound inbound lng lat origin", []any{"Japan", "JP", int64(40), int64(20), int64(20), 138.0, 36.0, nil}))
	in.Home = Home{}
	if f := flowMarks(in, 960, namedArcs); len(f.top)+len(f.rest)+len(f.home) > 0 || len(f.topEnds) != 1 {
		t.Errorf("without a home there are %d arcs and %d dots", len(f.top)+len(f.rest), len(f.topEnds))
	}
	in.Home = Home{Place: "HK", Lng: 114, Lat: 22}
	if f := flowMarks(in, 960, namedArcs); len(f.top) != 1 || len(f.home) != 1 {
		t.Errorf("with a home there are %d arcs", len(f.top))
	}
}

func TestCarryOnKeepsTheKindOfYear(t *testing.T) {
	for from, want := range map[string]string{"2018": "2018 2019 2020", "1998/1999": "1998/1999 1999/2000 2000/2001"} {
		if got := strings.Join(carryOn([]string{from}, 2), " "); got != want {
			t.Errorf("%s is followed by %s", from, got)
		}
	}
	if got := strings.Join(everyYear([]string{"2008", "2011"}), " "); got != "2008 2009 2010 2011" {
		t.Errorf("the gap is filled as %s", got)
	}
}

func TestLargestPair(t *testing.T) {
	pairs := func(first, second float64) Input {
		return english(t, answer("from_place to_place moved moved_share pairs incomplete_years",
			[]any{"Italy", "Spain", first, 0.4, int64(2), nil}, []any{"Spain", "Italy", second, 0.3, int64(2), nil}))
	}
	name := func(in Input) func(int) string {
		return func(r int) string { return in.Table.Str(r, "from_place") + " → " + in.Table.Str(r, "to_place") }
	}
	sentence := lang.Text{En: "{point}: {share}"}
	for _, c := range []struct {
		first, second float64
		want          string
	}{{40, 30, "Italy → Spain: 40 %"}, {30, 30, ""}, {20, 10, ""}, {22.5, 10, "Italy → Spain: 40 %"}} {
		in := pairs(c.first, c.second)
		checkFinding(t, "pairs", largestPair(in, "moved", name(in), sentence), c.want)
	}
}

func TestCommonOriginNeedsAQuarter(t *testing.T) {
	places := func(from string, n int) Input {
		rows := [][]any{}
		for r := range 20 {
			origin := "Origin " + string(rune('A'+r))
			if r < n {
				origin = from
			}
			rows = append(rows, []any{"XX", "Place", 100.0 - float64(r), origin})
		}
		return english(t, answer("country_code place incoming main_origin", rows...))
	}
	checkFinding(t, "five of twenty", commonOrigin(places("United States", 5)), "The United States is the main origin in 5 of the 20 largest destinations")
	checkFinding(t, "four of twenty", commonOrigin(places("United States", 4)), "")
	few := places("United States", 20)
	few.Table.Rows = few.Table.Rows[:19]
	checkFinding(t, "too few destinations", commonOrigin(few), "")
}

func TestFarthestFlow(t *testing.T) {
	for _, c := range []struct {
		name             string
		first, mid, last float64
		want             string
	}{
		{"more come", 40, 1, -20, "40 more people come to Spain than leave it"},
		{"more leave", 20, 1, -40, "40 more people leave Chad than come to it"},
		{"level", 20, 1, -20, ""},
		{"a handful", 9, 1, -2, ""},
	} {
		in := english(t, answer("place balance", []any{"Spain", c.first}, []any{"Peru", c.mid}, []any{"Chad", c.last}))
		checkFinding(t, c.name, farthestFlow(in, byBalance(in.Table, "balance")), c.want)
	}
}

func TestClosestAuthors(t *testing.T) {
	ties := func(works, strength float64) Input {
		return english(t, answer("place_a place_b works strength chosen",
			[]any{"Brazil", "Portugal", works, strength, true}, []any{"France", "Italy", 300.0, 1.2, true}, []any{"Chad", "Peru", 500.0, 0.4, true}, []any{"Fiji", "Samoa", 500.0, 40.0, false}))
	}
	for _, c := range []struct {
		works, strength float64
		row             int
		want            string
	}{
		{200, 5.94, 0, "Brazil and Portugal write 5.9 times as much together as their sizes suggest"},
		{99, 5.94, -1, ""},
		{200, 1.9, -1, ""},
	} {
		row, said := closestAuthors(ties(c.works, c.strength))
		checkFinding(t, "ties", said, c.want)
		if row != c.row {
			t.Errorf("the row is %d, want %d", row, c.row)
		}
	}
}

// Large counts are told apart at the top, small ones stay as they were.
func TestClasses(t *testing.T) {
	for _, c := range []struct {
		largest float64
		want    []float64
	}{
		{9, []float64{1, 2, 5}},
		{600, []float64{1, 5, 20, 100, 500}},
		{9_085_400, []float64{1, 2000, 10_000, 50_000, 200_000, 1_000_000, 5_000_000}},
	} {
		got := classes(c.largest)
		if len(got) != len(c.want) {
			t.Errorf("%v is cut at %v, want %v", c.largest, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%v is cut at %v, want %v", c.largest, got, c.want)
				break
			}
		}
	}
}
