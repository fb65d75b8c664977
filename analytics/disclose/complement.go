package disclose

import (
	"fmt"
	"math"
	"strings"

	"meridian/analytics/table"
)

// mostKeys bounds the dimensions whose sums are guarded: each one more doubles them.
const mostKeys = 6

// threshold withholds the cells of one to four people.
func (c *control) threshold() {
	for r, row := range c.table.Rows {
		for _, i := range c.people {
			if v, ok := number(row[i]); ok && IsFew(v) {
				c.withhold(r, i, Few, table.FewPeople)
			}
		}
	}
}

// complement withholds a second cell in every line that would otherwise have a single one: the total of the line,
// which this answer or the same one under a filter shows, less the others would be that cell. A line is a set of
// cells that are added up: the rows that agree in some of the dimensions, or columns of a row that are the sum of
// one another.
func (c *control) complement() {
	c.guardAll(append(c.rowLines(c.people), c.columnLines()...))
}

// guardAll guards lines until none is left with a single withheld cell: what one line needs may be in another.
func (c *control) guardAll(lines [][]at) {
	for changed := true; changed; {
		changed = false
		for _, line := range lines {
			changed = c.guard(line) || changed
		}
	}
}

// guard withholds the smallest cell beside a line's only withheld one.
func (c *control) guard(line []at) bool {
	alone, smallest := 0, -1
	least := math.Inf(1)
	for n, cell := range line {
		if c.withheld(cell.row, cell.column) {
			alone++
			continue
		}
		if v, ok := number(c.table.Rows[cell.row][cell.column]); ok && v != 0 && math.Abs(v) < least {
			smallest, least = n, math.Abs(v)
		}
	}
	if alone != 1 || smallest < 0 {
		return false
	}
	c.withhold(line[smallest].row, line[smallest].column, Withheld, table.GivesAway)
	return true
}

// rowLines are, for every choice of dimensions and each of some columns, the rows that agree in them.
func (c *control) rowLines(columns []int) [][]at {
	keys := c.keys()
	var lines [][]at
	for chosen := range 1 << len(keys) {
		groups := map[string][]int{}
		var order []string
		for r := range c.table.Rows {
			name := agreed(keys, chosen, r)
			if groups[name] == nil {
				order = append(order, name)
			}
			groups[name] = append(groups[name], r)
		}
		for _, name := range order {
			if len(groups[name]) < 2 {
				continue
			}
			for _, i := range columns {
				lines = append(lines, line(groups[name], i))
			}
		}
	}
	return lines
}

func line(rows []int, column int) []at {
	var cells []at
	for _, r := range rows {
		cells = append(cells, at{r, column})
	}
	return cells
}

// agreed names what a row says in the chosen dimensions.
func agreed(keys [][]string, chosen, row int) string {
	var name strings.Builder
	for k, values := range keys {
		if chosen&(1<<k) != 0 {
			name.WriteString(values[row])
		}
		name.WriteByte(0)
	}
	return name.String()
}

// keys are the values of the answer's dimensions: what a filter can be set to first, then other words. A column that
// says the same as one before it, as a name does beside its code, or that says one thing only, is no dimension.
func (c *control) keys() [][]string {
	var keys [][]string
	for _, filters := range []bool{true, false} {
		for i, column := range c.table.Columns {
			wanted := column.Dimension != "" || column.Type == "year"
			if wanted != filters || !isKey(column) || len(keys) == mostKeys {
				continue
			}
			if values, is := c.dimension(i, keys); is {
				keys = append(keys, values)
			}
		}
	}
	return keys
}

func isKey(c table.Column) bool {
	return !c.People && c.Base == "" && (c.Type == "string" || c.Type == "year" || c.Type == "date" || c.Type == "bool")
}

func (c *control) dimension(column int, known [][]string) (values []string, is bool) {
	distinct := map[string]bool{}
	for _, row := range c.table.Rows {
		v := fmt.Sprint(row[column])
		distinct[v] = true
		values = append(values, v)
	}
	if len(distinct) < 2 {
		return nil, false
	}
	for _, other := range known {
		if sameDivision(values, other) {
			return nil, false
		}
	}
	return values, true
}

// sameDivision tells whether two columns divide the rows alike.
func sameDivision(a, b []string) bool {
	there, back := map[string]string{}, map[string]string{}
	for r := range a {
		if v, known := there[a[r]]; known && v != b[r] {
			return false
		}
		if v, known := back[b[r]]; known && v != a[r] {
			return false
		}
		there[a[r]], back[b[r]] = b[r], a[r]
	}
	return true
}
