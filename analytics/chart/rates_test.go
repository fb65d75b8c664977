package chart

import (
	"testing"

	"meridian/analytics/table"
)

func TestParticipationChangeComparesTheFirstAndTheLastYear(t *testing.T) {
	years := func(first, last any, out int64) Input {
		return english(t, answer("academic_year_id participation_rate outbound_students incomplete",
			[]any{"2015/2016", first, out, false}, []any{"2016/2017", 0.5, out, false}, []any{"2017/2018", last, out, false}))
	}
	for _, c := range []struct {
		name string
		in   Input
		want string
	}{
		{"up", years(0.0221, 0.0335, 100), "3.4 % of students went out in 2017/18, up from 2.2 % in 2015/16"},
		{"down", years(0.0335, 0.0221, 100), "2.2 % of students went out in 2017/18, down from 3.4 % in 2015/16"},
		{"the same when written", years(0.0331, 0.0334, 100), ""},
		{"too few people", years(0.02, 0.03, 22), ""},
		{"withheld at the end", years(0.02, nil, 100), "50 % of students went out in 2016/17, up from 2 % in 2015/16"},
	} {
		checkFinding(t, c.name, participationChange(c.in), c.want)
	}
}

func TestLargestFieldLeadsAlone(t *testing.T) {
	fields := func(a, b int64, first string) Input {
		return english(t, answer("field field_name level_code level_name participants field_participants field_share",
			[]any{first, "Engineering", "bachelor", "Bachelor", a, a, float64(a) / float64(a+b)}, []any{"04", "Business", "bachelor", "Bachelor", b, b, 0.3}))
	}
	checkFinding(t, "one leads", largestField(fields(70, 30, "07")), "Engineering: 70 % of exchange students, the largest field")
	checkFinding(t, "level", largestField(fields(50, 50, "07")), "")
	checkFinding(t, "few students", largestField(fields(22, 5, "07")), "")
	checkFinding(t, "not stated", largestField(fields(70, 30, "unstated")), "")
}

func TestBeyondExchangeIsToldFromATenthOn(t *testing.T) {
	kinds := func(studies, staff int64) Input {
		return english(t, answer("academic_year_id mobility_kind people",
			[]any{"2017/2018", "student-studies", studies}, []any{"2017/2018", "staff-teacher", staff}))
	}
	checkFinding(t, "a tenth", beyondExchange(kinds(90, 10)), "Trainees and staff were 10 % of all who moved in 2017/18")
	checkFinding(t, "less", beyondExchange(kinds(91, 9)), "")
	checkFinding(t, "few people", beyondExchange(kinds(11, 11)), "")
	checkFinding(t, "nothing else", beyondExchange(kinds(0, 50)), "")
}

func TestEffectiveNumberNeedsPartnersAndStudents(t *testing.T) {
	year := func(partners, students int64, incomplete bool) Input {
		return english(t, answer("academic_year_id partners participants effective_partners incomplete",
			[]any{"2017/2018", partners, students, 3.4, incomplete}))
	}
	checkFinding(t, "five", effectiveNumber(year(5, 23, false)), "Exchange with 5 partners in 2017/18 was as spread out as with 3 of equal size")
	checkFinding(t, "four", effectiveNumber(year(4, 100, false)), "")
	checkFinding(t, "few students", effectiveNumber(year(9, 22, false)), "")
	checkFinding(t, "unfinished year", effectiveNumber(year(9, 99, true)), "")
}

func TestRegionsCovered(t *testing.T) {
	regions := func(before, now [5]any) Input {
		rows := [][]any{}
		for y, year := range []string{"2016/2017", "2017/2018"} {
			for i, name := range []string{"Europe", "Africa", "Oceania", "Middle East", "North America"} {
				rows = append(rows, []any{year, name, name, [2][5]any{before, now}[y][i]})
			}
		}
		return english(t, answer("academic_year_id region region_name active_partners", rows...))
	}
	all, none := [5]any{int64(3), int64(1), int64(1), int64(1), int64(1)}, [5]any{}
	one, four := all, none
	one[3], four[0] = nil, int64(1)
	for _, c := range []struct {
		name string
		in   Input
		want string
	}{
		{"all, every year", regions(all, all), "All 5 regions have had active partners every year since 2016/17"},
		{"all, this year", regions(one, all), "All 5 regions had active partners in 2017/18"},
		{"one is missing", regions(all, one), "The Middle East had no active partner in 2017/18"},
		{"many are missing", regions(all, four), "4 of 5 regions had no active partner in 2017/18"},
		{"none is there", regions(all, none), ""},
	} {
		checkFinding(t, c.name, regionsCovered(c.in), c.want)
	}
}

