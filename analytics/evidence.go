package analytics

import (
	"slices"
	"sort"
	"strings"

	"meridian/analytics/table"
)

// The columns every metric ends with: each row's weakest grade, and the ids of its sources.
const (
	evidenceColumn = "evidence"
	sourcesColumn  = "source_ids"
)

// grades are the grades of evidence, strongest first.
var grades = []string{"published", "derived", "illustrative"}

// takeEvidence moves the evidence columns of a metric's answer to the answer as a whole.
func takeEvidence(t *table.Table) {
	evidence, sources := t.Index(evidenceColumn), t.Index(sourcesColumn)
	ids := map[string]bool{}
	weakest := -1
	for _, row := range t.Rows {
		if grade, ok := row[evidence].(string); ok {
			weakest = max(weakest, slices.Index(grades, grade))
		}
		if list, ok := row[sources].(string); ok {
			for _, id := range strings.Split(list, "|") {
				ids[id] = true
			}
		}
	}
	if weakest >= 0 {
		t.Evidence = grades[weakest]
	}
	for id := range ids {
		t.SourceIDs = append(t.SourceIDs, id)
	}
	sort.Strings(t.SourceIDs)
	dropColumns(t, evidence, sources)
}

func dropColumns(t *table.Table, at ...int) {
	kept := func(i int) bool { return !slices.Contains(at, i) }
	var columns []table.Column
	for i, c := range t.Columns {
		if kept(i) {
			columns = append(columns, c)
		}
	}
	for r, row := range t.Rows {
		cells := make([]any, 0, len(columns))
		for i, cell := range row {
			if kept(i) {
				cells = append(cells, cell)
			}
		}
		t.Rows[r] = cells
	}
	t.Columns = columns
}

// cited gives the sources of an answer.
func (n *Network) cited(ids []string) []Source {
	out := make([]Source, 0, len(ids))
	for _, id := range ids {
		if s, ok := n.sources[id]; ok {
			out = append(out, s)
		}
	}
	return out
}
