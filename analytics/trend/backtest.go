package trend

import "math"

// Backtest says how a method would have done: each time, the line is fitted to
// the points up to one and asked for the next.
type Backtest struct {
	Tries   int     // how often it was asked
	Mean    float64 // mean absolute error, in the unit of y
	Percent float64 // mean absolute error as a share of what came (MAPE); 0 when Tries is 0
	Carried float64 // mean absolute error of carrying the last value on instead
}

// BackTest asks a line for each point after the first Fewest, from those before
// it alone (rolling origin: Hyndman and Athanasopoulos, Forecasting: Principles
// and Practice, 5.10). x ascends; the error is of one step ahead. Points that
// came to nothing count in Mean, not in Percent.
func BackTest(x, y []float64, draw func(x, y []float64) (Fit, bool)) Backtest {
	var b Backtest
	shares := 0
	for k := Fewest; k < len(x); k++ {
		fit, ok := draw(x[:k], y[:k])
		if !ok {
			continue
		}
		missed := math.Abs(y[k] - max(fit.At(x[k]), 0))
		b.Tries++
		b.Mean += missed
		b.Carried += math.Abs(y[k] - y[k-1])
		if y[k] != 0 {
			shares++
			b.Percent += missed / math.Abs(y[k])
		}
	}
	if b.Tries > 0 {
		b.Mean /= float64(b.Tries)
		b.Carried /= float64(b.Tries)
	}
	if shares > 0 {
		b.Percent /= float64(shares)
	}
	return b
}
