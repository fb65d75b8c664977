package analytics

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"meridian/analytics/filter"
	"meridian/analytics/lang"
	"meridian/analytics/metric"
	"meridian/analytics/table"
)

// Every kind of rows is a view of the schema whose filters name its columns, and what is shown of it is described.
func TestFactsAreInTheSchema(t *testing.T) {
	n := network(t)
	for _, f := range n.metrics.Facts() {
		if !f.Title.Complete() || f.Order == "" {
			t.Errorf("%s: the header lacks a text or an order", f.ID)
		}
		has := columnsOfView(t, n, f.ID)
		named := slices.Concat(append(slices.Collect(maps.Values(f.Filters)), f.Years)...)
		for _, column := range append(named, "fact_row", "evidence", "source_id") {
			if !has[column] {
				t.Errorf("fact_%s has no column %s", f.ID, column)
			}
		}
		for name := range f.Filters {
			if !slices.Contains(filter.Names(), name) {
				t.Errorf("%s: %s is no filter", f.ID, name)
			}
		}
		shown, err := n.rows(t.Context(), fmt.Sprintf(
			"WITH used AS (SELECT *, row_number() OVER (ORDER BY %s, fact_row) AS nth FROM fact_%s) %s", f.Order, f.ID, f.SQL),
			map[string]any{"lang": "en"})
		if err != nil {
			t.Errorf("%s: %v", f.ID, err)
			continue
		}
		for _, c := range shown.Columns {
			if _, described := n.metrics.Column(c.Name); !described {
				t.Errorf("%s: column %s is not described in columns.yaml", f.ID, c.Name)
			}
		}
	}
}

func columnsOfView(t *testing.T, n *Network, fact string) map[string]bool {
	t.Helper()
	rows, err := n.rows(t.Context(), "SELECT * FROM fact_"+fact+" LIMIT 0", nil)
	if err != nil {
		t.Fatal(err)
	}
	has := map[string]bool{}
	for _, c := range rows.Columns {
		has[c.Name] = true
	}
	return has
}

// Every metric says which rows are behind its numbers, in words that the schema and its own query bear out.
func TestFactsOfMetricsHold(t *testing.T) {
	n := network(t)
	for _, m := range n.metrics.All() {
		if len(m.Facts) == 0 {
			t.Errorf("%s: the header says nothing of the rows behind it (facts)", m.ID)
			continue
		}
		answer, err := n.Answer(t.Context(), m.ID, Question{Lang: lang.English})
		if err != nil {
			t.Fatal(err)
		}
		for i, f := range m.Facts {
			holdsFacts(t, n, fmt.Sprintf("%s, facts %d", m.ID, i+1), answer, f)
		}
		for _, c := range answer.Columns {
			if measure(c) && len(m.Of(c.Name)) == 0 {
				t.Errorf("%s: no rows are said to be behind %s", m.ID, c.Name)
			}
		}
	}
}

func holdsFacts(t *testing.T, n *Network, where string, answer *table.Table, f metric.Facts) {
	t.Helper()
	if _, ok := n.metrics.Fact(f.Table); !ok {
		t.Errorf("%s: there is no fact %q", where, f.Table)
		return
	}
	in := columnsOfView(t, n, f.Table)
	answered := slices.Concat(slices.Collect(maps.Keys(f.By)), slices.Collect(maps.Keys(f.Until)), f.Measures, f.Less, f.Over, f.Shows)
	for _, column := range answered {
		if !has(answer, column) {
			t.Errorf("%s: the answer has no column %s", where, column)
		}
	}
	of := slices.Concat(slices.Collect(maps.Values(f.By)), slices.Collect(maps.Values(f.Until)), f.Needs)
	for _, columns := range f.Filters {
		of = append(of, columns...)
	}
	for _, column := range append(of, f.Sum, f.Distinct) {
		if column = strings.TrimSuffix(column, metric.OrAll); column != "" && !in[column] {
			t.Errorf("%s: fact_%s has no column %s", where, f.Table, column)
		}
	}
	for name := range f.Filters {
		if !slices.Contains(filter.Names(), name) {
			t.Errorf("%s: %s is no filter", where, name)
		}
	}
	if f.Sum != "" && f.Distinct != "" {
		t.Errorf("%s: a sum and a number of values at once", where)
	}
	if f.Where == "" {
		return
	}
	args := filter.Filter{}.Args()
	args["lang"] = "en"
	if _, err := n.rows(t.Context(), fmt.Sprintf("EXPLAIN SELECT count(*) FROM fact_%s WHERE %s", f.Table, f.Where), args); err != nil {
		t.Errorf("%s: %v", where, err)
	}
}
