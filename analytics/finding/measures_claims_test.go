package finding_test

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
)

// The claims about rates, spread, targets and coverage, each worked out again from the rows.

var targetNames = map[string]string{
	"Students out, overseas": "exchange_out_overseas", "Students out, mainland and Taiwan": "exchange_out_mainland_taiwan", "Students in, overseas": "exchange_in_overseas",
	"Students out": "exchange_out_overseas", "Students in": "exchange_in_overseas",
}

// reached counts the students a target is about, through no filter but the years.
func (v view) reached(metric, year string) int {
	n := 0
	for _, m := range v.moves {
		near := v.home == "HK" && (m.place == "CN" || m.place == "TW")
		wanted := strings.HasSuffix(metric, "_mainland_taiwan") == near
		direction := map[bool]string{true: "outbound", false: "inbound"}[strings.Contains(metric, "_out_")]
		if m.kind == "student-studies" && wanted && m.direction == direction && academic(m.year) == year {
			n += m.people
		}
	}
	return n
}

// missedClaim: target, reached, aim, year.
func missedClaim(v view, g []string) error {
	metric, year := targetNames[g[0]], full(g[3])
	for _, t := range v.targets {
		if t.metric == metric && academic(t.year) == year {
			n := v.reached(metric, year)
			errs := []error{same("reached", number(g[1]), n), same("aim", number(g[2]), t.value)}
			if n >= t.value || !v.whole("mobility", year) {
				errs = append(errs, errors.New("the target was met, or the year is not whole"))
			}
			return errors.Join(errs...)
		}
	}
	return errors.New("there is no such target")
}

// targetsTitle: met (or All), targets, year, lowest.
func targetsTitle(v view, g []string) error {
	met, all, lowest := 0, 0, math.Inf(1)
	for _, t := range v.targets {
		if academic(t.year) != full(g[2]) {
			continue
		}
		part := float64(v.reached(t.metric, full(g[2]))) / float64(t.value)
		all++
		if lowest = min(lowest, part); part >= 1 {
			met++
		}
	}
	said := met
	if g[0] != "All" {
		said = number(g[0])
	} else if met != all {
		said = -1
	}
	errs := []error{same("met", said, met), same("targets", number(g[1]), all)}
	if g[3] != "" {
		errs = append(errs, same("lowest", g[3], share(lowest, 1)))
	}
	return errors.Join(errs...)
}

// covered gives the regions aimed at, and those of them in which a partner was active in a year.
func (v view) covered(year string) (all, without []string) {
	active := map[string]bool{}
	for _, m := range v.moves {
		if m.partner != "" && m.people > 0 && academic(m.year) == year && v.here(m.place) && passes(v.filter.Faculty, m.faculty) {
			active[region(m.place)] = true
		}
	}
	for _, p := range v.started() {
		if yearOf(p.start) == year {
			active[region(v.projectPlace(p))] = true
		}
	}
	regions := []string{"mainland", "east-asia", "southeast-asia", "south-central-asia", "middle-east", "europe", "africa", "north-america", "latin-america", "oceania"}
	for _, id := range regions {
		if id == region(v.home) || len(v.filter.Region) > 0 && !slices.Contains(v.filter.Region, id) {
			continue
		}
		if all = append(all, id); !active[id] {
			without = append(without, id)
		}
	}
	return all, without
}

func uncoveredClaim(v view, g []string) error { // regions without, all, year
	all, without := v.covered(full(g[2]))
	return errors.Join(same("without", number(g[0]), len(without)), same("all", number(g[1]), len(all)), v.mustBeOver(g[2]))
}

func uncoveredNames(v view, g []string) error { // names, year
	_, without := v.covered(full(g[1]))
	return errors.Join(named(g[0], without), v.mustBeOver(g[1]))
}

func (v view) mustBeOver(year string) error {
	if !v.over(full(year)) {
		return fmt.Errorf("%s is not over", year)
	}
	return nil
}

// mustBeWhole: a ratio is of a whole year.
func (v view) mustBeWhole(year string) error {
	if !v.whole("mobility", full(year)) {
		return fmt.Errorf("%s is not whole", year)
	}
	return nil
}

func coveredTitle(v view, g []string) error { // all, in or since year
	all, without := v.covered(full(g[1]))
	return errors.Join(same("all", number(g[0]), len(all)), same("without", 0, len(without)))
}

func coveredSince(v view, g []string) error { // all, since
	last := ""
	for _, id := range v.recorded("mobility", v.movesIn) {
		if all, without := v.covered(id); id >= full(g[1]) && len(without) < len(all) && len(without) > 0 {
			return fmt.Errorf("%v had none in %s", without, id)
		}
		last = id
	}
	return coveredTitle(v, []string{g[0], last})
}
