package chart

import (
	"slices"

	"meridian/analytics/finding"
	"meridian/analytics/lang"
)

func regionalCoverage() Chart {
	return Chart{
		ID: "regional-coverage", Subject: Collaboration, Kind: Heatmap, Metric: "region_activity",
		Title:    lang.Text{En: "Where partners are active", Hant: "活躍夥伴的地區分布", Hans: "活跃伙伴的地区分布"},
		Subtitle: lang.Text{En: "Partners with a new project or with students or staff moving, by region aimed at", Hant: "按目標地區劃分，有新項目或有學生、教職員往來的夥伴數目", Hans: "按目标地区划分，有新项目或有学生、教职员往来的伙伴数目"},
		Note: lang.Text{
			En:   "An empty cell: no partner was active in that year. The home's own region and what is not stated are no regions aimed at, unless the data set says so.",
			Hant: "空格表示該學年沒有活躍夥伴。除非數據集另有註明，目標地區不包括本地所屬地區及未註明者。",
			Hans: "空格表示该学年没有活跃伙伴。除非数据集另有注明，目标地区不包括本地所属地区及未注明者。",
		},
		Filters: []string{"from", "to", "place", "region", "type", "faculty", "evidence"},
		Build:   drawRegionalCoverage,
	}
}

func drawRegionalCoverage(in Input) (Drawing, error) {
	t := in.Table
	years, regions := everyYear(t.Distinct("academic_year_id")), t.Distinct("region")
	most := largest(t, "active_partners")
	var cells []item
	for r := range t.Rows {
		n, known := t.Num(r, "active_partners")
		if !known {
			continue
		}
		at := []any{slices.Index(years, t.Str(r, "academic_year_id")), slices.Index(regions, t.Str(r, "region")), n}
		cells = append(cells, item{Value: at, Row: row(r), Label: Option{"color": on(shade(in.Theme, most, n))}})
	}
	var grid layers
	grid.add("heatmap", t.Label("active_partners"), cells, Option{
		"label":     Option{"show": true, "fontSize": sizeText},
		"itemStyle": Option{"borderColor": in.Theme.Surface, "borderWidth": 2},
		"emphasis":  Option{"itemStyle": Option{"borderColor": in.Theme.Ink, "borderWidth": 2}},
	}, Formatter{Path: "label.formatter", ID: "int"})
	drawing, err := grid.onAxes()
	if err != nil {
		return Drawing{}, err
	}
	noLine := Option{"show": false}
	drawing.Option.Merge(base(in.Theme)).Merge(Option{
		"aria":      plainFill(),
		"grid":      []Option{{"top": 8, "bottom": 36}},
		"visualMap": []Option{ranges(in, most)},
		"xAxis":     []Option{categories(in.Theme).Merge(Option{"data": years, "position": "top", "axisLine": noLine})},
		"yAxis": []Option{categories(in.Theme).Merge(Option{
			"data": namesOf(t, "region", "region_name", regions), "inverse": true, "axisLine": noLine,
			"axisLabel": Option{"interval": 0, "hideOverlap": false, "color": in.Theme.Ink, "width": 190, "overflow": "break", "lineHeight": 15},
		})},
	})
	drawing.format("xAxis.0.axisLabel.formatter", "acadYear")
	drawing.Finding, drawing.Summary = regionsCovered(in), coverageInWords(in)
	drawing.Option = drawing.Option.Narrow(560, Option{
		"yAxis":     []Option{{"axisLabel": Option{"width": 96, "fontSize": sizeSmall, "lineHeight": 12}}},
		"xAxis":     []Option{{"axisLabel": Option{"fontSize": sizeSmall}}},
		"visualMap": []Option{{"itemWidth": 10, "itemGap": 6, "textGap": 3}},
		"series":    []Option{{"label": Option{"fontSize": sizeSmall}}},
	})
	return drawing, nil
}

