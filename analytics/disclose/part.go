package disclose

import (
	"slices"

	"meridian/analytics/table"
)

// What people make with an exact number gives the people back: a target of 50 that is reached to 54 percent says 27, and
// 11 places of which 10 are free say one. Such cells are worked out again from the number of people that is shown.

// withholdWithPart withholds what rests on a number of people that is withheld.
func (c *control) withholdWithPart() {
	for i, column := range c.table.Columns {
		part := c.part(column)
		if part < 0 {
			continue
		}
		for r, row := range c.table.Rows {
			if row[i] != nil && c.withheld(r, part) && !c.withheld(r, i) {
				c.withhold(r, i, Withheld, table.GivesAway)
			}
		}
	}
}

// again gives the cells that rest on rounded numbers of people.
func (c *control) again(round func(people float64) float64) map[at]any {
	worked := map[at]any{}
	for i, column := range c.table.Columns {
		part := c.part(column)
		if part < 0 {
			continue
		}
		for r, row := range c.table.Rows {
			people, counted := number(row[part])
			v, known := number(row[i])
			if !counted || !known {
				continue
			}
			switch {
			case column.Type == "int": // a number less the people
				worked[at{r, i}] = int64(v + people - round(people))
			case people != 0: // the people of a number
				worked[at{r, i}] = told(v*round(people)/people, column)
			}
		}
	}
	return worked
}

// part is the column of people that another rests on; -1 where it rests on none that is there.
func (c *control) part(column table.Column) int {
	if column.Part == "" {
		return -1
	}
	if i := c.column(column.Part); slices.Contains(c.people, i) {
		return i
	}
	return -1
}
