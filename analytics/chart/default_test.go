package chart_test

import (
	"context"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"meridian/analytics"
	"meridian/analytics/filter"
	"meridian/analytics/lang"
	"meridian/data/store"
)

// total adds up a column of an answer.
func total(t *testing.T, a *analytics.ChartAnswer, column string) (sum int64) {
	t.Helper()
	for i, c := range a.Columns {
		if c.Name != column {
			continue
		}
		for _, row := range a.Rows {
			if n, ok := row[i].(int64); ok {
				sum += n
			}
		}
		return sum
	}
	t.Fatalf("%s has no column %q", a.ID, column)
	return 0
}

// Partners of one year are those of that year: an agreement that had not begun, or had ended, makes none.
func TestPartnersOfOneYear(t *testing.T) {
	year := filter.Filter{From: "2010/2011", To: "2010/2011"}
	for id, want := range map[string][2]int64{"partner-map": {670, 338}, "network-by-region": {670, 338}, "china-map": {350, 141}} {
		all := total(t, ask(t, id, analytics.Question{Lang: lang.English}), "partners")
		one := total(t, ask(t, id, analytics.Question{Lang: lang.English, Filter: year}), "partners")
		if all != want[0] || one != want[1] {
			t.Errorf("%s counts %d partners, %d of them in 2010/11; want %d and %d", id, all, one, want[0], want[1])
		}
	}
}

// A year in which nobody moved is a zero, not a gap: a line fitted to the good years alone would promise too much.
func TestYearsWithoutStudentsAreZero(t *testing.T) {
	for _, id := range []string{"mobility-trend", "mobility-regions"} {
		colombia := ask(t, id, analytics.Question{Lang: lang.English, Filter: filter.Filter{Place: []string{"CO"}, Direction: []string{"inbound"}}})
		if len(colombia.Rows) != 8 || total(t, colombia, "participants") != 3 {
			t.Errorf("%s: three students in eight years are told as %v", id, colombia.Rows)
		}
		years := ask(t, id, analytics.Question{Lang: lang.English, Filter: filter.Filter{Place: []string{"CO"}, From: "2016/2017"}})
		for _, row := range years.Rows {
			if row[0].(string) < "2016/2017" {
				t.Errorf("%s from 2016/17 holds %v", id, row)
			}
		}
	}
	if got := ask(t, "mobility-trend", analytics.Question{Lang: lang.English, Filter: filter.Filter{Place: []string{"AQ"}}}); len(got.Rows) != 0 {
		t.Errorf("a place nobody knows is told as %v", got.Rows)
	}
}

// The year the count begins with is not counted as gained, and the partners of no year are told of: 345 and 5 make the map's 350.
func TestMainlandPartnersAddUp(t *testing.T) {
	trend := ask(t, "mainland-partners-trend", analytics.Question{Lang: lang.English})
	if want := "205 new partners since the end of 2010/11 bring the dated mainland network to 345"; trend.Title != want {
		t.Errorf("the title is %q, want %q", trend.Title, want)
	}
	if !strings.Contains(trend.Note, "5 more partners") {
		t.Errorf("the note is %q", trend.Note)
	}
}

// altered answers a chart over the default data set with some of its files changed.
func altered(t *testing.T, id string, changes map[string]func(text string) string) *analytics.ChartAnswer {
	t.Helper()
	files, source := fstest.MapFS{}, os.DirFS("../../data/polyu")
	names, err := fs.Glob(source, "*")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		text, err := fs.ReadFile(source, name)
		if err != nil {
			t.Fatal(err)
		}
		if change := changes[name]; change != nil {
			text = []byte(change(string(text)))
		}
		files[name] = &fstest.MapFile{Data: text}
	}
	snapshot, _, err := store.Load(context.Background(), store.Source{Dataset: files, Geo: os.DirFS("../../data/geo")})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := snapshot.Close(); err != nil {
			t.Error(err)
		}
	})
	network, err := analytics.New(context.Background(), snapshot)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := network.Chart(context.Background(), id, analytics.Question{Lang: lang.English})
	if err != nil {
		t.Fatal(err)
	}
	return answer
}

// A year that is not over on the data set's day is no year to grow to: it is drawn apart, and the title and the line end
// with the year before.
func TestUnfinishedYearIsSetAside(t *testing.T) {
	whole := ask(t, "mobility-trend", analytics.Question{Lang: lang.English})
	early := altered(t, "mobility-trend", map[string]func(string) string{"dataset.yaml": func(text string) string {
		return strings.Replace(text, "as_of: 2018-08-31", "as_of: 2018-03-01", 1)
	}})
	if want := "2017/18 (not over on 1 March 2018)"; !strings.Contains(early.Note, want) || !strings.Contains(early.Summary, want) {
		t.Errorf("the note is %q and the summary %q, want %q in both", early.Note, early.Summary, want)
	}
	if early.Title == whole.Title || strings.Contains(early.Summary, "in 2017/18, the most") || strings.Contains(whole.Note, "incomplete") {
		t.Errorf("with and without the last year: %q and %q; %q", early.Title, whole.Title, early.Summary)
	}
}

// A cap stated years after the data set's day is not the one its aid is measured against.
func TestAidCapIsTheOneStatedNearest(t *testing.T) {
	aid := altered(t, "aid-coverage", map[string]func(string) string{"figures.csv": func(text string) string {
		return strings.TrimRight(text, "\n") + "\nlater,aid_cap,60,%,up to,,2024,up to 60%,,published,polyu-global-network\n"
	}})
	if !strings.HasSuffix(aid.Title, "the cap is 50\u00a0%") {
		t.Errorf("the title is %q, want the cap of 2018", aid.Title)
	}
}

// The map shows the alliance that reaches farthest, whichever it is, and says its name.
func TestBeltRoadShowsAnotherAlliance(t *testing.T) {
	silk := ask(t, "belt-road-map", analytics.Question{Lang: lang.English})
	if want := "28 members and observers of UANSR are named, in 14 countries and regions"; silk.Title != want {
		t.Errorf("the default title is %q, want %q", silk.Title, want)
	}
	other := altered(t, "belt-road-map", map[string]func(string) string{"memberships.csv": func(text string) string {
		var kept []string
		for _, line := range strings.SplitAfter(text, "\n") {
			if !strings.HasPrefix(line, "uansr,") {
				kept = append(kept, line)
			}
		}
		return strings.Join(kept, "")
	}})
	words := strings.Join([]string{other.Topic, other.Title, other.Subtitle, other.Summary, other.Note}, " ")
	if !strings.Contains(other.Title, "ASRTU") || strings.Contains(words, "UANSR") || strings.Contains(words, "Silk") || len(other.Rows) == 0 {
		t.Errorf("without UANSR the map says %q", words)
	}
	one := ask(t, "belt-road-map", analytics.Question{Lang: lang.English, Filter: filter.Filter{Place: []string{"RU"}}})
	if want := "Members and observers of UANSR named in Russia: 5"; one.Title != want {
		t.Errorf("in one place the title is %q, want %q", one.Title, want)
	}
}
