package chart

import (
	"cmp"
	"slices"

	"meridian/analytics/finding"
	"meridian/analytics/lang"
	"meridian/analytics/table"
)

func agreementUtilisation() Chart {
	return Chart{
		ID: "agreement-utilisation", Subject: Collaboration, Kind: Bar, Metric: "agreement_utilisation",
		Title:    lang.Text{En: "Use of the places agreed", Hant: "協議名額的使用", Hans: "协议名额的使用"},
		Subtitle: lang.Text{En: "Places for students sent over the term so far, and students sent; the widest gaps", Hant: "至今有效期內的外訪名額與外訪人數；差距最大者", Hans: "至今有效期内的派出名额与派出人数；差距最大者"},
		Note: lang.Text{
			En:   "The ten partners with the most places not used, then up to four where more students went than places were agreed. Only agreements in effect that name a number of places a year.",
			Hant: "先列未使用名額最多的十個夥伴，再列最多四個外訪人數超過名額的夥伴；只計訂明每年名額的生效協議。",
			Hans: "先列未使用名额最多的十个伙伴，再列最多四个派出人数超过名额的伙伴；只计订明每年名额的生效协议。",
		},
		Filters: []string{"from", "to", "place", "region", "evidence", "partner"},
		Build:   drawAgreementUtilisation,
	}
}

func drawAgreementUtilisation(in Input) (Drawing, error) {
	t := in.Table
	wide, narrow := gaps(t, 10, 4), gaps(t, 6, 3)
	var l layers
	l.add("bar", t.Label("capacity"), capacityBars(in, wide, placesUsed), Option{
		"barWidth": "62%", "barMaxWidth": 20, "itemStyle": Option{"color": in.Theme.Sunk, "borderColor": in.Theme.Edge, "borderWidth": 1},
		"label": Option{"show": true, "position": "right", "distance": 8, "color": in.Theme.Ink2, "fontSize": sizeText},
	}, named("label"))
	l.add("bar", t.Label("outbound"), sentBars(in, wide, placesUsed), Option{
		"barWidth": "62%", "barMaxWidth": 20, "barGap": "-100%", "z": 3, "itemStyle": Option{"color": directionColour(in.Theme, "outbound")},
		"label": Option{"show": false, "position": "right", "distance": 8, "color": in.Theme.Ink, "fontSize": sizeText, "fontWeight": 600},
	}, named("label"))
	drawing, err := l.onAxes()
	if err != nil {
		return Drawing{}, err
	}
	drawing.Option = drawing.Option.Merge(base(in.Theme)).Merge(Option{
		"aria":   plainFill(),
		"legend": legend(in.Theme),
		"grid":   []Option{{"top": 32, "right": 108}},
		"xAxis":  []Option{values(in.Theme).Merge(Option{"axisLabel": Option{"show": false}, "splitLine": Option{"show": false}})},
		"yAxis": []Option{categories(in.Theme).Merge(Option{
			"data": cells(t, wide, "institution"), "inverse": true, "axisLine": Option{"show": false},
			"axisLabel": Option{"interval": 0, "hideOverlap": false, "color": in.Theme.Ink, "width": 250, "overflow": "truncate"},
		})},
	}).Narrow(480, Option{
		"grid":   []Option{{"right": 48}},
		"series": []Option{{"data": capacityBars(in, narrow, shareUsed)}, {"data": sentBars(in, narrow, shareUsed)}},
		"yAxis":  []Option{{"data": cells(t, narrow, "institution"), "axisLabel": Option{"width": nameCut, "overflow": "truncate", "fontSize": sizeSmall}}},
	})
	drawing.Finding, drawing.Summary = placesFilled(in), useInWords(in)
	return drawing, nil
}

// gaps gives the rows with the most places not used, then those most above what was agreed; the answer lists the former
// first and the latter last.
func gaps(t *table.Table, under, over int) []int {
	rows := rowsWhere(t, func(r int) bool { return t.Value(r, "unused") > 0 })
	above := rowsWhere(t, func(r int) bool { return t.Value(r, "unused") < 0 })
	slices.SortStableFunc(above, func(a, b int) int { return cmp.Compare(t.Value(a, "unused"), t.Value(b, "unused")) })
	chosen := slices.Concat(rows[:min(under, len(rows))], above[:min(over, len(above))])
	if len(chosen) == 0 {
		return allRows(t)[:min(under, t.Len())]
	}
	return chosen
}

