package analytics

import (
	"testing"

	"meridian/analytics/disclose"
)

// read counts the small numbers that are simply told.
func (a *attack) read(truth *secret) (got int) {
	for w, b := range a.known {
		if recovered(truth, w, b) {
			got++
		}
	}
	return got
}

func recovered(truth *secret, w who, b bounds) bool {
	return b.low == b.high && b.low >= 1 && b.low <= 4 && truth.truth(w) == b.low
}

// subtract takes one number from another that holds it and differs in one dimension alone, by whatever is known of both
// and of the difference.
func (a *attack) subtract(t *testing.T, truth *secret) int {
	t.Helper()
	got := map[who]bool{}
	for d := range ofAll {
		alike := map[who][]who{}
		for w := range a.known {
			others := w
			others[d] = 0
			alike[others] = append(alike[others], w)
		}
		for _, group := range alike {
			for _, whole := range group {
				for _, part := range group {
					if whole == part || part[d]&^whole[d] != 0 {
						continue
					}
					rest := whole
					rest[d] &^= part[d]
					b := bounds{a.known[whole].low - a.known[part].high, a.known[whole].high - a.known[part].low}
					if recovered(truth, rest, a.narrowed(rest, b)) {
						if !got[rest] && a.mode != disclose.Off {
							t.Errorf("%v less %v: %v less %v is %v, known as %v", whole, part, a.known[whole], a.known[part], b, a.known[rest])
						}
						got[rest] = true
					}
				}
			}
		}
	}
	return len(got)
}

func (a *attack) narrowed(w who, b bounds) bounds {
	known, is := a.known[w]
	if !is {
		return bounds{max(b.low, 0), b.high}
	}
	return bounds{max(b.low, known.low), min(b.high, known.high)}
}

// fromParts takes from a whole the parts of it as they are printed, all but one: a rounded number is taken at its word.
func (a *attack) fromParts(truth *secret) int {
	got := map[who]bool{}
	for whole := range a.known {
		for d := range ofAll {
			for _, left := range members(whole[d]) {
				sum, known := a.printed(whole), len(members(whole[d])) > 2 && a.known[whole] != bounds{1, 4}
				for _, member := range members(whole[d]) {
					part := whole
					part[d] = 1 << member
					if member == left {
						continue
					}
					if b, is := a.known[part]; is && b == (bounds{1, 4}) {
						known = false // "<5" is no number to subtract
					} else if !is {
						if truth.truth(part) != 0 { // a row that is not there is nobody
							known = false
						}
						continue
					}
					sum -= a.printed(part)
				}
				part := whole
				part[d] = 1 << left
				if known && recovered(truth, part, bounds{sum, sum}) {
					got[part] = true
				}
			}
		}
	}
	return len(got)
}

// printed is a number as it stands on paper.
func (a *attack) printed(w who) int {
	switch b := a.known[w]; {
	case a.mode == disclose.HESA && b.low > 0:
		return b.low + 2
	default:
		return b.low
	}
}
