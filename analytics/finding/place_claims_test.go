package finding_test

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// The claims about places, regions, provinces, fields and faculties side by side.

func placedTitle(v view, g []string) error { // place, number, of all, region
	id := v.filter.Place[0]
	v.filter.Place = nil
	of := v.inRegion(region(id))
	above := 0
	for _, n := range of {
		if n > of[id] {
			above++
		}
	}
	return errors.Join(named(g[0], []string{id}), named(g[3], []string{region(id)}), same("number", number(g[1]), above+1), same("all", number(g[2]), len(of)))
}

// inRegion counts the students of each place of a region, those without any left out.
func (v view) inRegion(id string) map[string]int {
	return tally(v.students(), func(m move) string {
		if region(m.place) != id || m.people == 0 {
			return ""
		}
		return m.place
	}, func(m move) int { return m.people })
}

func grewMostTitle(v view, g []string) error { // place, growth
	var years []string
	for y := range v.years {
		id := academic(v.first + y)
		moved := slices.ContainsFunc(v.students(), func(m move) bool { return academic(m.year) == id && region(m.place) != "" })
		if moved && v.whole("mobility", id) {
			years = append(years, id)
		}
	}
	span := min(3, len(years)/2)
	late, early := years[len(years)-span:], years[len(years)-2*span:len(years)-span]
	size, now, was := v.partnersBy(placeOf), map[string]int{}, map[string]int{}
	for _, m := range v.students() {
		if m.place == "ZZ" {
			continue
		}
		size[m.place] += m.people
		if slices.Contains(late, academic(m.year)) {
			now[m.place] += m.people
		}
		if slices.Contains(early, academic(m.year)) {
			was[m.place] += m.people
		}
	}
	largest := slices.SortedFunc(maps.Keys(size), func(a, b string) int {
		if size[a] != size[b] {
			return size[b] - size[a]
		}
		return strings.Compare(a, b)
	})
	best, most := "", 0.0
	for _, id := range largest[:min(12, len(largest))] {
		if grew := float64(now[id])/float64(was[id]) - 1; was[id] >= 23 && (best == "" || grew > most) {
			best, most = id, grew
		}
	}
	return errors.Join(named(g[0], []string{best}), same("growth", g[1], tenths(most, 1)))
}

func fieldTitle(v view, g []string) error { // field, share
	of := tally(v.students(), func(m move) string {
		if m.field == "" {
			return "unstated field"
		}
		return m.field[:2]
	}, func(m move) int { return m.people })
	all := total(of)
	delete(of, "unstated field")
	first := leaders(of)
	return errors.Join(named(g[0], first), same("share", g[1], share(float64(of[first[0]]), float64(all))))
}

func facultyRateTitle(v view, g []string) error { // faculty, rate, that of all
	years := map[string]bool{}
	for _, m := range v.moves {
		if v.inYears(academic(m.year)) {
			years[academic(m.year)] = true
		}
	}
	of := map[string]int{}
	for _, m := range v.students() {
		if m.direction == "outbound" && m.faculty != "" {
			of[m.faculty] += m.people
		}
	}
	rate := func(ids ...string) string {
		people, all := 0, 0
		for _, id := range ids {
			people, all = people+of[id], all+len(years)*enrolled[id]
		}
		return tenths(float64(people), float64(all))
	}
	best := "ENG"
	if of["ART"]*enrolled["ENG"] > of["ENG"]*enrolled["ART"] {
		best = "ART"
	}
	return errors.Join(named(g[0], []string{best}), same("rate", g[1], rate(best)), same("all", g[2], rate("ENG", "ART")))
}

// apartTitle: region, share of partners, share of students: the two differ nowhere as much.
func apartTitle(v view, g []string) error {
	partners := v.partnersBy(func(p partner) string { return region(p.place) })
	moved := tally(v.students(), func(m move) string { return region(m.place) }, func(m move) int { return m.people })
	gap := func(id string) float64 {
		return max(0, float64(partners[id])/float64(total(partners))-float64(moved[id])/float64(total(moved)),
			float64(moved[id])/float64(total(moved))-float64(partners[id])/float64(total(partners)))
	}
	for id := range partners {
		if named(g[0], []string{id}) != nil {
			continue
		}
		for other := range moved {
			if other != "unstated" && gap(other) > gap(id)+1e-9 {
				return fmt.Errorf("%s is farther apart", other)
			}
		}
		return errors.Join(same("partners", g[1], share(float64(partners[id]), float64(total(partners)))), same("students", g[2], share(float64(moved[id]), float64(total(moved)))))
	}
	return errors.New("there is no such region")
}

func footholdTitle(v view, g []string) error { // establishments, partners, provinces
	of := v.partnersBy(func(p partner) string { return p.province })
	return errors.Join(same("establishments", number(g[0]), len(v.provinces)), same("partners", number(g[1]), total(of)), same("provinces", number(g[2]), len(of)))
}

func provincesTitle(v view, g []string) error { // names, share
	of := tally(v.started(), func(p project) string { return v.of(p.partner).province }, one)
	all, first := total(of), 0
	var names []string
	for range 3 {
		id := leaders(of)
		if names = append(names, id[0]); of[id[0]] == 0 {
			return errors.New("fewer than three provinces")
		}
		first += of[id[0]]
		delete(of, id[0])
	}
	return errors.Join(named(g[0], names), same("share", g[1], share(float64(first), float64(all))))
}

func originTitle(v view, g []string) error { // place, n, of all
	came, from := map[string]int{}, map[string]map[string]int{}
	v.ends(v.flows, func(here string, n, sign int) {
		if from[here] == nil {
			from[here] = map[string]int{}
		}
		if sign > 0 {
			came[here] += n
		}
	})
	for _, p := range v.flows {
		if v.inYears(academic(p.year)) && v.here(p.from) {
			from[p.to][p.from] += p.n
		}
	}
	largest := slices.SortedFunc(maps.Keys(came), func(a, b string) int { return came[b] - came[a] })
	main := map[string]int{}
	for _, id := range largest[:min(20, len(largest))] {
		main[leaders(from[id])[len(leaders(from[id]))-1]]++
	}
	return errors.Join(named(g[0], leaders(main)), same("n", number(g[1]), main[leaders(main)[0]]), same("all", number(g[2]), 20))
}

func institutionsTitle(v view, g []string) error { // places, the most in
	of := tally(v.partners, func(p partner) string {
		if !v.here(p.place) {
			return ""
		}
		return p.place
	}, one)
	return errors.Join(same("places", number(g[0]), len(of)), named(g[1], leaders(of)))
}
