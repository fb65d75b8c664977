package chart

import (
	"meridian/analytics/finding"
	"meridian/analytics/lang"
)

func mainlandPartnersTrend() Chart {
	return Chart{
		ID: "mainland-partners-trend", Subject: Mainland, Kind: Line, Metric: "mainland_partners_trend",
		Title:    lang.Text{En: "Mainland partners over time", Hant: "內地夥伴的增長", Hans: "内地伙伴的增长"},
		Subtitle: lang.Text{En: "Partners with a project or agreement so far, by academic year", Hant: "截至各學年已有項目或協議的夥伴累計數目", Hans: "截至各学年已有项目或协议的伙伴累计数目"},
		Note:     runningCount,
		Filters:  []string{"from", "to", "type", "faculty", "evidence"},
		Build:    drawMainlandPartnersTrend,
	}
}

func drawMainlandPartnersTrend(in Input) (Drawing, error) {
	years := everyYear(in.Table.Distinct("academic_year_id"))
	s := yearly(in.Table, years, "partners", nil)
	colour := in.Theme.hue(0)
	var l layers
	l.add("line", in.Table.Label("partners"), s.items(""), record(in, colour).Merge(Option{
		"label":       halo(in.Theme, colour).Merge(Option{"show": true, "position": "top", "distance": 8, "fontWeight": 600}),
		"labelLayout": Option{"hideOverlap": true},
	}), Formatter{Path: "label.formatter", ID: "int"})
	drawing, err := l.onAxes()
	if err != nil {
		return Drawing{}, err
	}
	drawing.Option = drawing.Option.Merge(base(in.Theme)).Merge(Option{
		"tooltip": Option{"trigger": "axis"},
		"grid":    []Option{{"top": 28, "right": 24}},
		"xAxis":   []Option{categories(in.Theme).Merge(Option{"data": years, "boundaryGap": len(years) == 1})},
		"yAxis":   []Option{values(in.Theme)},
	})
	drawing.format("xAxis.0.axisLabel.formatter", "acadYear")
	drawing.format("yAxis.0.axisLabel.formatter", "int")
	drawing.Finding, drawing.Summary, drawing.Note = partnersGained(in), partnersInWords(in), runningNote(in)
	return drawing, nil
}

// runningCount says what a running count is. No line is fitted to one: it can only rise, and each year holds the
// one before, so that the distances from a line would not tell how far it may miss.
var runningCount = lang.Text{
	En:   "A running count: a partner joins in the academic year of its first dated project or agreement, and stays counted after its last. No line is fitted to it.",
	Hant: "此為累計數目：夥伴自首個有日期的項目或協議所屬學年起計算在內，最後一個項目完結後仍然計算。累計數目不作趨勢擬合。",
	Hans: "此为累计数目：伙伴自首个有日期的项目或协议所属学年起计算在内，最后一个项目结束后仍然计算。累计数目不作趋势拟合。",
}

// runningNote adds how many partners are in no year, so that the count and the map's can be told apart.
func runningNote(in Input) string {
	n := in.Table.Value(0, "undated_partners")
	if n == 0 {
		return runningCount.In(in.Lang)
	}
	return runningCount.And(lang.Plural(int64(n),
		lang.Text{
			En:   "{n} more partner, with no project or agreement of known start, is in no year.",
			Hant: "另有 {n} 個夥伴的項目及協議均無開始日期，不計入任何學年。",
			Hans: "另有 {n} 个伙伴的项目及协议均无开始日期，不计入任何学年。",
		},
		lang.Text{
			En:   "{n} more partners, with no project or agreement of known start, are in no year.",
			Hant: "另有 {n} 個夥伴的項目及協議均無開始日期，不計入任何學年。",
			Hans: "另有 {n} 个伙伴的项目及协议均无开始日期，不计入任何学年。",
		})).With(in.Lang, lang.Args{"n": lang.Int(n)})
}

// partnersGained counts the mainland partners won after the first year shown; those won in that year are in its count.
func partnersGained(in Input) finding.Finding {
	t := in.Table
	last := t.Len() - 1
	gained := t.Value(last, "partners") - t.Value(0, "partners")
	if last < 1 || gained < 2 {
		return finding.Finding{}
	}
	return finding.Say(in.Lang,
		lang.Text{
			En:   "{point} since the end of {year} bring the dated mainland network to {n}",
			Hant: "{year} 學年結束後{point}，有日期可考的內地夥伴增至 {n} 個",
			Hans: "{year} 学年结束后{point}，有日期可考的内地伙伴增至 {n} 个",
		},
		lang.Text{En: "{gained} new partners", Hant: "新增 {gained} 個夥伴", Hans: "新增 {gained} 个伙伴"},
		lang.Args{"year": lang.Year(t.Str(0, "academic_year_id")), "gained": lang.Int(gained), "n": lang.Int(t.Value(last, "partners"))})
}

func partnersInWords(in Input) string {
	t := in.Table
	last := t.Len() - 1
	counts := lang.Text{
		En:   "Dated mainland partners: {first} by the end of {from}, {last} by the end of {to}.",
		Hant: "有日期可考的內地夥伴：截至 {from} 學年 {first} 個，截至 {to} 學年 {last} 個。",
		Hans: "有日期可考的内地伙伴：截至 {from} 学年 {first} 个，截至 {to} 学年 {last} 个。",
	}
	if last == 0 {
		counts = lang.Text{
			En: "Dated mainland partners: {last} by the end of {to}.", Hant: "有日期可考的內地夥伴：截至 {to} 學年 {last} 個。", Hans: "有日期可考的内地伙伴：截至 {to} 学年 {last} 个。",
		}
	}
	said := []string{counts.With(in.Lang, lang.Args{
		"from": lang.Year(t.Str(0, "academic_year_id")), "first": lang.Int(t.Value(0, "partners")),
		"to": lang.Year(t.Str(last, "academic_year_id")), "last": lang.Int(t.Value(last, "partners")),
	})}
	if newest, told := mostOf(in, allRows(t), "new_partners", func(r int) string { return lang.Year(t.Str(r, "academic_year_id")) }); told {
		said = append(said, lang.Text{
			En: "The most new ones in {who}: {n}.", Hant: "新增最多的是 {who} 學年，{each}有 {n} 個。", Hans: "新增最多的是 {who} 学年，{each}有 {n} 个。",
		}.With(in.Lang, newest))
	}
	return joined(in.Lang, said)
}
