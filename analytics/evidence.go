package analytics

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"meridian/analytics/lang"
	"meridian/analytics/table"
)

// The columns every metric ends with: each row's weakest grade, and the ids of its sources.
const (
	evidenceColumn = "evidence"
	sourcesColumn  = "source_ids"
)

// grades are the grades of evidence, strongest first.
var grades = []string{"published", "derived", "illustrative"}

// takeEvidence moves the evidence columns of a metric's answer beside its rows, and sums them up for the answer as a whole.
func takeEvidence(t *table.Table) {
	evidence, sources := t.Index(evidenceColumn), t.Index(sourcesColumn)
	for r := range t.Rows {
		t.Grades = append(t.Grades, t.Str(r, evidenceColumn))
		t.Cited = append(t.Cited, inOrder(t.Str(r, sourcesColumn)))
	}
	all := make([]int, len(t.Rows))
	for r := range all {
		all[r] = r
	}
	t.Evidence, t.SourceIDs = summedUp(t, all)
	dropColumns(t, evidence, sources)
}

// inOrder sorts the ids of a list with bars and keeps each once: a cube's rows may name several, and the database gives
// them in the order its threads came by; the same question is to have the same answer.
func inOrder(list string) string {
	ids := strings.Split(list, "|")
	sort.Strings(ids)
	return strings.Join(slices.Compact(ids), "|")
}

// summedUp gives the weakest grade among some rows, and every source of theirs, each once, in order of name.
func summedUp(t *table.Table, rows []int) (evidence string, sources []string) {
	weakest := -1
	for _, r := range rows {
		weakest = max(weakest, slices.Index(grades, t.Grades[r]))
		for _, id := range strings.Split(t.Cited[r], "|") {
			if id != "" && !slices.Contains(sources, id) {
				sources = append(sources, id)
			}
		}
	}
	sort.Strings(sources)
	if weakest >= 0 {
		evidence = grades[weakest]
	}
	return evidence, sources
}

func dropColumns(t *table.Table, at ...int) {
	dropped := func(i int) bool { return slices.Contains(at, i) }
	for r, row := range t.Rows {
		t.Rows[r] = without(row, dropped)
	}
	t.Columns = without(t.Columns, dropped)
}

func without[T any](list []T, dropped func(i int) bool) []T {
	kept := make([]T, 0, len(list))
	for i, item := range list {
		if !dropped(i) {
			kept = append(kept, item)
		}
	}
	return kept
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

// titled names the sources of one row.
func (n *Network) titled(ids string) string {
	var titles []string
	for _, s := range n.cited(strings.Split(ids, "|")) {
		title := s.Title
		if s.Publisher != "" {
			title = fmt.Sprintf("%s, %s", s.Title, s.Publisher)
		}
		titles = append(titles, title)
	}
	return strings.Join(titles, "; ")
}

// origins says of each row of an answer how well it is supported and where it is from.
func (n *Network) origins(t *table.Table, l lang.Lang) []table.Origin {
	dimensions := n.Dimensions(l)
	evidence := table.Origin{Label: lang.Text{En: "Evidence", Hant: "證據等級", Hans: "证据等级"}.In(l), Cells: make([]string, len(t.Rows))}
	source := table.Origin{Label: lang.Text{En: "Source", Hant: "資料來源", Hans: "资料来源"}.In(l), Cells: make([]string, len(t.Rows))}
	for r := range t.Rows {
		evidence.Cells[r] = t.Grades[r]
		if named := dimensions.labels("evidence", []string{t.Grades[r]}); len(named) == 1 {
			evidence.Cells[r] = named[0]
		}
		source.Cells[r] = n.titled(t.Cited[r])
	}
	return []table.Origin{evidence, source}
}

// graded gives the parameters of a question that heeds no filter but evidence.
func (q Question) graded() map[string]any {
	args := q.Filter.Only([]string{"evidence"}).Args()
	args["lang"] = string(q.Lang)
	return args
}
