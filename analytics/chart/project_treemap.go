package chart

import (
	"slices"

	"meridian/analytics/finding"
	"meridian/analytics/lang"
	"meridian/analytics/table"
)

func projectTreemap() Chart {
	return Chart{
		ID: "project-treemap", Subject: Collaboration, Kind: Treemap, Metric: "projects_by_partner",
		Title:    lang.Text{En: "Where the projects are", Hant: "項目的地區分布", Hans: "项目的地区分布"},
		Subtitle: lang.Text{En: "Projects by region, place and partner; area shows the number", Hant: "按地區、所在地及夥伴劃分的項目，面積代表數目", Hans: "按地区、所在地及伙伴划分的项目，面积代表数目"},
		Note: lang.Text{
			En:   "The Chinese mainland is divided by province, other regions by country or region. Open a place to see its partners.",
			Hant: "中國內地按省級行政區劃分，其他地區按國家或地區劃分。點選一地可查看其夥伴。",
			Hans: "中国内地按省级行政区划分，其他地区按国家或地区划分。点选一地可查看其伙伴。",
		},
		Filters: []string{"from", "to", "place", "region", "type", "faculty", "evidence"},
		Build:   drawProjectTreemap,
	}
}

func drawProjectTreemap(in Input) (Drawing, error) {
	var tiles layers
	tiles.add("treemap", lang.Text{En: "All regions", Hant: "全部地區", Hans: "全部地区"}.In(in.Lang), regionTiles(in), Option{
		"left": 0, "right": 0, "top": 0, "bottom": 30, "roam": false, "leafDepth": 2, "visibleMin": 1, "squareRatio": 1.2,
		"label":      Option{"show": true, "fontSize": sizeText, "overflow": "break", "lineHeight": 16, "position": []int{6, 6}, "align": "left", "verticalAlign": "top"},
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
	drawing.Option.Merge(Option{"tooltip": tooltip(in.Theme, "item")})
	drawing.Finding, drawing.Summary = regionLead(in), regionsInWords(in)
	return drawing, nil
}

// regionTiles are the regions, their places and their partners, in the order of the rows.
func regionTiles(in Input) []item {
	t := in.Table
	lead := !regionLead(in).Empty()
	var regions []item
	for r := range t.Rows {
		if r == 0 || t.Str(r, "region") != t.Str(r-1, "region") {
			regions = append(regions, regionTile(in, r, lead && r == 0))
		}
		region := &regions[len(regions)-1]
		if last := len(region.Children) - 1; last < 0 || region.Children[last].Name != t.Str(r, "area") {
			region.Children = append(region.Children, areaTile(in, r, region.ItemStyle["color"].(string)))
		}
		area := &region.Children[len(region.Children)-1]
		area.Children = append(area.Children, item{
			Name: t.Str(r, "institution_id"), Title: counted(t.Str(r, "institution"), t.Value(r, "projects")), Value: t.Value(r, "projects"),
			Row: row(r), ItemStyle: area.ItemStyle, Label: area.Label,
		})
	}
	return regions
}

// regionTile is a region's frame, named in its head.
func regionTile(in Input, r int, marked bool) item {
	t := in.Table
	tile := item{
		Name: t.Str(r, "region"), Title: counted(t.Str(r, "region_name"), t.Value(r, "region_projects")), Value: t.Value(r, "region_projects"),
		ItemStyle: Option{"color": regionColour(in.Theme, t, t.Str(r, "region"))},
	}
	tile.Label = Option{"color": on(tile.ItemStyle["color"].(string))}
	if marked {
		tile.UpperLabel = Option{"color": in.Theme.Accent}
	}
	return tile
}

func areaTile(in Input, r int, colour string) item {
	t := in.Table
	return item{
		Name: t.Str(r, "area"), Title: counted(t.Str(r, "area_name"), t.Value(r, "area_projects")), Value: t.Value(r, "area_projects"),
		ItemStyle: Option{"color": colour}, Label: Option{"color": on(colour)},
	}
}

// regionColour gives the five regions with the most projects a colour each, and the rest one grey.
func regionColour(t Theme, rows *table.Table, region string) string {
	at := slices.Index(rows.Distinct("region"), region)
	if hues := t.hues(); at < len(hues) {
		return hues[at]
	}
	return t.Edge
}

func counted(name string, n float64) string { return name + "  " + lang.Int(n) }

// regionLead names a region that holds at least a third of the projects.
func regionLead(in Input) finding.Finding {
	t := in.Table
	share := t.Value(0, "region_share")
	if share < 1.0/3 || share >= 1 || t.Value(0, "region_projects") < finding.Enough {
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

func regionsInWords(in Input) string {
	t := in.Table
	return lang.Text{
		En:   "Projects with {partners} partners in {areas} places of {regions} regions. The region with the most is {region}, with {n}, or {share} of them all.",
		Hant: "與 {partners} 個夥伴的項目，分布於 {regions} 個地區的 {areas} 處。以{region}最多，共 {n} 項，佔 {share}。",
		Hans: "与 {partners} 个伙伴的项目，分布于 {regions} 个地区的 {areas} 处。以{region}最多，共 {n} 项，占 {share}。",
	}.With(in.Lang, lang.Args{
		"partners": lang.Int(float64(t.Len())), "areas": lang.Int(float64(len(t.Distinct("area")))), "regions": lang.Int(float64(len(t.Distinct("region")))),
		"region": t.Str(0, "region_name"), "n": lang.Int(t.Value(0, "region_projects")), "share": lang.Percent(in.Lang, t.Value(0, "region_share")),
	})
}
