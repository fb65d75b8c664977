package trend

import (
	"math"
	"testing"
)

// The line and its interval against an independent computation: x 1..5,
// y 2 4 5 4 5 has slope 0.6, intercept 2.2, s = √0.8; at x = 6 the half width of
// the 95 % prediction interval is 3.182446·√0.8·√(1 + 1/5 + 9/10) = 4.124922.
func TestLeastSquaresAgainstHandComputation(t *testing.T) {
	fit, ok := LeastSquares([]float64{1, 2, 3, 4, 5}, []float64{2, 4, 5, 4, 5})
	if !ok {
		t.Fatal("five points must be enough")
	}
	near(t, "slope", fit.Slope, 0.6)
	near(t, "intercept", fit.Intercept, 2.2)
	near(t, "R²", fit.R2, 0.6)
	low, high := fit.Interval(6, 0.95)
	near(t, "prediction", fit.At(6), 5.8)
	near(t, "half width", (high-low)/2, 4.124922)
}

func TestNoForecastFromFewerThanFivePoints(t *testing.T) {
	if _, ok := LeastSquares([]float64{1, 2, 3, 4}, []float64{1, 2, 3, 4}); ok {
		t.Error("four points gave a fit")
	}
	if _, ok := LeastSquares([]float64{1, 1, 1, 1, 1}, []float64{1, 2, 3, 4, 5}); ok {
		t.Error("five points in one year gave a fit")
	}
}

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 1e-5 {
		t.Errorf("%s = %v, want %v", what, got, want)
	}
}
