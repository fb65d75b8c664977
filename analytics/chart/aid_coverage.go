package chart

import (
	"meridian/analytics/finding"
	"meridian/analytics/lang"
)

func aidCoverage() Chart {
	return Chart{
		ID: "aid-coverage", Subject: Mobility, Kind: Line, Metric: "aid_coverage",
		Title:    lang.Text{En: "Aid for students going out", Hant: "外訪學生資助", Hans: "派出学生资助"},
		Subtitle: lang.Text{En: "Aid as a share of the eligible cost of those aided, and the share of outbound students aided", Hant: "資助佔受助學生合資格開支的比例，以及受助學生佔外訪學生的比例", Hans: "资助占受助学生合资格开支的比例，以及受助学生占派出学生的比例"},
		Note: lang.Text{
			En:   "The cap is the published upper limit of aid. Eligible costs are those of travel, accommodation and subsistence.",
			Hant: "上限為已公布的資助上限；合資格開支指旅費、住宿及生活費。",
			Hans: "上限为已公布的资助上限；合资格开支指旅费、住宿及生活费。",
		},
		Filters: []string{"from", "to", "place", "region", "faculty", "evidence"},
		Build:   drawAidCoverage,
	}
}

var (
	aidName       = lang.Text{En: "Aid ÷ cost", Hant: "資助 ÷ 開支", Hans: "资助 ÷ 开支"}
	recipientName = lang.Text{En: "Students aided", Hant: "受助學生", Hans: "受助学生"}
	capName       = lang.Text{En: "Cap {n}", Hant: "上限 {n}", Hans: "上限 {n}"}
)

func drawAidCoverage(in Input) (Drawing, error) {
	years := everyYear(in.Table.Distinct("academic_year_id"))
	var l layers
	addShare(&l, in, yearly(in.Table, years, "aid_cap", nil), func(v string) string { return capName.With(in.Lang, lang.Args{"n": v}) },
		Option{"symbol": "none", "silent": true, "lineStyle": Option{"color": in.Theme.Ink3, "width": 1.5, "type": "dashed"}}, in.Theme.Ink2)
	addShare(&l, in, yearly(in.Table, years, "recipient_share", nil), func(v string) string { return recipientName.In(in.Lang) + " " + v },
		record(in, in.Theme.hue(2)), in.Theme.hue(2))
	addShare(&l, in, yearly(in.Table, years, "aid_coverage", nil), func(v string) string { return aidName.In(in.Lang) + " " + v },
		record(in, in.Theme.hue(0)), in.Theme.hue(0))
	drawing, err := l.onAxes()
	if err != nil {
		return Drawing{}, err
	}
	drawing.Option = drawing.Option.Merge(base(in.Theme)).Merge(Option{
		"tooltip": Option{"trigger": "axis"},
		"grid":    []Option{{"right": 156, "top": 20}},
		"xAxis":   []Option{categories(in.Theme).Merge(Option{"data": years, "boundaryGap": len(years) == 1})},
		"yAxis":   []Option{fractions(in.Theme)},
	}).Narrow(480, Option{"grid": []Option{{"right": 150}}})
	drawing.format("xAxis.0.axisLabel.formatter", "acadYear")
	drawing.format("yAxis.0.axisLabel.formatter", "pct0")
	drawing.Finding, drawing.Summary = belowCap(in), aidSummary(in)
	return drawing, nil
}

// addShare draws a share of one, year by year, with its name and last value at its end.
func addShare(l *layers, in Input, s series, name func(value string) string, style Option, colour string) {
	if s.last < 0 {
		return
	}
	items := s.itemsWritten(func(v float64) string { return name(lang.Percent(in.Lang, v)) })
	l.add("line", items[s.last].Title, items, style.Merge(endLabel(colour)), named("endLabel"))
}

// belowCap compares the last whole year's coverage with the published cap, where it stays below.
func belowCap(in Input) finding.Finding {
	years := recordedWhole(in.Table, "aid_coverage")
	if len(years) == 0 {
		return finding.Finding{}
	}
	last := in.Table.Find(map[string]string{"academic_year_id": years[len(years)-1]})
	covered, known := in.Table.Num(last, "aid_coverage")
	limit, capped := in.Table.Num(last, "aid_cap")
	if !known || !capped || covered >= limit || in.Table.Value(last, "aided_participants") < finding.Enough {
		return finding.Finding{}
	}
	return finding.Say(in.Lang,
		lang.Text{
			En:   "Aid met {point} of eligible cost in {year}; the cap is {cap}",
			Hant: "{year} 學年資助應付了 {point} 的合資格開支，上限為 {cap}",
			Hans: "{year} 学年资助应付了 {point} 的合资格开支，上限为 {cap}",
		},
		lang.Text{En: "{covered}", Hant: "{covered}", Hans: "{covered}"},
		lang.Args{"covered": lang.Percent(in.Lang, covered), "cap": lang.Percent(in.Lang, limit), "year": lang.Year(in.Table.Str(last, "academic_year_id"))})
}

func aidSummary(in Input) string {
	last := in.Table.Len() - 1
	text := lang.Text{
		En:   "In {year} aid met {covered} of the eligible cost of {aided} students, who were {share} of the {all} that went out.",
		Hant: "{year} 學年，資助應付了 {aided} 名學生合資格開支的 {covered}；他們佔 {all} 名外訪學生的 {share}。",
		Hans: "{year} 学年，资助应付了 {aided} 名学生合资格开支的 {covered}；他们占 {all} 名派出学生的 {share}。",
	}
	if last > 0 {
		text = text.And(lang.Text{En: "In {first} it met {before}.", Hant: "{first} 學年則為 {before}。", Hans: "{first} 学年则为 {before}。"})
	}
	return text.With(in.Lang, lang.Args{
		"year": lang.Year(in.Table.Str(last, "academic_year_id")), "first": lang.Year(in.Table.Str(0, "academic_year_id")),
		"covered": lang.Percent(in.Lang, in.Table.Value(last, "aid_coverage")), "before": lang.Percent(in.Lang, in.Table.Value(0, "aid_coverage")),
		"share": lang.Percent(in.Lang, in.Table.Value(last, "recipient_share")),
		"aided": lang.Int(in.Table.Value(last, "aided_participants")), "all": lang.Int(in.Table.Value(last, "participants")),
	})
}
