package analytics

import (
	"fmt"
	"io/fs"
	"os"
	"slices"
	"testing"

	"meridian/analytics/chart"
	"meridian/analytics/disclose"
	"meridian/analytics/filter"
	"meridian/analytics/lang"
	"meridian/analytics/table"
)

func geo() fs.FS { return os.DirFS("../data/geo") }

// bounds are what an attacker knows of a number: between what it lies. Equal, they are the number.
type bounds struct{ low, high int }

// attack collects every number of people that answers give away.
type attack struct {
	mode  disclose.Mode
	known map[who]bounds
}

// An attacker who has every chart under every filter, and subtracts whatever lies within something else, gets no small
// number back. With exact numbers he gets them, which proves that the attack is one.
func TestNoSubtractionRecoversFewPeople(t *testing.T) {
	n, truth := attacked(t)
	for _, mode := range disclose.Modes() {
		a := &attack{mode: mode, known: map[who]bounds{}}
		a.collect(t, n)
		read, subtracted, summed := a.read(truth), a.subtract(t, truth), a.fromParts(truth)
		t.Logf("%s: of %d numbers, %d small ones read, %d by subtraction, %d from the parts of a whole", mode, len(a.known), read, subtracted, summed)
		switch {
		case len(a.known) < 1000:
			t.Errorf("%s: only %d numbers were collected", mode, len(a.known))
		case mode == disclose.Off && (read < 200 || subtracted < 200 || summed < 200):
			t.Errorf("the attack is none: %d, %d, %d", read, subtracted, summed)
		case mode != disclose.Off && read+subtracted+summed > 0:
			t.Errorf("%s gives small numbers away", mode)
		}
	}
}

// collect asks every chart's metric under every filter: single values, all but one of them, and ranges of years.
func (a *attack) collect(t *testing.T, n *Network) {
	t.Helper()
	seen := map[string]bool{}
	for _, f := range attackFilters() {
		for _, c := range chart.Catalogue() {
			honoured := f.Only(c.Filters)
			name := fmt.Sprintf("%s %+v", c.Metric, honoured)
			if !n.available[c.ID] || seen[name] || seen[c.Metric] {
				continue
			}
			seen[name] = true
			answer, err := n.Answer(t.Context(), c.Metric, Question{Lang: lang.English, Filter: honoured, Disclosure: a.mode})
			if err != nil {
				t.Fatal(err)
			}
			seen[c.Metric] = !disclose.Covers(answer.Columns) // it is asked no more
			for r, row := range answer.Rows {
				a.note(answer, asked(honoured), r, row)
			}
		}
	}
}

func attackFilters() []filter.Filter {
	filters := []filter.Filter{{}}
	for i, from := range attackYears {
		for _, to := range attackYears[i:] {
			filters = append(filters, filter.Filter{From: from, To: to})
		}
	}
	var places []string
	for _, p := range attackPartners {
		if !slices.Contains(places, p.place) {
			places = append(places, p.place)
		}
	}
	but := func(list []string, i int) []string { return slices.Delete(slices.Clone(list), i, i+1) }
	for i, place := range places {
		filters = append(filters, filter.Filter{Place: []string{place}}, filter.Filter{Place: but(places, i)})
	}
	for i, faculty := range attackFaculties {
		filters = append(filters, filter.Filter{Faculty: []string{faculty}}, filter.Filter{Faculty: but(attackFaculties, i)})
		for _, place := range places {
			filters = append(filters, filter.Filter{Faculty: []string{faculty}, Place: []string{place}})
		}
	}
	for _, direction := range attackDirections {
		filters = append(filters, filter.Filter{Direction: []string{direction}})
	}
	for _, region := range []string{"europe", "north-america", "east-asia", "mainland"} {
		filters = append(filters, filter.Filter{Region: []string{region}})
	}
	return filters
}

// asked is whom a filter lets through.
func asked(f filter.Filter) who {
	w := everyone
	for i, year := range attackYears {
		if f.From != "" && year < f.From || f.To != "" && year > f.To {
			w[ofYear] &^= 1 << i
		}
	}
	for i, p := range attackPartners {
		if len(f.Place) > 0 && !slices.Contains(f.Place, p.place) || len(f.Region) > 0 && !slices.Contains(f.Region, p.region) {
			w[ofPartner] &^= 1 << i
		}
	}
	keep(&w[ofFaculty], attackFaculties, f.Faculty)
	keep(&w[ofDirection], attackDirections, f.Direction)
	return w
}

func keep(set *uint, all, wanted []string) {
	for i, member := range all {
		if len(wanted) > 0 && !slices.Contains(wanted, member) {
			*set &^= 1 << i
		}
	}
}

// note writes down what a row says of whom: its own words narrow the filter.
func (a *attack) note(answer *table.Table, w who, r int, row []any) {
	for _, c := range answer.Columns {
		if c.Name == "attainment" {
			keepYear := answer.Str(r, "academic_year_id")
			keep(&w[ofYear], attackYears, []string{keepYear})
			a.noteTarget(answer, w, r)
			return
		}
	}
	for i, c := range answer.Columns {
		value, _ := row[i].(string)
		switch c.Name {
		case "academic_year_id":
			keep(&w[ofYear], attackYears, []string{value})
		case "direction":
			keep(&w[ofDirection], attackDirections, []string{value})
		case "faculty":
			keep(&w[ofFaculty], attackFaculties, []string{value})
		case "country_code", "region", "institution_id", "grouping":
			for p, partner := range attackPartners {
				if !slices.Contains([]string{partner.id, partner.place, partner.region, groupingOf(partner.place)}, value) {
					w[ofPartner] &^= 1 << p
				}
			}
		}
	}
	for i, c := range answer.Columns {
		of := w
		switch c.Name {
		case "outbound", "inbound":
			keep(&of[ofDirection], attackDirections, []string{c.Name})
		case "participants", "both_ways":
		default:
			continue
		}
		if b, told := a.told(answer, r, i); told && of[ofDirection] != 0 {
			a.learn(of, b)
		}
	}
}

func groupingOf(place string) string {
	if place == "CN" || place == "TW" {
		return "mainland_taiwan"
	}
	return "overseas"
}

// learn keeps the narrower of what is known.
func (a *attack) learn(w who, b bounds) {
	if known, before := a.known[w]; before {
		b = bounds{max(b.low, known.low), min(b.high, known.high)}
	}
	a.known[w] = b
}

// told is what a cell says: itself, or between what a rounded or withheld number lies.
func (a *attack) told(answer *table.Table, r, column int) (bounds, bool) {
	if w, withheld := answer.WithheldIn(r, answer.Columns[column].Name); withheld {
		return bounds{1, 4}, w.Shown == disclose.Few
	}
	v, ok := answer.Rows[r][column].(int64)
	n := int(v)
	switch {
	case !ok:
		return bounds{}, false
	case a.mode == disclose.Off:
		return bounds{n, n}, true
	case a.mode == disclose.HESA:
		return bounds{max(n-2, 0), n + 2}, true
	case n == 0:
		return bounds{0, 0}, true
	}
	return bounds{n, n + 4}, true
}
