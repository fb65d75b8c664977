package chart

import (
	"math"

	"meridian/analytics/finding"
	"meridian/analytics/lang"
	"meridian/analytics/table"
)

func allianceFigures() Chart {
	return Chart{
		ID: "alliance-figures", Subject: Alliances, Kind: Scatter, Metric: "alliance_figures",
		Filters:  []string{"evidence"},
		Title:    lang.Text{En: "How large the alliances are said to be", Hant: "各資料來源所述的聯盟規模", Hans: "各资料来源所述的联盟规模"},
		Subtitle: lang.Text{En: "Members as stated, by the day each source speaks of; one dot a statement", Hant: "各資料來源所述的成員數目，按所指日期排列；每點代表一項陳述", Hans: "各资料来源所述的成员数目，按所指日期排列；每点代表一项陈述"},
		Note: lang.Text{
			En:   "Qualifiers are kept: 150+ is “more than 150”, ≈151 “about 151”. Thin steps join one alliance's statements and claim nothing in between. Statements without a date stand apart. A year alone is set in the middle of that year.",
			Hant: "保留原文限定語：150+ 即「逾150」，≈151 即「約151」。細階梯線只連接同一聯盟的陳述，並不表示其間數值；沒有日期的陳述另列。只有年份者置於該年年中。",
			Hans: "保留原文限定语：150+ 即“逾150”，≈151 即“约151”。细阶梯线只连接同一联盟的陈述，并不表示其间数值；没有日期的陈述另列。只有年份者置于该年年中。",
		},
		Build: drawAllianceFigures,
	}
}

var undated = lang.Text{En: "No date stated", Hant: "未註明日期", Hans: "未注明日期"}

func drawAllianceFigures(in Input) (Drawing, error) {
	t := in.Table
	var l layers
	for _, alliance := range t.Distinct("alliance_id") {
		colour := allianceColour(in, alliance)
		dated, apart := statements(in, alliance)
		l.add("line", t.Str(t.Find(map[string]string{"alliance_id": alliance}), "alliance"), dated, statementStyle(in.Theme, colour).Merge(Option{
			"step": "end", "lineStyle": Option{"color": colour, "width": 1, "type": "dotted"}, "labelLayout": Option{"hideOverlap": true},
		}), named("label"))
		l.add("scatter", "", apart, statementStyle(in.Theme, colour).Merge(Option{
			"xAxisIndex": 1, "yAxisIndex": 1,
		}), named("label"))
	}
	drawing, err := l.onAxes()
	if err != nil {
		return Drawing{}, err
	}
	from, to := datedSpan(t)
	grid := base(in.Theme)["grid"].([]Option)[0]
	up := valuesTo(in.Theme, largest(t, "stated"))
	quiet := Option{"gridIndex": 1, "axisLabel": Option{"inside": true, "color": "transparent"}}
	drawing.Option = drawing.Option.Merge(base(in.Theme)).Merge(Option{
		"grid": []Option{grid.Merge(Option{"right": 190, "top": 24}), {"width": 130, "right": 24, "top": 24, "bottom": 8, "outerBoundsMode": "same", "outerBoundsContain": "axisLabel",
			"show": true, "backgroundColor": in.Theme.Sunk, "borderWidth": 0}},
		"xAxis": []Option{
			values(in.Theme).Merge(Option{"min": from, "max": to, "splitLine": Option{"show": false}, "axisLine": Option{"show": true, "lineStyle": Option{"color": in.Theme.Edge}}}),
			categories(in.Theme).Merge(Option{"gridIndex": 1, "data": []string{undated.In(in.Lang)}}),
		},
		"yAxis": []Option{up, valuesTo(in.Theme, largest(t, "stated")).Merge(quiet)},
	}).Narrow(480, Option{
		"grid": []Option{{"right": 112}, {"width": 92, "right": 4}},
	})
	drawing.format("xAxis.0.axisLabel.formatter", "year")
	drawing.format("yAxis.0.axisLabel.formatter", "int")
	drawing.Finding, drawing.Summary, drawing.AsOf = allianceGrowth(in), statementsSummary(in), latest(t, "as_of")
	return drawing, nil
}

func statementStyle(t Theme, colour string) Option {
	return Option{
		"symbol": "circle", "symbolSize": 10, "showSymbol": true,
		"itemStyle": Option{"color": colour, "opacity": 1, "borderColor": t.Surface, "borderWidth": 1},
		"label":     halo(t, colour).Merge(Option{"show": true, "position": "top", "distance": 6, "fontWeight": 600}),
	}
}

