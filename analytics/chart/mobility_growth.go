package chart

import (
	"slices"

	"meridian/analytics/finding"
	"meridian/analytics/lang"
	"meridian/analytics/table"
)

func growthByRegion() Chart {
	return Chart{
		ID: "mobility-growth", Subject: Mobility, Kind: Scatter, Metric: "mobility_growth",
		Title:    lang.Text{En: "How fast exchange grows", Hant: "各地區交流增長速度", Hans: "各地区交流增长速度"},
		Subtitle: lang.Text{En: "Growth of exchange students a year, from the first year to the last and in the last year", Hant: "交流學生的增長率：首末兩年間的年均增長及最後一年的變動", Hans: "交流学生的增长率：首末两年间的年均增长及最后一年的变动"},
		Note: lang.Text{
			En:   "The compound annual growth rate leads from the first year's number to the last's; the years between do not enter it. Rates from fewer than 23 students are left out here and stand in the table.",
			Hant: "複合年均增長率由首年數字推至末年，不計中間各年。基數少於 23 名學生的增長率不在圖中，只列於表格。",
			Hans: "复合年均增长率由首年数字推至末年，不计中间各年。基数少于 23 名学生的增长率不在图中，只列于表格。",
		},
		Filters: []string{"from", "to", "place", "region", "faculty", "direction", "evidence"},
		Build:   drawMobilityGrowth,
	}
}

// growthRate is one of the two rates: its column, the column of its base, its name and mark.
type growthRate struct {
	column, base string
	name         lang.Text
	symbol, side string
	hue          int
}

func growthRates() []growthRate {
	return []growthRate{
		{"cagr", "first_participants", lang.Text{En: "A year, since {first}", Hant: "{first} 起年均", Hans: "{first} 起年均"}, "circle", "top", 0},
		{"year_on_year", "previous_participants", lang.Text{En: "In {last}", Hant: "{last} 學年", Hans: "{last} 学年"}, "diamond", "bottom", 1},
	}
}

// of gives a rate of a row, where it is taken over enough people.
func (g growthRate) of(t *table.Table, r int) (float64, bool) {
	v, known := t.Num(r, g.column)
	return v, known && t.Value(r, g.base) >= finding.Enough
}

// growing lists the rows with a compound rate over enough people, n at most.
func growing(t *table.Table, n int) []int {
	rows := rowsWhere(t, func(r int) bool {
		_, known := growthRates()[0].of(t, r)
		return known
	})
	return rows[:min(n, len(rows))]
}

// The most regions or places that are compared, on a wide and on a narrow page.
const wideGrowth, narrowGrowth = 10, 7

func drawMobilityGrowth(in Input) (Drawing, error) {
	t := in.Table
	wide, narrow := growing(t, wideGrowth), growing(t, narrowGrowth)
	years := lang.Args{"first": lang.Year(t.Str(0, "first_year")), "last": lang.Year(t.Str(0, "academic_year_id"))}
	told := fastestGrowth(in)
	var l layers
	var legends []string
	var few []Option
	for _, g := range growthRates() {
		name := g.name.With(in.Lang, years)
		legends = append(legends, name)
		l.add("scatter", name, growthDots(in, g, wide, !told.Empty()), Option{
			"symbol": g.symbol, "symbolSize": 13, "z": 4,
			"itemStyle": Option{"color": in.Theme.hue(g.hue), "opacity": 1, "borderColor": in.Theme.Surface, "borderWidth": 1},
			"label":     halo(in.Theme, in.Theme.Ink2).Merge(Option{"show": true, "position": g.side, "distance": 3, "fontSize": sizeSmall}),
		}, named("label"))
		few = append(few, Option{"data": growthDots(in, g, narrow, !told.Empty()), "label": Option{"show": g.column == "cagr", "position": "left"}})
	}
	drawing, err := l.onAxes()
	if err != nil {
		return Drawing{}, err
	}
	drawing.Option = drawing.Option.Merge(base(in.Theme)).Merge(Option{
		"legend": legend(in.Theme).Merge(Option{"data": legends, "icon": nil}),
		"grid":   []Option{{"top": 36, "right": 28}},
		"xAxis":  []Option{fractions(in.Theme).Merge(Option{"min": nil, "scale": false})},
		"yAxis": []Option{categories(in.Theme).Merge(Option{
			"data": growthNames(in, wide, " "), "inverse": true, "axisLine": Option{"show": false}, "splitLine": Option{"show": true, "lineStyle": Option{"color": in.Theme.Rule}},
			"axisLabel": Option{"interval": 0, "hideOverlap": false, "color": in.Theme.Ink, "width": 210, "overflow": "break", "lineHeight": 15},
		})},
	})
	drawing.Option.Series(0, Option{"markLine": zeroLine(in.Theme)})
	drawing.Option = drawing.Option.Narrow(480, Option{
		"legend": Option{"itemGap": 10, "textStyle": Option{"fontSize": sizeSmall}},
		"yAxis":  []Option{{"data": growthNames(in, narrow, "\n"), "axisLabel": Option{"width": 112, "fontSize": sizeSmall, "lineHeight": 12}}},
		"series": few,
	})
	drawing.format("xAxis.0.axisLabel.formatter", "pct0")
	drawing.Finding, drawing.Summary = told, growthInWords(in)
	return drawing, nil
}

