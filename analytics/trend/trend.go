// Package trend fits straight lines to yearly series and says how far to trust them.
package trend

import (
	"math"

	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"
)

// Fewest is the smallest number of points a line is fitted to; below it there is no forecast.
const Fewest = 5

// Fit is an ordinary least-squares line with what its prediction interval needs.
type Fit struct {
	Intercept, Slope  float64
	R2                float64
	n                 int
	meanX, sumSquares float64 // of x: mean, and squared distance from it
	residual          float64 // standard error of the estimate, n−2 degrees of freedom
}

// LeastSquares fits y = intercept + slope·x. ok is false with fewer than
// Fewest points or when all x are alike.
func LeastSquares(x, y []float64) (fit Fit, ok bool) {
	if len(x) != len(y) || len(x) < Fewest {
		return Fit{}, false
	}
	mean := stat.Mean(x, nil)
	var sumSquares float64
	for _, v := range x {
		sumSquares += (v - mean) * (v - mean)
	}
	if sumSquares == 0 {
		return Fit{}, false
	}
	intercept, slope := stat.LinearRegression(x, y, nil, false)
	var squared float64
	for i := range x {
		e := y[i] - intercept - slope*x[i]
		squared += e * e
	}
	return Fit{
		Intercept: intercept, Slope: slope, R2: stat.RSquared(x, y, nil, intercept, slope),
		n: len(x), meanX: mean, sumSquares: sumSquares,
		residual: math.Sqrt(squared / float64(len(x)-2)),
	}, true
}

// At gives the line's value at x.
func (f Fit) At(x float64) float64 { return f.Intercept + f.Slope*x }

// Interval gives the bounds within which one new observation at x falls with
// the given probability: ŷ ± t·s·√(1 + 1/n + (x−x̄)²/Σ(xᵢ−x̄)²), t of Student
// with n−2 degrees of freedom (Draper and Smith, Applied Regression Analysis, 1.4).
func (f Fit) Interval(x, probability float64) (low, high float64) {
	t := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: float64(f.n - 2)}.Quantile(0.5 + probability/2)
	d := x - f.meanX
	half := t * f.residual * math.Sqrt(1+1/float64(f.n)+d*d/f.sumSquares)
	return f.At(x) - half, f.At(x) + half
}
