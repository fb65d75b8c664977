package trend

import (
	"math"
	"slices"
)

// farOff is how many robust standard deviations a point may lie from the line:
// the modified z-score of 3.5 that Iglewicz and Hoaglin recommend (How to Detect
// and Handle Outliers, 1993).
const farOff = 3.5

// share is the smallest part of the line's own height a distance must have to
// count: in a series that is nearly straight, a trifle would else be far off.
const share = 0.1

// FarOff lists the points that lie far off the Theil–Sen line through all of
// them: more than 3.5 times 1.4826 × the median absolute distance, and more than
// a tenth of the line's value there. What grows by a factor is straight on a scale
// of logarithms, so a point must be far off there as well. Nil with fewer than
// Fewest points, and when more than a quarter are far off: then the course is not
// a straight line, and no single year is to blame.
func FarOff(x, y []float64) []int {
	far := distant(x, y, func(line float64) float64 { return share * math.Abs(line) })
	if 4*len(far) > len(x) {
		return nil
	}
	if logs := logarithms(y); logs != nil {
		onLogs := distant(x, logs, func(float64) float64 { return math.Log1p(share) })
		far = slices.DeleteFunc(far, func(i int) bool { return !slices.Contains(onLogs, i) })
	}
	if len(far) == 0 {
		return nil
	}
	return far
}

// logarithms is nil where a value has none.
func logarithms(y []float64) []float64 {
	out := make([]float64, len(y))
	for i, v := range y {
		if v <= 0 {
			return nil
		}
		out[i] = math.Log(v)
	}
	return out
}

// distant lists the points farther from the line than the spread of all allows and than a trifle, given the line's value.
func distant(x, y []float64, trifle func(line float64) float64) []int {
	fit, ok := TheilSen(x, y)
	if !ok {
		return nil
	}
	distance := make([]float64, len(x))
	for i := range x {
		distance[i] = math.Abs(y[i] - fit.At(x[i]))
	}
	spread := 1.4826 * median(distance)
	var far []int
	for i, d := range distance {
		if d > farOff*spread && d > trifle(fit.At(x[i])) {
			far = append(far, i)
		}
	}
	return far
}
