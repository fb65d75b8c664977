package finding_test

import (
	"testing"

	"meridian/analytics/filter"
	"meridian/analytics/lang"
)

// TestInstitutionsWithoutAHome: a data set of no home lists its institutions by place, and says so truly.
func TestInstitutionsWithoutAHome(t *testing.T) {
	w := invent(1)
	w.home, w.moves, w.projects, w.agreements, w.targets = "", nil, nil, nil, nil
	n := open(t, w)
	heard, caught := map[string]int{}, map[string]int{}
	_, short := texts(t, n, filter.Filter{}, lang.English)
	for look, f := range []filter.Filter{{}, {Region: []string{"europe"}}, {Region: []string{"africa", "europe"}}} {
		check(t, n, view{w, f, short}, look, heard, caught)
	}
	for _, c := range claims() {
		if key := c.of + " " + c.shape.String(); c.of == "institutions-by-place" && caught[key] == 0 {
			t.Errorf("no wrong text of the shape %s was found out, of %d", key, heard[key])
		}
	}
}
