package chart

import "meridian/analytics/lang"

func partnerProjects() Chart {
	return Chart{
		ID: "partner-projects", Subject: Partners, Kind: Bar, Metric: "partner_projects",
		Title:    lang.Text{En: "Projects by type", Hant: "按類別劃分的項目", Hans: "按类别划分的项目"},
		Subtitle: lang.Text{En: "Number of projects", Hant: "項目數目", Hans: "项目数目"},
		Filters:  courseFields(),
		Build: func(in Input) (Drawing, error) {
			drawing, err := ranking{measure: "projects", rows: in.Table.Len(), name: func(r int) string { return in.Table.Str(r, "type_name") }}.draw(in)
			if most, told := mostOf(in, allRows(in.Table), "projects", in.named("type_name")); told {
				drawing.Summary = lang.Text{En: "The most projects: {who}, {n}.", Hant: "項目最多：{who}，{each}有 {n} 項。", Hans: "项目最多：{who}，{each}有 {n} 项。"}.With(in.Lang, most)
			} else {
				drawing.Summary = listing(in.Lang, in.Table, "type_name", "projects", in.Table.Len())
			}
			return drawing, err
		},
	}
}
