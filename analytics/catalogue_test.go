package analytics

import (
	"maps"
	"slices"
	"testing"

	"meridian/analytics/chart"
	"meridian/analytics/filter"
	"meridian/analytics/finding"
	"meridian/analytics/kpi"
	"meridian/analytics/lang"
	"meridian/analytics/table"
)

// Every metric is bound and explained by DuckDB, runs, and answers with described columns; the data of a university or
// that of a whole network gives it rows.
func TestMetricCatalogue(t *testing.T) {
	filled := map[string]bool{}
	for _, n := range []*Network{network(t), wholeNetwork(t)} {
		checkMetrics(t, n, filled)
	}
	for _, m := range network(t).metrics.All() {
		if !filled[m.ID] {
			t.Errorf("%s answers either data set with nothing", m.ID)
		}
	}
}

func checkMetrics(t *testing.T, n *Network, filled map[string]bool) {
	t.Helper()
	for _, m := range n.metrics.All() {
		if !m.Title.Complete() || !m.Definition.Complete() || !m.Unit.Complete() || m.Formula == "" || m.Source == "" {
			t.Errorf("%s: the header lacks a text", m.ID)
		}
		args := filter.Filter{}.Args()
		args["lang"] = "en"
		maps.Copy(args, Listing{}.args())
		if _, err := n.snapshot.Query(t.Context(), "EXPLAIN "+m.SQL, args); err != nil {
			t.Errorf("%s: %v", m.ID, err)
		}
		for _, l := range lang.All() {
			answer, err := n.Answer(t.Context(), m.ID, Question{Lang: l})
			if err != nil {
				t.Errorf("%s: %v", m.ID, err)
				continue
			}
			filled[m.ID] = filled[m.ID] || answer.Len() > 0
			for _, column := range answer.Columns {
				if column.Label == "" {
					t.Errorf("%s: column %s has no label in %s", m.ID, column.Name, l)
				}
			}
		}
	}
}

// Every metric is used: one that no chart and no key figure asks is dead.
func TestMetricsAreUsed(t *testing.T) {
	used := map[string]bool{partnerDirectory: true} // GET /partners
	for _, c := range chart.Catalogue() {
		used[c.Metric] = true
	}
	for _, k := range kpi.Catalogue() {
		used[k.Metric] = true
	}
	for _, r := range finding.Rules() {
		for _, read := range r.Reads {
			used[read.Metric] = true
		}
	}
	for _, m := range network(t).metrics.All() {
		if !used[m.ID] {
			t.Errorf("no chart and no key figure asks %s", m.ID)
		}
	}
}

// Every key figure leads to a chart and reads a column that its metric has.
func TestKeyFigureCatalogue(t *testing.T) {
	n := network(t)
	for _, k := range kpi.Catalogue() {
		if _, ok := chart.ByID(k.Chart); !ok {
			t.Errorf("%s leads to %q, which is no chart", k.ID, k.Chart)
		}
		if !k.Label.Complete() || !k.Unit.Complete() {
			t.Errorf("%s: a text is missing in a language", k.ID)
		}
		if k.Metric == "" {
			continue
		}
		answer, err := n.Answer(t.Context(), k.Metric, Question{Lang: lang.English})
		if err != nil {
			t.Errorf("%s: %v", k.ID, err)
			continue
		}
		for column := range columnsOf(k) {
			has := func(c table.Column) bool { return c.Name == column }
			if !slices.ContainsFunc(answer.Columns, has) {
				t.Errorf("%s: metric %s has no column %q", k.ID, k.Metric, column)
			}
		}
	}
}

func columnsOf(k kpi.KPI) map[string]string {
	columns := map[string]string{k.Measure: ""}
	for column := range k.Where {
		columns[column] = ""
	}
	return columns
}

// A chart that honours no filter says so with an empty list: the page asks the list what it holds.
func TestEveryChartListsItsFilters(t *testing.T) {
	for _, entry := range network(t).Charts(lang.English) {
		if entry.Filters == nil {
			t.Errorf("%s lists its filters as null", entry.ID)
		}
	}
}
