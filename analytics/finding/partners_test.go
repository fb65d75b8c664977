package finding_test

import (
	"slices"
	"strings"
	"testing"

	"meridian/analytics"
	"meridian/analytics/filter"
	"meridian/analytics/lang"
)

// TestOfAPartnerOnlyWhatIsItsOwnIsSaid: with a partner chosen, rules that know nothing of partners are silent, and the
// others begin with its name; with none chosen, the rules of partners are silent.
func TestOfAPartnerOnlyWhatIsItsOwnIsSaid(t *testing.T) {
	w := invent(1)
	n := open(t, w)
	heard := map[string]bool{}
	for _, p := range w.partners {
		for _, a := range findings(t, n, filter.Filter{Partner: []string{p.id}}) {
			own := strings.Contains(a.Rule, "partner-") || slices.Contains([]string{"overdue-agreements", "expiring-agreements", "dormant-agreements"}, a.Rule)
			if !own || a.Scope != p.name {
				t.Errorf("with %s chosen, %s says %q", p.name, a.Rule, a.Text)
			}
			heard[a.Rule] = true
		}
	}
	for _, id := range []string{"moved-partner-outbound", "moved-partner-inbound", "moved-partner-projects", "overdue-agreements", "dormant-agreements"} {
		if !heard[id] {
			t.Errorf("%s is said of no partner", id)
		}
	}
	for _, a := range findings(t, n, filter.Filter{}) {
		if strings.Contains(a.Rule, "-partner-") {
			t.Errorf("with no partner chosen, %s says %q", a.Rule, a.Text)
		}
	}
}

func findings(t *testing.T, n *analytics.Network, f filter.Filter) []analytics.FindingAnswer {
	t.Helper()
	found, err := n.Findings(t.Context(), "overview", analytics.Question{Lang: lang.English, Filter: f})
	if err != nil {
		t.Fatal(err)
	}
	return slices.Concat(found.Changed, found.Attention)
}
