package disclose

import (
	"math"
	"slices"

	"meridian/analytics/table"
)

// The fewest people that a percentage and an average may be taken over.
const (
	fewestOfPercentage = 22.5
	mostTooFewOfMean   = 7
)

// gate withholds the ratios that are taken over few people, or that stand for few.
func (c *control) gate() {
	for i, column := range c.table.Columns {
		if column.Base == "" {
			continue
		}
		base := c.column(column.Base)
		for r, row := range c.table.Rows {
			ratio, ok := number(row[i])
			if !ok {
				continue
			}
			over, known := 0.0, false
			if base >= 0 {
				over, known = number(row[base])
			}
			switch {
			case !known || tooFew(column, over):
				c.withhold(r, i, Withheld, table.SmallBase)
			case standsForFew(column, ratio, over):
				c.withhold(r, i, Withheld, table.FewPeople)
			case !isAverage(column) && c.anyWithheld(r):
				c.withhold(r, i, Withheld, table.GivesAway)
			}
		}
	}
}

// anyWithheld tells whether a number of people is withheld in a row: a ratio beside it might give it back.
func (c *control) anyWithheld(row int) bool {
	return slices.ContainsFunc(c.people, func(column int) bool { return c.withheld(row, column) })
}

// complementShares withholds a second one among the parts of one whole where only one is withheld: what the others
// leave of a hundred percent would be that one.
func (c *control) complementShares() {
	var lines [][]at
	for i, column := range c.table.Columns {
		if column.Base == "" || !isShare(column) {
			continue
		}
		for _, line := range c.rowLines([]int{i}) {
			if c.isWhole(line) {
				lines = append(lines, line)
			}
		}
	}
	c.guardAll(lines)
}

// isWhole tells whether shares add up to one.
func (c *control) isWhole(line []at) bool {
	sum := 0.0
	for _, cell := range line {
		v, _ := number(c.table.Rows[cell.row][cell.column])
		sum += v
	}
	return math.Abs(sum-1) < 1e-6
}

func (c *control) column(name string) int {
	for i, column := range c.table.Columns {
		if column.Name == name {
			return i
		}
	}
	return -1
}

func tooFew(column table.Column, over float64) bool {
	if isAverage(column) {
		return over <= mostTooFewOfMean
	}
	return over < fewestOfPercentage
}

// standsForFew tells whether a ratio gives back one to four people, as its part or as what its part leaves. Of an
// index such as reciprocity the smaller side counts twice.
func standsForFew(column table.Column, ratio, over float64) bool {
	part := ratio * over
	switch {
	case isShare(column):
		return few(part) || few(over-part)
	case isAverage(column):
		return false
	default:
		return few(part / 2)
	}
}

// few is IsFew for what was worked out from fractions: it forgives their noise.
func few(people float64) bool { return IsFew(math.Round(people*1e6) / 1e6) }
