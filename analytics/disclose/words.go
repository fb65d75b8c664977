package disclose

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

var (
	written  = regexp.MustCompile(`\d+(?:,\d{3})*(?:\.\d+)?`)
	sentence = regexp.MustCompile(`[^。]*。|.*?(?:[^ ]{3}|\d[%)]?|%)[.](?: |$)|.+$`)
)

// Holds tells whether a sentence on numbers that are rounded is true of the exact ones: it compares and names the same,
// and each of its numbers is the exact sentence's, or that one rounded.
func (m Mode) Holds(shown, exact string) bool {
	if written.ReplaceAllString(shown, "#") != written.ReplaceAllString(exact, "#") {
		return false
	}
	was := written.FindAllString(exact, -1)
	for i, said := range written.FindAllString(shown, -1) {
		if said != was[i] && !m.close(read(said), read(was[i])) {
			return false
		}
	}
	return true
}

// manyPeople is where a step more or less is no untruth: a forecast from rounded years may be one off, and that the sentence
// is missing would tell one person from two.
const manyPeople = 10_000

func (m Mode) close(said, exact float64) bool {
	rounded := m.Round(exact)
	return said == rounded || said >= manyPeople && math.Abs(said-rounded) <= step
}

// True leaves of a text on rounded numbers the sentences that hold of the same text on exact ones.
func (m Mode) True(shown, exact string) string {
	if m.Holds(shown, exact) {
		return shown
	}
	all := sentence.FindAllString(exact, -1)
	var kept strings.Builder
	for _, said := range sentence.FindAllString(shown, -1) {
		if slices.ContainsFunc(all, func(was string) bool { return m.Holds(strings.TrimSpace(said), strings.TrimSpace(was)) }) {
			kept.WriteString(said)
		}
	}
	return strings.TrimSpace(kept.String())
}

// read is a number as it is written, with separators of thousands.
func read(text string) float64 {
	v, _ := strconv.ParseFloat(strings.ReplaceAll(text, ",", ""), 64)
	return v
}
