package finding_test

import (
	"math/rand/v2"
	"os"
	"regexp"
	"strconv"
	"testing"

	"meridian/analytics"
	"meridian/analytics/filter"
	"meridian/analytics/lang"
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

// worlds and looks are how many data sets are made up, and through how many filters each is looked at: both can be
// raised for a long run with MERIDIAN_WORLDS.
const looks = 12

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
		_, short := texts(t, n, filter.Filter{}, lang.English)
		for look := range looks {
			f := w.look(r, look)
			check(t, n, view{w, f, short}, look, heard, caught)
		}
	}
	for _, c := range claims() {
		key := c.of + " " + c.shape.String()
		if heard[key] == 0 {
			t.Logf("nothing was said of the shape %s", key)
		} else if caught[key] == 0 {
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
	case 2:
		f.Place = []string{p.place}
	case 7:
		f.Place = []string{"GB"}
	case 3:
		f.Faculty = []string{"ENG"}
	case 4:
		f.Direction = []string{pick(r, []string{"outbound", "inbound"})}
	case 5, 8:
		first := r.IntN(w.years)
		f.From, f.To = academic(w.first+first), academic(w.first+first+r.IntN(w.years-first))
	case 10:
		f.Partner = []string{p.id}
	case 11:
		f.Partner = []string{"p00"}
	case 9:
		f.Faculty, f.Region = []string{"ART"}, []string{"europe", regionOf[p.place]}
	}
	return f
}

func check(t *testing.T, n *analytics.Network, v view, look int, heard, caught map[string]int) {
	t.Helper()
	f := v.filter
	texts, _ := texts(t, n, f, lang.English)
	for _, s := range texts {
		v.filter = s.narrowed(f)
		c, groups := claimOf(s)
		if c == nil {
			t.Errorf("%s through %v says what no claim works out: %q", s.of, f.Map(), s.text)
			continue
		}
		key := c.of + " " + c.shape.String()
		heard[key]++
		if err := c.holds(v, groups); err != nil {
			t.Errorf("world %s, %s through %v: %q\n%v", v.asOf.Format("2006-01-02"), s.of, f.Map(), s.text, err)
			continue
		}
		caught[key] += mutants(t, *c, v, s, groups)
	}
	if look%5 == 0 {
		sameNumbers(t, n, f, texts)
	}
}
