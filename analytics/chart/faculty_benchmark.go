package chart

import (
	"fmt"
	"slices"

	"meridian/analytics/lang"
	"meridian/analytics/table"
)

func facultyBenchmark() Chart {
	return Chart{
		ID: "faculty-benchmark", Subject: Collaboration, Kind: Bar, Metric: "faculty_benchmark",
		Title:    lang.Text{En: "Faculties side by side", Hant: "學院比較", Hans: "学院比较"},
		Subtitle: lang.Text{En: "Each faculty or school against the average", Hant: "各學院與平均值比較", Hans: "各学院与平均值比较"},
		Note: lang.Text{
			En:   "The upright line is the average of one faculty, and for participation the whole institution's rate. Bars in the stronger colour are above it. Participation: students who went out, with traineeships, over students enrolled.",
			Hant: "豎線為每個學院的平均值；參與率則為全校比率。顏色較鮮明的橫條高於平均。參與率為外訪學生（連實習）佔註冊學生的比例。",
			Hans: "竖线为每个学院的平均值；参与率则为全校比率。颜色较鲜明的横条高于平均。参与率为派出学生（含实习）占注册学生的比例。",
		},
		Filters: []string{"from", "to", "place", "region", "evidence"},
		Build:   drawFacultyBenchmark,
	}
}

// compared is one measure of the benchmark: its column, that of its average and whether it is a share.
type compared struct {
	column, mean string
	name         lang.Text
	share        bool
}

// comparisons are the measures that have a value at all, in the order of the panels. The first are those a narrow page keeps.
func comparisons(t *table.Table, coming string) []compared {
	all := []compared{
		{"projects", "mean_projects", lang.Text{En: "Projects", Hant: "項目", Hans: "项目"}, false},
		{"outbound", "mean_outbound", lang.Text{En: "Out", Hant: "外訪", Hans: "派出"}, false},
		{"inbound", "mean_inbound", lang.Text{En: "In", Hant: coming, Hans: coming}, false},
		{"partners", "mean_partners", lang.Text{En: "Partners", Hant: "夥伴", Hans: "伙伴"}, false},
		{"participation_rate", "mean_participation", lang.Text{En: "Participation", Hant: "參與率", Hans: "参与率"}, true},
	}
	return slices.DeleteFunc(all, func(c compared) bool { return largest(t, c.column) == 0 })
}

func (c compared) written(l lang.Lang, v float64) string {
	if c.share {
		return lang.Percent(l, v)
	}
	return lang.Int(v)
}

func drawFacultyBenchmark(in Input) (Drawing, error) {
	t := in.Table
	panels := comparisons(t, in.coming())
	var l layers
	for i, c := range panels {
		l.add("bar", c.name.In(in.Lang), benchmarkBars(in, c), Option{
			"xAxisIndex": i, "yAxisIndex": i, "barCategoryGap": "38%", "barMaxWidth": 18,
		})
	}
	for i, c := range panels {
		l.add("scatter", "", benchmarkNumbers(in, c), bare().Merge(Option{
			"xAxisIndex": i, "yAxisIndex": i,
			"label": Option{"show": true, "position": "left", "color": in.Theme.Ink2, "fontSize": sizeSmall, "distance": 0},
		}), named("label"))
	}
	drawing, err := l.onAxes()
	if err != nil {
		return Drawing{}, err
	}
	layOutBenchmark(&drawing, in, panels)
	drawing.Finding, drawing.Summary = topParticipation(in), benchmarkInWords(in, panels)
	return drawing, nil
}

// benchmarkBars are one measure's bars: dark above the average, light at or below it.
func benchmarkBars(in Input, c compared) []item {
	items := make([]item, in.Table.Len())
	told := !topParticipation(in).Empty()
	for r := range items {
		v, known := in.Table.Num(r, c.column)
		if !known {
			items[r] = item{Value: "-"}
			continue
		}
		colour := in.Theme.Sequential[2]
		if v > in.Table.Value(r, c.mean) {
			colour = in.Theme.hue(0)
		}
		items[r] = item{Value: v, Row: row(r), ItemStyle: Option{"color": colour}}
		if c.share && told && r == leading(in.Table, c.column) {
			items[r].ItemStyle = Option{"color": in.Theme.Accent}
		}
	}
	return items
}