// capacityBars carry the label, where they are the longer of the two.
func capacityBars(in Input, rows []int, said func(Input, int) string) []item {
	items := make([]item, len(rows))
	for i, r := range rows {
		items[i] = item{Name: in.Table.Str(r, "institution"), Title: said(in, r), Value: in.Table.Value(r, "capacity"), Row: row(r)}
		if in.Table.Value(r, "unused") < 0 {
			items[i].Label = Option{"show": false}
		}
	}
	return items
}

// sentBars carry it where more students went than places were agreed.
func sentBars(in Input, rows []int, said func(Input, int) string) []item {
	items := make([]item, len(rows))
	for i, r := range rows {
		items[i] = item{Name: in.Table.Str(r, "institution"), Value: "-", Row: row(r), ItemStyle: Option{"color": directionColour(in.Theme, "outbound")}}
		if n, known := in.Table.Num(r, "outbound"); known {
			items[i].Value = n
		}
		if in.Table.Value(r, "unused") < 0 {
			items[i].Title, items[i].Label = said(in, r), Option{"show": true}
		}
	}
	return items
}

// placesUsed is 13 of 90 (14 %); what is kept back is not said.
func placesUsed(in Input, r int) string {
	sent, known := in.Table.Num(r, "outbound")
	if !known {
		return lang.Text{En: "of {all}", Hant: "共 {all}", Hans: "共 {all}"}.With(in.Lang, lang.Args{"all": lang.Int(in.Table.Value(r, "capacity"))})
	}
	args := lang.Args{"n": lang.Int(sent), "all": lang.Int(in.Table.Value(r, "capacity")), "share": shareUsed(in, r)}
	if args["share"] == "" {
		return lang.Text{En: "{n} of {all}", Hant: "{n}/{all}", Hans: "{n}/{all}"}.With(in.Lang, args)
	}
	return lang.Text{En: "{n} of {all} ({share})", Hant: "{n}/{all}（{share}）", Hans: "{n}/{all}（{share}）"}.With(in.Lang, args)
}

func shareUsed(in Input, r int) string {
	if used, known := in.Table.Num(r, "utilisation"); known {
		return lang.WholePercent(in.Lang, used)
	}
	return ""
}

// placesFilled says how much of all that was agreed was used.
func placesFilled(in Input) finding.Finding {
	capacity, sent := sum(in.Table, "capacity", in.Table.Len()), in.total("outbound")
	if capacity < finding.Enough || sent < finding.Enough {
		return finding.Finding{}
	}
	return finding.Say(in.Lang,
		lang.Text{En: "Students used {point} that the agreements in effect offer", Hant: "生效協議提供的外訪名額使用了{point}", Hans: "生效协议提供的派出名额使用了{point}"},
		lang.Text{En: "{share} of the places", Hant: " {share}", Hans: " {share}"},
		lang.Args{"share": lang.WholePercent(in.Lang, sent/capacity)})
}

func useInWords(in Input) string {
	t := in.Table
	exact := in.counted()
	over := countWhere(exact, func(r int) bool { return exact.Value(r, "unused") < 0 })
	little := countWhere(exact, func(r int) bool { return exact.Value(r, "outbound") < exact.Value(r, "capacity")/4 })
	said := []string{lang.Text{
		En:   "Agreements with {n} partners offered {all} places over their terms so far; {sent} students went.",
		Hant: "與 {n} 個夥伴的協議在至今的有效期內提供 {all} 個名額，外訪學生 {sent} 人。",
		Hans: "与 {n} 个伙伴的协议在至今的有效期内提供 {all} 个名额，派出学生 {sent} 人。",
	}.With(in.Lang, lang.Args{
		"n": lang.Int(float64(t.Len())), "all": lang.Int(sum(t, "capacity", t.Len())), "sent": lang.Int(in.total("outbound")),
	})}
	said = append(said, lang.Text{
		En: "Under a quarter of the places used: {little} partners. More students than places: {over}.", Hant: "使用不足四分一者：{little} 個夥伴；外訪人數超過名額者：{over} 個。", Hans: "使用不足四分之一者：{little} 个伙伴；派出人数超过名额者：{over} 个。",
	}.With(in.Lang, lang.Args{"little": lang.Int(float64(little)), "over": lang.Int(float64(over))}))
	if t.Value(0, "unused") > 0 && (t.Len() == 1 || t.Value(0, "unused") > t.Value(1, "unused")) {
		said = append(said, lang.Text{En: "The most places not used: {name}, {used}.", Hant: "未使用名額最多：{name}，{used}。", Hans: "未使用名额最多：{name}，{used}。"}.
			With(in.Lang, lang.Args{"name": t.Str(0, "institution"), "used": placesUsed(in, 0)}))
	}
	return joined(in.Lang, said)
}
