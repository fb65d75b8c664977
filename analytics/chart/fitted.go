package chart

import (
	"meridian/analytics/finding"
	"meridian/analytics/lang"
	"meridian/analytics/trend"
)

// ahead is how many years a fitted line is carried beyond the data.
const ahead = 2

// likelihood is the share of new years the shaded band is meant to hold.
const likelihood = 0.8

// fit fits a straight line to the years that have a value. A handful of people over all of them is no base for one.
func (s series) fit() (trend.Fit, bool) {
	var x, y []float64
	counted := 0.0
	for i, r := range s.rows {
		if r >= 0 {
			x, y = append(x, float64(i)), append(y, s.values[i])
			counted += s.values[i]
		}
	}
	if counted < finding.Enough {
		return trend.Fit{}, false
	}
	return trend.LeastSquares(x, y)
}

// straight tells whether a line can be fitted and the last year lies as near to it as four years of five would. A
// line that misses the latest year says nothing of the next.
func (s series) straight() bool {
	fit, ok := s.fit()
	if !ok {
		return false
	}
	low, high := fit.Interval(float64(s.last), likelihood)
	return s.values[s.last] >= low && s.values[s.last] <= high
}

// fitsTo is the last year, by its place on the axis, that a series' fitted line is carried to; −1 where there is none.
func (s series) fitsTo() int {
	if _, ok := s.fit(); !ok {
		return -1
	}
	return s.last + ahead
}

// foretold says between what bounds four years of five would lie where the line leads, with the year; ok is false where
// there is no line, and where the bounds lie farther apart than the last value itself, which tells nobody anything.
func (s series) foretold() (args lang.Args, year string, ok bool) {
	fit, ok := s.fit()
	if !ok {
		return nil, "", false
	}
	low, high := fit.Interval(float64(s.last+ahead), likelihood)
	low, high = max(low, 0), max(high, 0)
	if high-low > s.values[s.last] {
		return nil, "", false
	}
	return lang.Args{"low": lang.Int(low), "high": lang.Int(high)}, carryOn(s.years[:s.last+1], ahead)[s.last+ahead], true
}

// addTrend draws a series' fitted line, dashed, and from its last year on the prediction
// interval, shaded. Nothing is drawn where nothing can be fitted.
func addTrend(l *layers, id string, s series, colour string) {
	fit, ok := s.fit()
	if !ok {
		return
	}
	var mid, low, spread []item
	for i := range s.last + ahead + 1 {
		if i < s.first() {
			mid = append(mid, item{Value: "-"})
		} else {
			mid = append(mid, item{Value: max(fit.At(float64(i)), 0)})
		}
		if i < s.last {
			low, spread = append(low, item{Value: "-"}), append(spread, item{Value: "-"})
			continue
		}
		from, to := fit.Interval(float64(i), likelihood)
		from, to = max(from, 0), max(to, 0)
		low, spread = append(low, item{Value: from}), append(spread, item{Value: to - from})
	}
	edge := Option{"stack": "band-" + id, "symbol": "none", "silent": true, "lineStyle": Option{"opacity": 0}}
	l.add("line", "", low, edge)
	l.add("line", "", spread, Option{"areaStyle": Option{"color": colour, "opacity": 0.14}}.Merge(edge))
	l.add("line", "", mid, Option{
		"symbol": "none", "silent": true, "lineStyle": Option{"color": colour, "width": 1.5, "type": "dashed", "opacity": 0.8},
	})
}
