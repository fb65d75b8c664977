package chart

import (
	"cmp"
	"slices"

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
	met := targetsMet(in, rows, year)
	marked := !met.Empty()
	wide, narrow := rows[:min(wideTargets, len(rows))], rows[:min(narrowTargets, len(rows))]
	var l layers
	l.add("bar", in.Table.Label("attainment"), bullets(in, wide, marked), Option{
		"barCategoryGap": "42%", "barMaxWidth": 16, "itemStyle": Option{"color": in.Theme.hue(0)},
	})
	l.add("scatter", in.Table.Label("aim"), marks(len(wide)), Option{
		"symbol": "rect", "symbolSize": []int{3, 22}, "silent": true, "z": 4, "itemStyle": Option{"color": in.Theme.Ink, "opacity": 1},
	})
	l.add("scatter", "", numbers(in, wide, marked), bare().Merge(Option{"label": Option{
		"show": true, "position": "right", "color": in.Theme.Ink, "fontSize": sizeText, "distance": 10,
	}}), named("label"))
	drawing, err := l.onAxes()
	if err != nil {
		return Drawing{}, err
	}
	quiet := Option{"show": false}
	drawing.Option = drawing.Option.Merge(base(in.Theme)).Merge(Option{
		"aria":  plainFill(),
		"grid":  []Option{{"top": 4, "bottom": 4, "right": roomFor(numbers(in, wide, marked), sizeText)}},
		"xAxis": []Option{fractions(in.Theme).Merge(Option{"max": farthestReached(in, wide), "axisLabel": quiet, "splitLine": quiet})},
		"yAxis": []Option{categories(in.Theme).Merge(Option{
			"data": aimNames(in, wide), "inverse": true, "axisLine": quiet,
			"axisLabel": Option{"interval": 0, "hideOverlap": false, "color": in.Theme.Ink, "width": 250, "overflow": "break", "lineHeight": 14},
		})},
	}).Narrow(640, Option{
		"yAxis":  []Option{{"axisLabel": Option{"width": 170, "fontSize": sizeSmall, "lineHeight": 12}}},
		"series": []Option{{}, {}, {"label": Option{"fontSize": sizeSmall, "distance": 8}}},
	}).Narrow(480, Option{
		"grid":  []Option{{"right": roomFor(numbers(in, narrow, marked), sizeSmall)}},
		"xAxis": []Option{{"max": farthestReached(in, narrow)}},
		"yAxis": []Option{{"data": aimNames(in, narrow), "axisLabel": Option{"width": 128, "fontSize": sizeSmall, "lineHeight": 12}}},
		"series": []Option{
			{"data": bullets(in, narrow, marked)}, {"data": marks(len(narrow))},
			{"data": numbers(in, narrow, marked), "label": Option{"fontSize": sizeSmall, "distance": 6}},
		},
	})
	drawing.Finding, drawing.Summary = met, targetsInWords(in, rows, year)
	return drawing, nil
}

// bullets are the bars; the one that fell shortest in the accent where it is the finding.
func bullets(in Input, rows []int, marked bool) []item {
	items := make([]item, len(rows))
	for i, r := range rows {
		items[i] = item{Value: in.Table.Value(r, "attainment"), Row: row(r)}
		if i == 0 && marked && in.Table.Value(r, "attainment") < 1 {
			items[i].ItemStyle = Option{"color": in.Theme.Accent}
		}
	}
	return items
}

// numbers writes what was reached, the target and the share of it beside each bar, clear of the mark.
func numbers(in Input, rows []int, marked bool) []item {
	items := make([]item, len(rows))
	text := lang.Text{En: "{n} of {aim} · {share}", Hant: "{n} / {aim} · {share}", Hans: "{n} / {aim} · {share}"}
	for i, r := range rows {
		share := in.Table.Value(r, "attainment")
		items[i] = item{Value: []any{max(share, 1), i}, Title: text.With(in.Lang, lang.Args{
			"n": lang.Int(reached(in, r)), "aim": lang.Int(in.Table.Value(r, "aim")), "share": shareReached(in, r),
		})}
		if i == 0 && marked && share < 1 {
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

// farthestReached ends the axis where the longest bar does, at the target at least.
func farthestReached(in Input, rows []int) float64 {
	most := 1.0
	for _, r := range rows {
		most = max(most, in.Table.Value(r, "attainment"))
	}
	return most
}
