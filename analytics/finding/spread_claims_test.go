package finding_test

import (
	"errors"
	"maps"
	"math"
	"slices"
	"strings"
)

// The claims about spread, balances and rates.

func spreadTitle(v view, g []string) error { // partners, year, effective
	of := tally(v.students(), func(m move) string {
		if academic(m.year) != full(g[1]) || m.people == 0 {
			return ""
		}
		return m.partner
	}, func(m move) int { return m.people })
	squares := 0.0
	for _, n := range of {
		part := float64(n) / float64(total(of))
		squares += part * part
	}
	return errors.Join(same("partners", number(g[0]), len(of)), same("effective", number(g[2]), int(math.Round(1/squares))))
}

func soFarTitle(v view, g []string) error { // n, come or gone, since
	v.filter.Direction = nil
	net := 0
	for _, m := range v.students() {
		if academic(m.year) < full(g[2]) {
			return errors.New("students moved before that")
		}
		if net += m.people; m.direction == "outbound" {
			net -= 2 * m.people
		}
	}
	if g[1] == "gone" {
		net = -net
	}
	return same("balance", number(g[0]), net)
}

func kindsTitle(v view, g []string) error { // share, year
	beyond, all := 0, 0
	for _, m := range v.moves {
		if academic(m.year) == full(g[1]) && v.here(m.place) && passes(v.filter.Faculty, m.faculty) && passes(v.filter.Direction, m.direction) {
			if all += m.people; m.kind != "student-studies" {
				beyond += m.people
			}
		}
	}
	return same("share", g[0], share(float64(beyond), float64(all)))
}

func fastestTitle(v view, g []string) error { // place or region, rate, since
	years := v.recorded("mobility", v.movesIn)
	first, last := years[0], years[len(years)-1]
	var said bool
	for _, key := range []func(string) string{region, func(place string) string { return place }} {
		rates := map[string]float64{}
		for id, ends := range v.atBoth(first, last, key) {
			if ends[0] >= 23 && ends[1] > 0 {
				rates[id] = math.Pow(float64(ends[1])/float64(ends[0]), 1/float64(number(last[:4])-number(first[:4]))) - 1
			}
		}
		best := slices.Max(append(slices.Collect(maps.Values(rates)), -1))
		for id, rate := range rates {
			said = said || named(g[0], []string{id}) == nil && rate == best && g[1] == tenths(rate, 1)
		}
	}
	if !said {
		return errors.New("it did not, or not so fast")
	}
	return same("since", full(g[2]), first)
}

// base is how many students are enrolled in a year, in the faculties let through.
func (v view) base() float64 {
	if len(v.filter.Faculty) == 0 {
		return float64(enrolled[""])
	}
	n := 0
	for _, id := range v.filter.Faculty {
		n += enrolled[id]
	}
	return float64(n)
}

// atBoth counts the students of two years under a key.
func (v view) atBoth(first, last string, key func(place string) string) map[string][2]int {
	out := map[string][2]int{}
	for _, m := range v.students() {
		ends := out[key(m.place)]
		switch academic(m.year) {
		case first:
			ends[0] += m.people
		case last:
			ends[1] += m.people
		}
		out[key(m.place)] = ends
	}
	return out
}

func rateTitle(v view, g []string) error { // now, year, up or down, before, first
	v.filter.Direction = nil
	now, was := float64(v.people("outbound", full(g[1]))), float64(v.people("outbound", full(g[4])))
	errs := []error{same("now", g[0], tenths(now, v.base())), same("before", g[3], tenths(was, v.base())), same("up", g[2] == "up", now > was)}
	years := v.recorded("mobility", func(y string) bool {
		return slices.ContainsFunc(v.students(), func(m move) bool { return academic(m.year) == y })
	})
	return errors.Join(append(errs, same("first", full(g[4]), years[0]), same("last", full(g[1]), years[len(years)-1]))...)
}

func oneAllianceTitle(v view, g []string) error { // alliance, place, members
	return errors.Join(same("members", number(g[2]), len(v.alliesIn(strings.ToLower(g[0])))), func() error {
		for _, m := range v.alliesIn(strings.ToLower(g[0])) {
			if err := named(g[1], []string{v.of(m.partner).place}); err != nil {
				return err
			}
		}
		return nil
	}())
}

// gatheredTitle: new partners, since the end of, all. A partner is there from its first project or agreement on.
func gatheredTitle(v view, g []string) error {
	first := map[string]string{}
	begins := func(id, year string) {
		if v.of(id).place == "CN" && year != "" && (first[id] == "" || year < first[id]) {
			first[id] = year
		}
	}
	always := view{v.world, v.filter, v.short}
	always.filter.From, always.filter.To = "", ""
	for _, p := range always.started() {
		begins(p.partner, yearOf(p.start))
	}
	for _, a := range v.agreements {
		if len(v.filter.Faculty)+len(v.filter.Type) == 0 {
			begins(a.partner, yearOf(a.start))
		}
	}
	gained, all := 0, 0
	for _, year := range first {
		if v.filter.To != "" && year > v.filter.To {
			continue
		}
		if all++; year > full(g[1]) {
			gained++
		}
	}
	return errors.Join(same("gained", number(g[0]), gained), same("all", number(g[2]), all))
}
