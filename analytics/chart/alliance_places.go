package chart

import (
	"meridian/analytics/finding"
	"meridian/analytics/lang"
	"meridian/analytics/table"
)

func alliancePlaces() Chart {
	return Chart{
		ID: "alliance-places", Subject: Alliances, Kind: Bar, Metric: "alliance_places",
		Filters:  []string{"evidence"},
		Title:    lang.Text{En: "Named alliance members by place", Hant: "聯盟已知成員的所在地", Hans: "联盟已知成员的所在地"},
		Subtitle: lang.Text{En: "Members that a public page names, by country or region and alliance", Hant: "公開網頁具名列出的成員，按國家或地區及聯盟劃分", Hans: "公开网页具名列出的成员，按国家或地区及联盟划分"},
		Note: lang.Text{
			En:   "Only named members are counted; “x of y named” sets them against the count a source states nearest to the data set's day. An institution in two alliances counts in each. Observers are left out.",
			Hant: "只計算具名的成員；「已知 x/y」以資料來源所述、最接近資料集日期的總數作對照。同時屬於兩個聯盟的院校各計一次，不計觀察員。",
			Hans: "只计算具名的成员；“已知 x/y”以资料来源所述、最接近数据集日期的总数作对照。同时属于两个联盟的院校各计一次，不计观察员。",
		},
		Build: drawAlliancePlaces,
	}
}

func drawAlliancePlaces(in Input) (Drawing, error) {
	t := in.Table
	places := t.Distinct("country_code")
	var l layers
	for _, alliance := range t.Distinct("alliance_id") {
		colour := allianceColour(in, alliance)
		l.add("bar", namedOf(in, alliance), allianceBars(t, alliance, places), Option{
			"stack": "members", "barCategoryGap": "30%", "barMaxWidth": 24,
			"itemStyle": Option{"color": colour, "borderColor": in.Theme.Surface, "borderWidth": 1},
			"label":     Option{"show": true, "color": on(colour), "fontSize": sizeSmall}, "labelLayout": Option{"hideOverlap": true},
		}, Formatter{Path: "label.formatter", ID: "int"})
	}
	drawing, err := l.onAxes()
	if err != nil {
		return Drawing{}, err
	}
	names := make([]string, len(places))
	for i, code := range places {
		names[i] = t.Str(t.Find(map[string]string{"country_code": code}), "place")
	}
	drawing.Option = drawing.Option.Merge(base(in.Theme)).Merge(Option{
		"legend": legend(in.Theme).Merge(Option{"orient": "horizontal"}), "grid": []Option{{"top": 36, "bottom": 4}},
		"xAxis": []Option{values(in.Theme).Merge(Option{"axisLabel": Option{"show": false}, "splitLine": Option{"show": false}})},
		"yAxis": []Option{categories(in.Theme).Merge(Option{
			"data": names, "inverse": true, "axisLine": Option{"show": false},
			"axisLabel": Option{"interval": 0, "hideOverlap": false, "color": in.Theme.Ink, "lineHeight": 15},
		})},
	}).Narrow(480, Option{
		"legend": Option{"orient": "vertical", "itemGap": 4}, "grid": []Option{{"top": 68}},
		"yAxis": []Option{{"axisLabel": Option{"fontSize": sizeSmall, "lineHeight": 12}}},
	})
	drawing.Finding, drawing.Summary = mostMembers(in), allianceSummary(in)
	return drawing, nil
}

// allianceColour keeps one colour an alliance in every chart, under any filter.
func allianceColour(in Input, alliance string) string {
	return in.Theme.hue(int(in.Table.Value(in.Table.Find(map[string]string{"alliance_id": alliance}), "position")))
}

// allianceBars are one alliance's members in each place; a place without one has no bar.
func allianceBars(t *table.Table, alliance string, places []string) []item {
	items := make([]item, len(places))
	for i, code := range places {
		items[i] = item{Value: "-"}
		if r := t.Find(map[string]string{"alliance_id": alliance, "country_code": code}); r >= 0 {
			items[i] = item{Name: t.Str(r, "place"), Value: t.Value(r, "members"), Row: row(r)}
		}
	}
	return items
}

// namedOf says how many of an alliance's members are named: UANSR: 28 of 150+ named.
func namedOf(in Input, alliance string) string {
	t := in.Table
	r := t.Find(map[string]string{"alliance_id": alliance})
	args := lang.Args{"alliance": t.Str(r, "alliance"), "named": lang.Int(t.Value(r, "named"))}
	stated, known := t.Num(r, "stated")
	if !known {
		return lang.Text{En: "{alliance}: {named} named", Hant: "{alliance}：已知 {named}", Hans: "{alliance}：已知 {named}"}.With(in.Lang, args)
	}
	args["stated"] = lang.Qualified(in.Lang, t.Str(r, "qualifier"), stated, false)
	return lang.Text{
		En: "{alliance}: {named} of {stated} named", Hant: "{alliance}：已知 {named}/{stated}", Hans: "{alliance}：已知 {named}/{stated}",
	}.With(in.Lang, args)
}

// mostMembers names the place with the most named memberships, where it leads.
func mostMembers(in Input) finding.Finding {
	t := in.Table
	places := placed(t).Distinct("country_code")
	if len(places) < 3 {
		return finding.Finding{}
	}
	first, second := inPlace(t, places[0]), inPlace(t, places[1])
	if first <= second {
		return finding.Finding{}
	}
	return finding.Say(in.Lang,
		lang.Text{
			En:   "{point} named memberships are in {place}",
			Hant: "{all} 個已知成員席位之中，{place}佔 {point}",
			Hans: "{all} 个已知成员席位之中，{place}占 {point}",
		},
		lang.Text{En: "{n} of {all}", Hant: "{n} 個", Hans: "{n} 个"},
		lang.Args{"n": lang.Int(first), "all": lang.Int(sum(t, "members", t.Len())), "place": lang.Place(in.Lang, t.Str(0, "place"))})
}

func inPlace(t *table.Table, code string) (members float64) {
	for r := range t.Rows {
		if t.Str(r, "country_code") == code {
			members += t.Value(r, "members")
		}
	}
	return members
}

func allianceSummary(in Input) string {
	var said []string
	for _, alliance := range in.Table.Distinct("alliance_id") {
		said = append(said, namedOf(in, alliance))
	}
	return lang.Text{
		En:   "{alliances}. The named members are in {n} countries and regions.",
		Hant: "{alliances}。已知成員分布於 {n} 個國家及地區。",
		Hans: "{alliances}。已知成员分布于 {n} 个国家及地区。",
	}.With(in.Lang, lang.Args{
		"alliances": lang.List(in.Lang, said), "n": lang.Int(float64(len(placed(in.Table).Distinct("country_code")))),
	})
}
