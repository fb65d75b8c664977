package finding_test

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// The claims of what needs attention.

func counted(text string) int {
	if text == "One" {
		return 1
	}
	return number(text)
}

func (v view) due(status ...string) int {
	return len(slices.DeleteFunc(v.signed(), func(a agreement) bool { return !slices.Contains(status, v.status(a)) }))
}

// unevenClaim: who, n, received or sent, more, fewer, from, to.
func unevenClaim(key func(v view, m move) string) func(view, []string) error {
	return func(v view, g []string) error {
		net, moved := map[string]int{}, map[string]int{}
		for _, m := range v.students() {
			k := key(v, m)
			if k == "" || m.place == "ZZ" {
				continue
			}
			moved[k] += m.people
			if net[k] += m.people; m.direction == "outbound" {
				net[k] -= 2 * m.people
			}
		}
		var who string
		for k := range net {
			if strings.TrimPrefix(g[0], "The ") == nameOr(k) {
				who = k
			}
		}
		sign := 1
		if g[2] == "sent" {
			sign = -1
		}
		errs := []error{same("difference", sign*number(g[1]), net[who]), same("more and fewer", number(g[3])-number(g[4]), sign*net[who]), same("all", number(g[3])+number(g[4]), moved[who])}
		for k, n := range net {
			if k != who && moved[k] >= 45 && 3*max(n, -n) >= moved[k] && max(n, -n) >= number(g[1]) {
				errs = append(errs, fmt.Errorf("%s differs by %d", k, n))
			}
		}
		return errors.Join(errs...)
	}
}

// heavyClaim: share, few, all.
func heavyClaim(key func(v view, m move) string) func(view, []string) error {
	return func(v view, g []string) error {
		of := tally(v.students(), func(m move) string {
			if m.place == "ZZ" || m.people == 0 {
				return ""
			}
			return key(v, m)
		}, func(m move) int { return m.people })
		list := slices.Sorted(maps.Values(of))
		slices.Reverse(list)
		first := 0
		for _, n := range list[:min(5, len(list))] {
			first += n
		}
		return errors.Join(same("share", g[0], share(float64(first), float64(total(of)))), same("few", g[1], "5"), same("all", number(g[2]), len(of)))
	}
}

// aidClaim: covered, aided, year, cap.
func aidClaim(v view, g []string) error {
	aid, cost, aided := v.aided(full(g[2]))
	errs := []error{same("covered", g[0], tenths(aid, cost)), same("cap", g[3], fmt.Sprintf("%d\u00a0%%", v.aidCap))}
	if g[1] != "" {
		errs = append(errs, same("aided", number(g[1]), int(aided)))
	}
	if !v.whole("mobility", full(g[2])) {
		errs = append(errs, errors.New("the year is not whole"))
	}
	return errors.Join(errs...)
}

func (v view) aided(year string) (aid, cost, people float64) {
	for _, m := range v.students() {
		if m.stated && m.direction == "outbound" && academic(m.year) == year {
			aid, cost, people = aid+float64(m.aid), cost+float64(m.cost), people+float64(m.aided)
		}
	}
	return aid, cost, people
}

// undecided are the agreements of a group, by the rows.
func (v view) undecided(group string) []agreement {
	return slices.DeleteFunc(v.signed(), func(a agreement) bool {
		status := v.status(a)
		switch group {
		case "overdue":
			return status != "overdue"
		case "expiring":
			return status != "90" && status != "180"
		default:
			return !v.dormant(a)
		}
	})
}

// undecidedClaim: agreements, of them within 90 days, partners.
func undecidedClaim(group string) func(view, []string) error {
	return func(v view, g []string) error {
		list := v.undecided(group)
		errs := []error{same(group, counted(g[0]), len(list))}
		if g[1] != "" {
			errs = append(errs, same("within 90", number(g[1]), v.due("90")))
		}
		for who := range strings.SplitSeq(strings.ReplaceAll(g[2], " and ", ", "), ", ") {
			if !slices.ContainsFunc(list, func(a agreement) bool { return v.of(a.partner).name == who }) {
				errs = append(errs, fmt.Errorf("%s has none", who))
			}
		}
		return errors.Join(errs...)
	}
}
