package chart

import "meridian/analytics/table"

// sum adds up a measure over the first n rows.
func sum(t *table.Table, measure string, n int) (total float64) {
	for r := range min(n, t.Len()) {
		total += t.Value(r, measure)
	}
	return total
}

// largest is the largest value of a measure, at least zero.
func largest(t *table.Table, measure string) (most float64) {
	for r := range t.Rows {
		most = max(most, t.Value(r, measure))
	}
	return most
}

// countWhere counts the rows of which something holds.
func countWhere(t *table.Table, holds func(row int) bool) (n int) {
	for r := range t.Rows {
		if holds(r) {
			n++
		}
	}
	return n
}

// cells gives a column's values in some rows.
func cells(t *table.Table, rows []int, column string) []string {
	out := make([]string, len(rows))
	for i, r := range rows {
		out[i] = t.Str(r, column)
	}
	return out
}
