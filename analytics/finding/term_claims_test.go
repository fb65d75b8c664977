package finding_test

import (
	"errors"
	"slices"
	"time"
)

// The claims about the end and the term of agreements.

func endingTitle(v view, g []string) error { // ending, overdue
	year := v.asOf.AddDate(0, 0, 365).Format(time.DateOnly)
	soon := slices.DeleteFunc(v.signed(), func(a agreement) bool {
		return !runs(v.status(a)) || a.end == "" || a.end > year
	})
	errs := []error{same("ending", number(g[0]), len(soon))}
	switch g[1] {
	case "":
		errs = append(errs, same("overdue", 0, v.due("overdue")))
	case "one":
		errs = append(errs, same("overdue", 1, v.due("overdue")))
	default:
		errs = append(errs, same("overdue", number(g[1]), v.due("overdue")))
	}
	return errors.Join(errs...)
}

// term lists the years in which an agreement held halfway, of those with exchange on record that are whole.
func (v view) term(a agreement) (years []string) {
	status := v.status(a)
	if !runs(status) && status != "overdue" || a.start == "" {
		return nil
	}
	for y := range v.years {
		id := academic(v.first + y)
		middle := time.Date(v.first+y+1, time.March, 0, 0, 0, 0, 0, time.UTC).Format(time.DateOnly) // the last day of February
		known := slices.ContainsFunc(v.moves, func(m move) bool {
			return m.kind == "student-studies" && m.partner != "" && academic(m.year) == id
		})
		if known && v.inYears(id) && v.whole("mobility", id) && a.start <= middle && (a.end == "" || a.end >= middle) {
			years = append(years, id)
		}
	}
	return years
}

// terms are the years of each partner's agreements that are wanted.
func (v view) terms(wanted func(agreement) bool) map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for _, a := range v.signed() {
		for _, year := range v.term(a) {
			if wanted(a) {
				if out[a.partner] == nil {
					out[a.partner] = map[string]bool{}
				}
				out[a.partner][year] = true
			}
		}
	}
	return out
}

// inTerm counts the students of a direction by partner in the years of its term.
func (v view) inTerm(terms map[string]map[string]bool, direction string) map[string]int {
	out := map[string]int{}
	for _, m := range v.moves {
		if m.kind == "student-studies" && m.direction == direction && terms[m.partner][academic(m.year)] {
			out[m.partner] += m.people
		}
	}
	return out
}

func usedTitle(v view, g []string) error { // share
	offered := 0
	for _, a := range v.signed() {
		offered += a.places * len(v.term(a))
	}
	sent := total(v.inTerm(v.terms(func(a agreement) bool { return a.places > 0 }), "outbound"))
	return same("share", g[0], share(float64(sent), float64(offered)))
}

func termBalanceTitle(v view, g []string) error { // partner, sent or received, n, since
	terms := v.terms(func(a agreement) bool { return a.kind == "exchange" || a.places > 0 })
	out, back := v.inTerm(terms, "outbound"), v.inTerm(terms, "inbound")
	apart := map[string]int{}
	for id := range terms {
		apart[id] = max(out[id]-back[id], back[id]-out[id])
	}
	first := leaders(apart)
	if err := named(g[0], first); err != nil {
		return err
	}
	n := out[first[0]] - back[first[0]] // what the partner received more
	if g[1] == "sent" {
		n = -n
	}
	began := ""
	for year := range terms[first[0]] {
		if began == "" || year < began {
			began = year
		}
	}
	return errors.Join(same("n", number(g[2]), n), same("since", full(g[3]), began))
}
