package chart

import (
	"math"

	"meridian/analytics/finding"
	"meridian/analytics/lang"
	"meridian/analytics/table"
)

const (
	mostArcs   = 50 // more would be a web
	markedArcs = 5  // in the accent
	namedArcs  = 12
)

func mobilityFlows() Chart {
	return Chart{
		ID: "mobility-flows", Subject: Mobility, Kind: Map, Metric: "mobility_by_place", Maps: []string{worldMap},
		Title:    lang.Text{En: "Where exchange students go and come from", Hant: "交流學生的去向和來源", Hans: "交流学生的去向和来源"},
		Subtitle: lang.Text{En: "Exchange students by country or region; width by the square root of their number", Hant: "按國家或地區劃分的交流學生；線寬按人數平方根", Hans: "按国家或地区划分的交流学生；线宽按人数平方根"},
		Note: lang.Text{
			En:   "The 50 places with the most students are drawn; the five largest in the accent. An arc shows how many, not the way they went.",
			Hant: "只繪出人數最多的 50 個地方，首五位以強調色標示。弧線只表示人數，並非實際路線。",
			Hans: "只绘出人数最多的 50 个地方，前五位以强调色标示。弧线只表示人数，并非实际路线。",
		}.And(boundaries),
		Filters: []string{"from", "to", "place", "region", "faculty", "direction", "evidence"},
		Build:   drawMobilityFlows,
	}
}

func drawMobilityFlows(in Input) (Drawing, error) {
	wide, narrow := flowMarks(in, 960, namedArcs), flowMarks(in, 360, markedArcs)
	colour, accent := flowColour(in), in.Theme.Accent
	var l layers
	l.add("lines", "", wide.rest, Option{"lineStyle": Option{"color": colour, "opacity": 0.32}}.Merge(onGeo()))
	l.add("lines", "", wide.top, Option{"lineStyle": Option{"color": accent, "opacity": 0.85}, "z": 3}.Merge(onGeo()))
	l.add("scatter", "", wide.restEnds, flowEnd(in.Theme, colour, in.Theme.Ink2), named("label"))
	l.add("scatter", "", wide.topEnds, flowEnd(in.Theme, accent, accent).Merge(Option{"z": 5, "label": onPlate(in.Theme, accent)}), named("label"))
	l.add("scatter", "", wide.home, flowEnd(in.Theme, in.Theme.Ink, in.Theme.Ink).Merge(Option{
		"symbolSize": 11, "z": 6, "silent": true, "label": onPlate(in.Theme, in.Theme.Ink),
	}), named("label"))
	drawing, err := l.onMap()
	if err != nil {
		return Drawing{}, err
	}
	drawing.Option = drawing.Option.Merge(Option{"tooltip": tooltip(in.Theme), "geo": in.ground(worldMap)}).
		Narrow(480, Option{"series": []Option{
			{}, {}, onGeo().Merge(Option{"data": narrow.restEnds}), onGeo().Merge(Option{"data": narrow.topEnds}), onGeo().Merge(Option{"data": narrow.home}),
		}})
	drawing.Finding, drawing.Summary = flowShare(in), flowSummary(in)
	return drawing, nil
}

// flowEnd is the dot at an arc's end, with its name where one fits.
func flowEnd(t Theme, fill, ink string) Option {
	return Option{
		"itemStyle": Option{"color": fill, "opacity": 1, "borderColor": t.Surface, "borderWidth": 1}, "z": 4,
		"label": halo(t, ink).Merge(Option{"show": true, "distance": 5}),
	}.Merge(onGeo())
}

// onPlate sets a name apart from the arcs it lies on.
func onPlate(t Theme, ink string) Option {
	return plate(t).Merge(Option{"color": ink, "position": nil, "fontSize": sizeText, "fontWeight": 700, "borderWidth": 0, "padding": []int{1, 4}, "textBorderWidth": 0, "distance": 6})
}

// flows are the arcs from home and the dots at their ends, the five largest apart.
type flows struct{ rest, top, restEnds, topEnds, home []item }

// flowMarks draws the largest places, smaller ones first so that larger ones lie on top. The first n
// are named where their names find room on a map so many pixels wide.
func flowMarks(in Input, width float64, n int) (f flows) {
	t := placed(in.Table)
	side := flowSides(in, width, n)
	most := largest(t, "participants")
	for r := min(t.Len(), mostArcs) - 1; r >= 0; r-- {
		share := math.Sqrt(t.Value(r, "participants") / most)
		arc, end := flowArc(in, r, share), flowDot(in, r, share)
		end.Label = Option{"show": false}
		if r < len(side)-1 && side[r+1] != "" {
			end.Label = Option{"show": true, "position": side[r+1]}
		}
		if r < markedArcs {
			f.top, f.topEnds = append(f.top, arc), append(f.topEnds, end)
			continue
		}
		f.rest, f.restEnds = append(f.rest, arc), append(f.restEnds, end)
	}
	f.home = []item{{Title: in.Table.Str(0, "origin"), Value: []any{in.Home.Lng, in.Home.Lat}, Label: Option{"position": side[0]}}}
	if !in.Home.known() { // without a home there is nowhere for an arc to begin
		f.rest, f.top, f.home = nil, nil, nil
	}
	return f
}

