package chart

import (
	"math"

	"meridian/analytics/finding"
	"meridian/analytics/lang"
)

func collaborationMap() Chart {
	return Chart{
		ID: "collaboration-map", Subject: Collaboration, Kind: Map, Metric: "projects_by_place", Maps: []string{worldMap},
		Title:    lang.Text{En: "Projects around the world", Hant: "全球合作項目", Hans: "全球合作项目"},
		Subtitle: lang.Text{En: "Projects by the partner's country or region; the circle's area shows the number", Hant: "按夥伴所在國家或地區劃分的項目，圓形面積代表數目", Hans: "按伙伴所在国家或地区划分的项目，圆形面积代表数目"},
		Note:     boundaries,
		Filters:  []string{"from", "to", "place", "region", "type", "faculty", "evidence"},
		Build:    drawCollaborationMap,
	}
}

// fewest is the least number that the largest circle stands for: a handful of projects should not fill a continent.
const fewest = 50

func drawCollaborationMap(in Input) (Drawing, error) {
	t := placed(in.Table)
	reach := projectReach(in)
	var circles, names []item
	for r := range t.Rows {
		n := t.Value(r, "projects")
		circle := item{
			Title: t.Str(r, "place") + " " + lang.Int(n), Row: row(r), Value: []any{t.Value(r, "lng"), t.Value(r, "lat"), n, math.Sqrt(n)},
		}
		if r == 0 {
			circle.Label = Option{"show": true, "position": "left"}
		} else if r < labelled {
			names = append(names, item{Title: circle.Title, Value: circle.Value, Label: Option{"position": seaward(t.Value(r, "lng"))}})
		}
		if r == 0 && !reach.Empty() {
			circle.ItemStyle = Option{"color": in.Theme.Accent, "opacity": 0.8}
			circle.Label["color"] = in.Theme.Accent
		}
		circles = append(circles, circle)
	}
	label := halo(in.Theme, in.Theme.Ink).Merge(Option{"distance": 4, "fontWeight": 600, "opacity": 1})
	var l layers
	l.add("scatter", t.Label("projects"), circles, onGeo().Merge(Option{
		"z": 3, "label": label, "labelLayout": Option{"hideOverlap": true},
		"itemStyle": Option{"color": in.Theme.hue(0), "opacity": 0.72, "borderColor": in.Theme.Surface, "borderWidth": 1},
		"emphasis":  Option{"itemStyle": Option{"opacity": 1}, "label": Option{"show": true}},
	}), named("label"))
	l.add("scatter", "", names, onGeo().Merge(bare()).Merge(Option{
		"z": 4, "label": label.Merge(Option{"show": true}), "labelLayout": Option{"hideOverlap": true},
	}), named("label"))
	drawing, err := l.onMap()
	if err != nil {
		return Drawing{}, err
	}
	most := math.Sqrt(math.Max(largest(t, "projects"), fewest))
	drawing.Option = drawing.Option.Merge(Option{
		"tooltip": tooltip(in.Theme), "geo": in.ground(worldMap),
		// Dimension 3 is the root of the count: the area of a circle, not its width, grows with the number.
		"visualMap": []Option{{
			"show": false, "type": "continuous", "seriesIndex": []int{0, 1}, "dimension": 3, "min": 0, "max": most,
			"inRange": Option{"symbolSize": []float64{0, 64}},
		}},
	}).Narrow(480, Option{"series": []Option{{}, {"label": Option{"show": false}}}, "visualMap": []Option{{"inRange": Option{"symbolSize": []float64{0, 36}}}}})
	drawing.Finding, drawing.Summary = reach, projectPlacesInWords(in)
	return drawing, nil
}

// seaward is the side of a circle its name stands on: Europe's west has the Atlantic on its left.
func seaward(lng float64) string {
	if lng > -30 && lng < 6 {
		return "left"
	}
	return "right"
}

// projectReach says in how many places the projects are and which has the most, where one leads.
func projectReach(in Input) finding.Finding {
	t := placed(in.Table)
	if t.Len() < 3 || t.Value(0, "projects") < finding.Enough || !leads(t, 0, "projects") {
		return finding.Finding{}
	}
	return finding.Say(in.Lang,
		lang.Text{
			En:   "{point} of projects, over {n} countries and regions",
			Hant: "項目遍及 {n} 個國家及地區，{point}",
			Hans: "项目遍及 {n} 个国家及地区，{point}",
		},
		lang.Text{En: "{place}: {share}", Hant: "{place}佔 {share}", Hans: "{place}占 {share}"},
		lang.Args{"n": lang.Int(float64(t.Len())), "place": t.Str(0, "place"), "share": lang.WholePercent(in.Lang, t.Value(0, "project_share"))})
}

func projectPlacesInWords(in Input) string {
	said := lang.Text{
		En:   "Projects in {n} countries and regions.",
		Hant: "項目分布於 {n} 個國家及地區。",
		Hans: "项目分布于 {n} 个国家及地区。",
	}.With(in.Lang, lang.Args{"n": lang.Int(float64(placed(in.Table).Len()))})
	return joined(in.Lang, append([]string{said}, mostPlaces(in, "projects")...))
}
