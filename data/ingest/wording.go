package ingest

import (
	"strings"

	"meridian/data/ingest/value"
)

func quote(text string) string { return value.Quote(text) }

func visible(text string) string { return value.Visible(text) }

func list(values []string) string { return value.List(values) }

// shorten keeps a value of the report at a length that can be shown, and valid as UTF-8.
func shorten(text string) string {
	text = strings.ToValidUTF8(text, "\uFFFD")
	return strings.TrimSuffix(strings.TrimPrefix(quote(text), "“"), "”")
}

// advice is a remedy that ends with the nearest of the known words, where one is near: half of its letters are the same.
func advice(remedy, kind, word string, known []string) string {
	near := nearest(word, known)
	if near == "" {
		return remedy
	}
	if remedy != "" {
		remedy += ": "
	}
	return remedy + "the nearest " + kind + " is " + near
}

// nearest returns the candidate that needs the fewest changed letters to become the word, or nothing when more than half
// of its letters would change.
func nearest(word string, candidates []string) string {
	best, fewest := "", -1
	for _, candidate := range candidates {
		if changes := distance(strings.ToLower(word), strings.ToLower(candidate)); fewest < 0 || changes < fewest {
			best, fewest = candidate, changes
		}
	}
	if 2*fewest > len([]rune(word)) {
		return ""
	}
	return best
}

// longestName bounds the letters that are compared: no name anybody wrote is longer.
const longestName = 200

// distance counts the letters to insert, remove or replace (Levenshtein).
func distance(a, b string) int {
	from, to := []rune(a), []rune(b)
	from, to = from[:min(len(from), longestName)], to[:min(len(to), longestName)]
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
