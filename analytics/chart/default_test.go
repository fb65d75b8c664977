package chart_test

import (
	"testing"

	"meridian/analytics"
	"meridian/analytics/filter"
	"meridian/analytics/lang"
)

// total adds up a column of an answer.
func total(t *testing.T, a *analytics.ChartAnswer, column string) (sum int64) {
	t.Helper()
	for i, c := range a.Columns {
		if c.Name != column {
			continue
		}
		for _, row := range a.Rows {
			if n, ok := row[i].(int64); ok {
				sum += n
			}
		}
		return sum
	}
	t.Fatalf("%s has no column %q", a.ID, column)
	return 0
}

// Partners of one year are those of that year: an agreement that had not begun, or had ended, makes none.
func TestPartnersOfOneYear(t *testing.T) {
	year := filter.Filter{From: "2010/2011", To: "2010/2011"}
	for id, want := range map[string][2]int64{"partner-map": {670, 338}, "network-by-region": {670, 338}, "china-map": {350, 141}} {
		all := total(t, ask(t, id, analytics.Question{Lang: lang.English}), "partners")
		one := total(t, ask(t, id, analytics.Question{Lang: lang.English, Filter: year}), "partners")
		if all != want[0] || one != want[1] {
			t.Errorf("%s counts %d partners, %d of them in 2010/11; want %d and %d", id, all, one, want[0], want[1])
		}
	}
}

// A year in which nobody moved is a zero, not a gap: a line fitted to the good years alone would promise too much.
func TestYearsWithoutStudentsAreZero(t *testing.T) {
	for _, id := range []string{"mobility-trend", "mobility-regions"} {
		colombia := ask(t, id, analytics.Question{Lang: lang.English, Filter: filter.Filter{Place: []string{"CO"}, Direction: []string{"inbound"}}})
		if len(colombia.Rows) != 8 || total(t, colombia, "participants") != 3 {
			t.Errorf("%s: three students in eight years are told as %v", id, colombia.Rows)
		}
		years := ask(t, id, analytics.Question{Lang: lang.English, Filter: filter.Filter{Place: []string{"CO"}, From: "2016/2017"}})
		for _, row := range years.Rows {
			if row[0].(string) < "2016/2017" {
				t.Errorf("%s from 2016/17 holds %v", id, row)
			}
		}
	}
	if got := ask(t, "mobility-trend", analytics.Question{Lang: lang.English, Filter: filter.Filter{Place: []string{"AQ"}}}); len(got.Rows) != 0 {
		t.Errorf("a place nobody knows is told as %v", got.Rows)
	}
}
