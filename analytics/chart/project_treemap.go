package chart

import (
	"math"
	"slices"
	"strings"

	"meridian/analytics/finding"
	"meridian/analytics/lang"
	"meridian/analytics/table"
)

func projectTreemap() Chart {
	return Chart{
		ID: "project-treemap", Subject: Collaboration, Kind: Treemap, Metric: "projects_by_partner",
		Title:    lang.Text{En: "Where the projects are", Hant: "項目的地區分布", Hans: "项目的地区分布"},
		Subtitle: lang.Text{En: "Projects by region, place and partner; area shows the number", Hant: "按地區、所在地及夥伴劃分的項目，面積代表數目", Hans: "按地区、所在地及伙伴划分的项目，面积代表数目"},
		Note:     opensPlaces,
		Filters:  []string{"from", "to", "place", "region", "type", "faculty", "evidence"},
		Build:    drawProjectTreemap,
	}
}

var (
	opensPlaces = lang.Text{
		En: "Open a place to see its partners.", Hant: "點選一地可查看其夥伴。", Hans: "点选一地可查看其伙伴。",
	}
	byProvince = lang.Text{
		En:   "The Chinese mainland is divided by provincial-level division, other regions by country or region.",
		Hant: "中國內地按省級行政區劃分，其他地區按國家或地區劃分。",
		Hans: "中国内地按省级行政区划分，其他地区按国家或地区划分。",
	}
)

func drawProjectTreemap(in Input) (Drawing, error) {
	var tiles layers
	tiles.add("treemap", in.Table.Label("projects"), regionTiles(in), Option{
		"left": 0, "right": 0, "top": 0, "bottom": 30, "roam": false, "leafDepth": 2, "drillDownIcon": "", "visibleMin": 1, "squareRatio": 1.2,
		"label":      Option{"show": true, "fontSize": sizeSmall, "overflow": "break", "lineHeight": 15, "position": "insideTopLeft", "padding": []int{4, 0, 0, 4}},
		"upperLabel": Option{"show": true, "height": 24, "fontSize": sizeText, "fontWeight": 600, "color": in.Theme.Ink, "overflow": "truncate"},
		"levels": []Option{
			{"itemStyle": Option{"borderColor": in.Theme.Surface, "borderWidth": 0, "gapWidth": 5}, "upperLabel": Option{"show": false}},
			{"itemStyle": Option{"borderColor": in.Theme.Surface, "borderWidth": 0, "gapWidth": 1}},
			{"itemStyle": Option{"borderColor": in.Theme.Surface, "borderWidth": 0, "gapWidth": 1}, "upperLabel": Option{"show": true}},
		},
		"breadcrumb": Option{
			"left": 0, "bottom": 0, "height": 24,
			"itemStyle": Option{"color": in.Theme.Sunk, "borderColor": in.Theme.Rule, "borderWidth": 1, "textStyle": Option{"color": in.Theme.Ink2, "fontSize": sizeSmall}},
			"emphasis":  Option{"itemStyle": Option{"color": in.Theme.Rule}},
		},
	}, named("label"), named("upperLabel"))
	drawing, err := tiles.onPlane()
	if err != nil {
		return Drawing{}, err
	}
	drawing.Option = drawing.Option.Merge(Option{"tooltip": tooltip(in.Theme)}).
		Narrow(560, Option{"series": []Option{{"label": Option{"overflow": "truncate"}}}})
	drawing.Finding, drawing.Summary = regionLead(in), regionsInWords(in)
	if in.Table.Find(map[string]string{"region": "mainland"}) >= 0 {
		drawing.Note = byProvince.And(opensPlaces).In(in.Lang)
	}
	return drawing, nil
}

// regionTiles are the regions, their places and their partners, in the order of the rows.
// The five regions with the most projects stand for themselves, the rest share a frame.
func regionTiles(in Input) []item {
	t := in.Table
	lead := !regionLead(in).Empty()
	ids := t.Distinct("region")
	var regions []item
	for r := range t.Rows {
		at := min(slices.Index(ids, t.Str(r, "region")), framed)
		if at == len(regions) {
			regions = append(regions, regionTile(in, r, at, lead && at == 0))
		}
		region := &regions[at]
		if r == 0 || t.Str(r, "area") != t.Str(r-1, "area") || t.Str(r, "region") != t.Str(r-1, "region") {
			region.Children = append(region.Children, areaTile(in, r, in.Theme.frameColour(at)))
		}
		area := &region.Children[len(region.Children)-1]
		area.Children = append(area.Children, item{
			Name: t.Str(r, "institution"), Title: counted(t.Str(r, "institution"), t.Value(r, "projects")), Value: t.Value(r, "projects"),
			Row: row(r), ItemStyle: area.ItemStyle, Label: Option{"color": area.Label["color"], "overflow": "truncate"},
		})
	}
	return regions
}

