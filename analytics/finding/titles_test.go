package finding_test

import (
	"errors"
	"slices"
	"strings"
)

// The claims of chart titles about partners, projects and students, each worked out again from the rows.

// partnersBy counts the partners let through by place: whoever a project, an agreement or a move ties to home.
func (v view) partnersBy(key func(partner) string) map[string]int {
	tied := map[string]bool{}
	for _, p := range v.started() {
		tied[p.partner] = true
	}
	if len(v.filter.Faculty)+len(v.filter.Type) == 0 {
		for _, a := range v.signed() {
			tied[a.partner] = tied[a.partner] || v.touches(a)
		}
	}
	for _, m := range v.moves {
		if m.partner != "" && v.here(m.place) && passes(v.filter.Faculty, m.faculty) && v.inYears(academic(m.year)) && len(v.filter.Type) == 0 {
			tied[m.partner] = true
		}
	}
	return tally(v.partners, func(p partner) string {
		if !tied[p.id] {
			return ""
		}
		return key(p)
	}, one)
}

// touches tells whether an agreement's term has to do with the years asked for.
func (v view) touches(a agreement) bool {
	first, last := yearOf(a.start), yearOf(a.end)
	if last == "" && v.status(a) == "ended" {
		last = first
	}
	if v.filter.From == "" && v.filter.To == "" {
		return true
	}
	return first+last != "" && (v.filter.From == "" || last == "" || last >= v.filter.From) && (v.filter.To == "" || first == "" || first <= v.filter.To)
}

func placeOf(p partner) string { return p.place }

func placesTitle(v view, g []string) error { // places, the most in
	of := v.partnersBy(placeOf)
	errs := []error{same("places", number(g[0]), len(of))}
	if g[1] != "" {
		errs = append(errs, named(g[1], leaders(of)))
	}
	return errors.Join(errs...)
}

func dueTitle(v view, g []string) error { // ending, overdue
	errs := []error{same("within 90 days", number(g[0]), v.due("90"))}
	if g[1] != "" {
		errs = append(errs, same("overdue", number(g[1]), v.due("overdue")))
	}
	return errors.Join(errs...)
}

func grownTitle(v view, g []string) error { // direction or Exchange, change, since
	years := v.recorded("mobility", v.movesIn)
	sum := func(y string) float64 {
		n := 0
		for _, d := range []string{"outbound", "inbound"} {
			if g[0] == "Exchange" || g[0] == strings.ToUpper(d[:1])+d[1:]+" exchange" {
				n += v.people(d, y)
			}
		}
		return float64(n)
	}
	first, last := years[0], years[len(years)-1]
	return errors.Join(same("since", full(g[2]), first), same("growth", g[1], share(sum(last)-sum(first), sum(first))))
}

// movesIn tells whether anybody's exchange is recorded in a year, wherever: a place without any is then a zero.
func (v view) movesIn(year string) bool {
	return slices.ContainsFunc(v.moves, func(m move) bool {
		return m.kind == "student-studies" && academic(m.year) == year && passes(v.filter.Direction, m.direction)
	})
}

// recorded are the whole years of a fact among those let through.
func (v view) recorded(fact string, has func(year string) bool) (years []string) {
	for y := range v.years + 1 { // projects of the first spring belong to the year before
		if id := academic(v.first + y - 1); v.inYears(id) && has(id) && v.whole(fact, id) {
			years = append(years, id)
		}
	}
	return years
}

func balanceTitle(sign int) func(view, []string) error { // n, place
	return func(v view, g []string) error {
		net := map[string]int{}
		for _, m := range v.students() {
			if m.place == "ZZ" {
				continue
			}
			if net[m.place] += m.people; m.direction == "outbound" {
				net[m.place] -= 2 * m.people
			}
		}
		return furthest(net, sign*number(g[0]), g[1])
	}
}

// furthest: a place alone lies furthest from zero.
func furthest(net map[string]int, by int, name string) error {
	apart := map[string]int{}
	for id, n := range net {
		apart[id] = max(n, -n)
	}
	if err := named(name, leaders(apart)); err != nil {
		return err
	}
	return same("balance", by, net[leaders(apart)[0]])
}

func gainTitle(v view, g []string) error { // region, n, since
	years := v.recorded("mobility", v.movesIn)
	gain := map[string]int{}
	for _, m := range v.students() {
		switch id := region(m.place); academic(m.year) {
		case years[len(years)-1]:
			gain[id] += m.people
		case years[0]:
			gain[id] -= m.people
		}
	}
	delete(gain, "unstated")
	return errors.Join(same("since", full(g[2]), years[0]), named(g[0], leaders(gain)), same("gain", number(g[1]), gain[leaders(gain)[0]]))
}

func oneWayTitle(v view, g []string) error { // one way, all
	both := map[string]int{}
	for _, m := range v.students() {
		if m.partner != "" && m.people > 0 {
			both[m.partner] |= map[string]int{"outbound": 1, "inbound": 2}[m.direction]
		}
	}
	n := 0
	for _, way := range both {
		if way != 3 {
			n++
		}
	}
	return errors.Join(same("one way", number(g[0]), n), same("all", number(g[1]), len(both)))
}

func splitTitle(v view, g []string) error { // year, outbound, inbound
	part := func(direction string) string {
		overseas, all := 0, 0
		for _, m := range v.students() {
			if m.direction == direction && academic(m.year) == full(g[0]) {
				if all += m.people; m.place != "CN" && m.place != "TW" {
					overseas += m.people
				}
			}
		}
		return share(float64(overseas), float64(all))
	}
	return errors.Join(v.mustBeWhole(g[0]), same("outbound", g[1], part("outbound")), same("inbound", g[2], part("inbound")))
}

func fiveTitle(v view, g []string) error { // places, share
	of := tally(v.students(), func(m move) string { return strings.TrimPrefix(m.place, "ZZ") }, func(m move) int { return m.people })
	all := total(tally(v.students(), func(m move) string { return m.place }, func(m move) int { return m.people }))
	first := 0
	for range 5 {
		for _, id := range leaders(of)[:1] {
			first += of[id]
			of[id] = 0
		}
	}
	return errors.Join(same("places", number(g[0]), len(of)), same("share", g[1], share(float64(first), float64(all))))
}

func mainlandTitle(v view, g []string) error { // ratio, left or came, year
	people := func(direction string) float64 {
		n := 0
		for _, m := range v.students() {
			if (m.place == "CN" || m.place == "TW") && m.direction == direction && academic(m.year) == full(g[2]) {
				n += m.people
			}
		}
		return float64(n)
	}
	if g[1] == "left" {
		return errors.Join(v.mustBeWhole(g[2]), same("ratio", g[0], trimmed(people("outbound")/people("inbound"))))
	}
	return errors.Join(v.mustBeWhole(g[2]), same("ratio", g[0], trimmed(people("inbound")/people("outbound"))))
}
