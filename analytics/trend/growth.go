package trend

import "math"

// Growth is the change from one value to the next as a share of the first:
// last ÷ first − 1. ok is false unless the first is above zero.
func Growth(first, last float64) (rate float64, ok bool) {
	if first <= 0 {
		return 0, false
	}
	return last/first - 1, true
}

// CAGR is the compound annual growth rate: the same rate each year that leads
// from the first value to the last, (last ÷ first)^(1/years) − 1. ok is false
// unless both values are above zero and there is at least one year between them.
func CAGR(first, last, years float64) (rate float64, ok bool) {
	if first <= 0 || last <= 0 || years < 1 {
		return 0, false
	}
	return math.Pow(last/first, 1/years) - 1, true
}
