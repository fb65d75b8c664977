package chart

import (
	"strings"

	"meridian/analytics/finding"
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

func memberTies() []memberTie {
	return []memberTie{
		{lang.Text{En: "With a project running", Hant: "有項目進行中", Hans: "有项目进行中"}, func(t *table.Table, r int) float64 { return t.Value(r, "active_members") }},
		{lang.Text{En: "A partner otherwise", Hant: "其他夥伴", Hans: "其他伙伴"}, func(t *table.Table, r int) float64 { return t.Value(r, "tied_members") - t.Value(r, "active_members") }},
		{lang.Text{En: "No tie on record", Hant: "沒有聯繫記錄", Hans: "没有联系记录"}, func(t *table.Table, r int) float64 { return t.Value(r, "members") - t.Value(r, "tied_members") }},
	}
}

func drawAllianceActivation(in Input) (Drawing, error) {
	t := in.Table
	colours := []string{in.Theme.hue(0), in.Theme.hue(4), in.Theme.Sunk}
	var l layers
	var names []string
	for i, part := range memberTies() {
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

// activated names the alliance of whose named members the largest share works with the university; where of none does, it
// says that. A share of fewer than five members is not compared.
func activated(in Input) finding.Finding {
	t := in.Table
	all, tied := t.Value(0, "all_members"), t.Value(0, "all_tied")
	if t.Value(0, "all_active") == 0 {
		if all < 5 {
			return finding.Finding{}
		}
		return finding.Say(in.Lang,
			lang.Text{En: "{point} has a project running; partners among them: {tied}", Hant: "{point}有項目進行中；其中夥伴 {tied} 名", Hans: "{point}有项目进行中；其中伙伴 {tied} 名"},
			lang.Text{En: "None of {all} named members", Hant: "{all} 名具名成員均沒", Hans: "{all} 名具名成员均没"},
			lang.Args{"all": lang.Int(all), "tied": lang.Int(tied)})
	}
	best := -1
	for _, r := range rowsWhere(t, func(r int) bool { return t.Value(r, "members") >= 5 }) {
		if best < 0 || t.Value(r, "activation") > t.Value(best, "activation") {
			best = r
		}
	}
	level := best >= 0 && countWhere(t, func(r int) bool {
		return t.Value(r, "members") >= 5 && t.Value(r, "activation") == t.Value(best, "activation")
	}) > 1
	if best < 0 || level || t.Value(best, "active_members") == 0 {
		return finding.Finding{}
	}
	return finding.Say(in.Lang,
		lang.Text{En: "{alliance} brings the most: {point} have a project running", Hant: "{alliance} 帶來最多合作：{point}有項目進行中", Hans: "{alliance} 带来最多合作：{point}有项目进行中"},
		lang.Text{En: "{n} of {all} named members", Hant: "{all} 名具名成員中 {n} 名", Hans: "{all} 名具名成员中 {n} 名"},
		lang.Args{"alliance": t.Str(best, "alliance"), "n": lang.Int(t.Value(best, "active_members")), "all": lang.Int(t.Value(best, "members"))})
}

// broughtInWords answers for each alliance what it brought, and names up to five of the partners in it.
func broughtInWords(in Input) string {
	t := in.Table
	var said []string
	for r := range t.Rows {
		said = append(said, lang.Text{
			En:   "{alliance}: {named} named members, {tied} of them partners, {active} with a project running; {projects} projects begun, {out} students sent, {in} received.",
			Hant: "{alliance}：具名成員 {named} 名，其中夥伴 {tied} 名，有項目進行者 {active} 名；開展項目 {projects} 項，外訪 {out} 人，{coming} {in} 人。",
			Hans: "{alliance}：具名成员 {named} 名，其中伙伴 {tied} 名，有项目进行者 {active} 名；开展项目 {projects} 项，派出 {out} 人，{coming} {in} 人。",
		}.With(in.Lang, lang.Args{
			"alliance": t.Str(r, "alliance"), "named": lang.Int(t.Value(r, "members")), "tied": lang.Int(t.Value(r, "tied_members")),
			"active": lang.Int(t.Value(r, "active_members")), "projects": lang.Int(t.Value(r, "projects")),
			"out": lang.Int(t.Value(r, "outbound")), "in": lang.Int(t.Value(r, "inbound")), "coming": in.coming(),
		}))
		if names := t.Str(r, "tied_names"); names != "" {
			list := strings.Split(names, "|")
			said = append(said, lang.Text{En: "Partners in it: {names}.", Hant: "其中夥伴：{names}。", Hans: "其中伙伴：{names}。"}.
				With(in.Lang, lang.Args{"names": enumerated(in.Lang, list[:min(5, len(list))])}))
		}
	}
	return joined(in.Lang, said)
}
