package chart

import (
	"math"

	"meridian/analytics/finding"
	"meridian/analytics/lang"
	"meridian/analytics/table"
)

func beltRoad() Chart {
	return Chart{
		ID: "belt-road-map", Subject: Alliances, Kind: Map, Metric: "belt_road_members", Maps: []string{beltRoadMap},
		Title:    lang.Text{En: "An alliance across Europe, Asia and Africa", Hant: "橫跨歐亞非的聯盟", Hans: "横跨欧亚非的联盟"},
		Subtitle: lang.Text{En: "Members and observers that a public page names, and how many in each place", Hant: "公開網頁具名列出的聯盟成員及觀察員，以及各地數目", Hans: "公开网页具名列出的联盟成员及观察员，以及各地数目"},
		Note:     farthestReach.And(beyondTheMap),
		Filters:  []string{"place", "region", "evidence"},
		Build:    drawBeltRoad,
	}
}

var (
	farthestReach = lang.Text{
		En:   "Shows the alliance whose named members are in the most countries and regions of this map.",
		Hant: "圖示在此地圖範圍內已知成員遍及最多國家及地區的聯盟。",
		Hans: "图示在此地图范围内已知成员遍及最多国家及地区的联盟。",
	}
	beyondTheMap = lang.Text{
		En:   "Members whom no public page names are not drawn; members beyond the map's edge are in the table.",
		Hant: "未見於公開名單的成員沒有繪出；地圖範圍以外的成員見數據表。",
		Hans: "未见于公开名单的成员没有绘出；地图范围以外的成员见数据表。",
	}.And(boundaries)
)

// beltRoadNote writes the alliance's name out.
func beltRoadNote(in Input) string {
	alliance, name := in.Table.Str(0, "alliance"), in.Table.Str(0, "alliance_name")
	if alliance == name {
		return farthestReach.And(beyondTheMap).In(in.Lang)
	}
	return lang.Text{En: "{alliance}: {name}.", Hant: "{alliance} 即{name}。", Hans: "{alliance} 即{name}。"}.And(farthestReach).And(beyondTheMap).
		With(in.Lang, lang.Args{"alliance": alliance, "name": name})
}

func drawBeltRoad(in Input) (Drawing, error) {
	members, founders := memberPoints(in.Table)
	dot := func(fill string, size float64) Option {
		return onGeo().Merge(Option{
			"symbolSize": size, "itemStyle": Option{"color": fill, "opacity": 1, "borderColor": in.Theme.Surface, "borderWidth": 1.5},
			"label": halo(in.Theme, in.Theme.Ink2).Merge(Option{"distance": 5}),
		})
	}
	var l layers
	l.add("scatter", in.Table.Label("institution"), members, dot(in.Theme.Brand, 8).Merge(Option{"z": 5, "labelLayout": Option{"hideOverlap": true}}), named("label"))
	l.add("scatter", in.Table.Label("institution"), founders, dot(in.Theme.Accent, 12).Merge(Option{
		"z": 6, "label": Option{"show": true, "color": in.Theme.Accent, "position": "right", "fontWeight": 700},
	}), named("label"))
	drawing, err := l.onMap()
	if err != nil {
		return Drawing{}, err
	}
	ground := in.ground(beltRoadMap)
	ground["regions"] = append(ground["regions"].([]Option), tinted(in)...)
	drawing.Option = drawing.Option.Merge(Option{"tooltip": tooltip(in.Theme), "geo": ground}).Narrow(480, Option{"series": []Option{
		{"symbolSize": 6, "label": Option{"fontSize": sizeSmall}}, {"symbolSize": 9, "label": Option{"fontSize": sizeSmall, "position": "left"}},
	}})
	drawing.Finding, drawing.Summary, drawing.Note = beltRoadReach(in), beltRoadSummary(in), beltRoadNote(in)
	return drawing, nil
}

// tinted are the places that hold a member.
func tinted(in Input) []Option {
	var regions []Option
	for _, code := range placed(in.Table).Distinct("country_code") {
		regions = append(regions, Option{"name": code, "itemStyle": Option{"areaColor": in.Theme.Sequential[2]}})
	}
	return regions
}

// A name west of the first longitude stands left of its dot, clear of the dots to the east; one east
// of the second stands above, clear of the map's edge.
const westOf, eastOf = 40, 127

