package finding_test

import (
	"errors"
	"slices"
	"time"
)

// The claims about silence: partners and agreements of which nothing has come for years.

func day(text string) time.Time {
	at, err := time.Parse(time.DateOnly, text)
	if err != nil {
		panic(err)
	}
	return at
}

// endOf is the last day of an academic year.
func endOf(year string) time.Time {
	return time.Date(number(year[:4])+1, time.August, 31, 0, 0, 0, 0, time.UTC)
}

// wholeYears counts the years completed between two days.
func wholeYears(from, to time.Time) int {
	n := to.Year() - from.Year()
	if from.AddDate(n, 0, 0).After(to) {
		n--
	}
	return n
}

// lastActive is the last year of each partner with somebody on the move or a project begun.
func (v view) lastActive() map[string]string {
	last := map[string]string{}
	for _, m := range v.moves {
		if m.partner != "" && m.people > 0 {
			last[m.partner] = max(last[m.partner], academic(m.year))
		}
	}
	for _, p := range v.projects {
		if p.start != "" && p.start <= v.asOf.Format(time.DateOnly) {
			last[p.partner] = max(last[p.partner], yearOf(p.start))
		}
	}
	return last
}

// known is the day up to which anything is known to have happened.
func (v view) known() time.Time {
	newest := ""
	for _, year := range v.lastActive() {
		newest = max(newest, year)
	}
	if newest == "" || v.asOf.Before(endOf(newest)) {
		return v.asOf
	}
	return endOf(newest)
}

// quiet is for how many years nothing has happened with a partner; −1 where nobody can say.
func (v view) quiet(id string) int {
	if last := v.lastActive()[id]; last != "" {
		return max(wholeYears(endOf(last), v.known()), 0)
	}
	first := ""
	for _, a := range v.agreements {
		if a.partner == id && a.start != "" && (first == "" || a.start < first) {
			first = a.start
		}
	}
	if first == "" {
		return -1
	}
	return wholeYears(day(first), v.known())
}

func runs(status string) bool { return slices.Contains([]string{"90", "180", "current"}, status) }

// dormant tells whether nothing has come of an agreement in effect for three years, and it is not new.
func (v view) dormant(a agreement) bool {
	if !runs(v.status(a)) || v.quiet(a.partner) < 3 || a.start == "" {
		return false
	}
	renews := slices.ContainsFunc(v.agreements, func(b agreement) bool {
		return b.partner == a.partner && b.start != "" && b.start < a.start && b.end != "" && b.end >= day(a.start).AddDate(0, 0, -365).Format(time.DateOnly)
	})
	return renews || wholeYears(day(a.start), v.known()) >= 3
}

func dormantTitle(v view, g []string) error { // dormant, of all in effect
	all := slices.DeleteFunc(v.signed(), func(a agreement) bool { return !runs(v.status(a)) })
	n := len(slices.DeleteFunc(slices.Clone(all), func(a agreement) bool { return !v.dormant(a) }))
	return errors.Join(same("dormant", number(g[0]), n), same("in effect", number(g[1]), len(all)))
}

func neglectedTitle(v view, g []string) error { // silent, of all once active
	all, silent := 0, 0
	for id := range v.lastActive() {
		if !v.here(v.of(id).place) || !passes(v.filter.Partner, id) {
			continue
		}
		if all++; v.quiet(id) >= 3 {
			silent++
		}
	}
	return errors.Join(same("silent", number(g[0]), silent), same("once active", number(g[1]), all))
}

// busy are the partners with a project running in the last year let through; those of a world run in the year they begin.
func (v view) busy() map[string]bool {
	year, out := v.filter.To, map[string]bool{}
	if year == "" {
		year = yearOf(v.known().Format(time.DateOnly))
	}
	for _, p := range v.projects {
		if p.start != "" && p.start <= v.asOf.Format(time.DateOnly) && yearOf(p.start) == year {
			out[p.partner] = true
		}
	}
	return out
}

func activatedTitle(v view, g []string) error { // alliance, with a project, members
	busy, members, with := v.busy(), map[string]int{}, map[string]int{}
	for _, m := range v.alliesIn("") {
		if members[m.alliance]++; busy[m.partner] {
			with[m.alliance]++
		}
	}
	for _, id := range []string{"one", "two"} {
		if map[string]string{"one": "ONE", "two": "TWO"}[id] == g[0] {
			errs := []error{same("with a project", number(g[1]), with[id]), same("members", number(g[2]), members[id])}
			other := map[string]string{"one": "two", "two": "one"}[id]
			if members[other] >= 5 && with[other]*members[id] >= with[id]*members[other] {
				errs = append(errs, errors.New("the other alliance brings as much"))
			}
			return errors.Join(errs...)
		}
	}
	return errors.New("there is no such alliance")
}

func idleTitle(v view, g []string) error { // members, partners among them
	busy, named, tied := v.busy(), map[string]int{}, v.partnersBy(func(p partner) string { return p.id })
	partners := map[string]int{}
	for _, m := range v.alliesIn("") {
		named[m.partner]++
		if partners[m.partner] += tied[m.partner]; busy[m.partner] {
			return errors.New("a member has a project running")
		}
	}
	for id, n := range partners {
		if n == 0 {
			delete(partners, id)
		}
	}
	return errors.Join(same("members", number(g[0]), len(named)), same("partners", number(g[1]), len(partners)))
}
