// Package disclose keeps small numbers of people out of answers: two students
// who went to a place can be told by name by those who know them.
//
// HESA is the Standard Rounding of the UK's Higher Education Statistics Agency
// (https://www.hesa.ac.uk/about/regulation/data-protection/rounding-and-suppression-anonymise-statistics):
// numbers of people go to the nearest multiple of five, halves up, so that 0, 1
// and 2 are 0; percentages of fewer than 22.5 people and averages over seven or
// fewer are withheld; totals are rounded after they are summed, so that rows may
// not add up; money is not rounded. Two things go beyond it, because a
// percentage of a number that is shown gives back the people it stands for: it
// is told to a tenth of a percent, and withheld where it stands for one to four
// people, or for all but one to four.
//
// Threshold says "<5" of one to four people and, where a total would give such a
// cell away, withholds a second one of the same line ("..": complementary
// suppression). That protects the lines of one answer only. A second chart, or
// the same one under another filter, shows the same people added up in another
// way, and its total less what is shown here would be the number withheld. No
// answer can know which others are asked. So in this mode all other numbers of
// people are rounded as well, to multiples of five: what a subtraction then gives
// is a multiple of five too, and never the number. They are rounded down: 5 is 5
// to 9. To the nearest, a total of 8 to 12 over two cells of "<5" would say that
// both are 4.
package disclose

import "meridian/analytics/table"

// What stands in place of a withheld cell.
const (
	Withheld = ".."
	Few      = "<5"
)

// Apply makes an answer fit to be shown in a mode: it rounds the columns that count people, and withholds cells, which
// become nil in the rows and are listed in Withheld. It changes the rows in place. An answer that counts no people
// is left as it is. A ratio whose base is not among the columns is withheld: what cannot be judged is not shown.
func Apply(t *table.Table, m Mode) {
	people := counting(t)
	if m.rank() == Off.rank() || len(people) == 0 {
		return
	}
	c := &control{table: t, people: people, shown: map[at]cell{}}
	if m != HESA {
		c.threshold()
		c.complement()
	}
	c.gate()
	c.withholdWithPart()
	c.complementShares()
	c.finish(m.Round, c.again(m.Round))
}

// Covers tells whether an answer has numbers of people, so that a mode makes a difference to it.
func Covers(columns []table.Column) bool {
	for _, c := range columns {
		if c.People {
			return true
		}
	}
	return false
}

// Rounds tells whether a mode rounds numbers that an answer has.
func Rounds(columns []table.Column, m Mode) bool { return m.rank() > Off.rank() && Covers(columns) }

// counting lists the columns that count people themselves.
func counting(t *table.Table) []int {
	var at []int
	for i, c := range t.Columns {
		if c.People && c.Part == "" {
			at = append(at, i)
		}
	}
	return at
}

// at is a cell's place in a table.
type at struct{ row, column int }

// cell is what stands in place of a number, and why.
type cell struct {
	shown  string
	reason table.Reason
}

// control is a table being made fit: its rows are as they were until finish.
type control struct {
	table  *table.Table
	people []int
	shown  map[at]cell // the cells that are withheld
}

func (c *control) withhold(row, column int, shown string, reason table.Reason) {
	c.shown[at{row, column}] = cell{shown, reason}
}

func (c *control) withheld(row, column int) bool {
	_, is := c.shown[at{row, column}]
	return is
}

// finish rounds what is left and takes the withheld cells out, in order of rows and columns.
func (c *control) finish(round func(people float64) float64, again map[at]any) {
	for r, row := range c.table.Rows {
		for i, column := range c.table.Columns {
			if hidden, is := c.shown[at{r, i}]; is {
				c.table.Withhold(table.WithheldCell{Row: r, Column: column.Name, Shown: hidden.shown, Reason: hidden.reason})
				continue
			}
			v, worked := again[at{r, i}]
			switch {
			case worked:
				row[i] = v
			case column.People:
				row[i] = rounded(row[i], round)
			case column.Base != "":
				row[i] = told(row[i], column)
			}
		}
	}
}
