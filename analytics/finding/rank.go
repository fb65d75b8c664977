package finding

import (
	"slices"
	"strings"
)

// Told is a finding with the rule that made it.
type Told struct {
	ID   string // the rule's, with a number where a rule finds several
	Rule Rule
	Found
}

// Weight ranks a finding: its size times its certainty. Size is the part of the measure that is affected. Certainty is
// base ÷ (base + Enough): half where the base is just large enough for a percentage, near one where it is large.
func (t Told) Weight() float64 { return t.Size * t.Base / (t.Base + Enough) }

// handled is how many things to act on make half of the largest size: ten agreements past their end date are as much
// as a measure that is off by half.
const handled = 10

// toDo is the size of a list of things that somebody has to act on.
func toDo(n float64) float64 { return n / (n + handled) }

// Ranked orders findings by their weight, the order of the rules where it is equal, and keeps of those about one thing
// the first.
func Ranked(all []Told) []Told {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b Told) int {
		switch {
		case a.Weight() > b.Weight():
			return -1
		case a.Weight() < b.Weight():
			return 1
		default:
			return 0
		}
	})
	about := map[string]bool{}
	return slices.DeleteFunc(all, func(t Told) bool {
		key := strings.Join([]string{string(t.Rule.Kind), t.About}, " ")
		known := about[key]
		about[key] = true
		return known
	})
}
