package analytics

import (
	"os"
	"slices"
	"sync"
	"testing"

	"meridian/analytics/filter"
	"meridian/analytics/lang"
	"meridian/data/store"
)

// opened is the default data set; it is the same for every test and never changes.
var opened sync.Once
var openedNetwork *Network
var openedError error

// wholeNetwork is a data set without a home: flows, joint works, institutions.
func wholeNetwork(t *testing.T) *Network {
	t.Helper()
	snapshot, _, err := store.Load(t.Context(), store.Source{Dataset: os.DirFS("testdata/network"), Geo: os.DirFS("../data/geo")})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := snapshot.Close(); err != nil {
			t.Error(err)
		}
	})
	n, err := New(t.Context(), snapshot)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func network(t *testing.T) *Network {
	t.Helper()
	opened.Do(func() {
		ctx := t.Context()
		snapshot, _, err := store.Load(ctx, store.Source{Dataset: os.DirFS("../data/polyu"), Geo: os.DirFS("../data/geo")})
		if err != nil {
			openedError = err
			return
		}
		openedNetwork, openedError = New(ctx, snapshot)
	})
	if openedError != nil {
		t.Fatal(openedError)
	}
	return openedNetwork
}

// The figures a leader sees first are those the source printed, word for word.
func TestKeyFiguresAreThePublishedOnes(t *testing.T) {
	want := map[string]string{
		"projects": "1,100+", "exchange-partners": "230", "exchange-places": "37", "outbound-overseas": "650+", "inbound-overseas": "650+",
		"outbound-mainland-taiwan": "≈85", "inbound-mainland-taiwan": "just under 240", "ista-members": "27", "uansr-members": "150+",
		"uansr-places": "30+", "mainland-partners": "≈350", "establishments": "6", "aid": "up to 50\u00a0%", "alliances": "3",
	}
	seen := map[string]bool{}
	for _, subject := range []string{"overview", "collaboration", "mobility", "alliances", "mainland"} {
		answers, err := network(t).KPIs(t.Context(), subject, Question{Lang: lang.English})
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range answers {
			seen[a.ID] = true
			if display, ok := want[a.ID]; ok && a.Display != display {
				t.Errorf("%s on %s shows %q, want %q", a.ID, subject, a.Display, display)
			}
			if a.Figure != nil && (a.Figure.Quote == "" || a.Figure.Source.Title == "" || a.Evidence != "published") {
				t.Errorf("%s: a published figure without its quote, source or grade: %+v", a.ID, a.Figure)
			}
		}
	}
	for id := range want {
		if !seen[id] {
			t.Errorf("%s is on no page", id)
		}
	}
}

