package chart

import (
	"meridian/analytics/finding"
	"meridian/analytics/lang"
	"meridian/analytics/table"
)

func mobilityTrend() Chart {
	return Chart{
		ID: "mobility-trend", Subject: Mobility, Kind: Line, Metric: "mobility_trend",
		Title:    lang.Text{En: "Exchange students in and out", Hant: "雙向交流學生人數", Hans: "双向交流学生人数"},
		Subtitle: lang.Text{En: "Students on exchange by academic year", Hant: "每學年交流學生人數", Hans: "每学年交流学生人数"},
		Note:     trendNote,
		Filters:  []string{"from", "to", "place", "region", "faculty", "direction", "evidence"},
		Build:    drawMobilityTrend,
	}
}

// trendNote says how the lines are drawn.
var trendNote = lang.Text{
	En:   "Dashed: line fitted by least squares, or by the median of slopes where a year lies far off, and carried two years on where it would have foretold past years better than repeating the last value. Shaded: 80 % prediction interval. Short bars: targets. No line is fitted to fewer than five years or 23 students.",
	Hant: "虛線為最小二乘趨勢線，如有年份遠離趨勢則改用斜率中位數；僅在以過往年份驗證優於沿用上一年數值時，才延伸兩年。陰影為 80% 預測區間；短橫線為目標。少於五年或 23 名學生的數據不作擬合。",
	Hans: "虚线为最小二乘趋势线，如有年份远离趋势则改用斜率中位数；仅在以过往年份验证优于沿用上一年数值时，才延伸两年。阴影为 80% 预测区间；短横线为目标。少于五年或 23 名学生的数据不作拟合。",
}

func drawMobilityTrend(in Input) (Drawing, error) {
	t := in.Table
	years := everyYear(recorded(t, "participants"))
	axis := years
	for _, direction := range t.Distinct("direction") {
		s := yearly(t, years, "participants", map[string]string{"direction": direction}).whole()
		if more := s.fitsTo() - len(axis) + 1; more > 0 {
			axis = carryOn(axis, more)
		}
	}
	var l layers
	for _, direction := range t.Distinct("direction") {
		where := map[string]string{"direction": direction}
		s := yearly(t, years, "participants", where)
		if s.last < 0 {
			continue
		}
		colour, whole := directionColour(in.Theme, direction), s.whole()
		addTrend(&l, in, direction, directionName(t, direction), whole, colour)
		addTargets(&l, in, directionName(t, direction), yearly(t, axis, "target", where), colour)
		addPartial(&l, in, s)
		points := whole.items(directionName(t, direction))
		if whole.last >= 0 {
			points[whole.last].Label = lastLabel(in, whole, colour)
		}
		l.add("line", directionName(t, direction), points, record(in, colour), named("label"))
	}
	drawing, err := l.onAxes()
	if err != nil {
		return Drawing{}, err
	}
	lines := directionLines(in, years)
	drawing.Option = drawing.Option.Merge(base(in.Theme)).Merge(Option{
		"tooltip": Option{"trigger": "axis"},
		"grid":    []Option{{"right": 112, "top": 20}},
		"xAxis":   []Option{categories(in.Theme).Merge(Option{"data": axis, "boundaryGap": len(axis) == 1})},
		"yAxis":   []Option{values(in.Theme)},
	})
	drawing.Option = printedUnder(in.Theme, drawing.Option, foretoldUnder(in.Lang, lines), tested(in.Lang, lines)).Narrow(480, Option{"grid": []Option{{"right": 84}}})
	drawing.format("xAxis.0.axisLabel.formatter", "acadYear")
	drawing.format("yAxis.0.axisLabel.formatter", "int")
	drawing.Finding, drawing.Summary = mobilityGrowth(in), trendSummary(in, years)
	told := append(reservations(in.Lang, lines), told(setAside(in))...)
	drawing.Note = joined(in.Lang, append([]string{trendNote.In(in.Lang)}, told...))
	drawing.Summary = joined(in.Lang, append([]string{drawing.Summary}, told...))
	return drawing, nil
}

