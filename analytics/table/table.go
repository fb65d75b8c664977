// Package table holds a metric's answer: typed, labelled columns and rows.
package table

import (
	"fmt"
	"maps"
	"slices"
)

// Column describes one column of an answer.
type Column struct {
	Name      string `json:"name"`
	Label     string `json:"label"`
	Type      string `json:"type"` // string, int, float, percent, money, year, date, bool
	Unit      string `json:"unit,omitempty"`
	Dimension string `json:"dimension,omitempty"` // the filter that a click on its value sets
	Hidden    bool   `json:"hidden,omitempty"`    // a code beside its label: kept in rows, not shown
	People    bool   `json:"people,omitempty"`    // counts people: small numbers in it are kept back where that is asked
	Base      string `json:"base,omitempty"`      // of a percentage or an average over people: the column that counts them
	Part      string `json:"-"`                   // of what numbers of people make with exact ones: the column of people it rests on
}

// Table is an answer. Cells are string, int64, float64, bool or nil.
type Table struct {
	Columns []Column
	Rows    [][]any
	// Grades is each row's weakest grade and Cited the ids of its sources, joined by "|".
	Grades, Cited []string
	// Evidence is the weakest grade among the rows used: published, derived or illustrative; empty when there are none.
	Evidence string
	// SourceIDs lists the sources of the rows used, each once, in order of name.
	SourceIDs []string
	// Withheld lists the cells that are kept back, by row and column; they are nil in Rows.
	Withheld []WithheldCell

	kept *kept // the same by place; nil where nothing is withheld
}

// Clone copies the table, its rows, what is withheld and what is said of each, so that a change to one shows in no other.
func (t *Table) Clone() *Table {
	c := *t
	c.Columns, c.Grades, c.Cited = slices.Clone(t.Columns), slices.Clone(t.Grades), slices.Clone(t.Cited)
	c.SourceIDs, c.Withheld, c.Rows = slices.Clone(t.SourceIDs), slices.Clone(t.Withheld), slices.Clone(t.Rows)
	for r, row := range t.Rows {
		c.Rows[r] = slices.Clone(row)
	}
	if t.kept != nil {
		c.kept = &kept{cells: maps.Clone(t.kept.cells), misread: t.kept.misread}
	}
	return &c
}

// Len is the number of rows.
func (t *Table) Len() int { return len(t.Rows) }

// Index finds a column by name. A metric's columns are proved by a test, so a
// missing one is a fault of the chart and panics with both names.
func (t *Table) Index(name string) int {
	for i, c := range t.Columns {
		if c.Name == name {
			return i
		}
	}
	panic(fmt.Sprintf("table: no column %q among %v", name, t.names()))
}

func (t *Table) names() []string {
	names := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		names[i] = c.Name
	}
	return names
}

// Label gives a column's heading.
func (t *Table) Label(name string) string { return t.Columns[t.Index(name)].Label }

// Str gives a cell as text; a null is empty.
func (t *Table) Str(row int, column string) string {
	switch v := t.Rows[row][t.Index(column)].(type) {
	case nil:
		return ""
	case string:
		return v
	default:
		return fmt.Sprint(v)
	}
}

// Num gives a cell as a number; ok is false for a null.
func (t *Table) Num(row int, column string) (v float64, ok bool) {
	switch v := t.Rows[row][t.Index(column)].(type) {
	case int64:
		return float64(v), true
	case float64:
		return v, true
	default:
		return 0, false
	}
}

// Value gives a cell as a number, zero for a null.
func (t *Table) Value(row int, column string) float64 {
	v, known := t.Num(row, column)
	if !known && t.kept != nil {
		if _, is := t.WithheldIn(row, column); is {
			t.kept.misread = true
		}
	}
	return v
}

// Distinct lists a column's values in the order they first stand in.
func (t *Table) Distinct(column string) []string {
	seen := map[string]bool{}
	var out []string
	for r := range t.Rows {
		if v := t.Str(r, column); !seen[v] {
			seen[v] = true
			out = append(out, v)
		}
	}
	return out
}

// Find gives the first row whose columns hold these values, or -1.
func (t *Table) Find(where map[string]string) int {
	for r := range t.Rows {
		if t.Matches(r, where) {
			return r
		}
	}
	return -1
}

// Matches tells whether a row's columns hold these values.
func (t *Table) Matches(row int, where map[string]string) bool {
	for column, want := range where {
		if t.Str(row, column) != want {
			return false
		}
	}
	return true
}
