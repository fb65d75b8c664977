package analytics

import (
	"math"
	"testing"

	"meridian/analytics/disclose"
	"meridian/analytics/lang"
)

// Under a rule for small numbers of people an explanation gives back nothing that the chart keeps back: the number is
// the chart's, rows of persons are not listed, and what counts people is a multiple of five.
func TestAnExplanationKeepsBackWhatTheChartDoes(t *testing.T) {
	n := lisbon(t)
	for _, mode := range []disclose.Mode{disclose.HESA, disclose.Threshold} {
		withheld, unlisted := 0, 0
		for _, c := range n.Charts(lang.English) {
			q := Question{Lang: lang.English, Disclosure: mode}
			answer, err := n.Answer(t.Context(), c.Metric, q)
			if err != nil {
				t.Fatal(err)
			}
			for r := range answer.Rows {
				for _, column := range answer.Columns {
					if !measure(column) || (r+len(column.Name))%9 != 0 {
						continue
					}
					e, err := n.Explain(t.Context(), Asked{Chart: c.ID, Row: r, Column: column.Name, Limit: 5}, q)
					if err != nil {
						t.Fatal(err)
					}
					hidden, isHidden := answer.WithheldIn(r, column.Name)
					if isHidden {
						withheld++
						if e.Value.Value != nil || e.Value.Display != hidden.Shown {
							t.Errorf("%s, row %d, %s: withheld as %s, explained as %+v", c.ID, r, column.Name, hidden.Shown, e.Value)
						}
					}
					unlisted += keepsPersonsBack(t, n, c.ID, e, isHidden)
				}
			}
		}
		if withheld == 0 || unlisted == 0 {
			t.Errorf("%s: %d numbers withheld, %d lists of rows", mode, withheld, unlisted)
		}
	}
}

func keepsPersonsBack(t *testing.T, n *Network, chart string, e *Explanation, isHidden bool) (unlisted int) {
	t.Helper()
	five := func(v float64) bool { return math.Mod(v, 5) == 0 }
	for _, u := range e.Used {
		if u.Sum != nil && n.described(u.Sum.Column, lang.English).People && u.Sum.Value != nil && (isHidden || !five(*u.Sum.Value)) {
			t.Errorf("%s: %s adds up to %v (number withheld: %v)", chart, u.Fact, *u.Sum.Value, isHidden)
		}
		if u.Withheld == "" {
			continue
		}
		unlisted++
		if len(u.Sample) > 0 || u.Next != nil || !five(float64(u.Rows)) || !five(float64(u.All)) {
			t.Errorf("%s: %s lists %d of %d rows of persons", chart, u.Fact, len(u.Sample), u.Rows)
		}
		for _, left := range u.Excluded {
			if !five(float64(left.Rows)) {
				t.Errorf("%s: %s leaves out %d rows of persons", chart, u.Fact, left.Rows)
			}
		}
	}
	return unlisted
}
