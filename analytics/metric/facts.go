package metric

import (
	"cmp"
	"slices"
)

// Facts names the rows, as they were read, behind a row of a metric's answer: the part "facts" of its header.
//
// A row counts that has the columns of Needs, that the filters let through, that Where holds for, and whose columns are
// those of the answer's row (By, Until). What the rows come to is the sum of Sum, or the number of values of Distinct,
// or their number. A measure of the answer is all that adds to it, less all that is subtracted, divided by all it is
// divided by.
type Facts struct {
	Table string `yaml:"table"` // a fact: mobility, projects, …; see the folder fact
	Where string `yaml:"where"` // what the metric counts, over the fact's columns; may use the queries' parameters
	// By gives for a column of the answer the fact's column that must have the same value, nothing where the answer has
	// nothing; with OrAll behind it, whatever it is then. Until gives one that must not be above it, for measures that
	// add up over the years.
	By    map[string]string `yaml:"by"`
	Until map[string]string `yaml:"until"`
	// When gives for a column of the answer the values it must have one of for these rows to be behind it; Row is a
	// condition that By cannot say, over the fact's columns, with the cells of the answer's row as $row_COLUMN.
	When  map[string][]string `yaml:"when"`
	Row   string              `yaml:"row"`
	Needs []string            `yaml:"needs"` // columns without which a row counts nowhere: a date, a place

	Sum      string `yaml:"sum"`
	Distinct string `yaml:"distinct"`

	// The measures that these rows add to, are subtracted from and divide, and those that follow from them by a formula
	// that is none of these. All empty: they add to every measure.
	Measures []string `yaml:"measures"`
	Less     []string `yaml:"less"`
	Over     []string `yaml:"over"`
	Shows    []string `yaml:"shows"`

	// Filters gives a filter another meaning than the fact's own: the columns of which one must match. An empty list
	// means that the metric does not heed it.
	Filters map[string][]string `yaml:"filters"`
}

// OrAll stands behind a fact's column in By where an answer's row without a value is of all values.
const OrAll = "?"

// Role is what rows are to a measure.
type Role string

// The roles, in the order they are shown.
const (
	Adds     Role = "adds"
	Less     Role = "less"
	Over     Role = "over"
	Shows    Role = "shows"
	Unheeded Role = ""
)

// Role tells what the rows are to a measure; Unheeded when nothing.
func (f Facts) Role(measure string) Role {
	lists := []struct {
		role Role
		list []string
	}{{Adds, f.Measures}, {Less, f.Less}, {Over, f.Over}, {Shows, f.Shows}}
	named := 0
	for _, l := range lists {
		if slices.Contains(l.list, measure) {
			return l.role
		}
		named += len(l.list)
	}
	if named == 0 {
		return Adds
	}
	return Unheeded
}

// Behind tells whether the rows are behind an answer's row, whose values cell gives.
func (f Facts) Behind(cell func(column string) string) bool {
	for column, values := range f.When {
		if !slices.Contains(values, cell(column)) {
			return false
		}
	}
	return true
}

// Of gives the facts behind a measure: what adds to it first, then what is subtracted, what divides, what is shown beside.
func (m Metric) Of(measure string) []Facts {
	order := []Role{Adds, Less, Over, Shows}
	var out []Facts
	for _, f := range m.Facts {
		if f.Role(measure) != Unheeded {
			out = append(out, f)
		}
	}
	slices.SortStableFunc(out, func(a, b Facts) int {
		return cmp.Compare(slices.Index(order, a.Role(measure)), slices.Index(order, b.Role(measure)))
	})
	return out
}
