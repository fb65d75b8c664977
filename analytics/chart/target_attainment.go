package chart

import (
	"cmp"
	"slices"

	"meridian/analytics/finding"
	"meridian/analytics/lang"
)

func targetAttainment() Chart {
	return Chart{
		ID: "target-attainment", Subject: Overview, Kind: Bar, Metric: "target_attainment",
		Title:    lang.Text{En: "Targets and what was reached", Hant: "目標達成情況", Hans: "目标达成情况"},
		Subtitle: lang.Text{En: "Reached as a share of the target, in the last year with both", Hant: "最近一個可比學年的實際數字佔目標的比例", Hans: "最近一个可比学年的实际数字占目标的比例"},
		Note: lang.Text{
			En:   "The upright mark is the target. What was reached is counted from the rows; a key figure that quotes a published number may differ. Later targets are in the table.",
			Hant: "豎線為目標。實際數字由數據列計算，可能有別於引用公布數字的主要指標。其後的目標見表格。",
			Hans: "竖线为目标。实际数字由数据行计算，可能有别于引用公布数字的主要指标。其后的目标见表格。",
		},
		Filters: []string{"from", "to", "place", "region", "evidence"},
		Build:   drawTargetAttainment,
	}
}

// aimed are the targets of the last year in which any was reached, the one that fell shortest first.
func aimed(in Input) (rows []int, year string) {
	t := in.Table
	years := slices.Sorted(slices.Values(recordedWhole(t, "attainment")))
	if len(years) == 0 {
		return nil, ""
	}
	year = years[len(years)-1]
	rows = rowsWhere(t, func(r int) bool {
		_, known := t.Num(r, "attainment")
		return known && t.Str(r, "academic_year_id") == year
	})
	slices.SortStableFunc(rows, func(a, b int) int { return cmp.Compare(t.Value(a, "attainment"), t.Value(b, "attainment")) })
	return rows, year
}

// The most targets that are drawn, on a wide and on a narrow page; the table has all.
const wideTargets, narrowTargets = 14, 8

func drawTargetAttainment(in Input) (Drawing, error) {
	rows, year := aimed(in)
	told := targetsMet(in, rows, year)
	wide, narrow := rows[:min(wideTargets, len(rows))], rows[:min(narrowTargets, len(rows))]
	var l layers
	l.add("bar", in.Table.Label("attainment"), bullets(in, wide, !told.Empty()), Option{
		"barCategoryGap": "42%", "barMaxWidth": 16, "itemStyle": Option{"color": in.Theme.hue(0)},
		"label": Option{"show": true, "position": "right", "color": in.Theme.Ink, "fontSize": sizeText, "distance": 10},
	}, named("label"))
	l.add("scatter", in.Table.Label("aim"), marks(len(wide)), Option{
		"symbol": "rect", "symbolSize": []int{3, 22}, "silent": true, "z": 4, "itemStyle": Option{"color": in.Theme.Ink, "opacity": 1},
	})
	drawing, err := l.onAxes()
	if err != nil {
		return Drawing{}, err
	}
	reach := func(rows []int, room float64) float64 {
		most := 1.0
		for _, r := range rows {
			most = max(most, in.Table.Value(r, "attainment"))
		}
		return most * room
	}
	quiet := Option{"show": false}
	drawing.Option = drawing.Option.Merge(base(in.Theme)).Merge(Option{
		"aria":  plainFill(),
		"grid":  []Option{{"top": 4, "bottom": 4, "right": 8}},
		"xAxis": []Option{fractions(in.Theme).Merge(Option{"max": reach(wide, 1.5), "axisLabel": quiet, "splitLine": quiet})},
		"yAxis": []Option{categories(in.Theme).Merge(Option{
			"data": aimNames(in, wide), "inverse": true, "axisLine": quiet,
			"axisLabel": Option{"interval": 0, "hideOverlap": false, "color": in.Theme.Ink, "width": 250, "overflow": "break", "lineHeight": 14},
		})},
	}).Narrow(480, Option{
		"xAxis":  []Option{{"max": reach(narrow, 1.95)}},
		"yAxis":  []Option{{"data": aimNames(in, narrow), "axisLabel": Option{"width": 128, "fontSize": sizeSmall, "lineHeight": 12}}},
		"series": []Option{{"data": bullets(in, narrow, !told.Empty()), "label": Option{"fontSize": sizeSmall, "distance": 6}}, {"data": marks(len(narrow))}},
	})
	drawing.Finding, drawing.Summary = told, targetsInWords(in, rows, year)
	return drawing, nil
}

// bullets are the bars, each with what was reached, the target and the share of it.
func bullets(in Input, rows []int, marked bool) []item {
	items := make([]item, len(rows))
	text := lang.Text{En: "{n} of {aim} · {share}", Hant: "{n} / {aim} · {share}", Hans: "{n} / {aim} · {share}"}
	for i, r := range rows {
		share := in.Table.Value(r, "attainment")
		items[i] = item{Value: share, Row: row(r), Title: text.With(in.Lang, lang.Args{
			"n": lang.Int(reached(in, r)), "aim": lang.Int(in.Table.Value(r, "aim")), "share": shareReached(in, r),
		})}
		if i == 0 && marked && share < 1 {
			items[i].ItemStyle = Option{"color": in.Theme.Accent}
			items[i].Label = Option{"color": in.Theme.Accent, "fontWeight": 600}
		}
	}
	return items
}

