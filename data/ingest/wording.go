package ingest

import (
	"strings"
	"unicode"
)

// quoteLimit keeps a long cell from filling the report.
const quoteLimit = 60

// quote shows a value as it stands in the file, cut when it is long.
func quote(value string) string {
	runes := []rune(value)
	if len(runes) > quoteLimit {
		value = string(runes[:quoteLimit]) + "…"
	}
	value = visible(value)
	return "“" + value + "”"
}

// A spot is a character and where it stands in its text, the first being 1.
type spot struct {
	char     rune
	position int
}

// control finds the first character that no text is written with. Lines may break and be moved in.
func control(text string) (spot, bool) {
	position := 0
	for _, char := range text {
		position++
		if char == '\t' || char == '\n' || char == '\r' {
			continue
		}
		if unicode.IsControl(char) || char&0xFFFE == 0xFFFE {
			return spot{char, position}, true
		}
	}
	return spot{}, false
}

// visible shows in a report, which may be read on a terminal, that something stands where nothing is seen.
func visible(text string) string {
	return strings.Map(func(char rune) rune {
		if _, found := control(string(char)); found {
			return unicode.ReplacementChar
		}
		return char
	}, text)
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
