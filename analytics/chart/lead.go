package chart

import (
	"slices"

	"meridian/analytics/lang"
	"meridian/analytics/table"
)

// fewLevel is how many that are level are still named together; where more are, none stands out.
const fewLevel = 3

// foremost gives the rows with the largest measure among some: one that leads, or several that are level.
// Where the largest is nothing, there is none.
func foremost(t *table.Table, rows []int, measure string) []int {
	var level []int
	most := 0.0
	for _, r := range rows {
		switch v := t.Value(r, measure); {
		case v > most:
			most, level = v, []int{r}
		case v == most && v > 0:
			level = append(level, r)
		}
	}
	return level
}

// leads reports whether a row alone has the most.
func leads(t *table.Table, row int, measure string) bool {
	level := foremost(t, allRows(t), measure)
	return len(level) == 1 && level[0] == row
}

// leading gives the first row with the largest measure: what the rest is scaled by, not who leads.
func leading(t *table.Table, measure string) int {
	if level := foremost(t, allRows(t), measure); len(level) > 0 {
		return level[0]
	}
	return 0
}

// mostOf tells who has the most of a measure among some rows: the one that leads, or a few that are level,
// each once. It names nobody where more are level. The answer fills {who}, {n}, and {each} in the Chinese texts:
// "A and B" have "7 each", 甲及乙「各」有 7.
func mostOf(in Input, rows []int, measure string, name func(r int) string) (who lang.Args, told bool) {
	level := foremost(in.Table, rows, measure)
	var names []string
	for _, r := range level {
		if n := name(r); !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	if len(names) == 0 || len(names) > fewLevel {
		return nil, false
	}
	who = lang.Args{"who": lang.List(in.Lang, names), "n": lang.Int(in.Table.Value(level[0], measure)), "each": ""}
	if len(names) > 1 {
		who["each"] = lang.Text{En: "each", Hant: "各", Hans: "各"}.In(in.Lang)
		who["n"] = lang.Text{En: "{n} each", Hant: "{n}", Hans: "{n}"}.With(in.Lang, who)
	}
	return who, true
}

// named gives a column's value as the name of a row.
func (in Input) named(column string) func(r int) string {
	return func(r int) string { return in.Table.Str(r, column) }
}

// place gives the name of a row's place as it stands in a sentence.
func (in Input) place(r int) string { return lang.Place(in.Lang, in.Table.Str(r, "place")) }

// clearFirst is how many of the first rows, n at most, have more than every row after them.
// The rows come the largest first.
func clearFirst(t *table.Table, measure string, n int) int {
	n = min(n, t.Len())
	for n > 0 && n < t.Len() && t.Value(n-1, measure) == t.Value(n, measure) {
		n--
	}
	return n
}

func allRows(t *table.Table) []int { return rowsWhere(t, func(int) bool { return true }) }

// rowsWhere gives the rows of which something holds.
func rowsWhere(t *table.Table, holds func(row int) bool) (rows []int) {
	for r := range t.Rows {
		if holds(r) {
			rows = append(rows, r)
		}
	}
	return rows
}
