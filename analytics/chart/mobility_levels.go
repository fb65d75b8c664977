package chart

import (
	"slices"

	"meridian/analytics/finding"
	"meridian/analytics/lang"
	"meridian/analytics/table"
)

func mobilityLevels() Chart {
	return Chart{
		ID: "mobility-levels", Subject: Mobility, Kind: Bar, Metric: "mobility_levels",
		Title:    lang.Text{En: "Exchange by field and level of study", Hant: "按學科及程度劃分的交流學生", Hans: "按学科及层次划分的交流学生"},
		Subtitle: lang.Text{En: "Exchange students by broad field (ISCED-F 2013) and level", Hant: "按 ISCED-F 2013 廣義學科及修讀程度劃分的交流學生人數", Hans: "按 ISCED-F 2013 广义学科及学习层次划分的交流学生人数"},
		Filters:  []string{"from", "to", "place", "region", "faculty", "direction", "evidence"},
		Build:    drawMobilityLevels,
	}
}

// unstatedCode stands for a level or field that a row does not name.
const unstatedCode = "unstated"

func drawMobilityLevels(in Input) (Drawing, error) {
	t := in.Table
	fields := t.Distinct("field")
	told := largestField(in)
	var l layers
	var legends []string
	for i, level := range levelsOf(t) {
		name := t.Str(t.Find(map[string]string{"level_code": level}), "level_name")
		legends = append(legends, name)
		l.add("bar", name, levelBars(in, fields, level), Option{
			"stack": "all", "barCategoryGap": "32%", "barMaxWidth": 26,
			"itemStyle": Option{"color": in.Theme.hue(i), "borderColor": in.Theme.Surface, "borderWidth": 1},
		})
	}
	totals := fieldTotals(in, fields, told)
	l.add("scatter", "", totals, bare(), named("label"))
	drawing, err := l.onAxes()
	if err != nil {
		return Drawing{}, err
	}
	drawing.Option = drawing.Option.Merge(base(in.Theme)).Merge(Option{
		"legend": legend(in.Theme).Merge(Option{"data": legends}),
		"grid":   []Option{{"top": 36, "right": roomFor(totals, sizeText)}},
		"xAxis":  []Option{values(in.Theme).Merge(Option{"max": largest(t, "field_participants"), "axisLabel": Option{"show": false}, "splitLine": Option{"show": false}})},
		"yAxis": []Option{categories(in.Theme).Merge(Option{
			"data": namesOf(t, "field", "field_name", fields), "inverse": true, "axisLine": Option{"show": false},
			"axisLabel": Option{"interval": 0, "hideOverlap": false, "color": in.Theme.Ink, "width": 220, "overflow": "break", "lineHeight": 15},
		})},
	}).Narrow(480, Option{
		"legend": Option{"itemGap": 10, "textStyle": Option{"fontSize": sizeSmall}},
		"yAxis":  []Option{{"axisLabel": Option{"width": 132, "fontSize": sizeSmall, "lineHeight": 12}}},
	})
	drawing.Finding, drawing.Summary = told, levelsInWords(in)
	return drawing, nil
}

// levelsOf lists the levels from the lowest to the highest, what is not stated last; the first field may lack some.
func levelsOf(t *table.Table) []string {
	var levels, last []string
	known := []string{"short-cycle", "bachelor", "master", "doctorate"}
	have := t.Distinct("level_code")
	for _, level := range known {
		for _, h := range have {
			if h == level {
				levels = append(levels, h)
			}
		}
	}
	for _, h := range have {
		switch {
		case h == unstatedCode:
			last = []string{h}
		case !slices.Contains(known, h):
			levels = append(levels, h)
		}
	}
	return append(levels, last...)
}

func levelBars(in Input, fields []string, level string) []item {
	items := make([]item, len(fields))
	for i, field := range fields {
		items[i] = item{Value: "-"}
		if r := in.Table.Find(map[string]string{"field": field, "level_code": level}); r >= 0 {
			items[i] = item{Value: in.Table.Value(r, "participants"), Row: row(r)}
		}
	}
	return items
}

// fieldTotals writes each field's number and share beside its bar; the finding's in the accent.
func fieldTotals(in Input, fields []string, told finding.Finding) []item {
	items := make([]item, len(fields))
	for i, field := range fields {
		r := in.Table.Find(map[string]string{"field": field})
		n := in.Table.Value(r, "field_participants")
		text := lang.Int(n)
		if share, known := in.Table.Num(r, "field_share"); known {
			text += " · " + lang.WholePercent(in.Lang, share)
		}
		label := halo(in.Theme, in.Theme.Ink).Merge(Option{"show": true, "position": "right", "distance": 4, "fontWeight": 600})
		if i == 0 && !told.Empty() {
			label["color"] = in.Theme.Accent
		}
		items[i] = item{Value: []any{n, i}, Title: text, Label: label}
	}
	return items
}

// largestField names the field with the most students, where one leads and the base is wide enough.
func largestField(in Input) finding.Finding {
	t := in.Table
	fields := t.Distinct("field")
	if len(fields) < 2 || fields[0] == unstatedCode || t.Value(0, "field_participants") < finding.Enough {
		return finding.Finding{}
	}
	second := t.Find(map[string]string{"field": fields[1]})
	share, known := t.Num(0, "field_share")
	if !known || fields[1] != unstatedCode && t.Value(second, "field_participants") == t.Value(0, "field_participants") {
		return finding.Finding{}
	}
	return finding.Say(in.Lang,
		lang.Text{
			En:   "{field}: {point} of exchange students, the largest field",
			Hant: "{field}佔交流學生 {point}，為最大學科",
			Hans: "{field}占交流学生 {point}，为最大学科",
		},
		lang.Text{En: "{share}", Hant: "{share}", Hans: "{share}"},
		lang.Args{"field": t.Str(0, "field_name"), "share": lang.WholePercent(in.Lang, share)})
}

func levelsInWords(in Input) string {
	t := in.Table
	var levels []string
	for _, level := range levelsOf(t) {
		n := 0.0
		for _, r := range rowsWhere(t, func(r int) bool { return t.Str(r, "level_code") == level }) {
			n += t.Value(r, "participants")
		}
		levels = append(levels, t.Str(t.Find(map[string]string{"level_code": level}), "level_name")+" "+lang.Int(n))
	}
	said := []string{lang.Text{En: "By level: {levels}.", Hant: "按程度：{levels}。", Hans: "按层次：{levels}。"}.With(in.Lang, lang.Args{"levels": enumerated(in.Lang, levels)})}
	var fields []string
	for _, field := range t.Distinct("field")[:min(3, len(t.Distinct("field")))] {
		r := t.Find(map[string]string{"field": field})
		fields = append(fields, t.Str(r, "field_name")+" "+lang.Int(t.Value(r, "field_participants")))
	}
	return joined(in.Lang, append(said, lang.Text{En: "By field: {fields}.", Hant: "按學科：{fields}。", Hans: "按学科：{fields}。"}.With(in.Lang, lang.Args{"fields": enumerated(in.Lang, fields)})))
}
