package disclose

import "math"

// columnLines are the columns of each row of which one is the sum of two others, as a total is of out and in, or of
// a balance and what it is less.
func (c *control) columnLines() [][]at {
	var lines [][]at
	for i, a := range c.people {
		for _, b := range c.people[i+1:] {
			for _, sum := range c.people {
				if sum == a || sum == b || !c.addUp(a, b, sum) {
					continue
				}
				for r := range c.table.Rows {
					lines = append(lines, []at{{r, a}, {r, b}, {r, sum}})
				}
			}
		}
	}
	return lines
}

// addUp tells whether in every row that has all three numbers two make the third. Where there are
// several rows, a single one that fits proves nothing.
func (c *control) addUp(a, b, sum int) bool {
	compared := 0
	for _, row := range c.table.Rows {
		x, knowsX := number(row[a])
		y, knowsY := number(row[b])
		z, knowsZ := number(row[sum])
		if !knowsX || !knowsY || !knowsZ {
			continue
		}
		if math.Abs(x+y-z) > 1e-6 {
			return false
		}
		compared++
	}
	return compared > 1 || compared == len(c.table.Rows)
}
