package finding_test

import (
	"errors"
	"fmt"
	"strings"
)

// The claims of chart titles about partners that came and went, and about projects.

func turnoverTitle(v view, g []string) error { // new, year, lost
	begun, lost := 0, 0
	for _, p := range v.partners {
		if isNew(v, p, full(g[1])) {
			begun++
		}
		if isLost(v, p, full(g[1])) {
			lost++
		}
	}
	return errors.Join(same("new", counted(g[0]), begun), same("lost", number(g[2]), lost))
}

// exchanged lists the years in which a partner exchanged students, whatever years are asked for.
func exchanged(v view, p partner) map[string]bool {
	v.filter.From, v.filter.To = "", ""
	years := map[string]bool{}
	for _, m := range v.students() {
		if m.partner == p.id && m.people > 0 {
			years[academic(m.year)] = true
		}
	}
	return years
}

func isNew(v view, p partner, year string) bool {
	years := exchanged(v, p)
	for y := range years {
		if y < year {
			return false
		}
	}
	return years[year]
}

func isLost(v view, p partner, year string) bool {
	years := exchanged(v, p)
	return years[before(year)] && !years[year]
}

// projectsBy counts the projects let through under a key.
func (v view) projectsBy(key func(project) string) map[string]int {
	return tally(v.started(), key, one)
}

func (v view) projectPlace(p project) string { return v.of(p.partner).place }

func projectGrowthTitle(v view, g []string) error { // change, since
	of := v.projectsBy(func(p project) string { return yearOf(p.start) })
	years := v.recorded("project", func(y string) bool { return of[y] > 0 })
	first, last := float64(of[years[0]]), float64(of[years[len(years)-1]])
	return errors.Join(same("since", full(g[1]), years[0]), same("growth", g[0], share(last-first, first)))
}

func cellTitle(v view, g []string) error { // type, region, share
	of := v.projectsBy(func(p project) string { return nameOr(p.kind) + "|" + nameOr(region(v.projectPlace(p))) })
	return mostIs(of, g[0]+"|"+g[1], g[2])
}

// mostIs: a key alone has the most, and this share of all.
func mostIs(of map[string]int, key, part string) error {
	first := leaders(of)
	if len(first) != 1 || first[0] != key {
		return fmt.Errorf("%s does not lead, but %v", key, first)
	}
	return same("share", part, share(float64(of[key]), float64(total(of))))
}

func regionTitle(v view, g []string) error { // region, share
	return mostIs(v.projectsBy(func(p project) string { return nameOr(region(v.projectPlace(p))) }), g[0], g[1])
}

func projectPlaceTitle(v view, g []string) error { // place, share, places
	of := v.projectsBy(func(p project) string { return nameOr(v.projectPlace(p)) })
	return errors.Join(mostIs(of, g[0], g[1]), same("places", number(g[2]), len(of)))
}

func facultyTitle(v view, g []string) error { // faculty, region, n
	of := v.projectsBy(func(p project) string { return nameOr(p.faculty) + "|" + nameOr(region(v.projectPlace(p))) })
	first := leaders(of)
	return errors.Join(same("leader", strings.Join(first, " "), g[0]+"|"+g[1]), same("n", number(g[2]), of[first[0]]))
}

func leagueTitle(v view, g []string) error { // partners, share
	of := v.projectsBy(func(p project) string { return p.partner })
	all, first, n := total(of), 0, number(g[0])
	for range n {
		id := leaders(of)[0]
		first += of[id]
		of[id] = 0
	}
	return same("share", g[1], share(float64(first), float64(all)))
}
