package chart

import "meridian/analytics/table"

// The place and the region of what is counted without a place. They stand in tables, rankings and totals; no map
// shows them, and no sentence counts or names them as a place.
const unstatedPlace, unstatedRegion = "ZZ", "unstated"

// placed is the answer's rows that say a place. Queries put the one that does not last, so that
// a row's number stays what it was.
func placed(t *table.Table) *table.Table {
	n := t.Len()
	for n > 0 && t.Str(n-1, "country_code") == unstatedPlace {
		n--
	}
	said := *t
	said.Rows = t.Rows[:n]
	return &said
}

// inRegions are the rows that say a region.
func inRegions(t *table.Table) []int {
	return rowsWhere(t, func(r int) bool { return t.Str(r, "region") != unstatedRegion })
}

// regionCount is how many regions the rows are in.
func regionCount(t *table.Table) float64 {
	n := 0
	for _, region := range t.Distinct("region") {
		if region != unstatedRegion {
			n++
		}
	}
	return float64(n)
}
