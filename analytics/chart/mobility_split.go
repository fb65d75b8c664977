package chart

import (
	"fmt"
	"math"

	"meridian/analytics/finding"
	"meridian/analytics/lang"
)

func mobilitySplit() Chart {
	return Chart{
		ID: "mobility-split", Subject: Mobility, Kind: Line, Metric: "mobility_split",
		Title:    lang.Text{En: "Overseas, and the mainland and Taiwan", Hant: "海外與內地及台灣的交流學生", Hans: "海外与内地及台湾的交流学生"},
		Subtitle: lang.Text{En: "Exchange students by direction and academic year", Hant: "按方向及學年劃分的交流學生人數", Hans: "按方向及学年划分的交流学生人数"},
		Note: lang.Text{
			En:   "Solid diamonds are figures the university published, with the words it put before them (650+ is “over 650”, ≈85 “some 85”); hollow points are counted from the rows.",
			Hant: "實心菱形為大學已公布的數字，並保留其用語（650+ 即「逾650」，≈85 即「約85」）；空心點由數據列計算得出。",
			Hans: "实心菱形为大学已公布的数字，并保留其用语（650+ 即“逾650”，≈85 即“约85”）；空心点由数据行计算得出。",
		},
		Filters: []string{"from", "to", "place", "region", "faculty", "direction", "evidence"},
		Graded:  true,
		Build:   drawMobilitySplit,
	}
}

func drawMobilitySplit(in Input) (Drawing, error) {
	t := in.Table
	years, directions := everyYear(t.Distinct("academic_year_id")), t.Distinct("direction")
	var l layers
	for at, direction := range directions {
		for _, grouping := range t.Distinct("grouping") {
			addSplit(&l, in, years, at, map[string]string{"direction": direction, "grouping": grouping})
		}
	}
	drawing, err := l.onAxes()
	if err != nil {
		return Drawing{}, err
	}
	layOutSplit(&drawing, in, years, directions)
	drawing.Finding, drawing.Summary = overseasShare(in), splitSummary(in, years)
	return drawing, nil
}

// addSplit draws one direction's line to one group of places, and what was published of it.
func addSplit(l *layers, in Input, years []string, at int, where map[string]string) {
	t := in.Table
	colour := in.Theme.hue(0)
	if where["grouping"] == "mainland_taiwan" {
		colour = in.Theme.hue(2)
	}
	axes := Option{"xAxisIndex": at, "yAxisIndex": at}
	counted := yearly(t, years, "participants", where)
	if s := counted; s.last >= 0 {
		name := t.Str(s.rows[s.last], "grouping_name")
		l.add("line", name, nameMidway(s, name), record(in, colour).Merge(axes).Merge(Option{
			"label": halo(in.Theme, colour).Merge(Option{"show": false, "fontWeight": 600}),
		}), named("label"))
	}
	if s := yearly(t, years, "published", where); s.last >= 0 {
		items := s.itemsWritten(func(v float64) string {
			printed := lang.Qualified(in.Lang, t.Str(s.rows[s.last], "qualifier"), v, false)
			if counted.last < 0 { // no line that carries the name
				return t.Str(s.rows[s.last], "grouping_name") + " " + printed
			}
			return printed
		})
		l.add("scatter", "", items, Option{
			"symbol": "diamond", "symbolSize": 13, "z": 5,
			"itemStyle": Option{"color": colour, "opacity": 1, "borderColor": in.Theme.Surface, "borderWidth": 1},
			"label":     halo(in.Theme, in.Theme.Ink).Merge(Option{"show": true, "position": "top", "distance": 6, "fontWeight": 600}),
		}.Merge(axes), named("label"))
	}
}

// nameMidway writes a line's name over one of its later points: at its end stands the published figure.
// The name keeps to the side where the line lies lower.
func nameMidway(s series, name string) []item {
	items := s.items("")
	for i := range items {
		items[i].Title = ""
	}
	at, align := s.first()+(s.last-s.first())*5/7, "right"
	if s.values[s.first()] > s.values[at] {
		align = "left"
	}
	items[at].Title, items[at].Label = name, Option{"show": true, "position": "top", "distance": 6, "align": align}
	return items
}

