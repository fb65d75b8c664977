package chart

import (
	"strconv"

	"meridian/analytics/finding"
	"meridian/analytics/lang"
	"meridian/analytics/table"
)

// labelled is how many of a map's largest marks carry their name.
const labelled = 6

func partnerMap() Chart {
	return Chart{
		ID: "partner-map", Subject: Overview, Kind: Map, Metric: "partners_by_place", Maps: []string{worldMap},
		Title:    lang.Text{En: "Partners around the world", Hant: "全球夥伴分布", Hans: "全球伙伴分布"},
		Subtitle: lang.Text{En: "Partner institutions and organisations by country or region", Hant: "按國家或地區劃分的夥伴院校及機構", Hans: "按国家或地区划分的伙伴院校及机构"},
		Note:     boundaries,
		Filters:  []string{"from", "to", "place", "region", "type", "faculty", "evidence"},
		Build:    drawPartnerMap,
	}
}

// boundaries is what every map says of itself.
var boundaries = lang.Text{
	En:   "Schematic map of countries and regions, not a reviewed map; no position on any boundary is implied.",
	Hant: "國家及地區示意圖，並非經審定的地圖；不代表對任何邊界的立場。",
	Hans: "国家及地区示意图，并非经审定的地图；不代表对任何边界的立场。",
}

func drawPartnerMap(in Input) (Drawing, error) {
	l, under := choropleth(in, "partners")
	drawing, err := l.onGround(under)
	if err != nil {
		return Drawing{}, err
	}
	drawing.Finding, drawing.Summary = partnerReach(in), partnerSummary(in)
	return drawing, nil
}

// plate is a name on a ground of its own: over dark and light areas alike, no halo would do.
func plate(t Theme) Option {
	return Option{
		"show": true, "position": "inside", "color": t.Ink, "fontSize": sizeSmall, "fontWeight": 600,
		"backgroundColor": t.Surface, "borderColor": t.Rule, "borderWidth": 1, "borderRadius": 3, "padding": []int{2, 5},
	}
}

// onGeo places a series by longitude and latitude.
func onGeo() Option { return Option{"coordinateSystem": "geo"} }

// partnerSummary tells how many partners there are, in how many places, and where most are.
func partnerSummary(in Input) string {
	t := in.Table
	said := lang.Text{
		En:   "{partners} partners in {n} countries and regions.",
		Hant: "{n} 個國家及地區共有 {partners} 個夥伴。",
		Hans: "{n} 个国家及地区共有 {partners} 个伙伴。",
	}.With(in.Lang, lang.Args{"partners": lang.Int(sum(t, "partners", t.Len())), "n": lang.Int(float64(placed(t).Len()))})
	return joined(in.Lang, append([]string{said}, mostPlaces(in, "partners")...))
}

// southernmost is how far south the maps of the world reach.
const southernmost = -60

// placeMarks gives a choropleth's three layers, of places that have something of a measure: areas, dots for places too small to see, names of the largest.
func placeMarks(t *table.Table, measure string) (areas, dots, names []item) {
	t = placed(t)
	for r := range t.Rows {
		value := t.Value(r, measure)
		if value <= 0 { // the ground shows: nothing is there
			continue
		}
		areas = append(areas, item{Name: t.Str(r, "country_code"), Title: t.Str(r, "place"), Value: value, Row: row(r)})
		at := []any{t.Value(r, "lng"), t.Value(r, "lat"), value}
		if t.Str(r, "small") == strconv.FormatBool(true) && t.Value(r, "lat") > southernmost {
			dots = append(dots, item{Title: t.Str(r, "place"), Value: at, Row: row(r)})
		}
		if r < labelled {
			names = append(names, item{Title: t.Str(r, "place") + " " + lang.Int(value), Value: at})
		}
	}
	return areas, dots, names
}

// partnerReach says how far the network reaches and where most of it stands, if it stands in a few places.
func partnerReach(in Input) finding.Finding {
	in.Table = placed(in.Table)
	t := in.Table
	if t.Len() < 2 {
		return finding.Finding{}
	}
	args := lang.Args{"places": lang.Int(float64(t.Len()))}
	reach := lang.Text{En: "{places} countries and regions", Hant: "{places} 個國家及地區", Hans: "{places} 个国家及地区"}
	most, told := mostOf(in, allRows(t), "partners", in.place)
	if !told {
		return finding.Say(in.Lang, lang.Text{En: "Partners in {point}", Hant: "夥伴遍及 {point}", Hans: "伙伴遍及 {point}"}, reach, args)
	}
	args["who"] = most["who"]
	return finding.Say(in.Lang,
		lang.Text{
			En:   "Partners in {point}, the most in {who}",
			Hant: "夥伴遍及 {point}，以{who}為最多",
			Hans: "伙伴遍及 {point}，以{who}为最多",
		}, reach, args)
}
