package trend

import (
	"math"
	"sort"

	"gonum.org/v1/gonum/stat/distuv"
)

// TheilSen fits the line whose slope is the median of the slopes between all
// pairs of points with different x (Theil 1950; Sen, Estimates of the regression
// coefficient based on Kendall's tau, JASA 63, 1968) and whose intercept is
// median(y) − slope·median(x) (Conover, Practical Nonparametric Statistics).
// Up to a quarter of the points may lie anywhere without bending it. ok is false
// with fewer than Fewest points or when all x are alike.
func TheilSen(x, y []float64) (fit Fit, ok bool) {
	if !enough(x, y) {
		return Fit{}, false
	}
	slope := median(slopes(x, y))
	return about(OfTheilSen, median(y)-slope*median(x), slope, x, y), true
}

// SlopeInterval gives the bounds of the Theil–Sen slope with the given
// confidence: the slopes ranked (N ∓ z·√(n(n−1)(2n+5)/18)) ÷ 2 among the N, by
// the normal approximation of Kendall's statistic without ties (Sen 1968). ok is
// false with fewer than Fewest points or when all x are alike.
func SlopeInterval(x, y []float64, confidence float64) (low, high float64, ok bool) {
	if !enough(x, y) {
		return 0, 0, false
	}
	all, n := slopes(x, y), float64(len(x))
	sort.Float64s(all)
	spread := distuv.UnitNormal.Quantile(0.5+confidence/2) * math.Sqrt(n*(n-1)*(2*n+5)/18)
	at := func(rank float64) float64 { return all[min(max(int(math.Round(rank)), 0), len(all)-1)] }
	return at((float64(len(all))-spread)/2 - 1), at((float64(len(all)) + spread) / 2), true
}

// slopes are those between all pairs of points whose x differ.
func slopes(x, y []float64) []float64 {
	var out []float64
	for i := range x {
		for j := i + 1; j < len(x); j++ {
			if x[i] != x[j] {
				out = append(out, (y[j]-y[i])/(x[j]-x[i]))
			}
		}
	}
	return out
}

// median is the middle value, or the mean of the middle two.
func median(values []float64) float64 {
	sorted := append([]float64{}, values...)
	sort.Float64s(sorted)
	middle := len(sorted) / 2
	if len(sorted)%2 == 1 {
		return sorted[middle]
	}
	return (sorted[middle-1] + sorted[middle]) / 2
}