func TestTargetsMetCountsThoseOfTheLastYear(t *testing.T) {
	targets := func(shares ...any) Input {
		rows := [][]any{{"exchange_in", "Students in", "", "", "2016/2017", int64(1), nil, 10.0, 0.1}, {"exchange_in", "Students in", "", "", "2018/2019", nil, nil, 10.0, nil}}
		for _, share := range shares {
			rows = append(rows, []any{"exchange_out", "Students out", "", "", "2017/2018", int64(1), nil, 10.0, share})
		}
		return english(t, answer("target_metric target_name region_name place academic_year_id actual_people actual_count aim attainment", rows...))
	}
	met := func(in Input) string {
		rows, year := aimed(in)
		return targetsMet(in, rows, year).Text
	}
	for _, c := range []struct {
		name, got, want string
	}{
		{"some", met(targets(1.2, 0.69, 1.0)), "2 of 3 targets of 2017/18 were met; the lowest reached 69\u00a0%"},
		{"a hair short is not met", met(targets(1.2, 0.9999)), "1 of 2 targets of 2017/18 were met; the lowest reached 99.9\u00a0%"},
		{"all", met(targets(1.0, 1.3)), "All 2 targets of 2017/18 were met"},
		{"two as low", met(targets(1.2, 0.5, 0.5)), "1 of 3 targets of 2017/18 were met"},
		{"one target", met(targets(0.5)), ""},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.name, c.got, c.want)
		}
	}
}

func TestFastestGrowthNeedsABase(t *testing.T) {
	growth := func(first int64, rates ...any) Input {
		rows := [][]any{}
		for i, rate := range rates {
			rows = append(rows, []any{"europe", []string{"Europe", "Middle East", "Oceania"}[i], "", "2010/2011", "2017/2018", first, first, int64(50), 0.1, rate})
		}
		return english(t, answer("region region_name place first_year academic_year_id first_participants previous_participants participants year_on_year cagr", rows...))
	}
	for _, c := range []struct {
		name string
		in   Input
		want string
	}{
		{"one leads", growth(23, 0.05, 0.08), "Exchange with the Middle East grew fastest: 8 % a year since 2010/11"},
		{"from too few", growth(22, 0.05, 0.08), ""},
		{"level", growth(23, 0.08, 0.08), ""},
		{"none grew", growth(23, -0.05, 0.001), ""},
		{"nothing to compare", growth(23, 0.08), ""},
		{"from nobody", growth(23, 0.05, 0.08, nil), "Exchange with the Middle East grew fastest: 8 % a year since 2010/11"},
	} {
		checkFinding(t, c.name, fastestGrowth(c.in), c.want)
	}
}

func TestTopParticipationIsComparedWithTheInstitution(t *testing.T) {
	faculties := func(rows ...[]any) Input {
		return english(t, answer("faculty_name participation_rate mean_participation outbound_students", rows...))
	}
	checkFinding(t, "one leads", topParticipation(faculties([]any{"Design", 0.066, 0.028, int64(500)}, []any{"Business", 0.03, 0.028, int64(900)})),
		"Design sent out 6.6 % of its students a year; the institution 2.8 %")
	checkFinding(t, "level", topParticipation(faculties([]any{"Design", 0.066, 0.028, int64(500)}, []any{"Business", 0.066, 0.028, int64(900)})), "")
	checkFinding(t, "few students", topParticipation(faculties([]any{"Design", 0.066, 0.028, int64(22)}, []any{"Business", 0.03, 0.028, int64(900)})), "")
	checkFinding(t, "no enrolment", topParticipation(faculties([]any{"Design", nil, nil, nil}, []any{"Business", nil, nil, nil})), "")
}

// What a measure does not have takes no panel.
func TestFacultiesAreComparedByWhatIsKnown(t *testing.T) {
	rows := func(rate any) *table.Table {
		return answer("projects partners outbound inbound participation_rate", []any{int64(3), int64(2), int64(0), int64(1), rate})
	}
	if n := len(comparisons(rows(nil), "in")); n != 3 {
		t.Errorf("%d panels for three measures", n)
	}
	if n := len(comparisons(rows(0.1), "in")); n != 4 {
		t.Errorf("%d panels for four measures", n)
	}
}
