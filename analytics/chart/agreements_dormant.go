package chart

import (
	"meridian/analytics/finding"
	"meridian/analytics/lang"
)

func agreementsDormant() Chart {
	return Chart{
		ID: "agreements-dormant", Subject: Collaboration, Kind: Bar, Metric: "agreements_dormant",
		Title:    lang.Text{En: "Dormant agreements", Hant: "沉寂的協議", Hans: "沉寂的协议"},
		Subtitle: lang.Text{En: "In effect, but the partner has had no project and nobody on the move for three years or more; the fourteen silent the longest", Hant: "協議生效，而夥伴三年或以上並無項目或人員往來；列出沉寂最久的十四份", Hans: "协议生效，而伙伴三年或以上并无项目或人员往来；列出沉寂最久的十四份"},
		Note: lang.Text{
			En:   "Beside each bar: the years of silence and the day the agreement ends. A partner without a solid bar was never active. The table holds all.",
			Hant: "橫條旁為沉寂年數及協議屆滿日；沒有實色橫條者從未有活動。其餘見數據表。",
			Hans: "横条旁为沉寂年数及协议到期日；没有实色横条者从未有活动。其余见数据表。",
		},
		Filters: []string{"place", "region", "evidence", "partner"},
		Build:   drawAgreementsDormant,
	}
}

func drawAgreementsDormant(in Input) (Drawing, error) {
	t := in.Table
	drawing, err := silence{
		rows: 14, narrow: 9, room: 172, small: 62,
		short: func(r int) string { return yearsOf(in.Lang, t.Value(r, "quiet_years")) },
		said: func(r int) string {
			args := lang.Args{"years": yearsOf(in.Lang, t.Value(r, "quiet_years")), "date": lang.Date(in.Lang, t.Str(r, "end_date"))}
			if t.Str(r, "end_date") == "" {
				return lang.Text{En: "{years} · no end", Hant: "{years} · 無期限", Hans: "{years} · 无期限"}.With(in.Lang, args)
			}
			return lang.Text{En: "{years} · to {date}", Hant: "{years} · 至{date}", Hans: "{years} · 至{date}"}.With(in.Lang, args)
		},
	}.draw(in)
	drawing.Finding, drawing.Summary = dormantOfAll(in), dormantInWords(in)
	return drawing, err
}

// dormantOfAll says how many of the agreements in effect nothing has come of for years.
func dormantOfAll(in Input) finding.Finding {
	n, all := float64(in.Table.Len()), in.Table.Value(0, "in_effect")
	if n < 2 || all < n {
		return finding.Finding{}
	}
	return finding.Say(in.Lang,
		lang.Text{En: "{point} in effect have been dormant for three years or more", Hant: "{all} 份生效協議之中，{point}已沉寂三年或以上", Hans: "{all} 份生效协议之中，{point}已沉寂三年或以上"},
		lang.Text{En: "{n} of {all} agreements", Hant: "{n} 份", Hans: "{n} 份"},
		lang.Args{"n": lang.Int(n), "all": lang.Int(all)})
}

func dormantInWords(in Input) string {
	t := in.Table
	never := countWhere(t, func(r int) bool { return t.Str(r, "last_year") == "" })
	said := []string{lang.Text{
		En:   "Dormant: {n} of {all} agreements in effect, with {partners} partners.",
		Hant: "沉寂：{all} 份生效協議中的 {n} 份，涉及 {partners} 個夥伴。",
		Hans: "沉寂：{all} 份生效协议中的 {n} 份，涉及 {partners} 个伙伴。",
	}.With(in.Lang, lang.Args{
		"n": lang.Int(float64(t.Len())), "all": lang.Int(t.Value(0, "in_effect")), "partners": lang.Int(float64(len(t.Distinct("institution_id")))),
	})}
	if who, told := mostOf(in, allRows(t), "quiet_years", in.named("institution")); told {
		said = append(said, lang.Text{En: "The longest silence: {who}, {n} years.", Hant: "沉寂最久：{who}，{each} {n} 年。", Hans: "沉寂最久：{who}，{each} {n} 年。"}.With(in.Lang, who))
	}
	if never > 0 {
		said = append(said, lang.Text{En: "Never active on record: {n}.", Hant: "從無活動記錄：{n} 份。", Hans: "从无活动记录：{n} 份。"}.With(in.Lang, lang.Args{"n": lang.Int(float64(never))}))
	}
	return joined(in.Lang, said)
}
