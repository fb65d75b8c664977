package chart

import (
	"cmp"
	"slices"

	"meridian/analytics/finding"
	"meridian/analytics/lang"
	"meridian/analytics/table"
)

func mainlandMap() Chart {
	return Chart{
		ID: "china-map", Subject: Mainland, Kind: Map, Metric: "mainland_presence", Maps: []string{chinaMap, seaMap},
		Title:    lang.Text{En: "Partners and establishments on the Chinese mainland", Hant: "內地夥伴及據點", Hans: "内地伙伴及据点"},
		Subtitle: lang.Text{En: "Partners on the Chinese mainland by province, municipality or autonomous region; dots are establishments", Hant: "中國內地夥伴數目，按省、直轄市及自治區劃分；圓點為據點", Hans: "中国内地伙伴数目，按省、直辖市及自治区划分；圆点为据点"},
		Note: lang.Text{
			En:   "Establishments are those of the data set's day, whatever years are chosen.",
			Hant: "據點以數據截止日為準，不受所選學年影響。",
			Hans: "据点以数据截止日为准，不受所选学年影响。",
		}.And(boundaries),
		Filters: []string{"from", "to", "type", "faculty", "evidence"},
		Build:   drawMainlandMap,
	}
}

func drawMainlandMap(in Input) (Drawing, error) {
	t := in.Table
	most := leading(t, "partners")
	var l layers
	l.add("map", t.Label("partners"), provinceAreas(t), Option{"geoIndex": 0})
	label := halo(in.Theme, in.Theme.Ink).Merge(Option{"show": true, "distance": 7, "fontWeight": 600})
	l.add("scatter", t.Label("establishment"), establishmentDots(in, true), onGeo().Merge(Option{
		"symbolSize": 11, "z": 5, "label": label,
		"itemStyle": Option{"color": in.Theme.Accent, "opacity": 1, "borderColor": in.Theme.Surface, "borderWidth": 2},
	}), named("label"))
	// On a narrow page the cities' names stand alone.
	short := generic(label).(map[string]any)
	short["show"], short["fontSize"] = false, sizeSmall
	l.add("scatter", "", establishmentDots(in, false), onGeo().Merge(bare()).Merge(Option{"symbolSize": 11, "z": 4, "label": short}), named("label"))
	l.add("scatter", "", []item{{Title: seaName.In(in.Lang), Value: []any{seaFootLng, seaFootLat}}}, onGeo().Merge(bare()).Merge(Option{
		"geoIndex": 1, "label": Option{"show": true, "position": "bottom", "distance": 4, "color": in.Theme.Ink2, "fontSize": sizeSmall},
	}), named("label"))
	drawing, err := l.onMap()
	if err != nil {
		return Drawing{}, err
	}
	drawing.Option = drawing.Option.Merge(Option{
		"tooltip": tooltip(in.Theme), "visualMap": []Option{ranges(in, t.Value(most, "partners"))},
		"geo": []Option{in.ground(chinaMap).Merge(Option{"bottom": 28}), seaInset(in)},
	}).Narrow(560, Option{
		"geo":       []Option{{"bottom": 96, "right": 56}, {"width": 64, "height": 82, "bottom": 40, "right": 34}},
		"visualMap": []Option{{"itemWidth": 10, "itemGap": 6, "textGap": 3}},
		"series":    []Option{{}, {"label": Option{"show": false}}, {"label": Option{"show": true}}},
	})
	drawing.Finding, drawing.Summary = foothold(in), footholdInWords(in)
	return drawing, nil
}

var seaName = lang.Text{En: "South China Sea Islands", Hant: "南海諸島", Hans: "南海诸岛"}

// The middle of the inset's lower edge: its name stands under it.
const seaFootLng, seaFootLat = 114.55, 2.95

// seaInset is the South China Sea in a frame of its own, at the lower right.
func seaInset(in Input) Option {
	inset := geo(in.Theme, seaMap).Merge(Option{"roam": false, "width": 96, "height": 121, "right": 18, "bottom": 30, "silent": true})
	delete(inset, "left")
	delete(inset, "top")
	return inset
}

// provinceAreas are the provinces with partners; a province is drawn once however many establishments it has.
func provinceAreas(t *table.Table) []item {
	var areas []item
	for r := range t.Rows {
		if n, ok := t.Num(r, "partners"); ok {
			areas = append(areas, item{Name: t.Str(r, "subdivision"), Title: t.Str(r, "province"), Value: n, Row: row(r)})
		}
	}
	return areas
}

