package chart

import (
	"cmp"
	"fmt"
	"slices"

	"meridian/analytics/finding"
	"meridian/analytics/lang"
	"meridian/analytics/table"
)

func facultyRegionSankey() Chart {
	return Chart{
		ID: "faculty-region-sankey", Subject: Collaboration, Kind: Sankey, Metric: "projects_by_faculty_region",
		Title:    lang.Text{En: "From faculties to regions", Hant: "各學院與各地區的合作", Hans: "各学院与各地区的合作"},
		Subtitle: lang.Text{En: "Projects by faculty or school and by the partner's region", Hant: "按學院及夥伴所在地區劃分的項目數目", Hans: "按学院及伙伴所在地区划分的项目数目"},
		Filters:  []string{"from", "to", "place", "region", "type", "faculty", "evidence"},
		Build:    drawFacultyRegion,
	}
}

// link is a ribbon of a sankey.
type link struct {
	Source    string  `json:"source"`
	Target    string  `json:"target"`
	Value     float64 `json:"value"`
	Row       *int    `json:"row,omitempty"`
	LineStyle Option  `json:"lineStyle,omitempty"`
}

func drawFacultyRegion(in Input) (Drawing, error) {
	t := in.Table
	most := leading(t, "projects")
	drawing := Drawing{Finding: strongestTie(in, most), Summary: tiesInWords(in)}
	links := make([]link, t.Len())
	for r := range t.Rows {
		links[r] = link{Source: facultyNode(t, r), Target: regionNode(t, r), Value: t.Value(r, "projects"), Row: row(r)}
		if r == most && !drawing.Finding.Empty() {
			links[r].LineStyle = Option{"color": in.Theme.Accent, "opacity": 0.75}
		}
	}
	left := Option{"show": true, "position": "left", "color": in.Theme.Ink, "fontSize": sizeText, "width": 200, "overflow": "break", "lineHeight": 15, "align": "right"}
	right := Option{"show": true, "position": "right", "color": in.Theme.Ink, "fontSize": sizeText, "width": 204, "overflow": "break", "lineHeight": 15}
	var ribbons layers
	ribbons.add("sankey", "", facultyNodes(in), Option{
		"links": links, "left": 216, "right": 216, "top": 8, "bottom": 8, "nodeWidth": 12, "nodeGap": 15, "draggable": false, "layoutIterations": 0,
		"levels": []Option{{"depth": 0, "label": left}, {"depth": 1, "label": right}},
		"label":  Option{"color": in.Theme.Ink}, "labelLayout": Option{"hideOverlap": true},
		"lineStyle": Option{"color": in.Theme.Muted, "opacity": 0.32, "curveness": 0.5},
		"itemStyle": Option{"borderWidth": 0},
		"emphasis":  Option{"focus": "adjacency", "lineStyle": Option{"opacity": 0.6}},
	}, named("label"))
	flow, err := ribbons.onPlane()
	if err != nil {
		return Drawing{}, err
	}
	drawing.Formatters = flow.Formatters
	flow.Option.Merge(Option{"tooltip": tooltip(in.Theme)})
	small := Option{"fontSize": sizeSmall, "lineHeight": 12}
	drawing.Option = flow.Option.Narrow(560, Option{"series": []Option{{
		"left": 116, "right": 92, "nodeGap": 11,
		"levels": []Option{
			{"depth": 0, "label": left.Merge(small).Merge(Option{"width": 108})},
			{"depth": 1, "label": right.Merge(small).Merge(Option{"width": 84})},
		},
	}}})
	return drawing, nil
}

func facultyNode(t *table.Table, r int) string { return "faculty:" + t.Str(r, "faculty") }
func regionNode(t *table.Table, r int) string  { return "region:" + t.Str(r, "region") }

// facultyNodes are the bars at both ends, each with its name and its projects, the largest on top.
func facultyNodes(in Input) []item {
	t := in.Table
	var nodes []item
	seen := map[string]bool{}
	add := func(id, name string, n float64, colour string) {
		if !seen[id] {
			seen[id] = true
			nodes = append(nodes, item{Name: id, Title: fmt.Sprintf("%s %s", name, lang.Int(n)), Value: n, ItemStyle: Option{"color": colour}})
		}
	}
	for r := range t.Rows {
		add(facultyNode(t, r), t.Str(r, "faculty_name"), t.Value(r, "faculty_projects"), in.Theme.hue(0))
		add(regionNode(t, r), t.Str(r, "region_name"), t.Value(r, "region_projects"), in.Theme.Edge)
	}
	slices.SortStableFunc(nodes, func(a, b item) int { return cmp.Compare(b.Value.(float64), a.Value.(float64)) })
	return nodes
}

// strongestTie names the faculty and region with the most projects between them, where one pair leads.
func strongestTie(in Input, most int) finding.Finding {
	t := in.Table
	if t.Len() < 2 || t.Str(most, "region") == unstatedRegion || !leads(t, most, "projects") || t.Value(most, "projects") < 2 {
		return finding.Finding{}
	}
	return finding.Say(in.Lang,
		lang.Text{
			En:   "{point}: {n} projects, the most",
			Hant: "{point}：{n} 項，合作最多",
			Hans: "{point}：{n} 项，合作最多",
		},
		lang.Text{En: "{faculty} · {region}", Hant: "{faculty} · {region}", Hans: "{faculty} · {region}"},
		lang.Args{"faculty": t.Str(most, "faculty_name"), "region": t.Str(most, "region_name"), "n": lang.Int(t.Value(most, "projects"))})
}

func tiesInWords(in Input) string {
	t := in.Table
	said := []string{lang.Text{
		En:   "Faculties and schools: {faculties}; regions of their partners: {regions}.",
		Hant: "共有 {faculties} 個學院與 {regions} 個地區的夥伴合作。",
		Hans: "共有 {faculties} 个学院与 {regions} 个地区的伙伴合作。",
	}.With(in.Lang, lang.Args{
		"faculties": lang.Int(float64(len(t.Distinct("faculty")))), "regions": lang.Int(regionCount(t)),
	})}
	most, told := mostOf(in, inRegions(t), "projects", func(r int) string { return t.Str(r, "faculty_name") + " · " + t.Str(r, "region_name") })
	if told {
		said = append(said, lang.Text{
			En: "The most projects, {n}: {who}.", Hant: "項目最多的是{who}，{each}有 {n} 項。", Hans: "项目最多的是{who}，{each}有 {n} 项。",
		}.With(in.Lang, most))
	}
	return joined(in.Lang, said)
}