// statements are an alliance's dots: those with a date, the first of which carries its name, and those without.
func statements(in Input, alliance string) (dated, apart []item) {
	t := in.Table
	for r := range t.Rows {
		if t.Str(r, "alliance_id") != alliance {
			continue
		}
		dot := item{Title: stated(in, r), Row: row(r)}
		if x, ok := moment(t.Str(r, "as_of")); ok {
			dot.Value = []any{x, t.Value(r, "stated")}
			dated = append(dated, dot)
			continue
		}
		dot.Value = []any{0, t.Value(r, "stated")}
		dot.Label = Option{"position": []string{"right", "left"}[len(apart)%2]} // close numbers stand on two sides
		apart = append(apart, dot)
	}
	if len(dated) > 0 {
		dated[0].Title = t.Str(*dated[0].Row, "alliance") + " " + dated[0].Title
		dated[0].Label = Option{"align": "left"}
	}
	return dated, apart
}

// stated is a count with the words its source put before it.
func stated(in Input, r int) string {
	return lang.Qualified(in.Lang, in.Table.Str(r, "qualifier"), in.Table.Value(r, "stated"), false)
}

// datedSpan is the whole years that hold every dated statement.
func datedSpan(t *table.Table) (from, to float64) {
	for r := range t.Rows {
		x, ok := moment(t.Str(r, "as_of"))
		if !ok {
			continue
		}
		if from == 0 || x < from {
			from = x
		}
		to = max(to, x)
	}
	return math.Floor(from) - 1, math.Ceil(to) + 1
}

// allianceGrowth compares the first and last dated statement of the alliance that grew by the largest number.
// Qualified numbers are given as printed, and no percentage is made of them.
func allianceGrowth(in Input) finding.Finding {
	best, gain := [2]int{}, 0.0
	for _, alliance := range in.Table.Distinct("alliance_id") {
		dated, _ := statements(in, alliance)
		if len(dated) < 2 {
			continue
		}
		first, last := *dated[0].Row, *dated[len(dated)-1].Row
		if more := in.Table.Value(last, "stated") - in.Table.Value(first, "stated"); more > gain {
			best, gain = [2]int{first, last}, more
		}
	}
	if gain == 0 {
		return finding.Finding{}
	}
	return finding.Say(in.Lang,
		lang.Text{
			En:   "{alliance} went from {before} members in {from} to {point} in {to}",
			Hant: "{alliance} 成員由{from}的{before} 名增至{to}的 {point}",
			Hans: "{alliance} 成员由{from}的{before} 名增至{to}的 {point}",
		},
		lang.Text{En: "{after}", Hant: "{after} 名", Hans: "{after} 名"},
		lang.Args{
			"alliance": in.Table.Str(best[0], "alliance"), "before": stated(in, best[0]), "after": stated(in, best[1]),
			"from": lang.Date(in.Lang, in.Table.Str(best[0], "as_of")), "to": lang.Date(in.Lang, in.Table.Str(best[1], "as_of")),
		})
}

func statementsSummary(in Input) string {
	var said []string
	for _, alliance := range in.Table.Distinct("alliance_id") {
		var list []string
		for r := range in.Table.Rows {
			if in.Table.Str(r, "alliance_id") != alliance {
				continue
			}
			when := undated.In(in.Lang)
			if iso := in.Table.Str(r, "as_of"); iso != "" {
				when = lang.Date(in.Lang, iso)
			}
			list = append(list, lang.Text{En: "{n} ({when})", Hant: "{n}（{when}）", Hans: "{n}（{when}）"}.With(in.Lang, lang.Args{"n": stated(in, r), "when": when}))
		}
		said = append(said, lang.Text{En: "{alliance}: {list}.", Hant: "{alliance}：{list}。", Hans: "{alliance}：{list}。"}.With(in.Lang, lang.Args{
			"alliance": in.Table.Str(in.Table.Find(map[string]string{"alliance_id": alliance}), "alliance"), "list": lang.List(in.Lang, list),
		}))
	}
	return joined(in.Lang, said)
}

// latest gives the last of a column's dates; they are written so that text order is time order.
func latest(t *table.Table, column string) (last string) {
	for r := range t.Rows {
		last = max(last, t.Str(r, column))
	}
	return last
}
