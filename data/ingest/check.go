package ingest

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"meridian/data/match"
)

// positions are where in a row of a table stand the columns that are compared with each other.
type positions struct {
	needs   [][]int
	ordered [][2]int
	pair    [2]int // of a pair without direction; the same twice for none
	key     []int
	located [][2]int // an institution, and the place that the row says it is in
	country int
	point   [3]int // country, latitude and longitude; the same for none
}

func (t Table) positions() positions {
	p := positions{country: t.column("country_code")}
	for _, group := range t.Needs {
		var at []int
		for _, name := range group {
			at = append(at, t.column(name))
		}
		p.needs = append(p.needs, at)
	}
	for _, pair := range t.Ordered {
		p.ordered = append(p.ordered, [2]int{t.column(pair[0]), t.column(pair[1])})
	}
	if t.Undirected[0] != "" {
		p.pair = [2]int{t.column(t.Undirected[0]), t.column(t.Undirected[1])}
	}
	for _, name := range t.Key {
		p.key = append(p.key, t.column(name))
	}
	for i, column := range t.Columns {
		if before, found := strings.CutSuffix(column.Name, "institution_id"); found && t.Name != "institutions" {
			for _, place := range []string{before + "code", before + "country_code"} {
				if at := t.column(place); at >= 0 {
					p.located = append(p.located, [2]int{i, at})
				}
			}
		}
	}
	if lat := t.column("lat"); lat >= 0 && p.country >= 0 && !t.Geo {
		p.point = [3]int{p.country, lat, t.column("lng")}
	}
	return p
}

// check reads the cells of one row into row, in the order of the table's columns.
func (f *file) check(cells []string, row []any) {
	for i, c := range f.columns {
		out := c.read(f, cells)
		for _, t := range out.tells {
			if t == nil {
				break
			}
			t.count++
		}
		if out.fault != nil {
			f.fail(f.line, c.Name, f.cellOf(c, cells), out.fault.Reason, out.fault.Remedy)
		}
		if out.refuse {
			f.bad = true
		}
		if out.place != nil {
			out.place.Count++
		}
		row[i] = out.value
	}
	f.checkPair(row)
	f.checkKey(row)
	if f.bad {
		return
	}
	f.checkNeeds(row)
	f.checkOrder(row)
	f.checkCountry(row)
	f.checkPoint(row)
	if !f.bad {
		f.checkCopy(cells)
	}
}

func (f *file) cellOf(c *column, cells []string) string {
	if c.at < 0 {
		return c.constant
	}
	return strings.TrimSpace(cells[c.at])
}

// cite names the file itself as the source of a row that names none.
func (f *file) cite() string {
	if !slices.Contains(f.cited, f.name) {
		f.cited = append(f.cited, f.name)
	}
	return f.name
}

func (f *file) checkNeeds(row []any) {
	for i, group := range f.at.needs {
		for _, at := range group { // a place decided to be none is needed only where nothing else says where
			if known := f.columns[at].known; known != nil && known.none && allNil(row, group) {
				row[at] = match.Unstated
			}
		}
		if allNil(row, group) {
			names := f.table.Needs[i]
			f.fail(f.line, names[0], "", "the row has none of "+list(names), "fill in one of them")
		}
	}
}

func allNil(row []any, at []int) bool {
	return !slices.ContainsFunc(at, func(at int) bool { return row[at] != nil })
}

// checkPair puts the two ends of a pair without direction in order, so that a pair and its mirror image are one key.
func (f *file) checkPair(row []any) {
	a, b := f.at.pair[0], f.at.pair[1]
	if f.bad || a == b {
		return
	}
	if row[a] == row[b] {
		names := f.table.Undirected
		f.fail(f.line, names[1], shown(row[b]), names[0]+" and "+names[1]+" are the same", "a pair is of two: correct one of them or remove the row")
		return
	}
	if above(row[a], row[b]) {
		row[a], row[b] = row[b], row[a]
	}
}

// checkOrder compares pairs that must not decrease: a start and an end, a part and its whole.
func (f *file) checkOrder(row []any) {
	for i, at := range f.at.ordered {
		low, high := row[at[0]], row[at[1]]
		if !above(low, high) {
			continue
		}
		pair := f.table.Ordered[i]
		f.fail(f.line, pair[1], shown(high), fmt.Sprintf("%s (%s) is below %s (%s)", pair[1], shown(high), pair[0], shown(low)),
			"correct one of the two")
	}
}

// above compares two values of one type. Moments of different precision compare as far as both are known.
func above(low, high any) bool {
	switch low := low.(type) {
	case time.Time:
		high, ok := high.(time.Time)
		return ok && low.After(high)
	case int64:
		high, ok := high.(int64)
		return ok && low > high
	case string:
		high, ok := high.(string)
		known := min(len(low), len(high))
		return ok && low[:known] > high[:known]
	}
	return false
}

func shown(value any) string {
	switch value := value.(type) {
	case time.Time:
		return value.Format(time.DateOnly)
	case string:
		return value
	}
	return fmt.Sprint(value)
}

func lineNumber(n int) string { return fmt.Sprintf("line %d", n) }