// marks are the targets themselves: one upright mark a bar.
func marks(n int) []item {
	items := make([]item, n)
	for i := range items {
		items[i] = item{Value: []any{1, i}}
	}
	return items
}

// reached is what a row came to, people or other things.
func reached(in Input, r int) float64 {
	if n, known := in.Table.Num(r, "actual_people"); known {
		return n
	}
	return in.Table.Value(r, "actual_count")
}

// shareReached writes an attainment as a whole percentage; one just short of its target does not round up to all of it.
func shareReached(in Input, r int) string {
	share := in.Table.Value(r, "attainment")
	if share < 1 && share >= 0.995 {
		return lang.Percent(in.Lang, min(share, 0.999))
	}
	return lang.WholePercent(in.Lang, share)
}

// aimName says what a target is of, and of which region or place where it is not of all.
func (in Input) aimName(r int) string {
	where := cmp.Or(in.Table.Str(r, "place"), in.Table.Str(r, "region_name"))
	if where == "" {
		return in.Table.Str(r, "target_name")
	}
	return lang.Text{En: "{what}: {where}", Hant: "{what}：{where}", Hans: "{what}：{where}"}.
		With(in.Lang, lang.Args{"what": in.Table.Str(r, "target_name"), "where": where})
}

func aimNames(in Input, rows []int) []string {
	names := make([]string, len(rows))
	for i, r := range rows {
		names[i] = in.aimName(r)
	}
	return names
}

// targetsMet counts the targets that were met, and names the one that fell shortest where one did alone.
func targetsMet(in Input, rows []int, year string) finding.Finding {
	t := in.Table
	met := len(rowsMet(in, rows))
	args := lang.Args{"met": lang.Int(float64(met)), "n": lang.Int(float64(len(rows))), "year": lang.Year(year)}
	switch {
	case len(rows) < 2:
		return finding.Finding{}
	case met == len(rows):
		return finding.Say(in.Lang,
			lang.Text{En: "{point} of {year} were met", Hant: "{year} 學年{point}", Hans: "{year} 学年{point}"},
			lang.Text{En: "All {n} targets", Hant: "全部 {n} 項目標均已達成", Hans: "全部 {n} 项目标均已达成"}, args)
	case t.Value(rows[0], "attainment") == t.Value(rows[1], "attainment"):
		return finding.Say(in.Lang,
			lang.Text{En: "{point} of {year} were met", Hant: "{year} 學年的目標{point}", Hans: "{year} 学年的目标{point}"},
			lang.Text{En: "{met} of {n} targets", Hant: "達成 {met} 項，共 {n} 項", Hans: "达成 {met} 项，共 {n} 项"}, args)
	}
	args["what"], args["share"] = in.aimName(rows[0]), shareReached(in, rows[0])
	return finding.Say(in.Lang,
		lang.Text{
			En:   "{met} of {n} targets of {year} were met; {what} reached {point}",
			Hant: "{year} 學年 {n} 項目標達成 {met} 項；{what}只達 {point}",
			Hans: "{year} 学年 {n} 项目标达成 {met} 项；{what}只达 {point}",
		},
		lang.Text{En: "{share}", Hant: "{share}", Hans: "{share}"}, args)
}

func rowsMet(in Input, rows []int) []int {
	return slices.DeleteFunc(slices.Clone(rows), func(r int) bool { return in.Table.Value(r, "attainment") < 1 })
}

func targetsInWords(in Input, rows []int, year string) string {
	if len(rows) == 0 {
		return lang.Text{
			En: "No target of these years can be compared with what was reached yet.", Hant: "所選學年的目標尚未有實際數字可比。", Hans: "所选学年的目标尚未有实际数字可比。",
		}.In(in.Lang)
	}
	said := []string{lang.Text{
		En: "Targets of {year} that were met: {met} of {n}.", Hant: "{year} 學年共有 {n} 項目標，達成 {met} 項。", Hans: "{year} 学年共有 {n} 项目标，达成 {met} 项。",
	}.With(in.Lang, lang.Args{"year": lang.Year(year), "met": lang.Int(float64(len(rowsMet(in, rows)))), "n": lang.Int(float64(len(rows)))})}
	var short []string
	for _, r := range rows {
		if share := in.Table.Value(r, "attainment"); share < 1 {
			short = append(short, in.aimName(r)+" "+shareReached(in, r))
		}
	}
	if len(short) > 0 {
		said = append(said, lang.Text{En: "Short of the target: {names}.", Hant: "未達標：{names}。", Hans: "未达标：{names}。"}.
			With(in.Lang, lang.Args{"names": enumerated(in.Lang, short[:min(5, len(short))])}))
	}
	return joined(in.Lang, said)
}
