package chart

import (
	"meridian/analytics/lang"
	"meridian/analytics/table"
)

func allianceActivation() Chart {
	return Chart{
		ID: "alliance-activation", Subject: Alliances, Kind: Bar, Metric: "alliance_activation",
		Title:    lang.Text{En: "What the alliances bring", Hant: "各聯盟帶來的合作", Hans: "各联盟带来的合作"},
		Subtitle: lang.Text{En: "Named members other than the university, by what ties them to it", Hant: "本校以外的具名成員，按與本校的聯繫劃分", Hans: "本校以外的具名成员，按与本校的联系划分"},
		Note: lang.Text{
			En:   "Named members only: of the others nobody can say. The table adds the projects begun and the students exchanged with members.",
			Hant: "只計具名成員，其餘成員無從得知。數據表另列與成員開展的項目及互派的學生。",
			Hans: "只计具名成员，其余成员无从得知。数据表另列与成员开展的项目及互派的学生。",
		},
		Filters: []string{"from", "to", "place", "region", "evidence"},
		Build:   drawAllianceActivation,
	}
}

// memberTie is one part of a bar: its name, and how many members are in it.
type memberTie struct {
	name lang.Text
	n    func(t *table.Table, r int) float64
}

func memberTies(projectsKnown bool) []memberTie {
	if !projectsKnown {
		return []memberTie{
			{lang.Text{En: "A partner by other ties", Hant: "因其他聯繫而為夥伴", Hans: "因其他联系而为伙伴"}, func(t *table.Table, r int) float64 { return t.Value(r, "tied_members") }},
			{lang.Text{En: "No tie on record", Hant: "沒有聯繫記錄", Hans: "没有联系记录"}, func(t *table.Table, r int) float64 { return t.Value(r, "members") - t.Value(r, "tied_members") }},
		}
	}
	return []memberTie{
		{lang.Text{En: "With a project running", Hant: "有項目進行中", Hans: "有项目进行中"}, func(t *table.Table, r int) float64 { return t.Value(r, "active_members") }},
		{lang.Text{En: "A partner otherwise", Hant: "其他夥伴", Hans: "其他伙伴"}, func(t *table.Table, r int) float64 { return t.Value(r, "tied_members") - t.Value(r, "active_members") }},
		{lang.Text{En: "No tie on record", Hant: "沒有聯繫記錄", Hans: "没有联系记录"}, func(t *table.Table, r int) float64 { return t.Value(r, "members") - t.Value(r, "tied_members") }},
	}
}

func drawAllianceActivation(in Input) (Drawing, error) {
	t := in.Table
	colours := []string{in.Theme.hue(0), in.Theme.hue(4), in.Theme.Sunk}
	known := projectsKnown(t)
	if !known {
		colours = colours[1:]
	}
	var l layers
	var names []string
	for i, part := range memberTies(known) {
		names = append(names, part.name.In(in.Lang))
		items := make([]item, t.Len())
		for r := range items {
			n := part.n(t, r)
			items[r] = item{Value: n, Row: row(r), Label: Option{"show": n > 0}}
		}
		l.add("bar", part.name.In(in.Lang), items, Option{
			"stack": "members", "barMaxWidth": 44, "barCategoryGap": "40%",
			"itemStyle": Option{"color": colours[i], "borderColor": in.Theme.Edge, "borderWidth": 0.5},
			"label":     Option{"color": on(colours[i]), "fontSize": sizeText, "fontWeight": 600},
		}, Formatter{Path: "label.formatter", ID: "int"})
	}
	l.add("scatter", "", statedBeside(in), bare(), named("label"))
	drawing, err := l.onAxes()
	if err != nil {
		return Drawing{}, err
	}
	drawing.Option = drawing.Option.Merge(base(in.Theme)).Merge(Option{
		"legend": legend(in.Theme).Merge(Option{"data": names}),
		"grid":   []Option{{"top": 40, "right": 132, "bottom": 4}},
		"xAxis":  []Option{values(in.Theme).Merge(Option{"axisLabel": Option{"show": false}, "splitLine": Option{"show": false}})},
		"yAxis": []Option{categories(in.Theme).Merge(Option{
			"data": cells(t, allRows(t), "alliance"), "inverse": true, "axisLine": Option{"show": false},
			"axisLabel": Option{"interval": 0, "hideOverlap": false, "color": in.Theme.Ink, "fontSize": sizeLarge, "width": 200, "overflow": "break"},
		})},
	}).Narrow(480, Option{
		"grid":   []Option{{"top": 68, "right": 92}},
		"legend": Option{"itemGap": 10, "textStyle": Option{"fontSize": sizeSmall}},
		"yAxis":  []Option{{"axisLabel": Option{"width": 80, "fontSize": sizeSmall}}},
	})
	drawing.Finding, drawing.Summary = activated(in), broughtInWords(in)
	return drawing, nil
}

// statedBeside stands after each bar: how many of the members stated are named.
func statedBeside(in Input) []item {
	t := in.Table
	items := make([]item, t.Len())
	for r := range items {
		args := lang.Args{"named": lang.Int(t.Value(r, "members"))}
		text := lang.Text{En: "{named} named", Hant: "具名 {named}", Hans: "具名 {named}"}
		if stated, known := t.Num(r, "stated"); known {
			args["stated"] = lang.Qualified(in.Lang, t.Str(r, "qualifier"), stated, false)
			text = lang.Text{En: "{named} named of {stated}", Hant: "具名 {named}/{stated}", Hans: "具名 {named}/{stated}"}
		}
		items[r] = item{Value: []any{t.Value(r, "members"), r}, Title: text.With(in.Lang, args), Label: Option{
			"show": true, "position": "right", "distance": 6, "color": in.Theme.Ink2, "fontSize": sizeText,
		}}
	}
	return items
}
