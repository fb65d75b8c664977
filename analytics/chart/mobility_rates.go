package chart

import (
	"meridian/analytics/finding"
	"meridian/analytics/lang"
)

func mobilityRates() Chart {
	return Chart{
		ID: "mobility-rates", Subject: Mobility, Kind: Line, Metric: "mobility_rates",
		Title:    lang.Text{En: "Mobility against enrolment", Hant: "學生流動佔註冊學生比例", Hans: "学生流动占注册学生比例"},
		Subtitle: lang.Text{En: "Students out and in as a share of students enrolled", Hant: "外訪及來訪學生佔註冊學生的比例", Hans: "派出及来访学生占注册学生的比例"},
		Note: lang.Text{
			En:   "The data counts moves: a student who went out twice in a year counts twice. Participation takes in traineeships; the other two lines are exchange alone.",
			Hant: "數據以人次計算：一年內外訪兩次者計兩次。參與率包括實習，其餘兩線只計學生交流。",
			Hans: "数据以人次计算：一年内派出两次者计两次。参与率包括实习，其余两线只计学生交流。",
		},
		Filters: []string{"from", "to", "place", "region", "faculty", "evidence"},
		Build:   drawMobilityRates,
	}
}

// rate is one line of the rates: its column, its name at the line's end and the direction whose colour it has.
type rate struct {
	column string
	name   lang.Text
	colour string
}

func rates(in Input) []rate {
	return []rate{
		{"participation_rate", lang.Text{En: "Participation", Hant: "參與率", Hans: "参与率"}, in.Theme.hue(2)},
		{"inbound_rate", lang.Text{En: "Exchange in", Hant: "交流" + in.coming(), Hans: "交流" + in.coming()}, directionColour(in.Theme, "inbound")},
		{"outbound_ratio", lang.Text{En: "Exchange out", Hant: "交流外訪", Hans: "交流派出"}, directionColour(in.Theme, "outbound")},
	}
}

func drawMobilityRates(in Input) (Drawing, error) {
	years := everyYear(in.Table.Distinct("academic_year_id"))
	var l layers
	for _, r := range rates(in) {
		s := yearly(in.Table, years, r.column, nil)
		addPartial(&l, in, s)
		addShare(&l, in, s.whole(), func(v string) string { return r.name.In(in.Lang) + " " + v }, record(in, r.colour), r.colour)
	}
	drawing, err := l.onAxes()
	if err != nil {
		return Drawing{}, err
	}
	drawing.Option = drawing.Option.Merge(base(in.Theme)).Merge(Option{
		"tooltip": Option{"trigger": "axis"},
		"grid":    []Option{{"right": 156, "top": 20}},
		"xAxis":   []Option{categories(in.Theme).Merge(Option{"data": years, "boundaryGap": len(years) == 1})},
		"yAxis":   []Option{fractions(in.Theme)},
	}).Narrow(480, Option{"grid": []Option{{"right": 142}}})
	drawing.format("xAxis.0.axisLabel.formatter", "acadYear")
	drawing.format("yAxis.0.axisLabel.formatter", "pct1")
	drawing.Finding, drawing.Summary = participationChange(in), ratesSummary(in)
	if aside := setAside(in); aside != "" {
		drawing.Note = joined(in.Lang, []string{mobilityRates().Note.In(in.Lang), aside})
	}
	return drawing, nil
}

// participationChange compares the participation rate of the last whole year with that of the first, where it moved
// by a tenth of a percentage point at least and both years have enough people.
func participationChange(in Input) finding.Finding {
	years := recordedWhole(in.Table, "participation_rate")
	if len(years) < 2 {
		return finding.Finding{}
	}
	at := func(year string) int { return in.Table.Find(map[string]string{"academic_year_id": year}) }
	first, last := at(years[0]), at(years[len(years)-1])
	before, now := in.Table.Value(first, "participation_rate"), in.Table.Value(last, "participation_rate")
	args := lang.Args{
		"first": lang.Year(years[0]), "last": lang.Year(years[len(years)-1]),
		"before": lang.Percent(in.Lang, before), "now": lang.Percent(in.Lang, now),
	}
	few := min(in.Table.Value(first, "outbound_students"), in.Table.Value(last, "outbound_students")) < finding.Enough
	if few || args["before"] == args["now"] {
		return finding.Finding{}
	}
	sentence := lang.Text{
		En:   "{point} of students went out in {last}, up from {before} in {first}",
		Hant: "{last} 學年有 {point} 的學生外訪，高於 {first} 學年的 {before}",
		Hans: "{last} 学年有 {point} 的学生派出，高于 {first} 学年的 {before}",
	}
	if now < before {
		sentence = lang.Text{
			En:   "{point} of students went out in {last}, down from {before} in {first}",
			Hant: "{last} 學年有 {point} 的學生外訪，低於 {first} 學年的 {before}",
			Hans: "{last} 学年有 {point} 的学生派出，低于 {first} 学年的 {before}",
		}
	}
	return finding.Say(in.Lang, sentence, lang.Text{En: "{now}", Hant: "{now}", Hans: "{now}"}, args)
}

// ratesSummary tells the last year with a rate: the people, the base and the balance.
func ratesSummary(in Input) string {
	t := in.Table
	years := recordedWhole(t, "participation_rate")
	if len(years) == 0 {
		years = t.Distinct("academic_year_id")
	}
	last := t.Find(map[string]string{"academic_year_id": years[len(years)-1]})
	args := lang.Args{
		"year": lang.InYear(in.Lang, years[len(years)-1]), "enrolled": lang.Int(t.Value(last, "enrolled")), "out": lang.Int(t.Value(last, "outbound_students")),
		"rate": lang.Percent(in.Lang, t.Value(last, "participation_rate")), "net": lang.Signed(t.Value(last, "net")),
		"ratio": lang.Percent(in.Lang, t.Value(last, "net_ratio")),
	}
	return lang.Text{
		En:   "In {year} {out} students went out, {rate} of the {enrolled} enrolled. The net flow of exchange, in less out, was {net}, or {ratio} of enrolment.",
		Hant: "{year}有 {out} 人次學生外訪，佔 {enrolled} 名註冊學生的 {rate}。交流淨流入（來訪減外訪）為 {net} 人，佔註冊學生的 {ratio}。",
		Hans: "{year}有 {out} 人次学生派出，占 {enrolled} 名注册学生的 {rate}。交流净流入（来访减派出）为 {net} 人，占注册学生的 {ratio}。",
	}.With(in.Lang, args)
}
