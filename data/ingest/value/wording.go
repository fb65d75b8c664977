// Package value reads the cells of people's files: numbers, years, dates and codes as they are written, not only as
// they should be. What cannot be read, or could be read in two ways, is a Fault.
package value

import (
	"fmt"
	"strings"
	"unicode"
)

// Fault says what is wrong with one cell and how to put it right.
type Fault struct{ Reason, Remedy string }

// Error is both as one sentence.
func (f *Fault) Error() string { return f.Reason + "; " + f.Remedy }

func faulty(text, reason, remedy string) *Fault {
	return &Fault{Quote(text) + " " + reason, remedy}
}

// quoteLimit keeps a long cell from filling the report.
const quoteLimit = 60

// Quote shows a value as it stands in the file, cut when it is long.
func Quote(text string) string {
	runes := []rune(text)
	if len(runes) > quoteLimit {
		text = string(runes[:quoteLimit]) + "…"
	}
	return "“" + Visible(text) + "”"
}

// List joins values as a sentence does: a, b or c.
func List(values []string) string {
	if len(values) < 2 {
		return strings.Join(values, "")
	}
	last := len(values) - 1
	return strings.Join(values[:last], ", ") + " or " + values[last]
}

// Control finds the first character that no text is written with, and where it stands, the first being 1. Lines may
// break and be moved in.
func Control(text string) (char rune, position int, found bool) {
	for _, char := range text {
		position++
		if char == '\t' || char == '\n' || char == '\r' {
			continue
		}
		if unicode.IsControl(char) || char&0xFFFE == 0xFFFE {
			return char, position, true
		}
	}
	return 0, 0, false
}

// Visible shows in a report, which may be read on a terminal, that something stands where nothing is seen.
func Visible(text string) string {
	return strings.Map(func(char rune) rune {
		if _, _, found := Control(string(char)); found {
			return unicode.ReplacementChar
		}
		return char
	}, text)
}

// Line names a line of the file in a sentence.
func line(n int) string { return fmt.Sprintf("line %d", n) }