// layOutSplit puts one direction beside the other, both on the same scale.
func layOutSplit(d *Drawing, in Input, years, directions []string) {
	largest := 0.0
	for r := range in.Table.Rows {
		largest = max(largest, in.Table.Value(r, "participants"), in.Table.Value(r, "published"))
	}
	var grids, narrow, heads, narrowHeads, xs, ys []Option
	for i, direction := range directions {
		p := panelAt(i, len(directions), 48)
		grids, narrow = append(grids, base(in.Theme)["grid"].([]Option)[0].Merge(p.wide)), append(narrow, p.narrow)
		heads = append(heads, heading(in.Theme, directionName(in.Table, direction), p.wideHead))
		narrowHeads = append(narrowHeads, Option{"left": 8, "top": p.narrowTop})
		xs = append(xs, categories(in.Theme).Merge(Option{"gridIndex": i, "data": years, "boundaryGap": len(years) == 1}))
		ys = append(ys, valuesTo(in.Theme, largest).Merge(Option{"gridIndex": i}))
		d.format(fmt.Sprintf("xAxis.%d.axisLabel.formatter", i), "acadYear")
		d.format(fmt.Sprintf("yAxis.%d.axisLabel.formatter", i), "int")
	}
	d.Option = d.Option.Merge(base(in.Theme)).Merge(Option{
		"tooltip": Option{"trigger": "axis"}, "grid": grids, "title": heads, "xAxis": xs, "yAxis": ys,
	}).Narrow(480, Option{"grid": narrow, "title": narrowHeads})
}

// overseasShare compares how much of each direction was overseas in the last whole year, where the two differ by five points or more.
func overseasShare(in Input) finding.Finding {
	years := recordedWhole(in.Table, "participants")
	if len(years) == 0 {
		return finding.Finding{}
	}
	year := years[len(years)-1]
	out, outKnown := shareOverseas(in, year, "outbound")
	back, backKnown := shareOverseas(in, year, "inbound")
	if !outKnown || !backKnown || math.Abs(out-back) < 0.05 {
		return finding.Finding{}
	}
	return finding.Say(in.Lang,
		lang.Text{
			En:   "In {year}, {out} of outbound exchange was overseas, but {point} of inbound",
			Hant: "{year} 學年外訪學生有 {out} 前往海外，{coming}學生則有 {point} 來自海外",
			Hans: "{year} 学年派出学生有 {out} 前往海外，{coming}学生则有 {point} 来自海外",
		},
		lang.Text{En: "{in}", Hant: "{in}", Hans: "{in}"},
		lang.Args{"year": lang.Year(year), "out": lang.WholePercent(in.Lang, out), "in": lang.WholePercent(in.Lang, back), "coming": in.coming()})
}

func shareOverseas(in Input, year, direction string) (share float64, known bool) {
	overseas, all := 0.0, 0.0
	for r := range in.Table.Rows {
		if in.Table.Str(r, "academic_year_id") != year || in.Table.Str(r, "direction") != direction {
			continue
		}
		n := in.Table.Value(r, "participants")
		all += n
		if in.Table.Str(r, "grouping") == "overseas" {
			overseas += n
		}
	}
	return overseas / max(all, 1), all >= finding.Enough
}

// splitSummary tells each line and the figures that were published beside it.
func splitSummary(in Input, years []string) string {
	t := in.Table
	var said []string
	for _, direction := range t.Distinct("direction") {
		for _, grouping := range t.Distinct("grouping") {
			where := map[string]string{"direction": direction, "grouping": grouping}
			name := directionName(t, direction) + lang.Text{En: ", ", Hant: "，", Hans: "，"}.In(in.Lang)
			if s := yearly(t, years, "participants", where); s.last >= 0 {
				said = append(said, s.told(in.Lang, name+t.Str(s.rows[s.last], "grouping_name")))
			}
			if s := yearly(t, years, "published", where); s.last >= 0 {
				said = append(said, lang.Text{En: "{name}, published: {n}.", Hant: "{name}，已公布：{n}。", Hans: "{name}，已公布：{n}。"}.With(in.Lang, lang.Args{
					"name": name + t.Str(s.rows[s.last], "grouping_name"),
					"n":    lang.Qualified(in.Lang, t.Str(s.rows[s.last], "qualifier"), s.values[s.last], false),
				}))
			}
		}
	}
	return joined(in.Lang, said)
}
