package analytics

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"meridian/analytics/filter"
	"meridian/analytics/lang"
	"meridian/analytics/metric"
	"meridian/analytics/table"
)

// explainable are data sets whose every number is explained: a university's and a whole network's, by hand both.
func explainable(t *testing.T) map[string]*Network {
	return map[string]*Network{"Lisbon": lisbon(t), "network": wholeNetwork(t)}
}

// Every number of every chart answers back: the rows that are used and those left out are all there are, and where the
// number is a sum, a count, a difference or a share, they give it again.
func TestEveryNumberOfEveryChartIsExplained(t *testing.T) {
	for name, n := range explainable(t) {
		t.Run(name, func(t *testing.T) { explainAll(t, n, filter.Filter{}, allRows) })
	}
	t.Run("default", func(t *testing.T) { explainAll(t, network(t), filter.Filter{}, 12) })
}

// The same under filters, where they leave anything.
func TestExplainedUnderFilters(t *testing.T) {
	lisbon := lisbon(t)
	for name, f := range map[string]filter.Filter{
		"years":     {From: "2014/2015", To: "2015/2016"},
		"place":     {Place: []string{"BR", "ES"}},
		"faculty":   {Faculty: []string{"ENG"}, Direction: []string{"outbound"}},
		"type":      {Type: []string{"conference"}, From: "2015/2016"},
		"published": {Evidence: []string{"published"}},
	} {
		t.Run(name, func(t *testing.T) { explainAll(t, lisbon, f, 6) })
	}
	whole := wholeNetwork(t)
	for name, f := range map[string]filter.Filter{"one place": {Place: []string{"DE"}}, "a region": {Region: []string{"europe"}, From: "2014"}} {
		t.Run(name, func(t *testing.T) { explainAll(t, whole, f, 6) })
	}
}

// allRows is more rows than any chart of a small data set has.
const allRows = 1000

// explainAll explains a number of each row of every chart, the next column in the next row, of so many rows at most,
// which lie at even distances.
func explainAll(t *testing.T, n *Network, f filter.Filter, most int) {
	t.Helper()
	all, explained, agreed := tableSizes(t, n), 0, 0
	for _, c := range n.Charts(lang.English) {
		q := Question{Lang: lang.English, Filter: f.Only(c.Filters)}
		answer, err := n.Answer(t.Context(), c.Metric, q)
		if err != nil {
			t.Fatal(err)
		}
		numbers := slices.Clone(answer.Columns)
		numbers = slices.DeleteFunc(numbers, func(c table.Column) bool { return !measure(c) })
		apart := 1 + len(answer.Rows)/most
		for r := range answer.Rows {
			for i, column := range numbers {
				if r%apart != 0 || r/apart%len(numbers) != i || answer.Rows[r][answer.Index(column.Name)] == nil {
					continue // what is not there has nothing behind it
				}
				where := fmt.Sprintf("%s, row %d, %s", c.ID, r, column.Name)
				e, m := n.begun("chart", c.ID, c.Title, q), metricOf(t, n, c.Metric)
				if err := n.explainRow(t.Context(), e, m, answer, r, Asked{Column: column.Name, Limit: 3}, q); err != nil {
					t.Errorf("%s: %v", where, err)
					continue
				}
				explained++
				if e.Agrees != nil {
					agreed++
				}
				holdsTogether(t, where, e, all)
			}
		}
	}
	if explained == 0 || agreed < explained/2 {
		t.Errorf("%d numbers explained, %d of them by adding up", explained, agreed)
	}
}

func metricOf(t *testing.T, n *Network, id string) metric.Metric {
	t.Helper()
	m, ok := n.metrics.Get(id)
	if !ok {
		t.Fatalf("there is no metric %s", id)
	}
	return m
}

func holdsTogether(t *testing.T, where string, e *Explanation, all map[string]int64) {
	t.Helper()
	if e.Agrees != nil && !*e.Agrees {
		t.Errorf("%s: %v does not agree with its rows: %+v", where, *e.Value.Value, e.Used)
	}
	if len(e.Used) == 0 {
		t.Errorf("%s: no rows are said to be used", where)
	}
	for _, u := range e.Used {
		rows := u.Rows
		for _, left := range u.Excluded {
			if left.Said == "" || left.Rows <= 0 {
				t.Errorf("%s: %s leaves out %+v", where, u.Fact, left)
			}
			rows += left.Rows
		}
		fact, _, _ := strings.Cut(u.Fact, "-")
		if rows != u.All || rows != all[fact] {
			t.Errorf("%s: used and left out of %s are %d, said to be %d, there are %d", where, u.Fact, rows, u.All, all[fact])
		}
		if int64(len(u.Sample)) != min(3, u.Rows) || (u.Next != nil) != (u.Rows > 3) {
			t.Errorf("%s: %d of %d rows of %s listed, next %v", where, len(u.Sample), u.Rows, u.Fact, u.Next)
		}
		if u.Label == "" || u.SQL == "" || u.Role == "" {
			t.Errorf("%s: %s lacks a word: %+v", where, u.Fact, u)
		}
	}
}