// directionLines gives the fitted line of each direction.
func directionLines(in Input, years []string) []namedLine {
	var names []string
	var all []series
	for _, direction := range in.Table.Distinct("direction") {
		names = append(names, directionName(in.Table, direction))
		all = append(all, yearly(in.Table, years, "participants", map[string]string{"direction": direction}).whole())
	}
	return linesOf(names, all)
}

// lastLabel writes a direction's name and last value beside its last point, clear of the line carried
// on: over it, or under it where another direction lies higher or the line comes from above.
func lastLabel(in Input, s series, colour string) Option {
	value, position := s.values[s.last], "top"
	if s.last > 0 && s.rows[s.last-1] >= 0 && s.values[s.last-1] > value {
		position = "bottom"
	}
	for r := range in.Table.Rows {
		if in.Table.Str(r, "academic_year_id") != s.years[s.last] {
			continue
		}
		switch other := in.Table.Value(r, "participants"); {
		case other > value:
			position = "bottom"
		case other < value:
			position = "top"
		}
	}
	return halo(in.Theme, colour).Merge(Option{
		"show": true, "position": position, "distance": 10, "fontSize": sizeLarge, "fontWeight": 600,
	})
}

// addTargets marks each year's target with a short bar; the last one says what it is.
func addTargets(l *layers, in Input, name string, s series, colour string) {
	if s.last < 0 {
		return
	}
	word := lang.Text{En: "Target {n}", Hant: "目標 {n}", Hans: "目标 {n}"}
	items := s.itemsWritten(func(v float64) string { return word.With(in.Lang, lang.Args{"n": lang.Int(v)}) })
	for i := range items {
		items[i].Label = Option{"show": i == s.last}
	}
	of := lang.Text{En: "{name}, target", Hant: "{name}目標", Hans: "{name}目标"}
	l.add("scatter", of.With(in.Lang, lang.Args{"name": name}), items, Option{
		"symbol": "rect", "symbolSize": []int{18, 3}, "itemStyle": Option{"color": colour},
		"label": halo(in.Theme, colour).Merge(Option{"position": "right", "fontSize": sizeSmall}), "z": 3,
	}, named("label"))
}

// directionColour tells out from in everywhere; never red and green.
func directionColour(t Theme, direction string) string {
	if direction == "outbound" {
		return t.Categorical[2]
	}
	return t.Categorical[0]
}

func directionName(t *table.Table, direction string) string {
	return t.Str(t.Find(map[string]string{"direction": direction}), "direction_name")
}

// mobilityGrowth compares the last year with the first, over the directions that are shown.
func mobilityGrowth(in Input) finding.Finding {
	years := recordedWhole(in.Table, "participants")
	if len(years) < 2 {
		return finding.Finding{}
	}
	first, last := totals(in.Table, years[0]), totals(in.Table, years[len(years)-1])
	growth := lang.WholePercent(in.Lang, last/first-1)
	off := endsFarOff(years, func(year string) float64 { return totals(in.Table, year) })
	if off || first < finding.Enough || last <= first || growth == lang.WholePercent(in.Lang, 0) {
		return finding.Finding{}
	}
	sentence := lang.Text{
		En:   "Exchange has {point} since {year}, both directions together",
		Hant: "自 {year} 學年以來，雙向交流人數{point}",
		Hans: "自 {year} 学年以来，双向交流人数{point}",
	}
	if directions := in.Table.Distinct("direction"); len(directions) == 1 {
		sentence = lang.Text{
			En:   "{direction} exchange has {point} since {year}",
			Hant: "自 {year} 學年以來，{direction}交流人數{point}",
			Hans: "自 {year} 学年以来，{direction}交流人数{point}",
		}
	}
	return finding.Say(in.Lang, sentence,
		lang.Text{En: "grown by {growth}", Hant: "增長 {growth}", Hans: "增长 {growth}"},
		lang.Args{"year": lang.Year(years[0]), "growth": growth, "direction": in.Table.Str(0, "direction_name")})
}

func totals(t *table.Table, year string) (sum float64) {
	for r := range t.Rows {
		if t.Str(r, "academic_year_id") == year {
			sum += t.Value(r, "participants")
		}
	}
	return sum
}
