package chart_test

import (
	"context"
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"meridian/analytics"
	"meridian/analytics/chart"
	"meridian/analytics/filter"
	"meridian/analytics/lang"
	"meridian/analytics/metric"
	"meridian/data/store"
)

// defaultNetwork is the data set a newcomer sees, built once for all tests.
var defaultNetwork = sync.OnceValues(func() (*analytics.Network, error) {
	ctx := context.Background()
	snapshot, _, err := store.Load(ctx, store.Source{Dataset: os.DirFS("../../data/polyu"), Geo: os.DirFS("../../data/geo")})
	if err != nil {
		return nil, err
	}
	return analytics.New(ctx, snapshot)
})

func ask(t *testing.T, id string, q analytics.Question) *analytics.ChartAnswer {
	t.Helper()
	network, err := defaultNetwork()
	if err != nil {
		t.Fatalf("load the default data set: %v", err)
	}
	answer, err := network.Chart(context.Background(), id, q)
	if err != nil {
		t.Fatalf("%s %v: %v", id, q.Filter.Map(), err)
	}
	return answer
}

func TestCatalogueIsComplete(t *testing.T) {
	metrics, err := metric.Load()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, c := range chart.Catalogue() {
		if seen[c.ID] {
			t.Errorf("%s stands twice in the catalogue", c.ID)
		}
		seen[c.ID] = true
		if _, ok := metrics.Get(c.Metric); !ok {
			t.Errorf("%s draws the metric %q, which does not exist", c.ID, c.Metric)
		}
		for _, text := range []lang.Text{c.Title, c.Subtitle} {
			if !text.Complete() {
				t.Errorf("%s: %q is not there in all three languages", c.ID, text.En)
			}
		}
		if c.Note != (lang.Text{}) && !c.Note.Complete() {
			t.Errorf("%s: its note is not there in all three languages", c.ID)
		}
		for _, field := range c.Filters {
			if !slices.Contains(filter.Names(), field) {
				t.Errorf("%s honours %q, which is no filter", c.ID, field)
			}
		}
	}
}

func TestEveryChartDrawsTheDefaultDataSet(t *testing.T) {
	known := formatterIDs(t)
	for _, c := range chart.Catalogue() {
		for _, l := range lang.All() {
			for _, theme := range chart.ThemeIDs() {
				answer := ask(t, c.ID, analytics.Question{Lang: l, Theme: theme})
				if len(answer.Rows) == 0 || len(answer.Option) == 0 {
					t.Errorf("%s in %s shows nothing", c.ID, l)
				}
				checkWords(t, answer)
				checkOption(t, answer)
				for _, f := range answer.Formatters {
					if !known[f.ID] {
						t.Errorf("%s: formatter %q is not in formatters.ts", c.ID, f.ID)
					}
				}
			}
		}
	}
}

// A filter may leave one year, one place or one direction: each chart must still draw, or show nothing.
func TestEveryChartDrawsALittle(t *testing.T) {
	for _, f := range []filter.Filter{
		{From: "2017/2018", To: "2017/2018"},
		{Place: []string{"GB"}},
		{Region: []string{"africa"}, From: "2016/2017"},
		{Direction: []string{"inbound"}},
		{Direction: []string{"outbound"}, Faculty: []string{"FB"}},
		{Evidence: []string{"published"}},
		{Type: []string{"conference"}, To: "2010/2011"},
	} {
		for _, c := range chart.Catalogue() {
			for _, l := range lang.All() {
				answer := ask(t, c.ID, analytics.Question{Filter: f, Lang: l})
				if len(answer.Rows) > 0 {
					checkWords(t, answer)
					checkOption(t, answer)
				}
			}
		}
	}
}

var placeholder = regexp.MustCompile(`\{\w+\}|NaN|Inf`)

// checkWords: no placeholder left open, no number that is none, and the point of a finding is part of it.
func checkWords(t *testing.T, a *analytics.ChartAnswer) {
	t.Helper()
	for _, text := range []string{a.Title, a.Subtitle, a.Summary, a.Note} {
		if wrong := placeholder.FindString(text); wrong != "" {
			t.Errorf("%s %v says %q: %s", a.ID, a.Filters, wrong, text)
		}
	}
	if !strings.Contains(a.Title, a.TitleEmphasis) {
		t.Errorf("%s: %q is no part of %q", a.ID, a.TitleEmphasis, a.Title)
	}
	if a.Summary == "" {
		t.Errorf("%s %v has no summary", a.ID, a.Filters)
	}
}

// checkOption: plain JSON without functions or string formatters, whose marks name rows that are there.
func checkOption(t *testing.T, a *analytics.ChartAnswer) {
	t.Helper()
	text, err := json.Marshal(a.Option)
	if err != nil {
		t.Fatalf("%s %v: %v", a.ID, a.Filters, err)
	}
	for _, bad := range []string{"__f__", `"formatter":`, "function"} {
		if strings.Contains(string(text), bad) {
			t.Errorf("%s: the option holds %s", a.ID, bad)
		}
	}
	var option any
	if err := json.Unmarshal(text, &option); err != nil {
		t.Fatal(err)
	}
	checkRows(t, a, option)
}

func checkRows(t *testing.T, a *analytics.ChartAnswer, node any) {
	t.Helper()
	switch v := node.(type) {
	case map[string]any:
		if row, ok := v["row"].(float64); ok && (row < 0 || int(row) >= len(a.Rows)) {
			t.Errorf("%s %v: a mark names row %v of %d", a.ID, a.Filters, row, len(a.Rows))
		}
		for _, child := range v {
			checkRows(t, a, child)
		}
	case []any:
		for _, child := range v {
			checkRows(t, a, child)
		}
	}
}

// formatterIDs reads the names from the file that holds the formatters.
func formatterIDs(t *testing.T) map[string]bool {
	t.Helper()
	text, err := os.ReadFile("../../web/src/chart/formatters.ts")
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^  (\w+)[:,]`).FindAllStringSubmatch(string(text), -1) {
		ids[m[1]] = true
	}
	return ids
}