// eastern is the longitude from which a label has the sea on its right.
const eastern = 112

// establishmentDots are the establishments, each with its city and, where there is room, its kind.
// Labels of the coast run out to sea.
func establishmentDots(in Input, roomy bool) []item {
	t := in.Table
	var dots []item
	for r := range t.Rows {
		if t.Str(r, "establishment_id") == "" {
			continue
		}
		position := "left"
		if t.Value(r, "lng") > eastern {
			position = "right"
		}
		title := t.Str(r, "city")
		if kind := t.Str(r, "establishment_kind"); roomy && kind != "" {
			title += " · " + kind
		}
		dots = append(dots, item{
			Title: title, Value: []any{t.Value(r, "lng"), t.Value(r, "lat")}, Row: row(r), Label: Option{"position": position},
		})
	}
	apart(dots)
	return dots
}

// apart moves labels on the same side away from each other: cities a degree apart are closer on the map than two lines of text.
func apart(dots []item) {
	const degree, height = 8.5, 17.0 // pixels on a map of the usual size: a degree of latitude, a line of text
	for _, side := range []string{"left", "right"} {
		var column []item
		for _, d := range dots {
			if d.Label["position"] == side {
				column = append(column, d)
			}
		}
		latitude := func(d item) float64 { return d.Value.([]any)[1].(float64) }
		slices.SortFunc(column, func(a, b item) int { return cmp.Compare(latitude(b), latitude(a)) })
		for i := 1; i < len(column); i++ {
			gap := height - degree*(latitude(column[i-1])-latitude(column[i]))
			if gap > 0 {
				column[i-1].Label["offset"] = []float64{0, -gap / 2}
				column[i].Label["offset"] = []float64{0, gap / 2}
			}
		}
	}
}

// footprint counts the partners, the provinces they are in and the establishments.
func footprint(t *table.Table) (partners, provinces, establishments float64) {
	for r := range t.Rows {
		if n, ok := t.Num(r, "partners"); ok {
			partners, provinces = partners+n, provinces+1
		}
		if t.Str(r, "establishment_id") != "" {
			establishments++
		}
	}
	return partners, provinces, establishments
}

// foothold says what the map shows in one line; without establishments or partners there is nothing to say.
func foothold(in Input) finding.Finding {
	partners, provinces, establishments := footprint(in.Table)
	if partners < 2 || provinces < 2 || establishments < 2 {
		return finding.Finding{}
	}
	return finding.Say(in.Lang,
		lang.Text{
			En:   "{point} among {partners} partners in {provinces} provincial-level divisions",
			Hant: "{provinces} 個省級行政區共 {partners} 個夥伴，當中設有 {point}",
			Hans: "{provinces} 个省级行政区共 {partners} 个伙伴，当中设有 {point}",
		},
		lang.Text{En: "{establishments} establishments", Hant: "{establishments} 個據點", Hans: "{establishments} 个据点"},
		footprintArgs(partners, provinces, establishments))
}

func footprintArgs(partners, provinces, establishments float64) lang.Args {
	return lang.Args{"partners": lang.Int(partners), "provinces": lang.Int(provinces), "establishments": lang.Int(establishments)}
}

func footholdInWords(in Input) string {
	args := footprintArgs(footprint(in.Table))
	said := []string{lang.Text{
		En:   "Establishments: {establishments}.",
		Hant: "據點：{establishments} 個。",
		Hans: "据点：{establishments} 个。",
	}.With(in.Lang, args)}
	if most, told := mostOf(in, allRows(in.Table), "partners", in.named("province")); told {
		said = append([]string{lang.Text{
			En:   "The most: {who}, {n}.",
			Hant: "以{who}最多，{each}有 {n} 個。",
			Hans: "以{who}最多，{each}有 {n} 个。",
		}.With(in.Lang, most)}, said...)
	}
	return joined(in.Lang, append([]string{lang.Text{
		En:   "{partners} mainland partners in {provinces} provincial-level divisions.",
		Hant: "{partners} 個內地夥伴分布於 {provinces} 個省、直轄市及自治區。",
		Hans: "{partners} 个内地伙伴分布于 {provinces} 个省、直辖市及自治区。",
	}.With(in.Lang, args)}, said...))
}