// memberPoints are the institutions, those that formed the alliance apart and named. The first of
// every other place with room for it carries the place's name and how many are in it.
func memberPoints(t *table.Table) (members, founders []item) {
	points := rowsWhere(t, func(r int) bool { _, known := t.Num(r, "lng"); return known })
	for _, r := range points {
		if t.Str(r, "founder") == "true" {
			founders = append(founders, memberPoint(t, r))
		}
	}
	seen := map[string]bool{}
	for _, r := range points {
		first := !seen[t.Str(r, "country_code")]
		seen[t.Str(r, "country_code")] = true
		if t.Str(r, "founder") == "true" {
			continue
		}
		point := memberPoint(t, r)
		if first && !besides(founders, point) {
			point.Title = placeCount(t, r)
			point.Label = Option{"show": true, "position": "right"}
			switch lng := t.Value(r, "lng"); {
			case lng < westOf:
				point.Label["position"] = "left"
			case lng > eastOf:
				point.Label["position"] = "top"
			}
		}
		members = append(members, point)
	}
	return members, founders
}

func memberPoint(t *table.Table, r int) item {
	return item{Title: t.Str(r, "institution"), Value: []any{t.Value(r, "lng"), t.Value(r, "lat")}, Row: row(r)}
}

// besides tells that a dot lies so close to a founder's that two names would run into each other.
func besides(founders []item, dot item) bool {
	for _, f := range founders {
		a, b := f.Value.([]any), dot.Value.([]any)
		if math.Hypot(a[0].(float64)-b[0].(float64), a[1].(float64)-b[1].(float64)) < 2 {
			return true
		}
	}
	return false
}

func placeCount(t *table.Table, r int) string {
	return t.Str(r, "place") + " " + lang.Int(t.Value(r, "members"))
}

// beltRoadReach says whose members are drawn and in how many places they are, and leaves no doubt that they are
// not all. The alliance is named whatever is shown: the chart's topic does not say which it is.
func beltRoadReach(in Input) finding.Finding {
	t := in.Table
	args := lang.Args{"n": lang.Int(float64(t.Len())), "alliance": t.Str(0, "alliance"), "name": t.Str(0, "alliance_name"), "place": in.place(0)}
	if places := placed(t).Distinct("country_code"); len(places) > 1 {
		args["places"] = lang.Int(float64(len(places)))
		return finding.Say(in.Lang,
			lang.Text{
				En:   "{n} members and observers of {alliance} are named, in {point}",
				Hant: "{name}有 {n} 名已知成員及觀察員，遍及 {point}",
				Hans: "{name}有 {n} 名已知成员及观察员，遍及 {point}",
			},
			lang.Text{En: "{places} countries and regions", Hant: "{places} 個國家及地區", Hans: "{places} 个国家及地区"}, args)
	}
	return finding.Say(in.Lang,
		lang.Text{
			En:   "Members and observers of {alliance} named in {place}: {point}",
			Hant: "{name}在{place}的已知成員及觀察員：{point}",
			Hans: "{name}在{place}的已知成员及观察员：{point}",
		},
		lang.Text{En: "{n}", Hant: "{n} 名", Hans: "{n} 名"}, args)
}

func beltRoadSummary(in Input) string {
	t := in.Table
	said := []string{lang.Text{En: "{name} ({alliance}).", Hant: "{name}（{alliance}）。", Hans: "{name}（{alliance}）。"}.
		With(in.Lang, lang.Args{"name": t.Str(0, "alliance_name"), "alliance": t.Str(0, "alliance")})}
	if t.Str(0, "alliance_name") == t.Str(0, "alliance") {
		said = nil
	}
	if most, told := mostOf(in, allRows(placed(t)), "members", in.place); told {
		said = append(said, lang.Text{
			En: "The most named members: {who}, {n}.", Hant: "已知成員最多的是{who}，{each}有 {n} 名。", Hans: "已知成员最多的是{who}，{each}有 {n} 名。",
		}.With(in.Lang, most))
	}
	if founders := rowsWhere(t, func(r int) bool { return t.Str(r, "founder") == "true" }); len(founders) > 0 {
		said = append(said, lang.Text{En: "Formed by {names}.", Hant: "由{names}發起。", Hans: "由{names}发起。"}.
			With(in.Lang, lang.Args{"names": lang.List(in.Lang, cells(t, founders, "institution"))}))
	}
	if len(said) == 0 {
		said = append(said, beltRoadReach(in).Text)
	}
	return joined(in.Lang, said)
}
