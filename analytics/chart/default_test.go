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
