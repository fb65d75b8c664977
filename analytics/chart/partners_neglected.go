package chart

import (
	"meridian/analytics/finding"
	"meridian/analytics/lang"
)

func partnersNeglected() Chart {
	return Chart{
		ID: "partners-neglected", Subject: Collaboration, Kind: Bar, Metric: "partners_neglected",
		Title:    lang.Text{En: "Partners we have not worked with for years", Hant: "多年再無往來的夥伴", Hans: "多年再无往来的伙伴"},
		Subtitle: lang.Text{En: "Once active, nothing for three years or more; the fourteen that once weighed the most", Hant: "曾有往來而三年或以上再無活動；列出往日分量最重的十四個", Hans: "曾有往来而三年或以上再无活动；列出往日分量最重的十四个"},
		Note: lang.Text{
			En:   "Ranked by the share of all exchange students plus the share of all projects they once had. Beside each bar: what that was. With an agreement or without; the table says which, and holds all.",
			Hant: "按往日佔全部交流學生及全部項目的比例之和排列，橫條旁為往日數目。不論有否協議，詳情及其餘夥伴見數據表。",
			Hans: "按往日占全部交流学生及全部项目的比例之和排列，横条旁为往日数目。不论有否协议，详情及其余伙伴见数据表。",
		},
		Filters: []string{"place", "region", "evidence", "partner"},
		Build:   drawPartnersNeglected,
	}
}

func drawPartnersNeglected(in Input) (Drawing, error) {
	drawing, err := silence{
		rows: 14, narrow: 9, room: 168, small: 62,
		said:  func(r int) string { return onceWas(in, r) },
		short: func(r int) string { return yearsOf(in.Lang, in.Table.Value(r, "quiet_years")) },
	}.draw(in)
	drawing.Finding, drawing.Summary = neglected(in), neglectedInWords(in)
	return drawing, err
}

// onceWas says what a partner came to: 16 students, 2 projects. A number that is kept back is not said.
func onceWas(in Input, r int) string {
	var parts []string
	if n, known := in.Table.Num(r, "exchanged"); known && n > 0 {
		parts = append(parts, lang.Plural(int64(n), lang.Text{En: "{n} student", Hant: "學生 {n} 人", Hans: "学生 {n} 人"}, lang.Text{En: "{n} students", Hant: "學生 {n} 人", Hans: "学生 {n} 人"}).
			With(in.Lang, lang.Args{"n": lang.Int(n)}))
	}
	if n := in.Table.Value(r, "projects"); n > 0 {
		parts = append(parts, lang.Plural(int64(n), lang.Text{En: "{n} project", Hant: "項目 {n} 項", Hans: "项目 {n} 项"}, lang.Text{En: "{n} projects", Hant: "項目 {n} 項", Hans: "项目 {n} 项"}).
			With(in.Lang, lang.Args{"n": lang.Int(n)}))
	}
	return enumerated(in.Lang, parts)
}

// neglected says how many of the partners that were ever active have been silent, and how many of them still have an agreement.
func neglected(in Input) finding.Finding {
	t := in.Table
	n, all := float64(t.Len()), t.Value(0, "ever_active")
	if n < 2 || all < n {
		return finding.Finding{}
	}
	return finding.Say(in.Lang,
		lang.Text{En: "{point} once active have been silent for three years or more", Hant: "{all} 個曾有往來的夥伴之中，{point}已三年或以上再無活動", Hans: "{all} 个曾有往来的伙伴之中，{point}已三年或以上再无活动"},
		lang.Text{En: "{n} of {all} partners", Hant: "{n} 個", Hans: "{n} 个"},
		lang.Args{"n": lang.Int(n), "all": lang.Int(all)})
}

func neglectedInWords(in Input) string {
	t := in.Table
	held := countWhere(t, func(r int) bool { return t.Value(r, "agreements") > 0 })
	said := []string{lang.Text{
		En:   "Silent for three years or more: {n} of {all} partners that were ever active; {held} of them still have an agreement in effect.",
		Hant: "三年或以上再無活動：{all} 個曾有往來的夥伴中的 {n} 個，其中 {held} 個仍有生效協議。",
		Hans: "三年或以上再无活动：{all} 个曾有往来的伙伴中的 {n} 个，其中 {held} 个仍有生效协议。",
	}.With(in.Lang, lang.Args{"n": lang.Int(float64(t.Len())), "all": lang.Int(t.Value(0, "ever_active")), "held": lang.Int(float64(held))})}
	return joined(in.Lang, append(said, lang.Text{
		En: "{name} once weighed the most: {was}, last in {year}.", Hant: "往日分量最重的是{name}：{was}，最後活動學年為 {year}。", Hans: "往日分量最重的是{name}：{was}，最后活动学年为 {year}。",
	}.With(in.Lang, lang.Args{"name": t.Str(0, "institution"), "was": onceWas(in, 0), "year": lang.Year(t.Str(0, "last_year"))})))
}
