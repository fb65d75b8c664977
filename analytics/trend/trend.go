// Package trend fits straight lines to yearly series and says how far to trust
// them: by least squares or, where a year lies far off, by the median of slopes;
// with an interval for what comes next, and the error the same method made when
// it was asked to foretell the years that are already known.
package trend

import (
	"math"

	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"
)

// Fewest is the smallest number of points a line is fitted to; below it there is no forecast.
const Fewest = 5

// Method says how a line was fitted.
type Method string

// The two ways a line is fitted.
const (
	OfLeastSquares Method = "least-squares"
	OfTheilSen     Method = "theil-sen"
)

// Fit is a straight line with what its prediction interval needs.
type Fit struct {
	Method            Method
	Intercept, Slope  float64
	R2                float64 // share of the variance the line accounts for; may be below zero for a line not of least squares
	n                 int
	meanX, sumSquares float64 // of x: mean, and squared distance from it
	residual          float64 // standard error about the line, n−2 degrees of freedom
}

// LeastSquares fits y = intercept + slope·x. ok is false with fewer than
// Fewest points or when all x are alike.
func LeastSquares(x, y []float64) (fit Fit, ok bool) {
	if !enough(x, y) {
		return Fit{}, false
	}
	intercept, slope := stat.LinearRegression(x, y, nil, false)
	return about(OfLeastSquares, intercept, slope, x, y), true
}

func enough(x, y []float64) bool {
	return len(x) == len(y) && len(x) >= Fewest && squares(x) > 0
}

func squares(x []float64) (sum float64) {
	mean := stat.Mean(x, nil)
	for _, v := range x {
		sum += (v - mean) * (v - mean)
	}
	return sum
}

// about measures the points' distance from a line.
func about(method Method, intercept, slope float64, x, y []float64) Fit {
	var squared float64
	for i := range x {
		e := y[i] - intercept - slope*x[i]
		squared += e * e
	}
	return Fit{
		Method: method, Intercept: intercept, Slope: slope, R2: stat.RSquared(x, y, nil, intercept, slope),
		n: len(x), meanX: stat.Mean(x, nil), sumSquares: squares(x),
		residual: math.Sqrt(squared / float64(len(x)-2)),
	}
}

// At gives the line's value at x.
func (f Fit) At(x float64) float64 { return f.Intercept + f.Slope*x }

// Residual is the standard error about the line, in the unit of y, with n−2 degrees of freedom.
func (f Fit) Residual() float64 { return f.residual }

// Interval gives the bounds within which one new observation at x falls with
// the given probability: ŷ ± t·s·√(1 + 1/n + (x−x̄)²/Σ(xᵢ−x̄)²), t of Student
// with n−2 degrees of freedom (Draper and Smith, Applied Regression Analysis,
// 1.4). For a line of the median of slopes it is an approximation on the wide
// side: the years that lie far off stay in s.
func (f Fit) Interval(x, probability float64) (low, high float64) {
	t := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: float64(f.n - 2)}.Quantile(0.5 + probability/2)
	d := x - f.meanX
	half := t * f.residual * math.Sqrt(1+1/float64(f.n)+d*d/f.sumSquares)
	return f.At(x) - half, f.At(x) + half
}
