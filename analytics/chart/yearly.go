package chart

import (
	"strconv"

	"meridian/analytics/finding"
	"meridian/analytics/lang"
	"meridian/analytics/table"
	"meridian/analytics/trend"
)

// ahead is how many years a fitted line is carried beyond the data.
const ahead = 2

// likelihood is the share of new years the shaded band is meant to hold.
const likelihood = 0.8

// series is one line over academic years; a year without a value has row −1.
type series struct {
	years  []string
	values []float64
	rows   []int
	last   int // the last year that has a value, −1 when none has
}

// recorded lists the academic years in which a measure has a value.
func recorded(t *table.Table, measure string) []string {
	var years []string
	for _, year := range t.Distinct("academic_year_id") {
		for r := range t.Rows {
			if _, ok := t.Num(r, measure); ok && t.Str(r, "academic_year_id") == year {
				years = append(years, year)
				break
			}
		}
	}
	return years
}

// yearly reads a series out of an answer: a measure of the rows that match, year by year.
func yearly(t *table.Table, years []string, measure string, where map[string]string) series {
	s := series{years: years, values: make([]float64, len(years)), rows: make([]int, len(years)), last: -1}
	for i, year := range years {
		match := map[string]string{"academic_year_id": year}
		for column, value := range where {
			match[column] = value
		}
		s.rows[i] = t.Find(match)
		if s.rows[i] < 0 {
			continue
		}
		v, ok := t.Num(s.rows[i], measure)
		if !ok {
			s.rows[i] = -1
			continue
		}
		s.values[i], s.last = v, i
	}
	return s
}

// first is the first year that has a value.
func (s series) first() int {
	for i, r := range s.rows {
		if r >= 0 {
			return i
		}
	}
	return -1
}

// items are the points of a series; the last carries its name and value as its label.
func (s series) items(name string) []item {
	return s.itemsWritten(func(v float64) string { return name + " " + lang.Int(v) })
}

// itemsWritten are the points of a series; the last carries the label written for its value.
func (s series) itemsWritten(write func(v float64) string) []item {
	items := make([]item, len(s.years))
	for i, r := range s.rows {
		if r < 0 {
			items[i] = item{Value: "-"}
			continue
		}
		items[i] = item{Value: s.values[i], Row: row(r)}
		if i == s.last {
			items[i].Title = write(s.values[i])
		}
	}
	return items
}

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

// addTrend draws a series' fitted line, dashed, and from its last year on the prediction
// interval, shaded. Nothing is drawn where nothing can be fitted.
func addTrend(l *layers, id string, s series, colour string) {
	fit, ok := s.fit()
	if !ok {
		return
	}
	var mid, low, spread []item
	for i := range len(s.years) + ahead {
		mid = append(mid, item{Value: max(fit.At(float64(i)), 0)})
		if i < len(s.years)-1 {
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

// record is a line of what was counted: 2.5 px. Its points are solid, or hollow where a row is illustrative.
func record(in Input, colour string) Option {
	fill := colour
	if in.Table.Evidence == illustrative {
		fill = in.Theme.Surface
	}
	return Option{
		"symbol": "circle", "symbolSize": 7, "showSymbol": true,
		"lineStyle": Option{"color": colour, "width": 2.5},
		"itemStyle": Option{"color": fill, "borderColor": colour, "borderWidth": 2},
	}
}

// illustrative is the grade of an answer that holds made-up rows.
const illustrative = "illustrative"

// endLabel writes a line's name and last value at its end, moved apart where two lines end close.
func endLabel(colour string) Option {
	return Option{
		"endLabel":    Option{"show": true, "color": colour, "fontSize": sizeLarge, "fontWeight": 600, "distance": 8},
		"labelLayout": Option{"moveOverlap": "shiftY"},
	}
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

// everyYear fills the years that are missing between the first and the last.
func everyYear(years []string) []string {
	if len(years) == 0 {
		return years
	}
	out := years[:1]
	for out[len(out)-1] < years[len(years)-1] {
		more := carryOn(out, 1)
		if len(more) == len(out) {
			return years
		}
		out = more
	}
	return out
}