// tableSizes counts the tables behind the facts.
func tableSizes(t *testing.T, n *Network) map[string]int64 {
	t.Helper()
	counted, err := n.snapshot.Tables(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	sizes := map[string]int64{}
	for _, c := range counted {
		sizes[c.Table] = c.Rows
	}
	sizes["ties"] = sizes["projects"] + sizes["agreements"] + sizes["mobility"]
	return sizes
}

// A row found by its place is found again by the words it is named with, in every language.
func TestARowIsFoundByItsValues(t *testing.T) {
	n := lisbon(t)
	for _, c := range n.Charts(lang.English) {
		answer, err := n.Answer(t.Context(), c.Metric, Question{Lang: lang.English})
		if err != nil {
			t.Fatal(err)
		}
		for r := range answer.Rows {
			found, err := findRow(answer, Asked{Chart: c.ID, At: atOf(answer, r)})
			if err != nil || found != r {
				t.Errorf("%s: row %d is named %q, which gives %d, %v", c.ID, r, atOf(answer, r), found, err)
			}
		}
	}
	targets := answerOf(t, network(t), "target_attainment", filter.Filter{})
	for r := range targets.Rows {
		if found, err := findRow(targets, Asked{Chart: "target-attainment", At: atOf(targets, r)}); err != nil || found != r {
			t.Errorf("target %d is named %q, which gives %d, %v", r, atOf(targets, r), found, err)
		}
	}
	e, err := n.Explain(t.Context(), Asked{Chart: "mobility-trend", Limit: 5, At: "academic_year_id:2015/2016;direction:outbound;direction_name:Outbound"}, Question{Lang: lang.Traditional})
	if err != nil || e.Value.Display != "264" {
		t.Errorf("an English name does not lead to the row in Chinese: %v", err)
	}
}

func TestWhatCannotBeExplainedIsRefusedByName(t *testing.T) {
	n := lisbon(t)
	for _, asked := range []Asked{
		{}, {Chart: "mobility-trend", KPI: "projects"}, {Chart: "none"}, {KPI: "none"}, {Chart: "mobility-trend", Row: 99}, {Chart: "mobility-trend", Row: -1},
		{Chart: "mobility-trend", Column: "direction"}, {Chart: "mobility-trend", At: "direction"}, {Chart: "mobility-trend", At: "x:y"},
		{Chart: "mobility-trend", At: "direction:outbound"}, {Chart: "mobility-trend", At: "academic_year_id:1990/1991"},
		{Chart: "mobility-trend", At: "academic_year_id:2014/2015;academic_year_id:2015/2016;direction:outbound"},
		{Chart: "milestones", Column: "date"}, {Chart: "flow-trend"},
	} {
		asked.Limit = 5
		if _, err := n.Explain(t.Context(), asked, Question{Lang: lang.English}); err == nil {
			t.Errorf("%+v is explained", asked)
		}
	}
}

// A key figure is explained by its published figures, or under a filter by its rows.
func TestKeyFiguresAreExplained(t *testing.T) {
	for name, n := range map[string]*Network{"default": network(t), "Lisbon": lisbon(t), "network": wholeNetwork(t)} {
		all := tableSizes(t, n)
		for _, f := range []filter.Filter{{}, {Evidence: []string{"published"}}, {From: n.known["year"][1]}} {
			for _, page := range n.Pages() {
				answers, err := n.KPIs(t.Context(), string(page), Question{Lang: lang.English, Filter: f})
				if err != nil {
					t.Fatal(err)
				}
				for _, a := range answers {
					explainsFigure(t, n, name, a, f, all)
				}
			}
		}
	}
}

func explainsFigure(t *testing.T, n *Network, where string, a KPIAnswer, f filter.Filter, all map[string]int64) {
	t.Helper()
	where += ", " + a.ID
	e, err := n.Explain(t.Context(), Asked{KPI: a.ID, Limit: 3}, Question{Lang: lang.English, Filter: f})
	if err != nil {
		t.Errorf("%s: %v", where, err)
		return
	}
	if e.Value.Display != a.Display || e.Evidence != a.Evidence {
		t.Errorf("%s: shown as %s (%s), explained as %s (%s)", where, a.Display, a.Evidence, e.Value.Display, e.Evidence)
	}
	switch {
	case a.Figure != nil:
		if len(e.Figures) == 0 || e.Figures[0].Quote != a.Figure.Quote || len(e.Used) > 0 {
			t.Errorf("%s: published, and explained by %d figures and %d kinds of rows", where, len(e.Figures), len(e.Used))
		}
	case a.Value != nil:
		holdsTogether(t, where, e, all)
	}
}

// Explained sources are those that the chart cites for its row, and a figure's those that provenance counts.
func TestExplainedSourcesAreTheChartsOwn(t *testing.T) {
	n := network(t)
	told, err := n.Provenance(t.Context(), lang.English)
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, s := range told.Sources {
		known[s.ID] = true
	}
	for _, id := range []string{"mobility-trend", "partner-map", "alliance-figures", "agreement-status", "mobility-split"} {
		answer, err := n.Chart(t.Context(), id, Question{Lang: lang.English})
		if err != nil {
			t.Fatal(err)
		}
		e, err := n.Explain(t.Context(), Asked{Chart: id, Limit: 1}, Question{Lang: lang.English})
		if err != nil {
			t.Fatal(err)
		}
		if len(e.Sources) == 0 {
			t.Errorf("%s: explained without a source", id)
		}
		for _, s := range e.Sources {
			if !slices.Contains(answer.Sources, s) || !known[s.ID] {
				t.Errorf("%s: explained by %s, which the chart (%v) or the provenance does not name", id, s.ID, answer.Sources)
			}
		}
	}
}