func growthDots(in Input, g growthRate, rows []int, marked bool) []item {
	var items []item
	for i, r := range rows {
		v, known := g.of(in.Table, r)
		if !known {
			continue
		}
		dot := item{Value: []any{v, i}, Row: row(r), Title: signedPercent(in.Lang, v)}
		if marked && g.column == "cagr" && r == fastestOf(in.Table) {
			dot.ItemStyle, dot.Label = Option{"color": in.Theme.Accent}, Option{"color": in.Theme.Accent, "fontWeight": 600}
		}
		items = append(items, dot)
	}
	return items
}

// signedPercent writes a rate with its sign.
func signedPercent(l lang.Lang, rate float64) string {
	text := lang.Percent(l, rate)
	if rate > 0 && text != lang.Percent(l, 0) {
		return "+" + text
	}
	return text
}

// growthName is the place of a row, or its region where regions are compared.
func growthName(t *table.Table, r int) string {
	if name := t.Str(r, "place"); name != "" {
		return name
	}
	return t.Str(r, "region_name")
}

// growthNames are the names beside the marks, each with its first and last number, parted by a space or a line.
func growthNames(in Input, rows []int, parted string) []string {
	names := make([]string, len(rows))
	text := lang.Text{En: "{name}{gap}{first} → {last}", Hant: "{name}{gap}{first} → {last}", Hans: "{name}{gap}{first} → {last}"}
	for i, r := range rows {
		names[i] = text.With(in.Lang, lang.Args{
			"name": growthName(in.Table, r), "gap": parted,
			"first": lang.Int(in.Table.Value(r, "first_participants")), "last": lang.Int(in.Table.Value(r, "participants")),
		})
	}
	return names
}

// fastestOf is the row with the highest compound rate over enough people, −1 where there is none.
func fastestOf(t *table.Table) int {
	best := -1
	for _, r := range growing(t, t.Len()) {
		if best < 0 || t.Value(r, "cagr") > t.Value(best, "cagr") {
			best = r
		}
	}
	return best
}

// fastestGrowth names the region or place that grew fastest, where two at least are compared and it grew at all.
func fastestGrowth(in Input) finding.Finding {
	t := in.Table
	rows := growing(t, t.Len())
	best := fastestOf(t)
	level := slices.ContainsFunc(rows, func(r int) bool { return r != best && t.Value(r, "cagr") == t.Value(best, "cagr") })
	if len(rows) < 2 || level || t.Value(best, "cagr") < 0.005 || t.Str(best, "region") == unstatedRegion || !slices.Contains(growing(t, wideGrowth), best) {
		return finding.Finding{}
	}
	return finding.Say(in.Lang,
		lang.Text{
			En:   "Exchange with {who} grew fastest: {point} since {year}",
			Hant: "與{who}的交流增長最快：自 {year} 學年起{point}",
			Hans: "与{who}的交流增长最快：自 {year} 学年起{point}",
		},
		lang.Text{En: "{rate} a year", Hant: "年均 {rate}", Hans: "年均 {rate}"},
		lang.Args{
			"who": lang.Place(in.Lang, growthName(t, best)), "year": lang.Year(t.Str(best, "first_year")),
			"rate": lang.Percent(in.Lang, t.Value(best, "cagr")),
		})
}

func growthInWords(in Input) string {
	t := in.Table
	var said []string
	for _, r := range growing(t, 3) {
		said = append(said, lang.Text{
			En:   "{name}: from {first} in {from} to {last} in {to}, {rate} a year.",
			Hant: "{name}：由 {from} 學年 {first} 人至 {to} 學年 {last} 人，年均 {rate}。",
			Hans: "{name}：由 {from} 学年 {first} 人至 {to} 学年 {last} 人，年均 {rate}。",
		}.With(in.Lang, lang.Args{
			"name": growthName(t, r), "from": lang.Year(t.Str(r, "first_year")), "to": lang.Year(t.Str(r, "academic_year_id")),
			"first": lang.Int(t.Value(r, "first_participants")), "last": lang.Int(t.Value(r, "participants")), "rate": signedPercent(in.Lang, t.Value(r, "cagr")),
		}))
	}
	if len(said) == 0 {
		return lang.Text{
			En: "No rate is taken over 23 students or more; the numbers are in the table.", Hant: "基數均少於 23 名學生，不列增長率；人數見表格。", Hans: "基数均少于 23 名学生，不列增长率；人数见表格。",
		}.In(in.Lang)
	}
	return joined(in.Lang, said)
}
