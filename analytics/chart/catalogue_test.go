package chart_test

import (
	"context"
	"os"
	"slices"
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
var defaultNetwork = sync.OnceValues(func() (*analytics.Network, error) { return load("../../data/polyu") })

// wholeNetwork is one without a home, with flows, joint works and a directory, in calendar years.
var wholeNetwork = sync.OnceValues(func() (*analytics.Network, error) { return load("../testdata/network") })

func load(folder string) (*analytics.Network, error) {
	ctx := context.Background()
	snapshot, _, err := store.Load(ctx, store.Source{Dataset: os.DirFS(folder), Geo: os.DirFS("../../data/geo")})
	if err != nil {
		return nil, err
	}
	return analytics.New(ctx, snapshot)
}

func ask(t *testing.T, id string, q analytics.Question) *analytics.ChartAnswer {
	t.Helper()
	return askOf(t, defaultNetwork, id, q)
}

func askOf(t *testing.T, open func() (*analytics.Network, error), id string, q analytics.Question) *analytics.ChartAnswer {
	t.Helper()
	network, err := open()
	if err != nil {
		t.Fatalf("load the data set: %v", err)
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

// Every chart draws the data of a university or that of a whole network, whichever has rows for it.
func TestEveryChartDrawsADataSet(t *testing.T) {
	known := formatterIDs(t)
	drawn := map[string]bool{}
	for _, open := range []func() (*analytics.Network, error){defaultNetwork, wholeNetwork} {
		network, err := open()
		if err != nil {
			t.Fatal(err)
		}
		for _, entry := range network.Charts(lang.English) {
			if entry.Available {
				drawn[entry.ID] = true
				checkDrawing(t, open, entry.ID, known)
			}
		}
	}
	for _, id := range chart.IDs() {
		if !drawn[id] {
			t.Errorf("%s is available for neither data set", id)
		}
	}
}

func checkDrawing(t *testing.T, open func() (*analytics.Network, error), id string, known map[string]bool) {
	t.Helper()
	for _, l := range lang.All() {
		for _, theme := range chart.ThemeIDs() {
			answer := askOf(t, open, id, analytics.Question{Lang: l, Theme: theme})
			if len(answer.Rows) == 0 || len(answer.Option) == 0 {
				t.Errorf("%s in %s shows nothing", id, l)
			}
			checkWords(t, answer)
			checkOption(t, answer)
			for _, f := range answer.Formatters {
				if !known[f.ID] {
					t.Errorf("%s: formatter %q is not in formatters.ts", id, f.ID)
				}
			}
		}
	}
}

// The same holds of a network without a home: one year, one place, one region, years that look incomplete.
func TestNetworkChartsDrawALittle(t *testing.T) {
	for _, f := range []filter.Filter{
		{From: "2010", To: "2010"}, {From: "2015"}, {Place: []string{"BR"}}, {Place: []string{"US", "BR"}, To: "2009"},
		{Region: []string{"east-asia"}}, {Evidence: []string{"published"}},
	} {
		for _, c := range chart.Catalogue() {
			for _, l := range lang.All() {
				if answer := askOf(t, wholeNetwork, c.ID, analytics.Question{Filter: f, Lang: l}); len(answer.Rows) > 0 {
					checkWords(t, answer)
					checkOption(t, answer)
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
