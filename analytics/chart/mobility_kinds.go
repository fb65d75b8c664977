package chart

import (
	"meridian/analytics/finding"
	"meridian/analytics/lang"
)

func mobilityKinds() Chart {
	return Chart{
		ID: "mobility-kinds", Subject: Mobility, Kind: Bar, Metric: "mobility_kinds",
		Title:    lang.Text{En: "Exchange, traineeships and staff", Hant: "學生交流、實習及教職員往來", Hans: "学生交流、实习及教职员往来"},
		Subtitle: lang.Text{En: "People who moved by kind and academic year, both directions", Hant: "每學年按類別劃分的雙向往來人次", Hans: "每学年按类别划分的双向往来人次"},
		Filters:  []string{"from", "to", "place", "region", "faculty", "direction", "evidence"},
		Build:    drawMobilityKinds,
	}
}

// mobilityKindIDs are the kinds of mobility in reading order, as the import format lists them.
var mobilityKindIDs = []string{"student-studies", "student-traineeship", "staff-teacher", "staff-training"}

func drawMobilityKinds(in Input) (Drawing, error) {
	t := in.Table
	years := everyYear(t.Distinct("academic_year_id"))
	told := beyondExchange(in)
	var stack layers
	for at, id := range mobilityKindIDs {
		s := yearly(t, years, "people", map[string]string{"mobility_kind": id})
		if s.last < 0 {
			continue
		}
		name := t.Str(s.rows[s.last], "kind_name")
		items := s.items("")
		for i := range items {
			items[i].Title = ""
			if s.partial[i] {
				items[i].ItemStyle = Option{"opacity": 0.4}
			}
		}
		stack.add("bar", name, items, stacked(in.Theme, in.Theme.hue(at)))
	}
	stack.add("scatter", "", kindTotals(in, years), bare(), named("label"))
	drawing, err := stack.onAxes()
	if err != nil {
		return Drawing{}, err
	}
	drawing.Option = drawing.Option.Merge(base(in.Theme)).Merge(Option{
		"legend": legend(in.Theme).Merge(Option{"data": namesOf(t, "mobility_kind", "kind_name", mobilityKindIDs)}),
		"grid":   []Option{{"top": 40}},
		"xAxis":  []Option{categories(in.Theme).Merge(Option{"data": years})},
		"yAxis":  []Option{values(in.Theme)},
	}).Narrow(480, Option{"legend": Option{"itemGap": 10, "textStyle": Option{"fontSize": sizeSmall}}, "grid": []Option{{"top": 56}}})
	drawing.format("xAxis.0.axisLabel.formatter", "acadYear")
	drawing.format("yAxis.0.axisLabel.formatter", "int")
	drawing.Finding, drawing.Summary = told, kindsInWords(in)
	if aside := setAside(in); aside != "" {
		drawing.Note = aside
	}
	return drawing, nil
}

// kindTotals writes each year's people over its column.
func kindTotals(in Input, years []string) []item {
	items := []item{}
	for i, year := range years {
		if r := in.Table.Find(map[string]string{"academic_year_id": year}); r >= 0 {
			n := in.Table.Value(r, "year_people")
			label := halo(in.Theme, in.Theme.Ink).Merge(Option{"show": true, "position": "top", "distance": 4, "fontWeight": 600})
			items = append(items, item{Value: []any{i, n}, Title: lang.Int(n), Label: label})
		}
	}
	return items
}

// lastWhole lists the rows of the last year that does not look incomplete.
func lastWhole(in Input, measure string) (rows []int, year string) {
	years := recordedWhole(in.Table, measure)
	if len(years) == 0 {
		return nil, ""
	}
	year = years[len(years)-1]
	return rowsWhere(in.Table, func(r int) bool { return in.Table.Str(r, "academic_year_id") == year }), year
}

// beyondExchange says what part of the last year's mobility is no student exchange, where it is a tenth or more.
func beyondExchange(in Input) finding.Finding {
	rows, year := lastWhole(in, "people")
	beyond, all := 0.0, 0.0
	for _, r := range rows {
		n := in.Table.Value(r, "people")
		all += n
		if in.Table.Str(r, "mobility_kind") != mobilityKindIDs[0] {
			beyond += n
		}
	}
	if all < finding.Enough || beyond < all/10 || beyond == all {
		return finding.Finding{}
	}
	return finding.Say(in.Lang,
		lang.Text{
			En:   "Trainees and staff were {point} of all who moved in {year}",
			Hant: "{year} 學年的往來人次中，實習學生及教職員佔 {point}",
			Hans: "{year} 学年的往来人次中，实习学生及教职员占 {point}",
		},
		lang.Text{En: "{share}", Hant: "{share}", Hans: "{share}"},
		lang.Args{"share": lang.WholePercent(in.Lang, beyond/all), "year": lang.Year(year)})
}

func kindsInWords(in Input) string {
	t := in.Table
	rows, year := lastWhole(in, "people")
	if year == "" {
		year = t.Str(t.Len()-1, "academic_year_id")
		rows = rowsWhere(t, func(r int) bool { return t.Str(r, "academic_year_id") == year })
	}
	var kinds []string
	for _, r := range rows {
		kinds = append(kinds, t.Str(r, "kind_name")+" "+lang.Int(t.Value(r, "people")))
	}
	args := lang.Args{"year": lang.InYear(in.Lang, year), "n": lang.Int(t.Value(rows[0], "year_people")), "kinds": enumerated(in.Lang, kinds)}
	return lang.Text{
		En: "In {year} {n} people moved: {kinds}.", Hant: "{year}共有 {n} 人次往來：{kinds}。", Hans: "{year}共有 {n} 人次往来：{kinds}。",
	}.With(in.Lang, args)
}
