package chart

import (
	"math"

	"meridian/analytics/finding"
	"meridian/analytics/lang"
	"meridian/analytics/table"
)

// namedOutliers is how many of the least balanced partners carry their name.
const namedOutliers = 6

func mobilityReciprocity() Chart {
	return Chart{
		ID: "mobility-reciprocity", Subject: Mobility, Kind: Scatter, Metric: "partner_reciprocity",
		Title:    lang.Text{En: "Balance with each partner", Hant: "與各夥伴院校的往來平衡", Hans: "与各伙伴院校的往来平衡"},
		Subtitle: lang.Text{En: "Students sent (across) and received (up), one dot a partner", Hant: "外訪人數（橫軸）與來訪人數（縱軸），每點代表一所夥伴院校", Hans: "派出人数（横轴）与来访人数（纵轴），每点代表一所伙伴院校"},
		Note: lang.Text{
			En:   "On the line as many come as go. The partners farthest from it are named; those with students one way only are in the accent.",
			Hant: "線上的院校來訪與外訪人數相等；標出距離該線最遠的院校名稱，只有單向往來者以強調色標示。",
			Hans: "线上的院校来访与派出人数相等；标出距离该线最远的院校名称，只有单向往来者以强调色标示。",
		},
		Filters: []string{"from", "to", "place", "region", "faculty", "evidence"},
		Build:   drawReciprocity,
	}
}

func drawReciprocity(in Input) (Drawing, error) {
	t := in.Table
	across, up := valuesTo(in.Theme, largest(t, "outbound")), valuesTo(in.Theme, largest(t, "inbound"))
	end := min(across["max"].(float64), up["max"].(float64))
	var l layers
	l.add("line", "", []item{{Value: []any{0, 0}}, {Value: []any{end, end}, Title: lang.Text{En: "as many in as out", Hant: "來往相等", Hans: "来往相等"}.In(in.Lang)}}, Option{
		"symbol": "none", "silent": true, "lineStyle": Option{"color": in.Theme.Muted, "width": 1.5, "type": "dashed"}, "z": 1,
		"endLabel": halo(in.Theme, in.Theme.Ink3).Merge(Option{"show": true, "fontSize": sizeSmall, "align": "right", "offset": []int{-16, -8}}),
	}, named("endLabel"))
	l.add("scatter", t.Label("institution"), partnerDots(in), Option{
		"symbolSize": 8, "z": 3,
		"label": halo(in.Theme, in.Theme.Ink).Merge(Option{"show": false, "fontSize": sizeSmall}), "labelLayout": Option{"hideOverlap": true},
	}, named("label"))
	drawing, err := l.onAxes()
	if err != nil {
		return Drawing{}, err
	}
	title := Option{"color": in.Theme.Ink2, "fontSize": sizeText}
	drawing.Option = drawing.Option.Merge(base(in.Theme)).Merge(Option{
		"grid":  []Option{{"top": 32, "right": 32, "bottom": 28}},
		"xAxis": []Option{across.Merge(Option{"name": t.Label("outbound") + " →", "nameLocation": "middle", "nameGap": 28, "nameTextStyle": title})},
		"yAxis": []Option{up.Merge(Option{"name": "↑ " + t.Label("inbound"), "nameLocation": "end", "nameGap": 10,
			"nameTextStyle": Option{"align": "left"}.Merge(title)})},
	}).Narrow(480, Option{"series": []Option{{"endLabel": Option{"show": false}}, {"symbolSize": 6}}})
	drawing.format("xAxis.0.axisLabel.formatter", "int")
	drawing.format("yAxis.0.axisLabel.formatter", "int")
	drawing.Finding, drawing.Summary = oneSided(in), reciprocitySummary(in)
	return drawing, nil
}

// partnerDots are the partners, the least balanced last so that they lie on top. The answer lists them first.
func partnerDots(in Input) []item {
	t := in.Table
	items := make([]item, 0, t.Len())
	for r := t.Len() - 1; r >= 0; r-- {
		colour := directionColour(in.Theme, "inbound")
		if t.Value(r, "net") < 0 {
			colour = directionColour(in.Theme, "outbound")
		}
		dot := item{
			Name: t.Str(r, "institution"), Value: []any{t.Value(r, "outbound"), t.Value(r, "inbound")}, Row: row(r),
		}
		if !in.Rounded && oneWay(t, r) {
			colour = in.Theme.Accent
		}
		dot.ItemStyle = dotStyle(in, colour)
		if r < namedOutliers {
			side := "right"
			if t.Value(r, "net") < 0 {
				side = "bottom"
			}
			dot.Label = Option{"show": true, "position": side}
		}
		items = append(items, dot)
	}
	return items
}

// dotStyle is a ring where all rows are illustrative, a disc where it is not; both let dots beneath show.
func dotStyle(in Input, colour string) Option {
	if allIllustrative(in.Table) {
		return Option{"color": "transparent", "borderColor": colour, "borderWidth": 1.5, "opacity": 1}
	}
	return Option{"color": colour, "opacity": 0.6}
}

// oneSided counts the partners with whom students move one way only.
func oneSided(in Input) finding.Finding {
	n := countWhere(in.Table, func(r int) bool { return oneWay(in.Table, r) })
	if in.Rounded || in.Table.Len() < 10 || n < 2 {
		return finding.Finding{}
	}
	return finding.Say(in.Lang,
		lang.Text{
			En:   "With {point} students move one way only",
			Hant: "{all} 所夥伴院校之中，有 {point}只有單向往來",
			Hans: "{all} 所伙伴院校之中，有 {point}只有单向往来",
		},
		lang.Text{En: "{n} of {all} partners", Hant: "{n} 所", Hans: "{n} 所"},
		lang.Args{"n": lang.Int(float64(n)), "all": lang.Int(float64(in.Table.Len()))})
}

func oneWay(t *table.Table, r int) bool {
	return t.Value(r, "outbound") == 0 || t.Value(r, "inbound") == 0
}

func reciprocitySummary(in Input) string {
	t, exact := in.Table, in.counted()
	said := []string{lang.Text{
		En:   "Of {all} partners {more} send more students than they receive, {less} receive more.",
		Hant: "{all} 所夥伴院校之中，{more} 所派來的學生較多，{less} 所接收的較多。",
		Hans: "{all} 所伙伴院校之中，{more} 所派来的学生较多，{less} 所接收的较多。",
	}.With(in.Lang, lang.Args{
		"all":  lang.Int(float64(t.Len())),
		"more": lang.Int(float64(countWhere(exact, func(r int) bool { return exact.Value(r, "net") > 0 }))),
		"less": lang.Int(float64(countWhere(exact, func(r int) bool { return exact.Value(r, "net") < 0 }))),
	})}
	if t.Len() == 1 || math.Abs(t.Value(0, "net")) > math.Abs(t.Value(1, "net")) {
		said = append(said, lang.Text{
			En:   "Farthest from balance is {name}: {out} went and {in} came.",
			Hant: "差距最大的是{name}：外訪 {out} 人，{coming} {in} 人。",
			Hans: "差距最大的是{name}：派出 {out} 人，{coming} {in} 人。",
		}.With(in.Lang, lang.Args{
			"name": t.Str(0, "institution"), "out": lang.Int(t.Value(0, "outbound")), "in": lang.Int(t.Value(0, "inbound")), "coming": in.coming(),
		}))
	}
	return joined(in.Lang, said)
}
