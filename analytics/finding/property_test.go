package finding_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"meridian/analytics"
	"meridian/analytics/chart"
	"meridian/analytics/filter"
	"meridian/analytics/lang"
	"meridian/analytics/table"
	"meridian/data/store"
)

// A claim is what texts of one shape say, and how it is worked out again.
type claim struct {
	of    string // the rule, or the chart whose title it is
	shape *regexp.Regexp
	holds func(v view, groups []string) error
}

// said is one text that has to hold.
type said struct{ of, text, scope string }

// untold are charts whose titles no claim works out again here; they have tests of their own in analytics/chart.
var untold = []string{
	"agreements-expiring", "agreements-dormant", "agreement-utilisation", "agreement-balance", "partners-neglected", "alliance-activation", "place-benchmark",
	"mobility-levels", "faculty-benchmark", "partner-projects",
}

// worlds and looks are how many data sets are made up, and through how many filters each is looked at: both can be
// raised for a long run with MERIDIAN_WORLDS.
const looks = 10

func worlds() uint64 {
	if n, err := strconv.ParseUint(os.Getenv("MERIDIAN_WORLDS"), 10, 64); err == nil {
		return n
	}
	return 3
}

// TestNothingIsSaidThatTheRowsDoNot: every finding and every chart title about made-up networks, through many filters,
// is worked out again from the plain rows, and says the same numbers in each language. Texts that were made wrong on
// purpose are found out.
func TestNothingIsSaidThatTheRowsDoNot(t *testing.T) {
	heard, caught := map[string]int{}, map[string]int{}
	for seed := range worlds() {
		w := invent(seed)
		n := open(t, w)
		r := rand.New(rand.NewPCG(seed, 9))
		for look := range looks {
			f := w.look(r, look)
			check(t, n, w, f, look, heard, caught)
		}
	}
	for _, c := range claims() {
		key := c.of + " " + c.shape.String()
		if heard[key] == 0 {
			t.Logf("nothing was said of the shape %s", key)
		} else if caught[key] == 0 && c.of != "dormant-agreements" {
			t.Errorf("no wrong text of the shape %s was found out, of %d", key, heard[key])
		}
	}
	t.Logf("%d texts", total(heard))
}

func open(t *testing.T, w *world) *analytics.Network {
	t.Helper()
	snapshot, _, err := store.Load(t.Context(), store.Source{Dataset: w.files(), Geo: os.DirFS("../../data/geo")})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := snapshot.Close(); err != nil {
			t.Error(err)
		}
	})
	n, err := analytics.New(t.Context(), snapshot)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// look is a filter; the first lets everything through.
func (w *world) look(r *rand.Rand, at int) filter.Filter {
	f := filter.Filter{}
	p := pick(r, w.partners)
	switch at % looks {
	case 1, 6:
		f.Region = []string{regionOf[p.place]}
	case 2, 7:
		f.Place = []string{p.place}
	case 3:
		f.Faculty = []string{"ENG"}
	case 4:
		f.Direction = []string{pick(r, []string{"outbound", "inbound"})}
	case 5, 8:
		first := r.IntN(w.years)
		f.From, f.To = academic(w.first+first), academic(w.first+first+r.IntN(w.years-first))
	case 9:
		f.Faculty, f.Region = []string{"ART"}, []string{"europe", regionOf[p.place]}
	}
	return f
}

func check(t *testing.T, n *analytics.Network, w *world, f filter.Filter, look int, heard, caught map[string]int) {
	t.Helper()
	texts, short := texts(t, n, f, lang.English)
	for _, s := range texts {
		v := view{w, s.narrowed(f), short}
		c, groups := claimOf(s)
		if c == nil && slices.Contains(untold, s.of) {
			continue
		}
		if c == nil {
			t.Errorf("%s through %v says what no claim works out: %q", s.of, f.Map(), s.text)
			continue
		}
		key := c.of + " " + c.shape.String()
		heard[key]++
		if err := c.holds(v, groups); err != nil {
			t.Errorf("world %s, %s through %v: %q\n%v", w.asOf.Format("2006-01-02"), s.of, f.Map(), s.text, err)
			continue
		}
		caught[key] += mutants(t, *c, v, s, groups)
	}
	if look%5 == 0 {
		sameNumbers(t, n, f, texts)
	}
}

// narrowed keeps of a filter what the chart behind a title heeds. A finding is made only where all is heeded.
func (s said) narrowed(f filter.Filter) filter.Filter {
	if c, ok := chart.ByID(s.of); ok {
		return f.Only(c.Filters)
	}
	return f
}

// texts collects what is said through a filter, and which years are called incomplete.
func texts(t *testing.T, n *analytics.Network, f filter.Filter, l lang.Lang) ([]said, map[string]bool) {
	t.Helper()
	var out []said
	short, answers := map[string]bool{}, map[string]*analytics.ChartAnswer{}
	for _, id := range chart.IDs() {
		a, err := n.Chart(context.Background(), id, analytics.Question{Lang: l, Filter: f})
		if err != nil {
			t.Fatalf("%s: %v", id, err)
		}
		if a.Title != a.Topic {
			out = append(out, said{of: id, text: a.Title})
		}
		answers[id] = a
		addShort(short, a)
	}
	found, err := n.Findings(context.Background(), "overview", analytics.Question{Lang: l, Filter: f})
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range slices.Concat(found.Changed, found.Attention) {
		text := strings.TrimPrefix(strings.TrimPrefix(a.Text, a.Scope+": "), a.Scope+"：")
		out = append(out, said{of: a.Rule, text: text, scope: a.Scope})
		checkCells(t, answers, a)
	}
	return out, short
}

func addShort(short map[string]bool, a *analytics.ChartAnswer) {
	fact := map[string]string{"mobility-trend": "mobility", "flow-trend": "flow", "copublication-trend": "copublication"}[a.ID]
	for _, row := range a.Rows {
		for i, c := range a.Columns {
			if year, ok := row[0].(string); ok && fact != "" && c.Name == "incomplete" && row[i] == true {
				short[fact+" "+year] = true
			}
		}
	}
}

// checkCells: a number that names a row and a column of a chart is what stands there.
func checkCells(t *testing.T, answers map[string]*analytics.ChartAnswer, a analytics.FindingAnswer) {
	t.Helper()
	for _, number := range a.Numbers {
		if number.Row == nil || number.KPI != "" {
			continue
		}
		answer := answers[number.Chart]
		at := slices.IndexFunc(answer.Columns, func(c table.Column) bool { return c.Name == number.Column })
		if cell := fmt.Sprint(answer.Rows[*number.Row][at]); cell != fmt.Sprint(number.Value) {
			t.Errorf("%s: %s is %v, its cell %s", a.ID, number.Label, number.Value, cell)
		}
	}
}

func claimOf(s said) (*claim, []string) {
	for _, c := range claims() {
		if c.of != s.of {
			continue
		}
		if m := c.shape.FindStringSubmatch(s.text); m != nil {
			return &c, m[1:]
		}
	}
	return nil, nil
}
