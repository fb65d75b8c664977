package chart

import (
	"math"

	"meridian/analytics/finding"
	"meridian/analytics/lang"
)

// choropleth shades the world's places by a measure, with dots for those too small to see and the names of the
// largest.
func choropleth(in Input, measure string) (l layers, under Option) {
	areas, dots, names := placeMarks(placed(in.Table), measure)
	l.add("map", in.Table.Label(measure), areas, Option{"geoIndex": 0})
	l.add("scatter", "", dots, onGeo().Merge(Option{
		"symbolSize": 9, "itemStyle": Option{"opacity": 1, "borderColor": in.Theme.Muted, "borderWidth": 1},
	}))
	l.add("scatter", "", names, onGeo().Merge(Option{
		"symbolSize": 0.1, "silent": true, "itemStyle": Option{"color": "transparent", "opacity": 1}, "labelLayout": Option{"hideOverlap": true}, "z": 5,
		"label": plate(in.Theme),
	}), named("label"))
	legend := ranges(in, largest(placed(in.Table), measure))
	legend["seriesIndex"] = []int{0, 1}
	ground := in.ground(worldMap)
	if centre, zoom, near := nearby(in); near {
		ground["center"], ground["zoom"], ground["clip"] = centre, zoom, true
	}
	return l, Option{"tooltip": tooltip(in.Theme), "geo": ground, "visualMap": []Option{legend}}
}

// onGround draws the layers of a choropleth over its ground, the legend closer together where it is narrow.
func (l *layers) onGround(under Option) (Drawing, error) {
	drawing, err := l.onMap()
	if err != nil {
		return Drawing{}, err
	}
	drawing.Option = drawing.Option.Merge(under).Narrow(480, Option{"visualMap": []Option{{"itemWidth": 10, "itemGap": 4, "textGap": 3}}})
	return drawing, nil
}

// nearby is the part of the world that all places of an answer lie in, where that is a small one: its middle, and how
// far the map has to be enlarged.
func nearby(in Input) (centre [2]float64, zoom float64, near bool) {
	const halfHeight, margin, most = 1.31, 0.72, 6
	t := placed(in.Table)
	if t.Len() < 3 {
		return centre, 1, false
	}
	west, east, south, north := math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)
	left, right, low, high := west, east, south, north
	for r := range t.Rows {
		lng, lat := t.Value(r, "lng"), t.Value(r, "lat")
		x, y := onWorld(in.Home.world(), lng, lat)
		west, east, south, north = min(west, lng), max(east, lng), min(south, lat), max(north, lat)
		left, right, low, high = min(left, x), max(right, x), min(low, y), max(high, y)
	}
	zoom = min(margin*2*halfWorld/(right-left), margin*2*halfHeight/(high-low), most)
	return [2]float64{(west + east) / 2, (south + north) / 2}, zoom, zoom >= 1.8 && east-west < 180
}

func copublicationPlaces() Chart {
	note := oncePerPair.And(lang.Text{
		En:   "With a place chosen, the map shows those that write with it.",
		Hant: "選定地方時，地圖顯示與之合著的地方。",
		Hans: "选定地方时，地图显示与之合著的地方。",
	}).And(boundaries)
	return Chart{
		ID: "copublication-places", Subject: Overview, Kind: Map, Metric: "copublication_places", Maps: []string{worldMap},
		Title:    lang.Text{En: "Joint works around the world", Hant: "全球合著作品分布", Hans: "全球合著作品分布"},
		Subtitle: lang.Text{En: "Works written with authors elsewhere, by country or region", Hant: "按國家或地區劃分、與外地作者合著的作品", Hans: "按国家或地区划分、与外地作者合著的作品"},
		Note:     note,
		Filters:  networkFields(),
		Build: func(in Input) (Drawing, error) {
			drawing, err := drawPlaces(in, "works", lang.Text{
				En: "Joint works with authors in {n} countries and regions.", Hant: "合著作者遍及 {n} 個國家及地區。", Hans: "合著作者遍及 {n} 个国家及地区。",
			}, lang.Text{
				En:   "Joint works in {point}, the most in {who}",
				Hant: "合著作品遍及 {point}，以{who}為最多",
				Hans: "合著作品遍及 {point}，以{who}为最多",
			})
			drawing.Note = withCounted(in, note)
			return drawing, err
		},
	}
}

func institutionsByPlace() Chart {
	return Chart{
		ID: "institutions-by-place", Subject: Overview, Kind: Map, Metric: "institutions_by_place", Maps: []string{worldMap},
		Title:    lang.Text{En: "Institutions around the world", Hant: "全球院校分布", Hans: "全球院校分布"},
		Subtitle: lang.Text{En: "Institutions listed, by country or region", Hant: "按國家或地區列出的院校", Hans: "按国家或地区列出的院校"},
		Note:     boundaries,
		Filters:  []string{"place", "region", "evidence"},
		Build: func(in Input) (Drawing, error) {
			return drawPlaces(in, "institutions", lang.Text{
				En: "{all} institutions in {n} countries and regions.", Hant: "{n} 個國家及地區共有 {all} 所院校。", Hans: "{n} 个国家及地区共有 {all} 所院校。",
			}, lang.Text{
				En:   "Institutions in {point}, the most in {who}",
				Hant: "院校遍及 {point}，以{who}為最多",
				Hans: "院校遍及 {point}，以{who}为最多",
			})
		},
	}
}

// drawPlaces draws a measure of places as a choropleth. The summary's {n} counts the places, its {all} adds them up.
func drawPlaces(in Input, measure string, summary, sentence lang.Text) (Drawing, error) {
	l, under := choropleth(in, measure)
	drawing, err := l.onGround(under)
	if err != nil {
		return Drawing{}, err
	}
	drawing.Finding = placesReached(in, measure, sentence)
	said := summary.With(in.Lang, lang.Args{
		"n": lang.Int(float64(placed(in.Table).Len())), "all": lang.Int(in.total(measure)),
	})
	drawing.Summary = joined(in.Lang, append([]string{said}, mostPlaces(in, measure)...))
	return drawing, nil
}

// placesReached counts the places and names the one with the most, or the few that are level.
func placesReached(in Input, measure string, sentence lang.Text) finding.Finding {
	t := placed(in.Table)
	most, told := mostOf(in, allRows(t), measure, in.place)
	if t.Len() < 2 || !told {
		return finding.Finding{}
	}
	return finding.Say(in.Lang, sentence,
		lang.Text{En: "{places} countries and regions", Hant: "{places} 個國家及地區", Hans: "{places} 个国家及地区"},
		lang.Args{"places": lang.Int(float64(t.Len())), "who": most["who"]})
}