// framed is how many regions have a frame of their own.
const framed = 5

// frameColour is the colour of the nth frame: five colours, then one grey.
func (t Theme) frameColour(n int) string {
	if hues := t.hues(); n < len(hues) {
		return hues[n]
	}
	return t.Edge
}

// regionTile is a region's frame, named in its head.
func regionTile(in Input, r, at int, marked bool) item {
	t := in.Table
	tile := item{
		Name: t.Str(r, "region_name"), Title: counted(t.Str(r, "region_name"), t.Value(r, "region_projects")),
		ItemStyle: Option{"color": in.Theme.frameColour(at)}, Label: Option{"color": on(in.Theme.frameColour(at))},
	}
	if at == framed && at < len(t.Distinct("region"))-1 {
		tile.Name = lang.Text{En: "Other regions", Hant: "其他地區", Hans: "其他地区"}.In(in.Lang)
		tile.Title = tile.Name
	}
	if marked {
		tile.UpperLabel = Option{"color": in.Theme.Accent}
	}
	return tile
}

// room reports whether a tile has room for its name: tiles are about square, but slender in a small frame.
func room(name string, share, regionShare float64) bool {
	const surface, square = 340_000, 0.65 // of a picture of the usual size, in pixels
	if share < 0.011 || (regionShare < 0.08 && share < 0.02) {
		return false
	}
	longest := 0.0
	for _, word := range strings.Fields(name) {
		longest = max(longest, textWidth(word, sizeSmall))
	}
	return longest <= square*math.Sqrt(share*surface)
}

// areaTile is a place's tile; its value is the sum of its partners'.
func areaTile(in Input, r int, colour string) item {
	t := in.Table
	n, regionShare := t.Value(r, "area_projects"), t.Value(r, "region_share")
	share := n * regionShare / t.Value(r, "region_projects")
	return item{
		Name: t.Str(r, "area_name"), Title: counted(t.Str(r, "area_name"), n),
		ItemStyle: Option{"color": colour}, Label: Option{"color": on(colour), "show": room(t.Str(r, "area_name"), share, regionShare)},
	}
}

func counted(name string, n float64) string { return name + " " + lang.Int(n) }

// regionLead names a region that holds at least a third of the projects.
func regionLead(in Input) finding.Finding {
	t := in.Table
	share := t.Value(0, "region_share")
	if share < 1.0/3 || share >= 1 || t.Str(0, "region") == unstatedRegion || t.Value(0, "region_projects") < finding.Enough {
		return finding.Finding{}
	}
	return finding.Say(in.Lang,
		lang.Text{
			En:   "{region}: {point}",
			Hant: "{region}{point}",
			Hans: "{region}{point}",
		},
		lang.Text{En: "{share} of all projects", Hant: "佔全部項目 {share}", Hans: "占全部项目 {share}"},
		lang.Args{"region": t.Str(0, "region_name"), "share": lang.WholePercent(in.Lang, share)})
}

// areaCount is how many places and provinces the rows are in.
func areaCount(t *table.Table) float64 {
	n := 0
	for _, area := range t.Distinct("area") {
		if area != unstatedPlace {
			n++
		}
	}
	return float64(n)
}

func regionsInWords(in Input) string {
	t := in.Table
	said := []string{lang.Text{
		En:   "Regions: {regions}; places: {areas}; partners: {partners}.",
		Hant: "與 {partners} 個夥伴的項目，分布於 {regions} 個地區的 {areas} 處。",
		Hans: "与 {partners} 个伙伴的项目，分布于 {regions} 个地区的 {areas} 处。",
	}.With(in.Lang, lang.Args{
		"partners": lang.Int(float64(len(t.Distinct("institution_id")))), "areas": lang.Int(areaCount(t)),
		"regions": lang.Int(regionCount(t)),
	})}
	regions := inRegions(t)
	most, told := mostOf(in, regions, "region_projects", in.named("region_name"))
	if told {
		most["share"] = lang.Percent(in.Lang, t.Value(foremost(t, regions, "region_projects")[0], "region_share"))
		said = append(said, lang.Text{
			En:   "The region with the most projects: {who}, {n} or {share} of them all.",
			Hant: "以{who}最多，{each}有 {n} 項，佔全部 {share}。",
			Hans: "以{who}最多，{each}有 {n} 项，占全部 {share}。",
		}.With(in.Lang, most))
	}
	return joined(in.Lang, said)
}
