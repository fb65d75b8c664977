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
		Title:    lang.Text{En: "The New Silk Road alliance on the map", Hant: "新絲綢之路大學聯盟分布圖", Hans: "新丝绸之路大学联盟分布图"},
		Subtitle: lang.Text{En: "Members and observers of UANSR that a public page names, and how many in each place", Hant: "公開網頁具名列出的聯盟成員及觀察員，以及各地數目", Hans: "公开网页具名列出的联盟成员及观察员，以及各地数目"},
		Note: lang.Text{
			En:   "Most members are named by no public page and are not drawn; members beyond the map's edge are in the table.",
			Hant: "大部分成員未見於公開名單，故未繪出；地圖範圍以外的成員見數據表。",
			Hans: "大部分成员未见于公开名单，故未绘出；地图范围以外的成员见数据表。",
		}.And(boundaries),
		Filters: []string{"place", "region"},
		Build:   drawBeltRoad,
	}
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
	ground := geo(in.Theme, beltRoadMap)
	ground["regions"] = append(ground["regions"].([]Option), tinted(in)...)
	drawing.Option = drawing.Option.Merge(Option{"tooltip": tooltip(in.Theme), "geo": ground}).Narrow(480, Option{"series": []Option{
		{"symbolSize": 6, "label": Option{"fontSize": sizeSmall}}, {"symbolSize": 9, "label": Option{"fontSize": sizeSmall, "position": "left"}},
	}})
	drawing.Finding, drawing.Summary = beltRoadReach(in), beltRoadSummary(in)
	return drawing, nil
}

// tinted are the places that hold a member.
func tinted(in Input) []Option {
	var regions []Option
	for _, code := range in.Table.Distinct("country_code") {
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
	for r := range t.Rows {
		if t.Str(r, "founder") == "true" {
			founders = append(founders, memberPoint(t, r))
		}
	}
	seen := map[string]bool{}
	for r := range t.Rows {
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

// beltRoadReach says in how many places named members are, and leaves no doubt that they are not all.
func beltRoadReach(in Input) finding.Finding {
	places := len(in.Table.Distinct("country_code"))
	if places < 2 {
		return finding.Finding{}
	}
	return finding.Say(in.Lang,
		lang.Text{
			En:   "{members} members and observers of UANSR are named, in {point}",
			Hant: "新絲綢之路大學聯盟有 {members} 名已知成員及觀察員，遍及 {point}",
			Hans: "新丝绸之路大学联盟有 {members} 名已知成员及观察员，遍及 {point}",
		},
		lang.Text{En: "{n} countries and regions", Hant: "{n} 個國家及地區", Hans: "{n} 个国家及地区"},
		lang.Args{"members": lang.Int(float64(in.Table.Len())), "n": lang.Int(float64(places))})
}

func beltRoadSummary(in Input) string {
	var most, founders []string
	seen := map[string]bool{}
	for r := range in.Table.Rows {
		if code := in.Table.Str(r, "country_code"); !seen[code] && len(most) < 5 {
			seen[code] = true
			most = append(most, lang.Text{En: "{place} ({n})", Hant: "{place}（{n}）", Hans: "{place}（{n}）"}.With(in.Lang, lang.Args{
				"place": lang.Place(in.Lang, in.Table.Str(r, "place")), "n": lang.Int(in.Table.Value(r, "members")),
			}))
		}
		if in.Table.Str(r, "founder") == "true" {
			founders = append(founders, in.Table.Str(r, "institution"))
		}
	}
	said := []string{lang.Text{
		En: "Most named members: {places}.", Hant: "已知成員最多的地方：{places}。", Hans: "已知成员最多的地方：{places}。",
	}.With(in.Lang, lang.Args{"places": lang.List(in.Lang, most)})}
	if len(founders) > 0 {
		said = append(said, lang.Text{En: "Formed by {names}.", Hant: "由{names}發起。", Hans: "由{names}发起。"}.With(in.Lang, lang.Args{"names": lang.List(in.Lang, founders)}))
	}
	return joined(in.Lang, said)
}
