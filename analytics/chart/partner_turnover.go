package chart

import (
	"meridian/analytics/finding"
	"meridian/analytics/lang"
)

func partnerTurnover() Chart {
	return Chart{
		ID: "partner-turnover", Subject: Mobility, Kind: Bar, Metric: "partner_turnover",
		Title:    lang.Text{En: "Exchange partners gained and lost", Hant: "新增及中斷的交流夥伴院校", Hans: "新增及中断的交流伙伴院校"},
		Subtitle: lang.Text{En: "Partners with exchange students for the first time, and those with none after the year before", Hant: "首次有交流學生往來，以及前一學年有往來而本學年並無往來的夥伴院校", Hans: "首次有交流学生往来，以及前一学年有往来而本学年并无往来的伙伴院校"},
		Note:     turnoverNote,
		Filters:  []string{"from", "to", "place", "region", "faculty", "direction", "evidence"},
		Build:    drawPartnerTurnover,
	}
}

var turnoverNote = lang.Text{
	En:   "Above the line: new partners. Below it: partners lost. The first year on record gains and loses nobody.",
	Hant: "線上為新增夥伴，線下為中斷往來的夥伴；首個有記錄的學年不計新增及中斷。",
	Hans: "线上为新增伙伴，线下为中断往来的伙伴；首个有记录的学年不计新增及中断。",
}

func drawPartnerTurnover(in Input) (Drawing, error) {
	years := everyYear(in.Table.Distinct("academic_year_id"))
	said := turnoverFinding(in)
	gained, lost := yearly(in.Table, years, "new_partners", nil), yearly(in.Table, years, "lost_partners", nil)
	var l layers
	l.add("bar", in.Table.Label("new_partners"), turns(in, gained, 1, !said.Empty()), turning(in.Theme.hue(0)), named("label"))
	l.add("bar", in.Table.Label("lost_partners"), turns(in, lost, -1, false), turning(in.Theme.Muted), named("label"))
	drawing, err := l.onAxes()
	if err != nil {
		return Drawing{}, err
	}
	drawing.Option = drawing.Option.Merge(base(in.Theme)).Merge(Option{
		"grid":   []Option{{"right": 16, "top": 44}},
		"legend": []Option{{"show": true, "top": 0, "left": 0, "itemWidth": 12, "itemHeight": 12, "textStyle": Option{"color": in.Theme.Ink2, "fontSize": sizeText}}},
		"xAxis":  []Option{categories(in.Theme).Merge(Option{"data": years, "axisLine": Option{"onZero": false, "show": false}, "axisLabel": Option{"margin": 20}})},
		"yAxis":  []Option{values(in.Theme).Merge(Option{"min": nil})},
	})
	drawing.format("xAxis.0.axisLabel.formatter", "acadYear")
	drawing.format("yAxis.0.axisLabel.formatter", "int")
	drawing.Finding, drawing.Summary = said, turnoverInWords(in)
	if partial := notCompared(in); partial != "" {
		drawing.Note = joined(in.Lang, []string{turnoverNote.In(in.Lang), partial})
	}
	return drawing, nil
}

func turning(colour string) Option {
	return Option{"stack": "all", "barCategoryGap": "35%", "itemStyle": Option{"color": colour}}
}

// turns are one column a year, up for a gain and down for a loss; a year that looks incomplete is pale, and the one the
// finding speaks of is in the accent.
func turns(in Input, s series, sign float64, told bool) []item {
	items := make([]item, len(s.years))
	last := s.whole().last
	for i, r := range s.rows {
		if r < 0 {
			items[i] = item{Value: "-"}
			continue
		}
		label := Option{"show": s.values[i] > 0, "color": in.Theme.Ink2, "fontSize": sizeText, "position": "top"}
		if sign < 0 {
			label["position"] = "bottom"
		}
		items[i] = item{Value: sign * s.values[i], Row: row(r), Title: lang.Int(s.values[i]), Label: label}
		switch {
		case s.partial[i]:
			items[i].ItemStyle = Option{"opacity": 0.35}
		case told && i == last:
			items[i].ItemStyle = Option{"color": in.Theme.Accent}
			label["color"], label["fontWeight"] = in.Theme.Accent, 700
		}
	}
	return items
}

// turnoverFinding tells the partners gained and lost in the last whole year.
func turnoverFinding(in Input) finding.Finding {
	s := yearly(in.Table, in.Table.Distinct("academic_year_id"), "new_partners", nil).whole()
	if s.last < 0 {
		return finding.Finding{}
	}
	r := s.rows[s.last]
	lost, known := in.Table.Num(r, "lost_partners")
	if !known || s.values[s.last] == 0 {
		return finding.Finding{}
	}
	return finding.Say(in.Lang,
		lang.Text{En: "{point} in {year}; partners lost: {lost}", Hant: "{year}{point}，中斷往來的有 {lost} 所", Hans: "{year}{point}，中断往来的有 {lost} 所"},
		lang.Plural(int64(s.values[s.last]),
			lang.Text{En: "One new exchange partner", Hant: "新增一所交流夥伴院校", Hans: "新增一所交流伙伴院校"},
			lang.Text{En: "{n} new exchange partners", Hant: "新增 {n} 所交流夥伴院校", Hans: "新增 {n} 所交流伙伴院校"}),
		lang.Args{"n": lang.Int(s.values[s.last]), "lost": lang.Int(lost), "year": lang.InYear(in.Lang, s.years[s.last])})
}

// turnoverInWords tells the last year, and what came and went over all years shown.
func turnoverInWords(in Input) string {
	t := in.Table
	last := t.Len() - 1
	return lang.Text{
		En:   "{n} partners exchanged students in {year}. Over the years shown {gained} were new and {lost} were lost.",
		Hant: "{year}有 {n} 所夥伴院校有學生往來。圖中各年合計新增 {gained} 所，中斷 {lost} 所次。",
		Hans: "{year}有 {n} 所伙伴院校有学生往来。图中各年合计新增 {gained} 所，中断 {lost} 所次。",
	}.With(in.Lang, lang.Args{
		"n": lang.Int(t.Value(last, "partners")), "year": lang.InYear(in.Lang, t.Str(last, "academic_year_id")),
		"gained": lang.Int(sum(t, "new_partners", t.Len())), "lost": lang.Int(sum(t, "lost_partners", t.Len())),
	})
}
