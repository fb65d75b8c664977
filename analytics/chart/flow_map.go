package chart

import (
	"math"

	"meridian/analytics/finding"
	"meridian/analytics/lang"
)

// originArcs is how many places an arc leads to from where most of their people come.
const originArcs = 25

func flowMap() Chart {
	return Chart{
		ID: "flow-map", Subject: Overview, Kind: Map, Metric: "flow_by_place", Maps: []string{worldMap},
		Title:    lang.Text{En: "Where people go, and where most come from", Hant: "人往何處，主要來自何處", Hans: "人往何处，主要来自何处"},
		Subtitle: lang.Text{En: "People who came to each country or region; an arc from where most came", Hant: "前往各國家或地區的人數；弧線自最多人的來源地畫出", Hans: "前往各国家或地区的人数；弧线自最多人的来源地画出"},
		Note:     flowMapNote,
		Filters:  networkFields(),
		Build:    drawFlowMap,
	}
}

var flowMapNote = lang.Text{
	En:   "Arcs lead to the 25 places most went to, each from its main origin, as wide as the square root of their number; the five largest in the accent. With a place chosen, the map tells of moves to and from it.",
	Hant: "弧線由主要來源地通往人數最多的 25 個目的地，線寬按人數平方根，首五條以強調色標示。選定地方時，地圖顯示往來該地的人數。",
	Hans: "弧线由主要来源地通往人数最多的 25 个目的地，线宽按人数平方根，前五条以强调色标示。选定地方时，地图显示往来该地的人数。",
}.And(eachYear).And(boundaries)

func drawFlowMap(in Input) (Drawing, error) {
	l, under := choropleth(in, "incoming")
	rest, top := originLines(in)
	l.add("lines", "", rest, Option{"lineStyle": Option{"color": in.Theme.Ink, "opacity": 0.3}, "z": 3}.Merge(onGeo()))
	l.add("lines", "", top, Option{"lineStyle": Option{"color": in.Theme.Accent, "opacity": 0.9}, "z": 4}.Merge(onGeo()))
	drawing, err := l.onGround(under)
	if err != nil {
		return Drawing{}, err
	}
	drawing.Finding, drawing.Summary, drawing.Note = commonOrigin(in), flowMapTold(in), withCounted(in, flowMapNote)
	return drawing, nil
}

// originLines are the arcs from each place's main origin, the five with the most people apart.
func originLines(in Input) (rest, top []item) {
	t := placed(in.Table)
	var rows []int
	for r := range min(originArcs, t.Len()) {
		if t.Value(r, "from_origin") > 0 {
			rows = append(rows, r)
		}
	}
	order := map[int]int{}
	most := 0.0
	for _, r := range rows {
		most = max(most, t.Value(r, "from_origin"))
		order[r] = countAbove(rows, t.Value(r, "from_origin"), func(r int) float64 { return t.Value(r, "from_origin") })
	}
	for _, r := range rows {
		from := [2]float64{t.Value(r, "origin_lng"), t.Value(r, "origin_lat")}
		to := [2]float64{t.Value(r, "lng"), t.Value(r, "lat")}
		arc := item{
			Name: t.Str(r, "main_origin") + " → " + t.Str(r, "place"), Value: t.Value(r, "from_origin"), Row: row(r),
			Coords: [][2]any{{from[0], from[1]}, {to[0], to[1]}},
			LineStyle: Option{
				"width": 0.5 + 4*math.Sqrt(t.Value(r, "from_origin")/most), "curveness": in.curveness(from[0], from[1], to[0], to[1]),
			},
		}
		if order[r] < markedArcs {
			top = append(top, arc)
			continue
		}
		rest = append(rest, arc)
	}
	return rest, top
}

// countAbove counts the rows whose value is above one.
func countAbove(rows []int, value float64, of func(r int) float64) (n int) {
	for _, r := range rows {
		if of(r) > value {
			n++
		}
	}
	return n
}

// firstDestinations is among how many of the places most go to a common origin is looked for.
const firstDestinations = 20

// commonOrigin names the place that is the main origin of the most of the largest destinations, where it is that of a
// quarter of them at least and no other is of as many.
func commonOrigin(in Input) finding.Finding {
	t := placed(in.Table)
	of, asked := map[string]int{}, 0
	best, second := "", ""
	for r := range min(firstDestinations, t.Len()) {
		if name := t.Str(r, "main_origin"); name != "" && t.Value(r, "incoming") >= finding.Enough {
			of[name]++
			asked++
		}
	}
	for _, name := range t.Distinct("main_origin") {
		switch n := of[name]; {
		case n == 0:
		case best == "" || n > of[best]:
			best, second = name, best
		case second == "" || n > of[second]:
			second = name
		}
	}
	if asked < firstDestinations || of[best] < firstDestinations/4 || second != "" && of[second] == of[best] {
		return finding.Finding{}
	}
	return finding.Say(in.Lang,
		lang.Text{
			En:   "{place} is the main origin in {point}",
			Hant: "在 {all} 個最大目的地之中，{place}是其中 {point}的首要來源",
			Hans: "在 {all} 个最大目的地之中，{place}是其中 {point}的首要来源",
		},
		lang.Text{En: "{n} of the {all} largest destinations", Hant: "{n} 個", Hans: "{n} 个"},
		lang.Args{"place": lang.Capital(lang.Place(in.Lang, best)), "n": lang.Int(float64(of[best])), "all": lang.Int(firstDestinations)})
}

func flowMapTold(in Input) string {
	exact := in.counted()
	came := countWhere(exact, func(r int) bool {
		return exact.Value(r, "incoming") > 0 && exact.Str(r, "country_code") != unstatedPlace
	})
	left := countWhere(exact, func(r int) bool {
		return exact.Value(r, "outgoing") > 0 && exact.Str(r, "country_code") != unstatedPlace
	})
	said := []string{lang.Text{
		En:   "Counted once a year, {all} people came to {came} countries and regions; people left {left}.",
		Hant: "每年各計一次，前往 {came} 個國家及地區的共 {all} 人次；有人離開的國家及地區有 {left} 個。",
		Hans: "每年各计一次，前往 {came} 个国家及地区的共 {all} 人次；有人离开的国家及地区有 {left} 个。",
	}.With(in.Lang, lang.Args{
		"all": lang.Int(in.total("incoming")), "came": lang.Int(float64(came)), "left": lang.Int(float64(left)),
	})}
	return joined(in.Lang, append(said, mostPlaces(in, "incoming")...))
}
