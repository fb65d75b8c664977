package chart

import (
	"meridian/analytics/finding"
	"meridian/analytics/lang"
)

func partnerConcentration() Chart {
	return Chart{
		ID: "partner-concentration", Subject: Mobility, Kind: Line, Metric: "partner_concentration",
		Title:    lang.Text{En: "How widely exchange is spread", Hant: "交流在夥伴間的分散程度", Hans: "交流在伙伴间的分散程度"},
		Subtitle: lang.Text{En: "Partners with exchange students, and the effective number of partners", Hant: "有學生交流的夥伴數目及有效夥伴數目", Hans: "有学生交流的伙伴数目及有效伙伴数"},
		Note: lang.Text{
			En:   "The effective number is that of partners of equal size that would be as concentrated: 1 ÷ HHI. The nearer it comes to the number of partners, the more evenly students are spread. The table adds HHI, Shannon diversity and evenness.",
			Hant: "有效夥伴數目為同等集中程度下規模相同的夥伴數目，即 1 ÷ HHI；越接近夥伴總數，學生分布越平均。表格另列 HHI、香農多樣性及均勻度。",
			Hans: "有效伙伴数为同等集中程度下规模相同的伙伴数目，即 1 ÷ HHI；越接近伙伴总数，学生分布越平均。表格另列 HHI、香农多样性及均匀度。",
		},
		Filters: []string{"from", "to", "place", "region", "faculty", "direction", "evidence"},
		Build:   drawPartnerConcentration,
	}
}

func drawPartnerConcentration(in Input) (Drawing, error) {
	years := everyYear(in.Table.Distinct("academic_year_id"))
	var l layers
	for i, line := range []struct {
		column string
		name   lang.Text
	}{
		{"partners", lang.Text{En: "Partners", Hant: "夥伴", Hans: "伙伴"}},
		{"effective_partners", lang.Text{En: "Effective", Hant: "有效數目", Hans: "有效数"}},
	} {
		s := yearly(in.Table, years, line.column, nil)
		addPartial(&l, in, s)
		if w := s.whole(); w.last >= 0 {
			colour := in.Theme.hue(2 - 2*i)
			l.add("line", line.name.In(in.Lang), w.items(line.name.In(in.Lang)), record(in, colour).Merge(endLabel(colour)), named("endLabel"))
		}
	}
	drawing, err := l.onAxes()
	if err != nil {
		return Drawing{}, err
	}
	drawing.Option = drawing.Option.Merge(base(in.Theme)).Merge(Option{
		"tooltip": Option{"trigger": "axis"},
		"grid":    []Option{{"right": 112, "top": 20}},
		"xAxis":   []Option{categories(in.Theme).Merge(Option{"data": years, "boundaryGap": len(years) == 1})},
		"yAxis":   []Option{values(in.Theme)},
	}).Narrow(480, Option{"grid": []Option{{"right": 100}}})
	drawing.format("xAxis.0.axisLabel.formatter", "acadYear")
	drawing.format("yAxis.0.axisLabel.formatter", "int")
	drawing.Finding, drawing.Summary = effectiveNumber(in), concentrationInWords(in)
	if aside := setAside(in); aside != "" {
		drawing.Note = joined(in.Lang, []string{partnerConcentration().Note.In(in.Lang), aside})
	}
	return drawing, nil
}

// effectiveNumber says as how many equal partners those of the last whole year count.
func effectiveNumber(in Input) finding.Finding {
	rows, year := lastWhole(in, "effective_partners")
	if len(rows) == 0 || in.Table.Value(rows[0], "partners") < 5 || in.Table.Value(rows[0], "participants") < finding.Enough {
		return finding.Finding{}
	}
	return finding.Say(in.Lang,
		lang.Text{
			En:   "Exchange with {n} partners in {year} was as spread out as with {point}",
			Hant: "{year} 學年 {n} 個夥伴的交流，分散程度相當於{point}",
			Hans: "{year} 学年 {n} 个伙伴的交流，分散程度相当于{point}",
		},
		lang.Text{En: "{effective} of equal size", Hant: "規模相同的 {effective} 個夥伴", Hans: "规模相同的 {effective} 个伙伴"},
		lang.Args{
			"year": lang.Year(year), "n": lang.Int(in.Table.Value(rows[0], "partners")),
			"effective": lang.Int(in.Table.Value(rows[0], "effective_partners")),
		})
}

func concentrationInWords(in Input) string {
	t := in.Table
	years := recordedWhole(t, "effective_partners")
	if len(years) == 0 {
		years = t.Distinct("academic_year_id")
	}
	said := []string{}
	for _, year := range []string{years[0], years[len(years)-1]} {
		r := t.Find(map[string]string{"academic_year_id": year})
		said = append(said, lang.Text{
			En:   "{year}: {n} partners, effective number {effective}, the largest with {top} of the students.",
			Hant: "{year}：{n} 個夥伴，有效數目 {effective}，最大夥伴佔學生 {top}。",
			Hans: "{year}：{n} 个伙伴，有效数 {effective}，最大伙伴占学生 {top}。",
		}.With(in.Lang, lang.Args{
			"year": lang.Year(year), "n": lang.Int(t.Value(r, "partners")), "effective": lang.Int(t.Value(r, "effective_partners")),
			"top": lang.Percent(in.Lang, t.Value(r, "top_share")),
		}))
		if len(years) == 1 {
			break
		}
	}
	return joined(in.Lang, said)
}
