package chart

import (
	"fmt"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"meridian/analytics/finding"
	"meridian/analytics/lang"
	"meridian/analytics/table"
)

func mobilityTrend() Chart {
	return Chart{
		ID: "mobility-trend", Subject: Mobility, Kind: Line, Metric: "mobility_trend",
		Title:    lang.Text{En: "Exchange students in and out", Hant: "雙向交流學生人數", Hans: "双向交流学生人数"},
		Subtitle: lang.Text{En: "Students on exchange by academic year", Hant: "每學年交流學生人數", Hans: "每学年交流学生人数"},
		Note: lang.Text{
			En:   "Dashed: least-squares line carried two years on. Shaded: 80 % prediction interval. No line is fitted to fewer than five years.",
			Hant: "虛線為最小二乘趨勢線，並延伸兩年；陰影為 80% 預測區間。少於五年的數據不作擬合。",
			Hans: "虚线为最小二乘趋势线，并延伸两年；阴影为 80% 预测区间。少于五年的数据不作拟合。",
		},
		Filters: []string{"from", "to", "place", "region", "faculty", "direction", "evidence"},
		Build:   drawMobilityTrend,
	}
}

func drawMobilityTrend(in Input) (Drawing, error) {
	years := in.Table.Distinct("academic_year_id")
	line := charts.NewLine()
	drawing := Drawing{Finding: mobilityGrowth(in)}
	labels := map[int]Option{}
	for _, direction := range in.Table.Distinct("direction") {
		s := yearly(in.Table, years, "participants", map[string]string{"direction": direction})
		colour := directionColour(in.Theme, direction)
		addTrend(line, in.Theme, direction, s, colour)
		name := in.Table.Str(s.rows[s.last], "direction_name")
		line.AddSeries(name, nil, data(s.items(name)), solid(in.Theme, colour))
		at := len(line.MultiSeries) - 1
		labels[at] = endLabel(colour)
		drawing.format(fmt.Sprintf("series.%d.endLabel.formatter", at), "name")
	}
	option, err := plain(line)
	if err != nil {
		return Drawing{}, err
	}
	for at, label := range labels {
		option.Series(at, label)
	}
	drawing.Option = option.Merge(base(in.Theme)).Merge(Option{
		"tooltip": Option{"trigger": "axis"},
		"grid":    []Option{{"right": 112, "top": 20}},
		"xAxis":   []Option{categories(in.Theme).Merge(Option{"data": carryOn(years, ahead), "boundaryGap": false})},
		"yAxis":   []Option{values(in.Theme)},
	}).Narrow(480, Option{"grid": []Option{{"right": 72}}})
	drawing.format("xAxis.0.axisLabel.formatter", "acadYear")
	drawing.format("yAxis.0.axisLabel.formatter", "int")
	return drawing, nil
}

// solid is a line of record: 2.5 px, hollow points, its name and last value at its end.
func solid(t Theme, colour string) charts.SeriesOpts {
	return with(func(s *charts.SingleSeries) {
		s.Symbol, s.SymbolSize, s.ShowSymbol = "circle", 7, opts.Bool(true)
		s.LineStyle = &opts.LineStyle{Color: colour, Width: 2.5}
		s.ItemStyle = &opts.ItemStyle{Color: t.Surface, BorderColor: colour, BorderWidth: 2}
	})
}

// endLabel writes a line's name and last value at its end, moved apart where two lines end close.
func endLabel(colour string) Option {
	return Option{
		"endLabel":    Option{"show": true, "color": colour, "fontSize": sizeLarge, "fontWeight": 600, "distance": 8},
		"labelLayout": Option{"moveOverlap": "shiftY"},
	}
}

// directionColour tells out from in everywhere; never red and green.
func directionColour(t Theme, direction string) string {
	if direction == "outbound" {
		return t.Categorical[2]
	}
	return t.Categorical[0]
}

// mobilityGrowth compares the last year with the first: which direction grew more, and by how much.
func mobilityGrowth(in Input) finding.Finding {
	years := in.Table.Distinct("academic_year_id")
	if len(years) < 2 {
		return finding.Finding{}
	}
	first, last := totals(in.Table, years[0]), totals(in.Table, years[len(years)-1])
	if first < finding.Enough || last <= first {
		return finding.Finding{}
	}
	return finding.Say(in.Lang,
		lang.Text{
			En:   "Exchange has {point} since {year}, both directions together",
			Hant: "自 {year} 學年以來，雙向交流人數{point}",
			Hans: "自 {year} 学年以来，双向交流人数{point}",
		},
		lang.Text{En: "grown by {growth}", Hant: "增長 {growth}", Hans: "增长 {growth}"},
		lang.Args{"year": lang.Year(years[0]), "growth": lang.WholePercent(in.Lang, last/first-1)})
}

func totals(t *table.Table, year string) (sum float64) {
	for r := range t.Rows {
		if t.Str(r, "academic_year_id") == year {
			sum += t.Value(r, "participants")
		}
	}
	return sum
}
