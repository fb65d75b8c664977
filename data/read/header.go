package read

import "strings"

// findHeader gives the line of the row that names the columns: the first that fills most of them with different words
// that are not values of the table. Titles, units and blank rows above it are less full. Where no row does, it is the
// one that comes nearest. It is 0 when no row has anything in it.
func findHeader(records []Record) int {
	width := fullest(records)
	best, line := 0.0, 0
	for i, record := range records[:min(len(records), headerRows)] {
		if blank(record.Cells) {
			continue
		}
		if names(record.Cells, records[i+1:], width) {
			return record.Line
		}
		if score := likeHeader(record.Cells, records[i+1:], width); line == 0 || score > best+1e-9 {
			best, line = score, record.Line
		}
	}
	return line
}

// names is true of a row of names: they fill two thirds of the columns, or all but the first, which tables made by
// programs leave without a name; no two are the same, and none is a value above values.
func names(cells []string, below []Record, width int) bool {
	seen := map[string]bool{}
	for at, cell := range cells {
		name := strings.ToLower(strings.TrimSpace(cell))
		if name == "" {
			continue
		}
		if seen[name] || isValue(name) && (len(below) == 0 || headsValues(at, below)) {
			return false
		}
		seen[name] = true
	}
	unnamed := len(cells) == width && width > 1 && strings.TrimSpace(cells[0]) == "" && len(seen) == width-1
	return len(seen)*3 >= width*2 && len(seen) > 0 || unnamed
}

// fullest is the largest number of filled cells that at least two rows have, or the largest there is.
func fullest(records []Record) int {
	counts, most, largest := map[int]int{}, 0, 0
	for _, record := range records {
		n := filled(record.Cells)
		counts[n]++
		largest = max(largest, n)
		if counts[n] > 1 {
			most = max(most, n)
		}
	}
	if most == 0 {
		return largest
	}
	return most
}

func filled(cells []string) int {
	n := 0
	for _, cell := range cells {
		if strings.TrimSpace(cell) != "" {
			n++
		}
	}
	return n
}

// likeHeader scores a row: how many of the columns it fills, with words rather than values, each once, and how many
// of them head values of another kind.
func likeHeader(cells []string, below []Record, width int) float64 {
	if width == 0 {
		return 0
	}
	seen := map[string]bool{}
	words, contrasts := 0, 0
	for at, cell := range cells {
		name := strings.TrimSpace(cell)
		if name == "" {
			continue
		}
		seen[strings.ToLower(name)] = true
		if isValue(name) {
			continue
		}
		words++
		if headsValues(at, below) {
			contrasts++
		}
	}
	share := func(n int) float64 { return min(1, float64(n)/float64(width)) }
	return 2*share(filled(cells)) + share(words) + share(len(seen)) + share(contrasts)
}

// headsValues is true when most of the cells below are numbers or dates.
func headsValues(at int, below []Record) bool {
	values, others := 0, 0
	for _, record := range below[:min(len(below), 10)] {
		if at >= len(record.Cells) || strings.TrimSpace(record.Cells[at]) == "" {
			continue
		}
		if isValue(record.Cells[at]) {
			values++
		} else {
			others++
		}
	}
	return values > others
}

// isValue is true of numbers, dates, years and identifiers: things that stand in a table rather than above it.
func isValue(text string) bool {
	text = strings.TrimSpace(text)
	digits, letters := 0, 0
	for _, r := range text {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r > ' ' && !strings.ContainsRune(".,/-:+%'() \u00a0", r):
			letters++
		}
	}
	return digits > 0 && (letters == 0 || digits > letters) || strings.Contains(text, "://") || strings.Contains(text, "@")
}