// uncovered lists the regions without an active partner in the last whole year, and since when all of them have had one;
// since is empty where some are left. Where no year is whole, it is the last one.
func uncovered(in Input) (names []string, last, since string) {
	t := in.Table
	years := t.Distinct("academic_year_id")
	whole := slices.DeleteFunc(slices.Clone(years), func(year string) bool { return partialRow(t, t.Find(map[string]string{"academic_year_id": year})) })
	if len(whole) > 0 {
		years = whole
	}
	last = years[len(years)-1]
	for i := len(years) - 1; i >= 0; i-- {
		var missing []string
		for r := range t.Rows {
			if t.Str(r, "academic_year_id") == years[i] && t.Value(r, "active_partners") == 0 {
				missing = append(missing, t.Str(r, "region_name"))
			}
		}
		if len(missing) > 0 {
			if years[i] == last {
				names = missing
			}
			return names, last, since
		}
		since = years[i]
	}
	return nil, last, since
}

// regionsCovered says which regions have no active partner, or since when all of them have one.
func regionsCovered(in Input) finding.Finding {
	missing, last, since := uncovered(in)
	regions := len(in.Table.Distinct("region"))
	args := lang.Args{"n": lang.Int(float64(regions)), "left": lang.Int(float64(len(missing))), "last": lang.Year(last), "since": lang.Year(since)}
	switch {
	case regions < 2 || len(missing) == regions || partialRow(in.Table, in.Table.Find(map[string]string{"academic_year_id": last})):
		return finding.Finding{}
	case len(missing) > fewLevel:
		return finding.Say(in.Lang,
			lang.Text{
				En:   "{point} of {n} regions had no active partner in {last}",
				Hant: "{last} 學年，{n} 個地區中有{point}沒有活躍夥伴",
				Hans: "{last} 学年，{n} 个地区中有{point}没有活跃伙伴",
			},
			lang.Text{En: "{left}", Hant: " {left} 個", Hans: " {left} 个"}, args)
	case len(missing) > 0:
		for i, name := range missing {
			missing[i] = lang.Place(in.Lang, name)
		}
		args["who"] = lang.Capital(lang.List(in.Lang, missing))
		return finding.Say(in.Lang,
			lang.Text{
				En:   "{who} had {point} in {last}",
				Hant: "{last} 學年{who}{point}",
				Hans: "{last} 学年{who}{point}",
			},
			lang.Text{En: "no active partner", Hant: "沒有活躍夥伴", Hans: "没有活跃伙伴"}, args)
	}
	if since == last {
		return finding.Say(in.Lang,
			lang.Text{En: "{point} had active partners in {last}", Hant: "{last} 學年{point}均有活躍夥伴", Hans: "{last} 学年{point}均有活跃伙伴"},
			lang.Text{En: "All {n} regions", Hant: "全部 {n} 個地區", Hans: "全部 {n} 个地区"}, args)
	}
	return finding.Say(in.Lang,
		lang.Text{
			En:   "{point} have had active partners every year since {since}",
			Hant: "自 {since} 學年起，{point}每年均有活躍夥伴",
			Hans: "自 {since} 学年起，{point}每年均有活跃伙伴",
		},
		lang.Text{En: "All {n} regions", Hant: "全部 {n} 個地區", Hans: "全部 {n} 个地区"}, args)
}

func coverageInWords(in Input) string {
	t := in.Table
	missing, last, _ := uncovered(in)
	regions := len(t.Distinct("region"))
	said := []string{lang.Text{
		En:   "In {last} {covered} of {n} regions had an active partner.",
		Hant: "{last} 學年，{n} 個地區中有 {covered} 個有活躍夥伴。",
		Hans: "{last} 学年，{n} 个地区中有 {covered} 个有活跃伙伴。",
	}.With(in.Lang, lang.Args{"last": lang.Year(last), "n": lang.Int(float64(regions)), "covered": lang.Int(float64(regions - len(missing)))})}
	lastYear := rowsWhere(t, func(r int) bool { return t.Str(r, "academic_year_id") == last })
	if most, told := mostOf(in, lastYear, "active_partners", func(r int) string { return lang.Place(in.Lang, t.Str(r, "region_name")) }); told {
		said = append(said, lang.Text{
			En: "The most active partners: {who}, {n}.", Hant: "活躍夥伴最多的是{who}，{each}有 {n} 個。", Hans: "活跃伙伴最多的是{who}，{each}有 {n} 个。",
		}.With(in.Lang, most))
	}
	return joined(in.Lang, said)
}
