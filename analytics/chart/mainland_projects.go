package chart

import (
	"meridian/analytics/finding"
	"meridian/analytics/lang"
)

// provincesDrawn is how many provinces have a bar; the table holds them all.
const provincesDrawn = 15

func mainlandProjects() Chart {
	return Chart{
		ID: "mainland-projects", Subject: Mainland, Kind: Bar, Metric: "mainland_projects",
		Title:    lang.Text{En: "Mainland projects by provincial-level division", Hant: "按省級行政區劃分的內地項目", Hans: "按省级行政区划分的内地项目"},
		Subtitle: lang.Text{En: "Projects with mainland partners, by province, municipality or autonomous region", Hant: "與內地夥伴的項目數目，按省、直轄市及自治區劃分", Hans: "与内地伙伴的项目数目，按省、直辖市及自治区划分"},
		Note: lang.Text{
			En:   "The fifteen with the most projects are drawn; the table lists them all.",
			Hant: "圖中只列項目最多的十五個省級行政區；表格列出全部。",
			Hans: "图中只列项目最多的十五个省级行政区；表格列出全部。",
		},
		Filters: []string{"from", "to", "type", "faculty", "evidence"},
		Build:   drawMainlandProjects,
	}
}

func drawMainlandProjects(in Input) (Drawing, error) {
	lead := provinceLead(in)
	marked := leaders
	if lead.Empty() {
		marked = 0
	}
	drawing, err := ranking{measure: "projects", rows: provincesDrawn, marked: marked, name: func(r int) string {
		return in.Table.Str(r, "province")
	}}.draw(in)
	drawing.Finding, drawing.Summary = lead, provincesInWords(in)
	return drawing, err
}

// leaders is how many provinces the finding names.
const leaders = 3

// provinceLead says how much of the work three provinces hold, where they stand out: at least
// a third of the projects among twice as many provinces, and more than the fourth.
func provinceLead(in Input) finding.Finding {
	t := in.Table
	if t.Len() < 2*leaders || t.Value(leaders-1, "projects") <= t.Value(leaders, "projects") {
		return finding.Finding{}
	}
	share, all := t.Value(leaders-1, "cumulative_share"), t.Value(0, "projects")/t.Value(0, "cumulative_share")
	if share < 1.0/3 || all < finding.Enough {
		return finding.Finding{}
	}
	return finding.Say(in.Lang,
		lang.Text{
			En:   "{point} hold {share} of mainland projects",
			Hant: "{point}佔內地項目 {share}",
			Hans: "{point}占内地项目 {share}",
		},
		lang.Text{En: "{names}", Hant: "{names}", Hans: "{names}"},
		lang.Args{"names": firstNames(in, "province", leaders), "share": lang.WholePercent(in.Lang, share)})
}

func provincesInWords(in Input) string {
	said := []string{lang.Text{
		En:   "Mainland projects in {count} provincial-level divisions.",
		Hant: "內地項目分布於 {count} 個省級行政區。",
		Hans: "内地项目分布于 {count} 个省级行政区。",
	}.With(in.Lang, lang.Args{"count": lang.Int(float64(in.Table.Len()))})}
	return joined(in.Lang, append(said, mostNames(in, "province", "projects", leaders)...))
}
