package chart

import (
	"math"

	"meridian/analytics/finding"
	"meridian/analytics/lang"
)

func partnerBalance() Chart {
	return Chart{
		ID: "partner-balance", Subject: Partners, Kind: Bar, Metric: "partner_course",
		Title:    lang.Text{En: "Balance of exchange so far", Hant: "交流人數累計差額", Hans: "交流人数累计差额"},
		Subtitle: lang.Text{En: "Students received less students sent, added up over the years", Hant: "來訪人數減外訪人數，逐年累計", Hans: "来访人数减派出人数，逐年累计"},
		Note: lang.Text{
			En:   "Above the line more students have come than gone since the first year shown; below it, more have gone.",
			Hant: "線上表示自所示首個學年起來訪多於外訪，線下表示外訪多於來訪。",
			Hans: "线上表示自所示首个学年起来访多于派出，线下表示派出多于来访。",
		},
		Filters: courseFields(),
		Build:   drawPartnerBalance,
	}
}

func drawPartnerBalance(in Input) (Drawing, error) {
	t := in.Table
	years := t.Distinct("academic_year_id")
	items := make([]item, t.Len())
	for r := range t.Rows {
		v := t.Value(r, "net_so_far")
		items[r] = item{Value: v, Row: row(r), ItemStyle: Option{"color": balanceColour(in.Theme, v)}, Label: Option{"position": "top"}}
		if v < 0 {
			items[r].Label = Option{"position": "bottom"}
		}
	}
	said := balanceSoFar(in, years)
	if !said.Empty() {
		last := &items[len(items)-1]
		last.ItemStyle, last.Label["color"] = Option{"color": in.Theme.Accent}, in.Theme.Accent
	}
	var l layers
	l.add("bar", t.Label("net_so_far"), items, Option{
		"barMaxWidth": 44, "barCategoryGap": "36%",
		"label": halo(in.Theme, in.Theme.Ink).Merge(Option{"show": true, "fontWeight": 600}), "labelLayout": Option{"hideOverlap": true},
	}, Formatter{Path: "label.formatter", ID: "signed"})
	drawing, err := l.onAxes()
	if err != nil {
		return Drawing{}, err
	}
	drawing.Option = drawing.Option.Merge(base(in.Theme)).Merge(Option{
		"aria":  plainFill(),
		"grid":  []Option{{"right": 16, "top": 28, "bottom": 24}},
		"xAxis": []Option{categories(in.Theme).Merge(Option{"data": years, "axisLine": Option{"onZero": true}, "axisLabel": Option{"margin": 20}})},
		"yAxis": []Option{values(in.Theme).Merge(Option{"min": nil})},
	})
	drawing.format("xAxis.0.axisLabel.formatter", "acadYear")
	drawing.format("yAxis.0.axisLabel.formatter", "signed")
	drawing.Finding, drawing.Summary = said, balanceInWords(in, years)
	return drawing, nil
}

// balanceColour is that of the direction which outweighs the other.
func balanceColour(t Theme, v float64) string {
	if v < 0 {
		return directionColour(t, "outbound")
	}
	return directionColour(t, "inbound")
}

// balanceSoFar tells a balance of ten students or more at the end of the years shown.
func balanceSoFar(in Input, years []string) finding.Finding {
	v := in.Table.Value(in.Table.Len()-1, "net_so_far")
	if math.Abs(v) < 10 {
		return finding.Finding{}
	}
	sentence := lang.Text{En: "{point} have come than gone since {year}", Hant: "自 {year} 學年以來，{coming}學生較外訪{point}", Hans: "自 {year} 学年以来，{coming}学生较派出{point}"}
	if v < 0 {
		sentence = lang.Text{En: "{point} have gone than come since {year}", Hant: "自 {year} 學年以來，外訪學生較{coming}{point}", Hans: "自 {year} 学年以来，派出学生较{coming}{point}"}
	}
	return finding.Say(in.Lang, sentence,
		lang.Text{En: "{n} more students", Hant: "多 {n} 人", Hans: "多 {n} 人"},
		lang.Args{"n": lang.Int(math.Abs(v)), "year": lang.Year(years[0]), "coming": in.coming()})
}

func balanceInWords(in Input, years []string) string {
	t := in.Table
	return lang.Text{
		En:   "Students received less students sent, added up: {first} in {from}, {last} in {to}.",
		Hant: "來訪人數減外訪人數的累計差額：{from} 學年為 {first}，{to} 學年為 {last}。",
		Hans: "来访人数减派出人数的累计差额：{from} 学年为 {first}，{to} 学年为 {last}。",
	}.With(in.Lang, lang.Args{
		"from": lang.Year(years[0]), "first": lang.Signed(t.Value(0, "net_so_far")),
		"to": lang.Year(years[len(years)-1]), "last": lang.Signed(t.Value(t.Len()-1, "net_so_far")),
	})
}
