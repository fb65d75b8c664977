package finding_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"meridian/analytics"
	"meridian/analytics/chart"
	"meridian/analytics/filter"
	"meridian/analytics/lang"
	"meridian/analytics/table"
)

// narrowed keeps of a filter what the chart behind a title heeds. A finding is made only where all is heeded.
func (s said) narrowed(f filter.Filter) filter.Filter {
	if c, ok := chart.ByID(s.of); ok {
		return f.Only(c.Filters)
	}
	return f
}

// texts collects what is said through a filter, and which years are called incomplete.
func texts(t *testing.T, n *analytics.Network, f filter.Filter, l lang.Lang) ([]said, map[string]bool) {
	t.Helper()
	var out []said
	short, answers := map[string]bool{}, map[string]*analytics.ChartAnswer{}
	for _, id := range chart.IDs() {
		a, err := n.Chart(context.Background(), id, analytics.Question{Lang: l, Filter: f})
		if err != nil {
			t.Fatalf("%s: %v", id, err)
		}
		if a.Title != a.Topic {
			out = append(out, said{of: id, text: a.Title})
		}
		answers[id] = a
		addShort(short, a)
	}
	found, err := n.Findings(context.Background(), "overview", analytics.Question{Lang: l, Filter: f})
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range slices.Concat(found.Changed, found.Attention) {
		text := strings.TrimPrefix(strings.TrimPrefix(a.Text, a.Scope+": "), a.Scope+"：")
		out = append(out, said{of: a.Rule, text: text, scope: a.Scope})
		checkCells(t, answers, a)
	}
	return out, short
}

func addShort(short map[string]bool, a *analytics.ChartAnswer) {
	fact := map[string]string{"mobility-trend": "mobility", "flow-trend": "flow", "copublication-trend": "copublication"}[a.ID]
	for _, row := range a.Rows {
		for i, c := range a.Columns {
			if year, ok := row[0].(string); ok && fact != "" && c.Name == "incomplete" && row[i] == true {
				short[fact+" "+year] = true
			}
		}
	}
}

// checkCells: a number that names a row and a column of a chart is what stands there.
func checkCells(t *testing.T, answers map[string]*analytics.ChartAnswer, a analytics.FindingAnswer) {
	t.Helper()
	for _, number := range a.Numbers {
		if number.Row == nil || number.KPI != "" {
			continue
		}
		answer := answers[number.Chart]
		at := slices.IndexFunc(answer.Columns, func(c table.Column) bool { return c.Name == number.Column })
		if cell := fmt.Sprint(answer.Rows[*number.Row][at]); cell != fmt.Sprint(number.Value) {
			t.Errorf("%s: %s is %v, its cell %s", a.ID, number.Label, number.Value, cell)
		}
	}
}

func claimOf(s said) (*claim, []string) {
	for _, c := range claims() {
		if c.of != s.of {
			continue
		}
		if m := c.shape.FindStringSubmatch(s.text); m != nil {
			return &c, m[1:]
		}
	}
	return nil, nil
}
