package ingest

import "fmt"

// copiesKept bounds the rows of a file among which those that stand twice are looked for.
const copiesKept = 2_000_000

// copies are the rows of a file by their hash, with the line of each: a table with open addressing, which holds two
// million rows in fifty megabytes and is quicker than a map of the language.
type copies struct {
	sums  []uint64 // 0 is free
	lines []int32
	used  int
}

// put remembers a row, unless one with its hash is there: then it returns that one's line.
func (c *copies) put(sum uint64, line int) (first int, twice bool) {
	if 4*c.used >= 3*len(c.sums) {
		c.grow()
	}
	sum |= 1
	at := c.slot(sum)
	if c.sums[at] == sum {
		return int(c.lines[at]), true
	}
	c.sums[at], c.lines[at] = sum, int32(line)
	c.used++
	return 0, false
}

// slot is where a hash stands, or would.
func (c *copies) slot(sum uint64) int {
	mask := len(c.sums) - 1
	at := int(sum>>20) & mask
	for c.sums[at] != 0 && c.sums[at] != sum {
		at = (at + 1) & mask
	}
	return at
}

func (c *copies) grow() {
	old := *c
	c.sums, c.lines = make([]uint64, max(1<<12, 2*len(old.sums))), make([]int32, max(1<<12, 2*len(old.sums)))
	for i, sum := range old.sums {
		if sum != 0 {
			at := c.slot(sum)
			c.sums[at], c.lines[at] = sum, old.lines[i]
		}
	}
}

// checkCopy warns of a row that stands in the file already, cell for cell. Tables with a key have no such rows, and
// where one row is one person two may well agree.
func (f *file) checkCopy(cells []string) {
	if len(f.at.key) > 0 || f.mapping.CountRows != "" {
		return
	}
	if f.copies.used >= copiesKept {
		f.copiesFull = true
		return
	}
	var sum uint64
	for _, cell := range cells {
		sum = (sum^f.hashes.of(cell))*0x9E3779B97F4A7C15 + 1
	}
	if first, twice := f.copies.put(sum, f.line); twice {
		f.report.add(Problem{Severity: Warning, File: f.name, Row: f.line, Value: lineNumber(first),
			Reason: fmt.Sprintf("the row is the same in every cell as line %d; both are counted", first),
			Remedy: "remove one of the two, unless they are different people"})
	}
}
