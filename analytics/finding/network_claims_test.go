package finding_test

import (
	"errors"
	"slices"
	"strings"
)

// The claims of chart titles about flows, joint works and alliances.

func people(p pairing) int { return p.n }

func courseTitle(fact string, list func(v view) []pairing) func(view, []string) error { // grown or fallen, change, since
	return func(v view, g []string) error {
		rows := list(v)
		years := v.recorded(fact, func(y string) bool { return inYear(rows, y) > 0 })
		first, last := float64(inYear(rows, years[0])), float64(inYear(rows, years[len(years)-1]))
		by := last - first
		if g[0] == "fallen" {
			by = -by
		}
		return errors.Join(same("since", full(g[2]), years[0]), same("change", g[1], share(by, first)))
	}
}

func timesTitle(fact string, list func(v view) []pairing) func(view, []string) error { // times, to, from
	return func(v view, g []string) error {
		rows := list(v)
		years := v.recorded(fact, func(y string) bool { return inYear(rows, y) > 0 })
		first, last := inYear(rows, years[0]), inYear(rows, years[len(years)-1])
		times := map[string]string{"Twice": "2"}[g[0]]
		if times == "" {
			times = strings.TrimSuffix(g[0], " times")
		}
		return errors.Join(same("from", full(g[2]), years[0]), same("to", full(g[1]), years[len(years)-1]), same("times", times, trimmed(float64(last)/float64(first))))
	}
}

func flowsOf(v view) []pairing { return v.pairs(v.flows) }
func worksOf(v view) []pairing { return v.pairs(v.works) }

func flowPairTitle(v view, g []string) error { // from, to, share
	of := tally(flowsOf(v), func(p pairing) string { return nameOr(p.from) + "|" + nameOr(p.to) }, people)
	first := leaders(of)
	return errors.Join(same("pair", strings.Join(first, " "), g[0]+"|"+g[1]), same("share", g[2], tenths(float64(of[first[0]]), float64(total(of)))))
}

func workPairTitle(v view, g []string) error { // names, works
	of := tally(worksOf(v), func(p pairing) string { return p.from + "|" + p.to }, people)
	first := leaders(of)
	return errors.Join(same("pairs", len(first), 1), named(g[0], strings.Split(first[0], "|")), same("works", number(g[1]), of[first[0]]))
}

// ends gives rows as their two places see them: a place asked for is told of those that have to do with it.
func (v view) ends(list []pairing, say func(here string, n, sign int)) {
	for _, p := range list {
		if !v.inYears(academic(p.year)) {
			continue
		}
		if v.here(p.from) {
			say(p.to, p.n, 1)
		}
		if v.here(p.to) {
			say(p.from, p.n, -1)
		}
	}
}

func workPlacesTitle(v view, g []string) error { // places, the most in
	of := map[string]int{}
	v.ends(v.works, func(here string, n, _ int) { of[here] += n })
	return errors.Join(same("places", number(g[0]), len(of)), named(g[1], leaders(of)))
}

func flowBalanceTitle(sign int) func(view, []string) error { // n, place
	return func(v view, g []string) error {
		net := map[string]int{}
		v.ends(v.flows, func(here string, n, in int) { net[here] += in * n })
		return furthest(net, sign*number(g[0]), g[1])
	}
}

// affinityTitle: names, times. Works of a pair ÷ (works of one × works of the other ÷ twice all works).
func affinityTitle(v view, g []string) error {
	pair, of, all := map[string]int{}, map[string]int{}, 0
	v.filter.Place, v.filter.Region = nil, nil // strength is of all works, whoever's ties are shown
	for _, p := range worksOf(v) {
		pair[p.from+"|"+p.to] += p.n
		of[p.from] += p.n
		of[p.to] += p.n
		all += p.n
	}
	for key, n := range pair {
		a, b, _ := strings.Cut(key, "|")
		if named(g[0], []string{a, b}) == nil {
			return same("times", g[1], trimmed(2*float64(n)*float64(all)/float64(of[a]*of[b])))
		}
	}
	return errors.New("no such pair")
}

// alliesIn are the members of one alliance, or of all.
func (v view) alliesIn(alliance string) []member {
	return slices.DeleteFunc(slices.Clone(v.members), func(m member) bool {
		return alliance != "" && m.alliance != alliance || !v.here(v.of(m.partner).place)
	})
}

func sharedTitle(v view, g []string) error { // shared, all
	in := tally(v.alliesIn(""), func(m member) string { return m.partner }, one)
	shared := 0
	for _, n := range in {
		shared += n / 2
	}
	return errors.Join(same("shared", number(g[0]), shared), same("all", number(g[1]), len(in)))
}

func memberPlacesTitle(v view, g []string) error { // n, all, place
	of := tally(v.alliesIn(""), func(m member) string { return v.of(m.partner).place }, one)
	return errors.Join(named(g[2], leaders(of)), same("n", number(g[0]), of[leaders(of)[0]]), same("all", number(g[1]), total(of)))
}

func alliesTitle(v view, g []string) error { // members, alliance, places
	list := v.alliesIn(strings.ToLower(g[1]))
	places := tally(list, func(m member) string { return v.of(m.partner).place }, one)
	return errors.Join(same("members", number(g[0]), len(list)), same("places", number(g[2]), len(places)))
}

func netFlowTitle(v view, g []string) error { // n, came or left, year
	net := 0
	for _, p := range v.flows {
		if academic(p.year) != full(g[2]) {
			continue
		}
		if v.here(p.to) {
			net += p.n
		}
		if v.here(p.from) {
			net -= p.n
		}
	}
	if g[1] == "left" {
		net = -net
	}
	return same("balance", number(g[0]), net)
}
