package chart

import (
	"meridian/analytics/finding"
	"meridian/analytics/lang"
	"meridian/analytics/trend"
)

func mainlandPartnersTrend() Chart {
	return Chart{
		ID: "mainland-partners-trend", Subject: Mainland, Kind: Line, Metric: "mainland_partners_trend",
		Title:    lang.Text{En: "Mainland partners over time", Hant: "內地夥伴的增長", Hans: "内地伙伴的增长"},
		Subtitle: lang.Text{En: "Partners with a project or agreement so far, by academic year", Hant: "截至各學年已有項目或協議的夥伴累計數目", Hans: "截至各学年已有项目或协议的伙伴累计数目"},
		Note: lang.Text{
			En:   "A running count: partners stay in it after their last project. Dashed: least-squares line carried two years on. Shaded: 80 % prediction interval. No line is fitted to fewer than five years.",
			Hant: "此為累計數目，夥伴在最後一個項目完結後仍計算在內。虛線為最小二乘趨勢線，並延伸兩年；陰影為 80% 預測區間。少於五年的數據不作擬合。",
			Hans: "此为累计数目，伙伴在最后一个项目结束后仍计算在内。虚线为最小二乘趋势线，并延伸两年；阴影为 80% 预测区间。少于五年的数据不作拟合。",
		},
		Filters: []string{"from", "to", "type", "faculty", "evidence"},
		Build:   drawMainlandPartnersTrend,
	}
}

func drawMainlandPartnersTrend(in Input) (Drawing, error) {
	years := in.Table.Distinct("academic_year_id")
	axis := years
	if len(years) >= trend.Fewest {
		axis = carryOn(years, ahead)
	}
	s := yearly(in.Table, years, "partners", nil)
	colour := in.Theme.hue(0)
	var l layers
	addTrend(&l, "partners", s, colour)
	l.add("line", in.Table.Label("partners"), s.items(""), record(in, colour).Merge(Option{
		"label":       halo(in.Theme, colour).Merge(Option{"show": true, "position": "top", "distance": 8, "fontWeight": 600}),
		"labelLayout": Option{"hideOverlap": true},
	}), Formatter{Path: "label.formatter", ID: "int"})
	drawing, err := l.onAxes()
	if err != nil {
		return Drawing{}, err
	}
	drawing.Option = drawing.Option.Merge(base(in.Theme)).Merge(Option{
		"tooltip": Option{"trigger": "axis"},
		"grid":    []Option{{"top": 28, "right": 24}},
		"xAxis":   []Option{categories(in.Theme).Merge(Option{"data": axis, "boundaryGap": len(axis) == 1})},
		"yAxis":   []Option{values(in.Theme)},
	})
	drawing.format("xAxis.0.axisLabel.formatter", "acadYear")
	drawing.format("yAxis.0.axisLabel.formatter", "int")
	drawing.Finding, drawing.Summary = partnersGained(in), partnersInWords(in)
	return drawing, nil
}

// partnersGained counts the mainland partners won since the first year shown.
func partnersGained(in Input) finding.Finding {
	t := in.Table
	last := t.Len() - 1
	gained := t.Value(last, "partners") - t.Value(0, "partners")
	if last < 1 || gained < 2 {
		return finding.Finding{}
	}
	return finding.Say(in.Lang,
		lang.Text{
			En:   "{point} since {year} bring the mainland network to {n}",
			Hant: "自 {year} 學年起{point}，內地網絡增至 {n} 個",
			Hans: "自 {year} 学年起{point}，内地网络增至 {n} 个",
		},
		lang.Text{En: "{gained} new partners", Hant: "新增 {gained} 個夥伴", Hans: "新增 {gained} 个伙伴"},
		lang.Args{"year": lang.Year(t.Str(0, "academic_year_id")), "gained": lang.Int(gained), "n": lang.Int(t.Value(last, "partners"))})
}

func partnersInWords(in Input) string {
	t := in.Table
	last, most := t.Len()-1, leading(t, "new_partners")
	counts := lang.Text{En: "Mainland partners: {first} by {from}, {last} by {to}.", Hant: "內地夥伴：截至 {from} 學年 {first} 個，截至 {to} 學年 {last} 個。", Hans: "内地伙伴：截至 {from} 学年 {first} 个，截至 {to} 学年 {last} 个。"}
	if last == 0 {
		counts = lang.Text{En: "Mainland partners: {last} by {to}.", Hant: "內地夥伴：截至 {to} 學年 {last} 個。", Hans: "内地伙伴：截至 {to} 学年 {last} 个。"}
	}
	newest := lang.Text{En: "The most new ones, {n}, in {year}.", Hant: "新增最多的是 {year} 學年，共 {n} 個。", Hans: "新增最多的是 {year} 学年，共 {n} 个。"}
	args := lang.Args{
		"from": lang.Year(t.Str(0, "academic_year_id")), "first": lang.Int(t.Value(0, "partners")),
		"to": lang.Year(t.Str(last, "academic_year_id")), "last": lang.Int(t.Value(last, "partners")),
		"year": lang.Year(t.Str(most, "academic_year_id")), "n": lang.Int(t.Value(most, "new_partners")),
	}
	return joined(in.Lang, []string{counts.With(in.Lang, args), newest.With(in.Lang, args)})
}
