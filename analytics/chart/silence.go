package chart

import (
	"strconv"

	"meridian/analytics/lang"
	"meridian/analytics/table"
)

// silence draws partners as bars along the years: when they were active, and how long nothing has happened since.
type silence struct {
	rows, narrow int                // how many of the first rows are drawn
	said         func(r int) string // what stands beside a bar
	short        func(r int) string // the same where it is narrow
	room, small  int                // the room it takes, in CSS pixels
}

func (s silence) draw(in Input) (Drawing, error) {
	t := in.Table
	rows := allRows(t)[:min(s.rows, t.Len())]
	few := rows[:min(s.narrow, len(rows))]
	first, last := silenceSpan(t, rows)
	var l layers
	bar := Option{"stack": "years", "barWidth": "46%", "barMaxWidth": 14}
	l.add("bar", "", s.before(t, rows, first), Option{"silent": true, "itemStyle": Option{"color": "transparent"}}.Merge(bar))
	l.add("bar", activeName.In(in.Lang), s.active(t, rows), Option{"itemStyle": Option{"color": in.Theme.hue(0)}}.Merge(bar))
	l.add("bar", quietName.In(in.Lang), s.quiet(t, rows), Option{
		"itemStyle": Option{"color": in.Theme.Sunk, "borderColor": in.Theme.Muted, "borderWidth": 1, "borderType": "dashed"},
		"label":     Option{"show": true, "position": "right", "distance": 8, "color": in.Theme.Ink2, "fontSize": sizeText},
	}.Merge(bar), named("label"))
	drawing, err := l.onAxes()
	if err != nil {
		return Drawing{}, err
	}
	years := make([]string, 0, last-first)
	for year := first; year < last; year++ {
		years = append(years, yearNamed(year, t.Str(0, "this_year")))
	}
	drawing.Option = drawing.Option.Merge(base(in.Theme)).Merge(Option{
		"aria":   plainFill(),
		"legend": legend(in.Theme).Merge(Option{"data": []string{activeName.In(in.Lang), quietName.In(in.Lang)}}),
		"grid":   []Option{{"top": 32, "right": s.room}},
		"xAxis": []Option{
			values(in.Theme).Merge(Option{"max": last - first, "interval": 1, "axisLabel": Option{"show": false}}),
			categories(in.Theme).Merge(Option{"data": years, "position": "bottom", "axisLine": Option{"show": false}}),
		},
		"yAxis": []Option{categories(in.Theme).Merge(Option{
			"data": cells(t, rows, "institution"), "inverse": true, "axisLine": Option{"show": false},
			"axisLabel": Option{"interval": 0, "hideOverlap": false, "color": in.Theme.Ink, "width": 250, "overflow": "truncate"},
		})},
	}).Narrow(480, Option{
		"grid":   []Option{{"right": s.small}},
		"legend": Option{"itemGap": 10, "textStyle": Option{"fontSize": sizeSmall}},
		"series": []Option{{"data": s.before(t, few, first)}, {"data": s.active(t, few)}, {"data": silence{said: s.short}.quiet(t, few)}},
		"yAxis":  []Option{{"data": cells(t, few, "institution"), "axisLabel": Option{"width": nameCut, "overflow": "truncate", "fontSize": sizeSmall}}},
	})
	drawing.format("xAxis.1.axisLabel.formatter", "acadYear")
	return drawing, nil
}

var (
	activeName = lang.Text{En: "From the first to the last active year", Hant: "由首個至最後活動學年", Hans: "由首个至最后活动学年"}
	quietName  = lang.Text{En: "Nothing since", Hant: "其後再無活動", Hans: "其后再无活动"}
)

// began is the calendar year a year begins in; for a partner that was never active, that of the silence.
func began(t *table.Table, r int, column string) int {
	if year := yearStart(t.Str(r, column)); year > 0 {
		return year
	}
	return yearStart(t.Str(r, "this_year")) - int(t.Value(r, "quiet_years")) + 1
}

// ceased is the first year of the silence.
func ceased(t *table.Table, r int) int {
	if t.Str(r, "last_year") == "" {
		return began(t, r, "last_year")
	}
	return yearStart(t.Str(r, "last_year")) + 1
}

// silenceSpan is the years that hold every bar, to the end of the data set's own.
func silenceSpan(t *table.Table, rows []int) (first, last int) {
	last = yearStart(t.Str(0, "this_year")) + 1
	first = last - 2
	for _, r := range rows {
		first = min(first, began(t, r, "first_year"))
	}
	return first, last
}

func (s silence) before(t *table.Table, rows []int, first int) []item {
	return barsOf(rows, func(r int) any { return began(t, r, "first_year") - first })
}

func (s silence) active(t *table.Table, rows []int) []item {
	return barsOf(rows, func(r int) any { return ceased(t, r) - began(t, r, "first_year") })
}

func (s silence) quiet(t *table.Table, rows []int) []item {
	end := yearStart(t.Str(0, "this_year")) + 1
	items := barsOf(rows, func(r int) any { return end - ceased(t, r) })
	for i, r := range rows {
		items[i].Title = s.said(r)
	}
	return items
}

func barsOf(rows []int, value func(r int) any) []item {
	items := make([]item, len(rows))
	for i, r := range rows {
		items[i] = item{Value: value(r), Row: row(r)}
	}
	return items
}

// yearStart is the calendar year a year begins in: 2017 of 2017/2018; 0 where there is none.
func yearStart(id string) int {
	if len(id) < 4 {
		return 0
	}
	year, err := strconv.Atoi(id[:4])
	if err != nil {
		return 0
	}
	return year
}

// yearNamed writes a year as another is written: 2017/2018, or 2017 where years are calendar years.
func yearNamed(start int, like string) string {
	if len(like) == 4 {
		return strconv.Itoa(start)
	}
	return strconv.Itoa(start) + "/" + strconv.Itoa(start+1)
}

// yearsOf says how long: 1 year, 5 years.
func yearsOf(l lang.Lang, n float64) string {
	return lang.Plural(int64(n), lang.Text{En: "{n} year", Hant: "{n} 年", Hans: "{n} 年"}, lang.Text{En: "{n} years", Hant: "{n} 年", Hans: "{n} 年"}).
		With(l, lang.Args{"n": lang.Int(n)})
}
