package chart

import (
	"meridian/analytics/finding"
	"meridian/analytics/lang"
)

func partnerLeague() Chart {
	return Chart{
		ID: "partner-league", Subject: Collaboration, Kind: Bar, Metric: "partner_league",
		Title:    lang.Text{En: "Partners with the most projects", Hant: "項目最多的夥伴", Hans: "项目最多的伙伴"},
		Subtitle: lang.Text{En: "Number of projects, fifteen partners", Hant: "項目數目，首十五個夥伴", Hans: "项目数目，前十五个伙伴"},
		Note: lang.Text{
			En:   "Partners with equal counts are ordered by name. The table also gives the students exchanged with each.",
			Hant: "項目數目相同的夥伴按名稱排列。表格另列與各夥伴互派的交流學生人數。",
			Hans: "项目数目相同的伙伴按名称排列。表格另列与各伙伴互派的交流学生人数。",
		},
		Filters: []string{"from", "to", "place", "region", "type", "faculty", "evidence"},
		Build:   drawPartnerLeague,
	}
}

func drawPartnerLeague(in Input) (Drawing, error) {
	t := in.Table
	drawing, err := ranking{measure: "projects", rows: t.Len(), name: func(r int) string {
		return lang.Text{En: "{partner}, {place}", Hant: "{partner}（{place}）", Hans: "{partner}（{place}）"}.
			With(in.Lang, lang.Args{"partner": t.Str(r, "institution"), "place": t.Str(r, "place")})
	}}.draw(in)
	drawing.Finding, drawing.Summary = leagueShare(in), leagueInWords(in)
	return drawing, err
}

// leagueShare says how much of the work the listed partners carry: a measure of how much hangs on a few.
// It does not call them the leading ones: the one after the last may be level with it.
func leagueShare(in Input) finding.Finding {
	t := in.Table
	last := t.Len() - 1
	share := t.Value(last, "cumulative_share")
	if t.Len() < 5 || share >= 1 || t.Value(last, "projects") < 1 {
		return finding.Finding{}
	}
	return finding.Say(in.Lang,
		lang.Text{
			En:   "{n} partners carry {point}",
			Hant: "{n} 個夥伴{point}",
			Hans: "{n} 个伙伴{point}",
		},
		lang.Text{En: "{share} of all projects", Hant: "佔全部項目 {share}", Hans: "占全部项目 {share}"},
		lang.Args{"n": lang.Int(float64(t.Len())), "share": lang.WholePercent(in.Lang, share)})
}

func leagueInWords(in Input) string {
	t := in.Table
	last := t.Len() - 1
	var said []string
	if most, told := mostOf(in, allRows(t), "projects", in.named("institution")); told {
		said = append(said, lang.Text{En: "The most projects: {who}, {n}.", Hant: "項目最多：{who}，{each}有 {n} 項。", Hans: "项目最多：{who}，{each}有 {n} 项。"}.With(in.Lang, most))
	}
	if last > 0 {
		said = append(said, lang.Text{En: "Number {count} of the list has {least}.", Hant: "列出的第 {count} 個有 {least} 項。", Hans: "列出的第 {count} 个有 {least} 项。"}.
			With(in.Lang, lang.Args{"count": lang.Int(float64(t.Len())), "least": lang.Int(t.Value(last, "projects"))}))
	}
	said = append(said, lang.Text{En: "The list holds {share} of all projects.", Hant: "列出的夥伴合共佔全部項目 {share}。", Hans: "列出的伙伴合共占全部项目 {share}。"}.
		With(in.Lang, lang.Args{"share": lang.Percent(in.Lang, t.Value(last, "cumulative_share"))}))
	return joined(in.Lang, said)
}
