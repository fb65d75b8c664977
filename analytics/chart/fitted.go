package chart

import (
	"slices"

	"meridian/analytics/finding"
	"meridian/analytics/lang"
	"meridian/analytics/trend"
)

// ahead is how many years a fitted line is carried beyond the data.
const ahead = 2

// fitted is the line of a series and where on the axis the points stand that it was fitted to.
type fitted struct {
	trend.Course
	at []int
}

// fit fits a line to the years that have a value. A handful of people over all of them is no base for one.
func (s series) fit() (fitted, bool) {
	var f fitted
	var x, y []float64
	counted := 0.0
	for i, r := range s.rows {
		if r >= 0 {
			x, y, f.at = append(x, float64(i)), append(y, s.values[i]), append(f.at, i)
			counted += s.values[i]
		}
	}
	if counted < finding.Enough {
		return fitted{}, false
	}
	var ok bool
	f.Course, ok = trend.Of(x, y)
	return f, ok
}

// farOff lists the years, by their place on the axis, that lie far off the line.
func (f fitted) farOff() []int {
	out := make([]int, len(f.FarOff))
	for i, point := range f.FarOff {
		out[i] = f.at[point]
	}
	return out
}

// shown tells whether the line is drawn at all: what misses the latest year, on a course that turned, is no trend.
func (f fitted) shown() bool { return f.Against != trend.Bent }

// fitsTo is the last year, by its place on the axis, that a series' line is carried to; −1 where it is not carried on.
func (s series) fitsTo() int {
	if f, ok := s.fit(); ok && f.Forecasts() {
		return s.last + ahead
	}
	return -1
}

// foretold says between what bounds four years of five would lie where the line leads, with the year; ok is false where
// the line is not carried on, and where the bounds lie farther apart than the last value itself, which tells nobody
// anything.
func (s series) foretold() (args lang.Args, year string, ok bool) {
	f, ok := s.fit()
	if !ok || !f.Forecasts() {
		return nil, "", false
	}
	low, high := f.Interval(float64(s.last+ahead), trend.Likelihood)
	low, high = max(low, 0), max(high, 0)
	if high-low > s.values[s.last] {
		return nil, "", false
	}
	return lang.Args{"low": lang.Int(low), "high": lang.Int(high)}, carryOn(s.years[:s.last+1], ahead)[s.last+ahead], true
}

// addTrend draws a series' fitted line, dashed, and from its last year on the prediction interval, shaded. Nothing is
// drawn where nothing can be fitted, and nothing beyond the data where the line is not carried on.
func addTrend(l *layers, in Input, id, name string, s series, colour string) {
	f, ok := s.fit()
	if !ok || !f.shown() {
		return
	}
	if f.Forecasts() {
		addBand(l, id, s, f, colour)
	}
	to := s.last
	if f.Forecasts() {
		to += ahead
	}
	var line []item
	for i := range to + 1 {
		if i < s.first() {
			line = append(line, item{Value: "-"})
		} else {
			line = append(line, item{Value: max(f.At(float64(i)), 0)})
		}
	}
	l.add("line", "", line, Option{
		"symbol": "none", "silent": true, "lineStyle": Option{"color": colour, "width": 1.5, "type": "dashed", "opacity": 0.8},
	})
	if f.Forecasts() {
		addForecast(l, in, name, s, f, colour)
	}
	addFarOff(l, in, s, f)
}

// addBand shades the prediction interval from the last year on.
func addBand(l *layers, id string, s series, f fitted, colour string) {
	var low, spread []item
	for i := range s.last + ahead + 1 {
		if i < s.last {
			low, spread = append(low, item{Value: "-"}), append(spread, item{Value: "-"})
			continue
		}
		from, to := f.Interval(float64(i), trend.Likelihood)
		from, to = max(from, 0), max(to, 0)
		low, spread = append(low, item{Value: from}), append(spread, item{Value: to - from})
	}
	edge := Option{"stack": "band-" + id, "symbol": "none", "silent": true, "lineStyle": Option{"opacity": 0}}
	l.add("line", "", low, edge)
	l.add("line", "", spread, Option{"areaStyle": Option{"color": colour, "opacity": 0.14}}.Merge(edge))
}

// addFarOff rings the years that lie far off the line.
func addFarOff(l *layers, in Input, s series, f fitted) {
	far := f.farOff()
	if len(far) == 0 {
		return
	}
	rings := make([]item, len(s.years))
	for i := range rings {
		rings[i] = item{Value: "-"}
		if slices.Contains(far, i) {
			rings[i] = item{Value: s.values[i], Row: row(s.rows[i])}
		}
	}
	l.add("scatter", "", rings, Option{
		"symbol": "circle", "symbolSize": 18, "z": 4,
		"itemStyle": Option{"color": "transparent", "borderColor": in.Theme.Ink, "borderWidth": 1.5},
	})
}
