package trend

import "math"

// farOff is how many robust standard deviations a point may lie from the line:
// the modified z-score of 3.5 that Iglewicz and Hoaglin recommend (How to Detect
// and Handle Outliers, 1993).
const farOff = 3.5

// share is the smallest part of the line's own height a distance must have to
// count: in a series that is nearly straight, a trifle would else be far off.
const share = 0.1

// FarOff lists the points that lie far off the Theil–Sen line through all of
// them: more than 3.5 times 1.4826 × the median absolute distance, and more than
// a tenth of the line's value there. Nil with fewer than Fewest points, and when
// more than a quarter are far off: then the course is not a straight line, and
// no single year is to blame.
func FarOff(x, y []float64) []int {
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
		if d > farOff*spread && d > share*math.Abs(fit.At(x[i])) {
			far = append(far, i)
		}
	}
	if 4*len(far) > len(x) {
		return nil
	}
	return far
}