// flowSides finds room for the names: home's first, then those of the largest places.
func flowSides(in Input, width float64, n int) []string {
	scale := width / (2 * halfWorld)
	at := func(lng, lat float64, text, prefer string) spot {
		x, y := onWorld(in.Home.world(), lng, lat)
		return spot{x * scale, -y * scale, text, prefer}
	}
	spots := []spot{at(in.Home.Lng, in.Home.Lat, in.Table.Str(0, "origin"), "bottom")}
	for r := range min(n, placed(in.Table).Len()) {
		lng, lat := in.Table.Value(r, "lng"), in.Table.Value(r, "lat")
		prefer := "right"
		if in.curveness(in.Home.Lng, in.Home.Lat, lng, lat) < 0 {
			prefer = "left"
		}
		spots = append(spots, at(lng, lat, flowName(in, r), prefer))
	}
	return sides(spots, -width/2, width/2)
}

func flowName(in Input, r int) string {
	return in.Table.Str(r, "place") + " " + lang.Int(in.Table.Value(r, "participants"))
}

func flowArc(in Input, r int, share float64) item {
	lng, lat := in.Table.Value(r, "lng"), in.Table.Value(r, "lat")
	return item{
		Name: in.Table.Str(r, "place"), Value: in.Table.Value(r, "participants"), Row: row(r),
		Coords:    [][2]any{{in.Home.Lng, in.Home.Lat}, {lng, lat}},
		LineStyle: Option{"width": 0.5 + 4.5*share, "curveness": in.curveness(in.Home.Lng, in.Home.Lat, lng, lat)},
	}
}

func flowDot(in Input, r int, share float64) item {
	t := in.Table
	return item{
		Title: flowName(in, r), Value: []any{t.Value(r, "lng"), t.Value(r, "lat"), t.Value(r, "participants")},
		Row: row(r), SymbolSize: 4 + 6*share,
	}
}

// flowColour is the direction's, where one alone is shown.
func flowColour(in Input) string {
	if direction := shownDirection(in.Table); direction != "" {
		return directionColour(in.Theme, direction)
	}
	return in.Theme.Brand
}

// shownDirection is the direction an answer counts, empty where it counts both.
func shownDirection(t *table.Table) string {
	_, out := t.Num(0, "outbound")
	_, back := t.Num(0, "inbound")
	switch {
	case out && !back:
		return "outbound"
	case back && !out:
		return "inbound"
	}
	return ""
}

// flowShare says how much of all exchange the five largest places hold, where there are many more than five,
// and which is the largest, where a few at most are level.
func flowShare(in Input) finding.Finding {
	all := in.total("participants")
	in.Table = placed(in.Table)
	t := in.Table
	top := sum(t, "participants", markedArcs)
	if t.Len() <= 2*markedArcs || all < finding.Enough {
		return finding.Finding{}
	}
	args := lang.Args{"places": lang.Int(float64(t.Len())), "share": lang.WholePercent(in.Lang, top/all)}
	sentence := lang.Text{
		En: "Five of {places} places hold {point} of exchange", Hant: "{places} 個地方之中，五個佔交流人數的 {point}", Hans: "{places} 个地方之中，五个占交流人数的 {point}",
	}
	if most, told := mostOf(in, allRows(t), "participants", in.place); told {
		args["who"] = most["who"]
		sentence = lang.Text{En: sentence.En + ", led by {who}", Hant: sentence.Hant + "，以{who}居首", Hans: sentence.Hans + "，以{who}居首"}
	}
	return finding.Say(in.Lang, sentence, lang.Text{En: "{share}", Hant: "{share}", Hans: "{share}"}, args)
}

// flowSummary counts the students who went, who came, or both, as the directions shown are.
func flowSummary(in Input) string {
	t := in.Table
	moved := lang.Text{
		En:   "{all} students moved to or from {n} countries and regions.",
		Hant: "往來 {n} 個國家及地區的學生共 {all} 人。",
		Hans: "往来 {n} 个国家及地区的学生共 {all} 人。",
	}
	switch shownDirection(t) {
	case "outbound":
		moved = lang.Text{
			En: "{all} students went to {n} countries and regions.", Hant: "前往 {n} 個國家及地區的學生共 {all} 人。", Hans: "前往 {n} 个国家及地区的学生共 {all} 人。",
		}
	case "inbound":
		moved = lang.Text{
			En: "{all} students came from {n} countries and regions.", Hant: "來自 {n} 個國家及地區的學生共 {all} 人。", Hans: "来自 {n} 个国家及地区的学生共 {all} 人。",
		}
	}
	said := moved.With(in.Lang, lang.Args{"n": lang.Int(float64(placed(t).Len())), "all": lang.Int(in.total("participants"))})
	return joined(in.Lang, append([]string{said}, mostPlaces(in, "participants")...))
}