// benchmarkNumbers stand in a column at the panel's right edge, clear of the bars and of the average.
func benchmarkNumbers(in Input, c compared) []item {
	items := make([]item, in.Table.Len())
	for r := range items {
		items[r] = item{Value: "-"}
		if v, known := in.Table.Num(r, c.column); known {
			items[r] = item{Value: []any{c.end(in.Table), r}, Title: c.written(in.Lang, v)}
		}
	}
	return items
}

// end is where a panel's axis ends: there is room for the numbers beside the longest bar.
func (c compared) end(t *table.Table) float64 { return largest(t, c.column) * 1.55 }

// benchmarkRoom is how a width parts the page: the faculties' names on the left, then so many panels.
type benchmarkRoom struct {
	names, panels int // names in percent of the width
	label         Option
}

// The least width a page is told from a narrower one by, with what it has room for.
var (
	broadRoom  = benchmarkRoom{names: 21, panels: 5, label: Option{"width": 190, "fontSize": sizeText, "lineHeight": 15}}
	middleRoom = benchmarkRoom{names: 27, panels: 3, label: Option{"width": 140, "fontSize": sizeSmall, "lineHeight": 13}}
	narrowRoom = benchmarkRoom{names: 40, panels: 2, label: Option{"width": 124, "fontSize": sizeSmall, "lineHeight": 12}}
)

func layOutBenchmark(d *Drawing, in Input, panels []compared) {
	var xs, ys []Option
	names := cells(in.Table, allRows(in.Table), "faculty_name")
	quiet := Option{"show": false}
	for i, c := range panels {
		xs = append(xs, fractions(in.Theme).Merge(Option{
			"gridIndex": i, "max": c.end(in.Table), "axisLabel": quiet, "splitLine": quiet,
		}))
		ys = append(ys, categories(in.Theme).Merge(Option{
			"gridIndex": i, "data": names, "inverse": true, "axisLine": Option{"show": true, "lineStyle": Option{"color": in.Theme.Rule}},
			"axisLabel": Option{"show": i == 0, "interval": 0, "hideOverlap": false, "color": in.Theme.Ink, "overflow": "break"},
		}))
		d.Option.Series(i, Option{"markLine": averageLine(in.Theme, in.Table.Value(0, c.mean))})
	}
	d.Option = d.Option.Merge(base(in.Theme)).Merge(Option{"aria": plainFill(), "xAxis": xs, "yAxis": ys}).Merge(broadRoom.of(in, panels)).
		Narrow(820, middleRoom.of(in, panels)).Narrow(480, narrowRoom.of(in, panels))
}

// of places the panels side by side, those there is no room for out of sight.
func (m benchmarkRoom) of(in Input, panels []compared) Option {
	shown := min(m.panels, len(panels))
	width := (100 - m.names) / shown
	mean := lang.Text{En: "average {n}", Hant: "平均 {n}", Hans: "平均 {n}"}
	var grids, heads []Option
	for i, c := range panels {
		left := fmt.Sprintf("%d%%", m.names+i*width)
		if i >= shown {
			left = "130%"
		}
		grids = append(grids, Option{"left": left, "width": fmt.Sprintf("%d%%", width-2), "right": nil, "top": 46, "bottom": 4, "outerBoundsMode": "none"})
		head := heading(in.Theme, c.name.In(in.Lang), left)
		head["subtext"] = mean.With(in.Lang, lang.Args{"n": c.written(in.Lang, in.Table.Value(0, c.mean))})
		head["subtextStyle"], head["itemGap"] = Option{"color": in.Theme.Ink3, "fontSize": sizeSmall}, 2
		heads = append(heads, head)
	}
	return Option{"grid": grids, "title": heads, "yAxis": []Option{{"axisLabel": m.label}}}
}

// averageLine is the upright line that bars are compared with.
func averageLine(t Theme, mean float64) Option {
	return Option{
		"silent": true, "symbol": "none", "label": Option{"show": false}, "animation": false,
		"lineStyle": Option{"color": t.Ink2, "width": 1.5, "type": "dashed"}, "data": []Option{{"xAxis": mean}},
	}
}
