package finding_test

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// The claims of the rules in this package, each worked out again from the rows. Groups are those of the pattern.

var measureOf = map[string]func(v view, year string) (n int, fact string){
	"outbound": func(v view, y string) (int, string) { return v.people("outbound", y), "mobility" },
	"inbound":  func(v view, y string) (int, string) { return v.people("inbound", y), "mobility" },
	"projects": func(v view, y string) (int, string) {
		return tally(v.started(), func(p project) string { return yearOf(p.start) }, one)[y], "project"
	},
	"partners": func(v view, y string) (int, string) {
		return len(tally(v.abroad(y), func(m move) string { return m.partner }, one)), "mobility"
	},
	"places": func(v view, y string) (int, string) {
		return len(tally(v.abroad(y), func(m move) string { return strings.TrimPrefix(m.place, "ZZ") }, one)), "mobility"
	},
	"flows":            func(v view, y string) (int, string) { return inYear(v.pairs(v.flows), y), "flow" },
	"partner-outbound": func(v view, y string) (int, string) { return v.people("outbound", y), "mobility" },
	"partner-inbound":  func(v view, y string) (int, string) { return v.people("inbound", y), "mobility" },
	"partner-projects": func(v view, y string) (int, string) {
		return tally(v.started(), func(p project) string { return yearOf(p.start) }, one)[y], "project"
	},
	"works": func(v view, y string) (int, string) { return inYear(v.pairs(v.works), y), "copublication" },
}

func inYear(list []pairing, year string) int {
	return tally(list, func(p pairing) string { return academic(p.year) }, func(p pairing) int { return p.n })[year]
}

func (v view) people(direction, year string) int {
	return tally(v.students(), func(m move) string { return m.direction + academic(m.year) }, func(m move) int { return m.people })[direction+year]
}

// abroad are the students sent overseas in a year.
func (v view) abroad(year string) []move {
	return slices.DeleteFunc(v.students(), func(m move) bool {
		near := v.home == "HK" && (m.place == "CN" || m.place == "TW")
		return near || m.direction != "outbound" || academic(m.year) != year || m.people == 0
	})
}

func movedClaim(id string) func(view, []string) error {
	return func(v view, g []string) error { // name, rose or fell, by, now, year, most or fewest, years
		year := full(g[4])
		now, fact := measureOf[id](v, year)
		was, _ := measureOf[id](v, before(year))
		sign := 1
		if g[1] == "fell" {
			sign = -1
		}
		errs := []error{same("now", number(g[3]), now), same("by", sign*number(g[2]), now-was)}
		if !v.whole(fact, year) || !v.whole(fact, before(year)) {
			errs = append(errs, fmt.Errorf("a year is not whole: %s or the one before", year))
		}
		if v.isFarOff(id, year) && v.isFarOff(id, before(year)) {
			errs = append(errs, errors.New("both years lie far off"))
		}
		at := year
		for range max(number("0"+g[6])-1, 0) {
			at = before(at)
			n, _ := measureOf[id](v, at)
			if sign*(now-n) <= 0 || !v.whole(fact, at) {
				errs = append(errs, fmt.Errorf("%s has %d, %s has %d", at, n, year, now))
			}
		}
		if g[5] != "" && (g[5] == "most") != (sign > 0) {
			errs = append(errs, errors.New("most and fewest are swapped"))
		}
		return errors.Join(errs...)
	}
}

// turnClaim counts what came or went in a year: n, year, one of them.
func turnClaim(key func(v view, m move) string, came bool) func(view, []string) error {
	return func(v view, g []string) error {
		year := full(g[1])
		always := view{v.world, v.filter, v.short}
		always.filter.From, always.filter.To = "", ""
		in := map[string]map[string]bool{}
		for _, m := range always.students() {
			if k := key(v, m); k != "" && m.people > 0 {
				if in[k] == nil {
					in[k] = map[string]bool{}
				}
				in[k][academic(m.year)] = true
			}
		}
		var found []string
		for _, k := range slices.Sorted(maps.Keys(in)) {
			first := slices.Min(slices.Collect(maps.Keys(in[k])))
			if came && first == year || !came && in[k][before(year)] && !in[k][year] {
				found = append(found, k)
			}
		}
		who := slices.ContainsFunc(found, func(k string) bool { return strings.TrimPrefix(g[2], "the ") == nameOr(k) })
		if !who {
			return fmt.Errorf("%s is none of %v", g[2], found)
		}
		if !v.whole("mobility", year) {
			return errors.New("the year is not whole")
		}
		return same("n", counted(g[0]), len(found))
	}
}
