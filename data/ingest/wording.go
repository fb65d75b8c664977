package ingest

import "strings"

// quoteLimit keeps a long cell from filling the report.
const quoteLimit = 60

// quote shows a value as it stands in the file, cut when it is long.
func quote(value string) string {
	runes := []rune(value)
	if len(runes) > quoteLimit {
		value = string(runes[:quoteLimit]) + "…"
	}
	return "“" + value + "”"
}

// list joins values as a sentence does: a, b or c.
func list(values []string) string {
	if len(values) < 2 {
		return strings.Join(values, "")
	}
	last := len(values) - 1
	return strings.Join(values[:last], ", ") + " or " + values[last]
}

// nearest returns the candidate that needs the fewest changed letters to become the word.
func nearest(word string, candidates []string) string {
	best, fewest := "", -1
	for _, candidate := range candidates {
		if changes := distance(word, candidate); fewest < 0 || changes < fewest {
			best, fewest = candidate, changes
		}
	}
	return best
}

// distance counts the letters to insert, remove or replace (Levenshtein).
func distance(a, b string) int {
	from, to := []rune(a), []rune(b)
	row := make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i, letter := range from {
		diagonal := row[0]
		row[0] = i + 1
		for j, other := range to {
			changed := diagonal
			if letter != other {
				changed++
			}
			diagonal = row[j+1]
			row[j+1] = min(changed, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(to)]
}
