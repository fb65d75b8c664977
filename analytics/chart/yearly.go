package chart

import (
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"meridian/analytics/lang"
	"meridian/analytics/table"
	"meridian/analytics/trend"
)

// ahead is how many years a fitted line is carried beyond the data.
const ahead = 2

// likelihood is the share of new years the shaded band is meant to hold.
const likelihood = 0.8

// series is one line over academic years; a year without a row has row −1.
type series struct {
	years  []string
	values []float64
	rows   []int
	last   int // the last year that has a row
}

// yearly reads a series out of an answer: a measure of the rows that match, year by year.
func yearly(t *table.Table, years []string, measure string, where map[string]string) series {
	s := series{years: years, last: -1}
	for i, year := range years {
		match := map[string]string{"academic_year_id": year}
		for column, value := range where {
			match[column] = value
		}
		r := t.Find(match)
		s.rows = append(s.rows, r)
		if r < 0 {
			s.values = append(s.values, 0)
			continue
		}
		s.values = append(s.values, t.Value(r, measure))
		s.last = i
	}
	return s
}

// items are the points of a series; the last carries its name and value as its label.
func (s series) items(name string) []item {
	items := make([]item, len(s.years))
	for i, r := range s.rows {
		if r < 0 {
			items[i] = item{Value: "-"}
			continue
		}
		items[i] = item{Value: s.values[i], Row: row(r)}
		if i == s.last {
			items[i].Title = name + " " + lang.Int(s.values[i])
		}
	}
	return items
}

// addTrend draws a series' fitted line, dashed, and its prediction interval, shaded,
// from the first year to two years on. Nothing is drawn where nothing can be fitted.
func addTrend(line *charts.Line, t Theme, id string, s series, colour string) {
	var x, y []float64
	for i, r := range s.rows {
		if r >= 0 {
			x, y = append(x, float64(i)), append(y, s.values[i])
		}
	}
	fit, ok := trend.LeastSquares(x, y)
	if !ok {
		return
	}
	var mid, low, spread []item
	for i := range len(s.years) + ahead {
		mid = append(mid, item{Value: fit.At(float64(i))})
		l, h := fit.Interval(float64(i), likelihood)
		if i < len(s.years)-1 {
			low, spread = append(low, item{Value: "-"}), append(spread, item{Value: "-"})
			continue
		}
		l = max(l, 0)
		low, spread = append(low, item{Value: l}), append(spread, item{Value: h - l})
	}
	line.AddSeries("", nil, data(low), bandEdge(id))
	line.AddSeries("", nil, data(spread), bandEdge(id), band(colour))
	line.AddSeries("", nil, data(mid), dashed(colour))
}

func bandEdge(id string) charts.SeriesOpts {
	return with(func(s *charts.SingleSeries) {
		s.Stack, s.Symbol = "band-"+id, "none"
		s.LineStyle = &opts.LineStyle{Opacity: opts.Float(0)}
	})
}

func band(colour string) charts.SeriesOpts {
	return with(func(s *charts.SingleSeries) {
		s.AreaStyle = &opts.AreaStyle{Color: colour, Opacity: opts.Float(0.14)}
	})
}

func dashed(colour string) charts.SeriesOpts {
	return with(func(s *charts.SingleSeries) {
		s.Symbol = "none"
		s.LineStyle = &opts.LineStyle{Color: colour, Width: 1.5, Type: "dashed", Opacity: opts.Float(0.8)}
	})
}

// carryOn adds the academic years that follow the last one.
func carryOn(years []string, n int) []string {
	out := append([]string{}, years...)
	if len(years) == 0 {
		return out
	}
	first, err := strconv.Atoi(years[len(years)-1][:4])
	if err != nil {
		return out
	}
	for i := 1; i <= n; i++ {
		out = append(out, strconv.Itoa(first+i)+"/"+strconv.Itoa(first+i+1))
	}
	return out
}
