package chart

import (
	"strconv"
	"strings"
)

// moment puts a date on a line of years. A date known to the year stands in the middle of
// that year, one known to the month in the middle of that month.
func moment(iso string) (years float64, ok bool) {
	parts := strings.Split(iso, "-")
	var n [3]float64
	for i, part := range parts {
		v, err := strconv.Atoi(part)
		if err != nil || i >= len(n) {
			return 0, false
		}
		n[i] = float64(v)
	}
	switch len(parts) {
	case 1:
		return n[0] + 0.5, true
	case 2:
		return n[0] + (n[1]-0.5)/12, true
	default:
		return n[0] + (n[1]-1+(n[2]-0.5)/31)/12, true
	}
}
