package finding_test

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
)

// The claims about years that lie far off, and about who accounts for a movement.

func middle(list []float64) float64 {
	list = slices.Sorted(slices.Values(list))
	return (list[(len(list)-1)/2] + list[len(list)/2]) / 2
}

// lineOf is a measure over its whole years: the values, and the line of the median of slopes.
func (v view) lineOf(id string) (values, expected map[string]float64) {
	_, fact := measureOf[id](v, academic(v.first))
	var x, y, slopes []float64
	for _, year := range v.recorded(fact, func(string) bool { return true }) {
		if n, _ := measureOf[id](v, year); n > 0 || v.counted(id, year) {
			x, y = append(x, float64(number(year[:4]))), append(y, float64(n))
		}
	}
	for i := range x {
		for j := range i {
			slopes = append(slopes, (y[i]-y[j])/(x[i]-x[j]))
		}
	}
	values, expected = map[string]float64{}, map[string]float64{}
	if len(x) == 0 {
		return values, expected
	}
	slope := 0.0
	if len(slopes) > 0 {
		slope = middle(slopes)
	}
	for i := range x {
		values[academic(int(x[i]))] = y[i]
		expected[academic(int(x[i]))] = middle(y) + slope*(x[i]-middle(x))
	}
	return values, expected
}

// counted tells whether a year without anybody is a zero of a measure: exchange of that direction is on record in it.
func (v view) counted(id, year string) bool {
	v.filter.Place, v.filter.Region, v.filter.Faculty = nil, nil, nil
	if strings.HasPrefix(id, "partner-") {
		moved := slices.ContainsFunc(v.moves, func(m move) bool { return academic(m.year) == year })
		return moved || slices.ContainsFunc(v.projects, func(p project) bool { return p.start != "" && yearOf(p.start) == year })
	}
	return (id == "outbound" || id == "inbound") && v.people(id, year) > 0
}

// departureClaim: measure, year, value, years, expected.
func departureClaim(id string) func(view, []string) error {
	return func(v view, g []string) error {
		year := full(g[1])
		values, expected := v.lineOf(id)
		errs := []error{
			same("value", float64(number(g[2])), values[year]), same("years", number(g[3]), len(values)),
			same("expected", float64(number(g[4])), math.Round(expected[year])),
		}
		if !v.isFarOff(id, year) {
			errs = append(errs, fmt.Errorf("%s lies not far off", year))
		}
		return errors.Join(errs...)
	}
}

// isFarOff: a year lies farther from the line than 3.5 times the spread of all, and than a tenth of the line.
func (v view) isFarOff(id, year string) bool {
	values, expected := v.lineOf(id)
	if len(values) < 5 {
		return false
	}
	var apart []float64
	for y, value := range values {
		apart = append(apart, math.Abs(value-expected[y]))
	}
	d := math.Abs(values[year] - expected[year])
	return d > 3.5*1.4826*middle(apart) && d > 0.1*math.Abs(expected[year])
}

// partClaim: who, n, of total, more or fewer, direction, year, more than any other.
func partClaim(key func(move) string, unstated string) func(view, []string) error {
	return func(v view, g []string) error {
		year, by := full(g[5]), map[string]int{}
		for _, m := range v.students() {
			switch {
			case m.direction != g[4]+"bound":
			case academic(m.year) == year:
				by[key(m)] += m.people
			case academic(m.year) == before(year):
				by[key(m)] -= m.people
			}
		}
		sum, sign, other := total(by), 1, false
		if g[3] == "fewer" {
			sign = -1
		}
		for id := range by {
			by[id] *= sign
			other = other || by[id] < 0
		}
		first := leaders(by)
		errs := []error{named(g[0], first), same("n", number(g[1]), by[first[0]])}
		if g[2] != "" {
			errs = append(errs, same("total", number(g[2]), sign*sum))
		}
		if first[0] == unstated || (g[2] == "") != other || !v.whole("mobility", year) || !v.whole("mobility", before(year)) {
			errs = append(errs, errors.New("nobody is named, one moved the other way, or a year is not whole"))
		}
		return errors.Join(errs...)
	}
}
