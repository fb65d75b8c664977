package chart

import (
	"slices"

	"meridian/analytics/finding"
	"meridian/analytics/lang"
	"meridian/analytics/table"
)

func projectHeatmap() Chart {
	return Chart{
		ID: "project-heatmap", Subject: Collaboration, Kind: Heatmap, Metric: "projects_by_type_region",
		Title:    lang.Text{En: "Projects by type and region", Hant: "按類別及地區劃分的項目", Hans: "按类别及地区划分的项目"},
		Subtitle: lang.Text{En: "Number of projects", Hant: "項目數目", Hans: "项目数目"},
		Note:     lang.Text{En: "An empty cell has no project.", Hant: "空格表示沒有項目。", Hans: "空格表示没有项目。"},
		Filters:  []string{"from", "to", "place", "region", "type", "faculty", "evidence"},
		Build:    drawProjectHeatmap,
	}
}

func drawProjectHeatmap(in Input) (Drawing, error) {
	t := in.Table
	types, regions := presentTypes(t), t.Distinct("region")
	most := leading(t, "projects")
	mark := !heaviestCell(in).Empty()
	cells := make([]item, t.Len())
	for r := range t.Rows {
		n := t.Value(r, "projects")
		at := []any{slices.Index(types, t.Str(r, "project_type")), slices.Index(regions, t.Str(r, "region")), n}
		cells[r] = item{Value: at, Row: row(r), Label: Option{"color": on(shade(in.Theme, t.Value(most, "projects"), n))}}
	}
	if mark { // drawn last, so that its neighbours do not cover its border
		cells[most].ItemStyle = Option{"borderColor": in.Theme.Accent, "borderWidth": 3}
		cells = append(append(cells[:most:most], cells[most+1:]...), cells[most])
	}
	var grid layers
	grid.add("heatmap", t.Label("projects"), cells, Option{
		"label":     Option{"show": true, "fontSize": sizeLarge},
		"itemStyle": Option{"borderColor": in.Theme.Surface, "borderWidth": 2},
		"emphasis":  Option{"itemStyle": Option{"borderColor": in.Theme.Ink, "borderWidth": 2}},
	}, Formatter{Path: "label.formatter", ID: "int"})
	drawing, err := grid.onAxes()
	if err != nil {
		return Drawing{}, err
	}
	wrapped := Option{"interval": 0, "hideOverlap": false, "width": 96, "overflow": "break", "lineHeight": 15, "color": in.Theme.Ink}
	noLine := Option{"show": false}
	drawing.Option.Merge(base(in.Theme)).Merge(Option{
		"aria":      plainFill(),
		"grid":      []Option{{"top": 8, "bottom": 36}},
		"visualMap": []Option{ranges(in, t.Value(most, "projects"))},
		"xAxis":     []Option{categories(in.Theme).Merge(Option{"data": namesOf(t, "project_type", "type_name", types), "position": "top", "axisLabel": wrapped, "axisLine": noLine})},
		"yAxis":     []Option{categories(in.Theme).Merge(Option{"data": namesOf(t, "region", "region_name", regions), "inverse": true, "axisLine": noLine, "axisLabel": Option{"interval": 0, "hideOverlap": false, "color": in.Theme.Ink}})},
	})
	drawing.Finding, drawing.Summary = heaviestCell(in), heatmapInWords(in)
	drawing.Option = drawing.Option.Narrow(560, Option{
		"xAxis":     []Option{{"axisLabel": Option{"rotate": 60, "width": 110, "fontSize": sizeSmall}}},
		"yAxis":     []Option{{"axisLabel": Option{"width": 92, "overflow": "truncate", "fontSize": sizeSmall}}},
		"visualMap": []Option{{"itemWidth": 10, "itemGap": 6, "textGap": 3}},
		"series":    []Option{{"label": Option{"fontSize": sizeSmall}}},
	})
	return drawing, nil
}

// presentTypes are the types an answer holds, in the order of projectTypes.
func presentTypes(t *table.Table) []string {
	have := t.Distinct("project_type")
	return slices.DeleteFunc(slices.Clone(projectTypes), func(id string) bool { return !slices.Contains(have, id) })
}

// namesOf gives what an answer calls the ids of a column; an id it does not hold is left out.
func namesOf(t *table.Table, column, label string, ids []string) (names []string) {
	for _, id := range ids {
		if r := t.Find(map[string]string{column: id}); r >= 0 {
			names = append(names, t.Str(r, label))
		}
	}
	return names
}

// heaviestCell names the type and region with the most projects, where one pair leads and the base is wide enough.
func heaviestCell(in Input) finding.Finding {
	t := in.Table
	most := leading(t, "projects")
	if t.Len() < 2 || t.Str(most, "region") == unstatedRegion || !leads(t, most, "projects") || t.Value(most, "projects") < finding.Enough {
		return finding.Finding{}
	}
	return finding.Say(in.Lang,
		lang.Text{
			En:   "{point}: {share} of all projects",
			Hant: "{point}：佔全部項目 {share}",
			Hans: "{point}：占全部项目 {share}",
		},
		lang.Text{En: "{type} · {region}", Hant: "{region} · {type}", Hans: "{region} · {type}"},
		lang.Args{
			"type": t.Str(most, "type_name"), "region": t.Str(most, "region_name"),
			"share": lang.WholePercent(in.Lang, t.Value(most, "project_share")),
		})
}

func heatmapInWords(in Input) string {
	t := in.Table
	args := lang.Args{"types": lang.Int(float64(len(t.Distinct("project_type")))), "regions": lang.Int(regionCount(t))}
	said := []string{lang.Text{
		En:   "Types: {types}; regions: {regions}.",
		Hant: "項目遍及 {types} 個類別及 {regions} 個地區。",
		Hans: "项目遍及 {types} 个类别及 {regions} 个地区。",
	}.With(in.Lang, args)}
	pair := lang.Text{En: "{type} · {region}", Hant: "{region} · {type}", Hans: "{region} · {type}"}
	most, told := mostOf(in, inRegions(t), "projects", func(r int) string {
		return pair.With(in.Lang, lang.Args{"type": t.Str(r, "type_name"), "region": t.Str(r, "region_name")})
	})
	if told {
		said = append(said, lang.Text{
			En: "The most projects, {n}: {who}.", Hant: "數目最多的是{who}，{each}有 {n} 項。", Hans: "数目最多的是{who}，{each}有 {n} 项。",
		}.With(in.Lang, most))
	}
	return joined(in.Lang, said)
}
