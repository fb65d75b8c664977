package chart

import (
	"slices"

	"meridian/analytics/trend"
)

// endsFarOff tells whether the first or the last of some years lies far off the line through all of them: what moved
// between such ends is no course, and no growth is said of it.
func endsFarOff(years []string, of func(year string) float64) bool {
	x, y := make([]float64, len(years)), make([]float64, len(years))
	for i, year := range years {
		x[i], y[i] = float64(yearStart(year)), of(year)
	}
	off := trend.FarOff(x, y)
	return slices.Contains(off, 0) || slices.Contains(off, len(years)-1)
}
