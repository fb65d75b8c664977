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

// total is a measure added up over all rows: the exact ones, where those shown are rounded, and then rounded once.
func (in Input) total(measure string) float64 {
	if in.Exact == nil {
		return sum(in.Table, measure, in.Table.Len())
	}
	return in.Round(sum(in.Exact, measure, in.Exact.Len()))
}

// fewestCounted is how many rows there are at least where they are counted by their exact numbers: the count of fewer
// would say of each what its rounded numbers do not.
const fewestCounted = 10

// counted is the table whose rows are counted by what holds of them. Which of two rounded numbers is larger is not known.
// Where numbers of people are withheld nothing is counted that they would have a part in.
func (in Input) counted() *table.Table {
	if in.Exact == nil || in.Exact.Len() < fewestCounted {
		return in.Table
	}
	for _, w := range in.Table.Withheld {
		if in.Table.Columns[in.Table.Index(w.Column)].People {
			return in.Table
		}
	}
	return in.Exact
}
