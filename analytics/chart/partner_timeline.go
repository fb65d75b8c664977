package chart

import (
	"math"

	"meridian/analytics/lang"
)

// courseFields are the filters that the course of a relationship honours.
func courseFields() []string {
	return []string{"from", "to", "place", "region", "type", "faculty", "evidence", "partner"}
}

func partnerTimeline() Chart {
	return Chart{
		ID: "partner-timeline", Subject: Partners, Kind: Line, Metric: "partner_course",
		Title:    lang.Text{En: "The relationship, year by year", Hant: "歷年往來", Hans: "历年往来"},
		Subtitle: lang.Text{En: "Exchange students sent and received; projects started and agreements in effect", Hant: "外訪及來訪交流學生；新開展項目及生效協議", Hans: "派出及来访交流学生；新开展项目及生效协议"},
		Note: lang.Text{
			En:   "The dots under the lines grow with their number. An agreement counts in every year that its term touches.",
			Hant: "圓點大小隨數目而增；協議計入其有效期所及的每個學年。",
			Hans: "圆点大小随数目而增；协议计入其有效期所及的每个学年。",
		},
		Filters: courseFields(),
		Build:   drawPartnerTimeline,
	}
}

// The strip under the lines: its rows, and the room they take from the bottom, in CSS pixels.
const stripHeight = 108

func drawPartnerTimeline(in Input) (Drawing, error) {
	years := in.Table.Distinct("academic_year_id")
	rows := strip(in)
	var l layers
	lines := addCourse(&l, in, years)
	for at, column := range rows {
		l.add("scatter", in.Table.Label(column), stripDots(in, column, at), Option{
			"xAxisIndex": 1, "yAxisIndex": 1, "itemStyle": Option{"color": in.Theme.Sequential[1], "opacity": 1, "borderWidth": 0},
			"label": Option{"show": true, "color": in.Theme.Ink, "fontSize": sizeSmall, "fontWeight": 600, "position": "inside"},
		}, named("label"))
	}
	drawing, err := l.onAxes()
	if err != nil {
		return Drawing{}, err
	}
	under := len(rows)*stripHeight/2 + 4
	above := Option{"left": 8, "right": 112, "top": 20, "bottom": under + 16, "outerBoundsMode": "none"}
	below := Option{"left": 8, "right": 112, "height": under - 26, "bottom": 22, "outerBoundsMode": "none"}
	if !lines {
		below["top"], below["height"] = 24, nil
	}
	for _, grid := range []Option{above, below} {
		grid["left"] = stripNames(in, rows)
	}
	hidden := Option{"axisLabel": Option{"show": !(len(rows) > 0)}}
	drawing.Option = drawing.Option.Merge(base(in.Theme)).Merge(Option{
		"tooltip": Option{"trigger": "item"},
		"grid":    []Option{above, below},
		"xAxis": []Option{
			categories(in.Theme).Merge(Option{"data": years, "boundaryGap": true}).Merge(hidden),
			categories(in.Theme).Merge(Option{"data": years, "gridIndex": 1, "boundaryGap": true, "show": len(rows) > 0, "axisLine": Option{"show": false}}),
		},
		"yAxis": []Option{
			values(in.Theme).Merge(Option{"show": lines}),
			categories(in.Theme).Merge(Option{
				"data": labelsOf(in, rows), "gridIndex": 1, "inverse": true, "axisLine": Option{"show": false},
				"axisLabel": Option{"interval": 0, "color": in.Theme.Ink2, "fontSize": sizeSmall},
				"splitLine": Option{"show": true, "lineStyle": Option{"color": in.Theme.Rule, "width": 1}},
			}),
		},
	}).Narrow(480, Option{"grid": []Option{{"right": 92}, {"right": 92}}})
	drawing.format("xAxis.0.axisLabel.formatter", "acadYear")
	drawing.format("xAxis.1.axisLabel.formatter", "acadYear")
	drawing.format("yAxis.0.axisLabel.formatter", "int")
	drawing.Summary = courseInWords(in, years)
	return drawing, nil
}

// addCourse draws the students sent and received; false where there were none.
func addCourse(l *layers, in Input, years []string) bool {
	drawn := false
	for _, column := range []string{"outbound", "inbound"} {
		s := yearly(in.Table, years, column, nil)
		whole := s.whole()
		if largest(in.Table, column) == 0 || whole.last < 0 {
			continue
		}
		drawn = true
		colour := directionColour(in.Theme, column)
		addPartial(l, in, s)
		l.add("line", in.Table.Label(column), whole.items(in.Table.Label(column)), record(in, colour).Merge(endLabel(colour)), named("endLabel"))
	}
	return drawn
}

// strip lists what there is under the lines.
func strip(in Input) (columns []string) {
	for _, column := range []string{"projects", "agreements"} {
		if largest(in.Table, column) > 0 {
			columns = append(columns, column)
		}
	}
	return columns
}

func labelsOf(in Input, columns []string) []string {
	labels := []string{}
	for _, column := range columns {
		labels = append(labels, in.Table.Label(column))
	}
	return labels
}

// stripNames is the room the names of the strip take, in CSS pixels.
func stripNames(in Input, columns []string) float64 {
	widest := 36.0
	for _, label := range labelsOf(in, columns) {
		widest = max(widest, textWidth(label, sizeSmall)*1.1)
	}
	return widest + 16
}

func stripDots(in Input, column string, at int) []item {
	most := largest(in.Table, column)
	items := []item{}
	for r := range in.Table.Rows {
		n := in.Table.Value(r, column)
		if n == 0 {
			continue
		}
		items = append(items, item{Value: []any{r, at}, Title: lang.Int(n), Row: row(r), SymbolSize: math.Round(14 + 8*math.Sqrt(n/most))})
	}
	return items
}

func courseInWords(in Input, years []string) string {
	t := in.Table
	var sent, received, projects float64
	for r := range t.Rows {
		sent, received, projects = sent+t.Value(r, "outbound"), received+t.Value(r, "inbound"), projects+t.Value(r, "projects")
	}
	return lang.Text{
		En:   "From {from} to {to}: {sent} students sent, {received} received, {projects} projects started; {agreements} agreements in effect in the last year.",
		Hant: "{from} 至 {to} 學年：外訪 {sent} 人，來訪 {received} 人，新開展項目 {projects} 項；最後一個學年有 {agreements} 份協議生效。",
		Hans: "{from} 至 {to} 学年：派出 {sent} 人，来访 {received} 人，新开展项目 {projects} 项；最后一个学年有 {agreements} 份协议生效。",
	}.With(in.Lang, lang.Args{
		"from": lang.Year(years[0]), "to": lang.Year(years[len(years)-1]), "sent": lang.Int(sent), "received": lang.Int(received),
		"projects": lang.Int(projects), "agreements": lang.Int(t.Value(t.Len()-1, "agreements")),
	})
}
