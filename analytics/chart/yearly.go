package chart

import (
	"strconv"

	"meridian/analytics/lang"
	"meridian/analytics/table"
)

// series is one line over years; a year without a value has row −1.
type series struct {
	years   []string
	values  []float64
	rows    []int
	partial []bool // years that look incomplete
	last    int    // the last year that has a value, −1 when none has
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
	s := series{years: years, values: make([]float64, len(years)), rows: make([]int, len(years)), partial: make([]bool, len(years)), last: -1}
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
		s.values[i], s.partial[i], s.last = v, partialRow(t, s.rows[i]), i
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

// record is a line of what was counted: 2.5 px. Its points are solid, or hollow where all rows are illustrative.
func record(in Input, colour string) Option {
	fill := colour
	if allIllustrative(in.Table) {
		fill = in.Theme.Surface
	}
	return Option{
		"symbol": "circle", "symbolSize": 7, "showSymbol": true, "showAllSymbol": true,
		"lineStyle": Option{"color": colour, "width": 2.5},
		"itemStyle": Option{"color": fill, "borderColor": colour, "borderWidth": 2},
	}
}

// endLabel writes a line's name and last value at its end, moved apart where two lines end close.
func endLabel(colour string) Option {
	return Option{
		"endLabel":    Option{"show": true, "color": colour, "fontSize": sizeLarge, "fontWeight": 600, "distance": 8},
		"labelLayout": Option{"moveOverlap": "shiftY"},
	}
}

// carryOn adds the years that follow the last one, academic or calendar years as they are.
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
		out = append(out, yearFrom(first+i, len(years[0]) == calendarYear))
	}
	return out
}

// calendarYear is how long the id of a calendar year is: 2018; that of an academic year is longer, 2017/2018.
const calendarYear = 4

func yearFrom(first int, calendar bool) string {
	if calendar {
		return strconv.Itoa(first)
	}
	return strconv.Itoa(first) + "/" + strconv.Itoa(first+1)
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
