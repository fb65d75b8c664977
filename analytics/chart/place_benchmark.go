package chart

import (
	"cmp"
	"slices"

	"meridian/analytics/finding"
	"meridian/analytics/lang"
	"meridian/analytics/table"
)

// How many places are compared, and how many where it is narrow.
const comparedWide, comparedNarrow = 12, 8

func placeBenchmark() Chart {
	return Chart{
		ID: "place-benchmark", Subject: Collaboration, Kind: Bar, Metric: "place_benchmark",
		Title:    lang.Text{En: "Places side by side", Hant: "各地比較", Hans: "各地比较"},
		Subtitle: lang.Text{En: "Partners, projects, students sent and received, how even exchange is, and its growth", Hant: "夥伴、項目、外訪與來訪學生、往來對等程度及交流增幅", Hans: "伙伴、项目、派出与来访学生、往来对等程度及交流增幅"},
		Note: lang.Text{
			En:   "The twelve largest places by students and partners. A place that is filtered for stands among all of its region, in full colour. Reciprocity is 100 % where as many came as went. Growth: the last three years against the three before, where at least 23 students moved in these.",
			Hant: "按學生及夥伴數目列出最大的十二個地方；篩選一地時，與同區各地並列並以實色標示。來往相等時對等程度為 100%。增幅為最近三年與之前三年相比，只在先前三年有至少 23 名學生往來時列出。",
			Hans: "按学生及伙伴数目列出最大的十二个地方；筛选一地时，与同区各地并列并以实色标示。来往相等时对等程度为 100%。增幅为最近三年与之前三年相比，只在先前三年有至少 23 名学生往来时列出。",
		},
		Filters: []string{"from", "to", "place", "region", "faculty", "evidence"},
		Build:   drawPlaceBenchmark,
	}
}

// measured is one column of the comparison.
type measured struct {
	column, format string
	head           lang.Text
}

func placeMeasures() []measured {
	return []measured{
		{"partners", "int", lang.Text{En: "Partners", Hant: "夥伴", Hans: "伙伴"}},
		{"outbound", "int", lang.Text{En: "Sent", Hant: "外訪", Hans: "派出"}},
		{"inbound", "int", lang.Text{En: "Received", Hant: "來訪", Hans: "来访"}},
		{"projects", "int", lang.Text{En: "Projects", Hant: "項目", Hans: "项目"}},
		{"reciprocity", "pct0", lang.Text{En: "Reciprocity", Hant: "對等程度", Hans: "对等程度"}},
		{"growth", "pct0", lang.Text{En: "Growth", Hant: "增幅", Hans: "增幅"}},
	}
}

// narrowPanels is how many columns are left where it is narrow.
const narrowPanels = 3

func drawPlaceBenchmark(in Input) (Drawing, error) {
	t := in.Table
	wide, narrow := sideBySide(t, comparedWide), sideBySide(t, comparedNarrow)
	list := placeMeasures()
	var l layers
	for i, m := range list {
		l.add("bar", m.head.In(in.Lang), placeBars(in, wide, m.column), Option{
			"xAxisIndex": i, "yAxisIndex": i, "barCategoryGap": "34%", "barMaxWidth": 18,
			"label": Option{"show": true, "position": "right", "distance": 4, "color": in.Theme.Ink2, "fontSize": sizeSmall},
		}, Formatter{Path: "label.formatter", ID: m.format})
	}
	drawing, err := l.onAxes()
	if err != nil {
		return Drawing{}, err
	}
	panels, small := placePanels(in, wide, narrow)
	drawing.Option = drawing.Option.Merge(Option{"grid": []Option{}, "xAxis": []Option{}, "yAxis": []Option{}}).
		Merge(base(in.Theme)).Merge(Option{"aria": plainFill()}).Merge(panels).Narrow(480, small)
	drawing.Finding, drawing.Summary = placedAmong(in), placesInWords(in)
	return drawing, nil
}

// sideBySide gives the first n rows, and the chosen ones whether they are among them or not, in the answer's order.
func sideBySide(t *table.Table, n int) []int {
	rows := allRows(t)
	slices.SortStableFunc(rows, func(a, b int) int { return cmp.Compare(t.Str(b, "chosen"), t.Str(a, "chosen")) })
	rows = rows[:min(n, len(rows))]
	slices.Sort(rows)
	return rows
}

func placeBars(in Input, rows []int, column string) []item {
	t := in.Table
	some := countWhere(t, func(r int) bool { return t.Str(r, "chosen") == "true" }) > 0
	items := make([]item, len(rows))
	for i, r := range rows {
		items[i] = item{Name: t.Str(r, "place"), Value: "-", Row: row(r), ItemStyle: Option{"color": in.Theme.hue(0)}}
		if v, known := t.Num(r, column); known && (column != "growth" || t.Value(r, "early_students") >= finding.Enough) {
			items[i].Value = v
		}
		if some && t.Str(r, "chosen") != "true" {
			items[i].ItemStyle = Option{"color": in.Theme.Land}
		}
	}
	return items
}

// placePanels lays the columns beside one another; the names stand at the first.
func placePanels(in Input, wide, narrow []int) (panels, small Option) {
	list := placeMeasures()
	grids, across, down, heads := make([]Option, len(list)), make([]Option, len(list)), make([]Option, len(list)), make([]Option, len(list))
	smallGrids, smallDown, smallHeads, smallSeries := make([]Option, len(list)), make([]Option, len(list)), make([]Option, len(list)), make([]Option, len(list))
	const first, step, firstNarrow, stepNarrow = 24, 12.6, 34, 22
	for i, m := range list {
		left := first + float64(i)*step
		grids[i] = Option{"left": widthOf(left), "width": widthOf(step - 5.2), "top": 30, "bottom": 8, "outerBoundsMode": "none"}
		low, high := reachOf(in.Table, wide, m.column)
		across[i] = fractions(in.Theme).Merge(Option{
			"gridIndex": i, "min": low, "max": high, "axisLabel": Option{"show": false}, "splitLine": Option{"show": false},
		})
		down[i] = categories(in.Theme).Merge(Option{
			"gridIndex": i, "inverse": true, "data": placeNames(in, wide), "axisLine": Option{"show": true, "onZero": true},
			"axisLabel": Option{"show": i == 0, "interval": 0, "hideOverlap": false, "color": in.Theme.Ink, "width": 190, "overflow": "truncate"},
		})
		heads[i] = heading(in.Theme, m.head.In(in.Lang), widthOf(left)).Merge(Option{"textStyle": Option{"fontSize": sizeSmall, "color": in.Theme.Ink2}})
		smallGrids[i] = Option{"left": widthOf(firstNarrow + float64(i)*stepNarrow), "width": widthOf(stepNarrow - 11)}
		smallDown[i] = Option{"data": placeNames(in, narrow), "axisLabel": Option{"width": 112, "fontSize": sizeSmall}}
		smallHeads[i] = Option{"left": widthOf(firstNarrow + float64(i)*stepNarrow), "textStyle": Option{"fontSize": sizeSmall}}
		smallSeries[i] = Option{"data": placeBars(in, narrow, m.column)}
		if i >= narrowPanels {
			smallGrids[i]["left"], smallHeads[i]["left"] = "200%", "200%"
			smallSeries[i]["data"], smallDown[i]["axisLine"] = []item{}, Option{"show": false}
		}
	}
	panels = Option{"title": heads, "grid": grids, "xAxis": across, "yAxis": down}
	return panels, Option{"title": smallHeads, "grid": smallGrids, "yAxis": smallDown, "series": smallSeries}
}
