package trend

import "slices"

// Likelihood is the share of new years that a prediction interval is meant to hold.
const Likelihood = 0.8

// Course is all that is said of a yearly series: its line, the years that lie
// far off it, how the line did on the years already known, and whether it may be
// carried on.
type Course struct {
	Fit
	FarOff []int // positions in the series
	Test   Backtest
	// Against is why the line is not carried on; empty when it is.
	Against Reason
}

// Reason is why a line is not carried on.
type Reason string

// The reasons a line is not carried on.
const (
	Bent      Reason = "bent"     // the latest point lies outside the interval: a line that misses it says nothing of the next
	LastIsOff Reason = "last-off" // the latest point is itself far off: nobody knows yet whether it is a new course
	Beaten    Reason = "beaten"   // on the years already known, carrying the last value on would have missed less
)

// Of fits a line to a series whose x ascend: of least squares, or of the median
// of slopes where a point lies far off, since one such point bends the first.
// ok is false with fewer than Fewest points.
func Of(x, y []float64) (Course, bool) {
	far := FarOff(x, y)
	draw := LeastSquares
	if len(far) > 0 {
		draw = TheilSen
	}
	fit, ok := draw(x, y)
	if !ok {
		return Course{}, false
	}
	c := Course{Fit: fit, FarOff: far, Test: BackTest(x, y, draw)}
	c.Against = c.against(x, y)
	return c, true
}

// Forecasts tells whether the line may be carried on.
func (c Course) Forecasts() bool { return c.Against == "" }

func (c Course) against(x, y []float64) Reason {
	last := len(x) - 1
	low, high := c.Interval(x[last], Likelihood)
	switch {
	case slices.Contains(c.FarOff, last):
		return LastIsOff
	case y[last] < low || y[last] > high:
		return Bent
	case c.Test.Tries >= fewestTries && c.Test.Mean > c.Test.Carried:
		return Beaten
	}
	return ""
}

// fewestTries is how often a line must have been asked before its failures count against it.
const fewestTries = 2
