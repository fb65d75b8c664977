package chart

import (
	"meridian/analytics/finding"
	"meridian/analytics/lang"
)

// projectTypes is the order types are stacked in, from the ground up; a type keeps its place and colour under any filter.
var projectTypes = []string{
	"joint-research", "student-exchange", "staff-training", "conference", "academic-programme", "student-placement", "consultancy",
}

func projectsByType() Chart {
	return Chart{
		ID: "projects-by-type", Subject: Collaboration, Kind: Bar, Metric: "projects_by_type",
		Title:    lang.Text{En: "Projects by type and year", Hant: "按類別及學年劃分的項目", Hans: "按类别及学年划分的项目"},
		Subtitle: lang.Text{En: "Projects started in each academic year", Hant: "每學年新開展的項目數目", Hans: "每学年新开展的项目数目"},
		Filters:  []string{"from", "to", "place", "region", "type", "faculty", "evidence"},
		Build:    drawProjectsByType,
	}
}

func drawProjectsByType(in Input) (Drawing, error) {
	years := everyYear(in.Table.Distinct("academic_year_id"))
	growth := projectGrowth(in)
	var stack layers
	for place, id := range projectTypes {
		s := yearly(in.Table, years, "projects", map[string]string{"project_type": id})
		if s.last >= 0 {
			stack.add("bar", in.Table.Str(s.rows[s.last], "type_name"), segments(in, s), stacked(in.Theme, in.Theme.hue(place)), named("label"))
		}
	}
	stack.add("scatter", "", yearTotals(in, years, !growth.Empty()), bare(), named("label"))
	drawing, err := stack.onAxes()
	if err != nil {
		return Drawing{}, err
	}
	drawing.Option = drawing.Option.Merge(base(in.Theme)).Merge(Option{
		"grid":  []Option{{"right": 148, "top": 24}},
		"xAxis": []Option{categories(in.Theme).Merge(Option{"data": years})},
		"yAxis": []Option{values(in.Theme)},
	}).Narrow(480, Option{"grid": []Option{{"right": 128}}})
	drawing.format("xAxis.0.axisLabel.formatter", "acadYear")
	drawing.format("yAxis.0.axisLabel.formatter", "int")
	drawing.Finding, drawing.Summary = growth, projectsByTypeInWords(in)
	return drawing, nil
}

// stacked is one part of stacked columns, parted from the next by a hairline.
func stacked(t Theme, colour string) Option {
	return Option{
		"stack": "all", "barCategoryGap": "30%", "itemStyle": Option{"color": colour, "borderColor": t.Surface, "borderWidth": 1},
		"labelLayout": Option{"hideOverlap": true},
	}
}

// segments are one type's part of each year's column; the last carries the type's name beside it.
func segments(in Input, s series) []item {
	items := s.items("")
	last := &items[len(items)-1]
	if last.Row == nil {
		return items
	}
	last.Title = in.Table.Str(*last.Row, "type_name")
	last.Label = halo(in.Theme, in.Theme.Ink2).Merge(Option{"show": true, "position": "right", "distance": 8})
	return items
}

// yearTotals are the labels on top of the columns; the last is the finding's, where there is one.
func yearTotals(in Input, years []string, marked bool) []item {
	items, told := []item{}, ""
	if whole := recordedWhole(in.Table, "year_projects"); len(whole) > 0 {
		told = whole[len(whole)-1]
	}
	for i, year := range years {
		r := in.Table.Find(map[string]string{"academic_year_id": year})
		if r < 0 {
			continue
		}
		n := in.Table.Value(r, "year_projects")
		label := halo(in.Theme, in.Theme.Ink).Merge(Option{"show": true, "position": "top", "distance": 4, "fontWeight": 600})
		if marked && year == told {
			label["color"] = in.Theme.Accent
		}
		items = append(items, item{Value: []any{i, n}, Title: lang.Int(n), Label: label})
	}
	return items
}

// projectGrowth compares the projects started in the last whole year with those in the first.
func projectGrowth(in Input) finding.Finding {
	t := in.Table
	years := recordedWhole(t, "year_projects")
	if len(years) < 2 {
		return finding.Finding{}
	}
	of := func(year string) float64 {
		return t.Value(t.Find(map[string]string{"academic_year_id": year}), "year_projects")
	}
	first, last := of(years[0]), of(years[len(years)-1])
	if endsFarOff(years, of) || first < finding.Enough || last <= first*1.02 {
		return finding.Finding{}
	}
	return finding.Say(in.Lang,
		lang.Text{
			En:   "New projects a year have {point} since {year}",
			Hant: "自 {year} 學年以來，每年新開展項目{point}",
			Hans: "自 {year} 学年以来，每年新开展项目{point}",
		},
		lang.Text{En: "grown by {growth}", Hant: "增長 {growth}", Hans: "增长 {growth}"},
		lang.Args{"year": lang.Year(years[0]), "growth": lang.WholePercent(in.Lang, last/first-1)})
}

func projectsByTypeInWords(in Input) string {
	t := in.Table
	years := t.Distinct("academic_year_id")
	from, to := years[0], years[len(years)-1]
	started := lang.Text{En: "Projects started: {first} in {from}, {last} in {to}.", Hant: "新開展項目：{from} 學年 {first} 項，{to} 學年 {last} 項。", Hans: "新开展项目：{from} 学年 {first} 项，{to} 学年 {last} 项。"}
	if from == to {
		started = lang.Text{En: "Projects started: {last} in {to}.", Hant: "新開展項目：{to} 學年 {last} 項。", Hans: "新开展项目：{to} 学年 {last} 项。"}
	}
	said := []string{started.With(in.Lang, lang.Args{
		"from": lang.Year(from), "first": lang.Int(t.Value(0, "year_projects")),
		"to": lang.Year(to), "last": lang.Int(t.Value(t.Len()-1, "year_projects")),
	})}
	lastYear := rowsWhere(t, func(r int) bool { return t.Str(r, "academic_year_id") == to })
	if most, told := mostOf(in, lastYear, "projects", in.named("type_name")); told {
		most["to"] = lang.Year(to)
		said = append(said, lang.Text{
			En: "The most in {to}: {who}, {n}.", Hant: "{to} 學年以{who}最多，{each}有 {n} 項。", Hans: "{to} 学年以{who}最多，{each}有 {n} 项。",
		}.With(in.Lang, most))
	}
	return joined(in.Lang, said)
}
