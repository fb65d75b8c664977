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

// leagueShare says how much of the work the leading partners carry: a measure of how much hangs on a few.
func leagueShare(in Input) finding.Finding {
	t := in.Table
	last := t.Len() - 1
	share := t.Value(last, "cumulative_share")
	if t.Len() < 5 || share >= 1 || t.Value(last, "projects") < 1 {
		return finding.Finding{}
	}
	return finding.Say(in.Lang,
		lang.Text{
			En:   "The {n} partners with the most projects carry {point}",
			Hant: "項目最多的 {n} 個夥伴{point}",
			Hans: "项目最多的 {n} 个伙伴{point}",
		},
		lang.Text{En: "{share} of them all", Hant: "佔全部項目 {share}", Hans: "占全部项目 {share}"},
		lang.Args{"n": lang.Int(float64(t.Len())), "share": lang.WholePercent(in.Lang, share)})
}

func leagueInWords(in Input) string {
	t := in.Table
	return lang.Text{
		En:   "{partner} leads with {n} projects; number {count} of the list has {least}. The list holds {share} of all projects.",
		Hant: "首位：{partner}，{n} 項；第 {count} 位 {least} 項。列出的夥伴合共佔全部項目 {share}。",
		Hans: "首位：{partner}，{n} 项；第 {count} 位 {least} 项。列出的伙伴合共占全部项目 {share}。",
	}.With(in.Lang, lang.Args{
		"partner": t.Str(0, "institution"), "n": lang.Int(t.Value(0, "projects")), "count": lang.Int(float64(t.Len())),
		"least": lang.Int(t.Value(t.Len()-1, "projects")), "share": lang.Percent(in.Lang, t.Value(t.Len()-1, "cumulative_share")),
	})
}