// Under a filter the published figure would be false: the value is computed, and graded so.
func TestFilteredFiguresAreComputed(t *testing.T) {
	answers, err := network(t).KPIs(t.Context(), "overview", Question{Lang: lang.English, Filter: filter.Filter{Place: []string{"DE"}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range answers {
		if a.ID != "exchange-places" {
			continue
		}
		if a.Figure != nil || a.Display != "1" || a.Evidence != "illustrative" {
			t.Errorf("places with partners under place=DE: %q graded %s, figure %v", a.Display, a.Evidence, a.Figure)
		}
	}
}

// The figures stay where a filter leaves in all they count, and go where it does not.
func TestFiguresUnderFilters(t *testing.T) {
	for name, test := range map[string]struct {
		subject, id string
		filter      filter.Filter
		display     string
		published   bool
	}{
		"published only keeps what is published":     {"overview", "projects", filter.Filter{Evidence: []string{"published"}}, "1,100+", true},
		"illustrative only is counted from rows":     {"overview", "projects", filter.Filter{Evidence: []string{"illustrative"}}, "1,124", false},
		"all the years change nothing":               {"overview", "projects", filter.Filter{From: "2010/2011", To: "2017/2018"}, "1,100+", true},
		"a later first year takes from a sum":        {"overview", "projects", filter.Filter{From: "2017/2018"}, "205", false},
		"but not from the last year's own number":    {"overview", "outbound-overseas", filter.Filter{From: "2017/2018"}, "650+", true},
		"an earlier last year is another number":     {"overview", "outbound-overseas", filter.Filter{To: "2016/2017"}, "617", false},
		"a place does not touch the mainland":        {"mainland", "mainland-partners", filter.Filter{Place: []string{"DE"}}, "≈350", true},
		"nor an alliance's size":                     {"alliances", "uansr-members", filter.Filter{Place: []string{"DE"}}, "150+", true},
		"a figure that evidence leaves out is gone":  {"alliances", "uansr-members", filter.Filter{Evidence: []string{"illustrative"}}, "–", false},
		"agreements honour places and not the years": {"collaboration", "agreements", filter.Filter{From: "2017/2018"}, "616", false},
	} {
		t.Run(name, func(t *testing.T) {
			answers, err := network(t).KPIs(t.Context(), test.subject, Question{Lang: lang.English, Filter: test.filter})
			if err != nil {
				t.Fatal(err)
			}
			at := slices.IndexFunc(answers, func(a KPIAnswer) bool { return a.ID == test.id })
			if at < 0 {
				t.Fatalf("%s is not on %s", test.id, test.subject)
			}
			a := answers[at]
			if a.Display != test.display || (a.Figure != nil) != test.published {
				t.Errorf("%s shows %q, figure %v; want %q, %v", a.ID, a.Display, a.Figure != nil, test.display, test.published)
			}
			if !test.published && a.Target != nil && len(test.filter.Evidence) == 0 {
				t.Errorf("%s holds a part against the target for the whole: %+v", a.ID, a.Target)
			}
		})
	}
}

// The weakest grade wins: charts of published rows only are published, charts with one generated row are illustrative.
func TestEvidenceIsTheWeakestAmongTheRows(t *testing.T) {
	for id, want := range map[string]string{"partner-map": "illustrative", "milestones": "published", "alliance-figures": "published"} {
		answer, err := network(t).Chart(t.Context(), id, Question{Lang: lang.English})
		if err != nil {
			t.Fatal(err)
		}
		if answer.Evidence != want {
			t.Errorf("%s is graded %q, want %q", id, answer.Evidence, want)
		}
	}
}

// With published rows only, every chart still answers: with what is left, or with nothing and no option.
func TestPublishedOnly(t *testing.T) {
	for _, c := range network(t).Charts(lang.English) {
		answer, err := network(t).Chart(t.Context(), c.ID, Question{Lang: lang.English, Filter: filter.Filter{Evidence: []string{"published"}}})
		if err != nil {
			t.Errorf("%s: %v", c.ID, err)
			continue
		}
		if answer.Filters["evidence"] != "" && answer.Evidence != "" && answer.Evidence != "published" {
			t.Errorf("%s is graded %q under evidence=published", c.ID, answer.Evidence)
		}
		if len(answer.Rows) == 0 && len(answer.Option) != 0 {
			t.Errorf("%s draws without rows", c.ID)
		}
	}
}

// One year, one place, one row: charts still draw.
func TestChartsDrawLittle(t *testing.T) {
	for name, f := range map[string]filter.Filter{
		"one year":  {From: "2017/2018", To: "2017/2018"},
		"one place": {Place: []string{"DE"}},
		"both":      {From: "2012/2013", To: "2012/2013", Place: []string{"JP"}, Direction: []string{"inbound"}, Faculty: []string{"FB"}, Type: []string{"conference"}},
	} {
		for _, c := range network(t).Charts(lang.English) {
			for _, l := range lang.All() {
				if _, err := network(t).Chart(t.Context(), c.ID, Question{Lang: l, Filter: f}); err != nil {
					t.Errorf("%s, %s, %s: %v", name, c.ID, l, err)
				}
			}
		}
	}
}
