package disclose

import (
	"fmt"
	"slices"
	"strings"
)

// Mode is a rule for numbers of people. The zero value is Off.
type Mode string

// The modes, the least strict first.
const (
	// Off shows numbers as they are: for the people who work with the records anyway.
	Off Mode = "off"
	// HESA rounds numbers of people to the nearest multiple of five and withholds ratios taken over few people.
	HESA Mode = "hesa"
	// Threshold says "<5" of one to four people, hides what would give them away, and rounds the rest down to fives.
	Threshold Mode = "threshold"
)

// Modes lists the modes, the least strict first.
func Modes() []Mode { return []Mode{Off, HESA, Threshold} }

// Parse reads a mode; empty is Off.
func Parse(text string) (Mode, error) {
	if text == "" {
		return Off, nil
	}
	if m := Mode(text); slices.Contains(Modes(), m) {
		return m, nil
	}
	return Off, fmt.Errorf("%q is no disclosure mode: give %s", text, named())
}

func named() string {
	var names []string
	for _, m := range Modes() {
		names = append(names, string(m))
	}
	return strings.Join(names, ", ")
}

// LessStrict tells whether a mode shows more than another.
func (m Mode) LessStrict(than Mode) bool { return m.rank() < than.rank() }

// rank is the mode's place in order of strictness; what is no mode counts as the strictest.
func (m Mode) rank() int {
	if m == "" {
		m = Off
	}
	if at := slices.Index(Modes(), m); at >= 0 {
		return at
	}
	return len(Modes())
}

// Strictest gives the strictest of some modes; Off where there are none.
func Strictest(modes ...Mode) Mode {
	strictest := Off
	for _, m := range modes {
		if strictest.LessStrict(m) {
			strictest = m
		}
	}
	return strictest
}
