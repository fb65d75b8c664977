package analytics

import (
	"slices"
	"testing"

	"meridian/analytics/filter"
	"meridian/analytics/lang"
)

var publishedOnly = filter.Filter{Evidence: []string{"published"}}

// Where only published rows are asked for, a chart either draws or says in words that it has none.
func TestAChartWithoutPublishedRowsSaysSo(t *testing.T) {
	want := map[lang.Lang]string{
		lang.English:     "No published rows: this chart’s rows are illustrative.",
		lang.Traditional: "沒有「已公布」資料：此圖表的資料屬「示例」。",
		lang.Simplified:  "没有“已公布”数据：此图表的数据属“示例”。",
	}
	drawn, silent := 0, 0
	for _, c := range network(t).Charts(lang.English) {
		for _, l := range lang.All() {
			answer, err := network(t).Chart(t.Context(), c.ID, Question{Lang: l, Filter: publishedOnly})
			if err != nil {
				t.Fatal(err)
			}
			switch {
			case len(answer.Rows) > 0:
				drawn++
				if answer.Empty != "" || len(answer.Option) == 0 {
					t.Errorf("%s has %d rows, draws %d keys and says %q", c.ID, len(answer.Rows), len(answer.Option), answer.Empty)
				}
			case c.Available && slices.Contains(c.Filters, "evidence"):
				silent++
				if answer.Empty != want[l] {
					t.Errorf("%s says %q, want %q", c.ID, answer.Empty, want[l])
				}
			case answer.Empty != "":
				t.Errorf("%s is not in this data set, and says %q", c.ID, answer.Empty)
			}
		}
	}
	if drawn == 0 || silent == 0 {
		t.Errorf("%d drawn, %d without rows", drawn, silent)
	}
}

// Another filter that leaves nothing is not blamed on the evidence, and every grade may be asked for.
func TestEmptyForAnotherReason(t *testing.T) {
	f := filter.Filter{Evidence: []string{"illustrative"}, Type: []string{"conference"}, Place: []string{"AE"}, From: "2010/2011", To: "2010/2011"}
	answer, err := network(t).Chart(t.Context(), "projects-by-type", Question{Lang: lang.English, Filter: f})
	if err != nil || len(answer.Rows) > 0 || answer.Empty != "" {
		t.Errorf("%d rows, %q, %v", len(answer.Rows), answer.Empty, err)
	}
	for _, grade := range grades {
		if _, err := filter.Parse(func(name string) string { return map[string]string{"evidence": grade}[name] }, network(t).Known()); err != nil {
			t.Errorf("evidence=%s is refused: %v", grade, err)
		}
	}
}

// A filter brings no key figures that the data set knows nothing of.
func TestAFilterBringsNoKeyFigures(t *testing.T) {
	for name, n := range map[string]*Network{"default": network(t), "Lisbon": lisbon(t), "network": wholeNetwork(t)} {
		for _, page := range n.Pages() {
			all, err := n.KPIs(t.Context(), string(page), Question{Lang: lang.English})
			if err != nil {
				t.Fatal(err)
			}
			filtered, err := n.KPIs(t.Context(), string(page), Question{Lang: lang.English, Filter: publishedOnly})
			if err != nil {
				t.Fatal(err)
			}
			for _, k := range filtered {
				if !slices.ContainsFunc(all, func(a KPIAnswer) bool { return a.ID == k.ID }) {
					t.Errorf("%s, %s: %s comes with a filter", name, page, k.ID)
				}
			}
		}
	}
}
