package chart

import (
	"strings"

	"meridian/analytics/finding"
	"meridian/analytics/lang"
	"meridian/analytics/table"
)

// fewRanks is how many origins and destinations a narrow matrix has.
const fewRanks = 6

func flowMatrix() Chart {
	return Chart{
		ID: "flow-matrix", Subject: Mobility, Kind: Heatmap, Metric: "flow_matrix",
		Title:    lang.Text{En: "From where to where", Hant: "從何處往何處", Hans: "从何处往何处"},
		Subtitle: lang.Text{En: "People who moved between the twelve largest origins, down, and destinations, across", Hant: "十二個最大來源地（縱）與目的地（橫）之間的流動人數", Hans: "十二个最大来源地（纵）与目的地（横）之间的流动人数"},
		Note:     matrixNote,
		Filters:  networkFields(),
		Build:    drawFlowMatrix,
	}
}

var matrixNote = lang.Text{
	En:   "An empty cell has nobody. The largest six of each are drawn where the page is narrow.",
	Hant: "空格表示沒有人流動。頁面較窄時只列首六個。",
	Hans: "空格表示没有人流动。页面较窄时只列前六个。",
}.And(eachYear).And(eitherEnd)

func drawFlowMatrix(in Input) (Drawing, error) {
	t := in.Table
	most := largest(t, "moved")
	said := heaviestFlow(in)
	var grid layers
	grid.add("heatmap", t.Label("moved"), matrixCells(in, 12, !said.Empty()), Option{
		"label":     Option{"show": true, "fontSize": sizeSmall},
		"itemStyle": Option{"borderColor": in.Theme.Surface, "borderWidth": 2},
		"emphasis":  Option{"itemStyle": Option{"borderColor": in.Theme.Ink, "borderWidth": 2}},
	}, Formatter{Path: "label.formatter", ID: "compact"})
	drawing, err := grid.onAxes()
	if err != nil {
		return Drawing{}, err
	}
	across := Option{"interval": 0, "hideOverlap": false, "width": 66, "overflow": "break", "lineHeight": 14, "fontSize": sizeSmall, "color": in.Theme.Ink}
	noLine := Option{"show": false}
	drawing.Option.Merge(base(in.Theme)).Merge(Option{
		"aria":      plainFill(),
		"grid":      []Option{{"top": 8, "bottom": 36}},
		"visualMap": []Option{ranges(in, most)},
		"xAxis":     []Option{categories(in.Theme).Merge(Option{"data": ranked(t, "to_place", 12), "position": "top", "axisLabel": across, "axisLine": noLine})},
		"yAxis": []Option{categories(in.Theme).Merge(Option{
			"data": ranked(t, "from_place", 12), "inverse": true, "axisLine": noLine,
			"axisLabel": Option{"interval": 0, "hideOverlap": false, "color": in.Theme.Ink, "width": 150, "overflow": "break"},
		})},
	})
	drawing.Finding, drawing.Summary, drawing.Note = said, matrixTold(in), withCounted(in, matrixNote)
	drawing.Option = drawing.Option.Narrow(560, Option{
		"xAxis":     []Option{{"data": ranked(t, "to_code", fewRanks)}},
		"yAxis":     []Option{{"data": ranked(t, "from_place", fewRanks), "axisLabel": Option{"width": 104, "overflow": "truncate", "fontSize": sizeSmall}}},
		"visualMap": []Option{{"itemWidth": 10, "itemGap": 6, "textGap": 3}},
		"series":    []Option{{"data": matrixCells(in, fewRanks, !said.Empty())}},
	})
	return drawing, nil
}

// matrixCells are the cells of the first n origins and destinations. The finding's is drawn last, so that its
// neighbours do not cover its border.
func matrixCells(in Input, n int, marked bool) []item {
	t := in.Table
	most := leading(t, "moved")
	var cells, last []item
	for r := range t.Rows {
		across, down := int(t.Value(r, "to_rank"))-1, int(t.Value(r, "from_rank"))-1
		if across >= n || down >= n {
			continue
		}
		moved := t.Value(r, "moved")
		cell := item{Value: []any{across, down, moved}, Row: row(r), Label: Option{"color": on(shade(in.Theme, t.Value(most, "moved"), moved))}}
		if marked && r == most {
			cell.ItemStyle = Option{"borderColor": in.Theme.Accent, "borderWidth": 3}
			last = append(last, cell)
			continue
		}
		cells = append(cells, cell)
	}
	return append(cells, last...)
}

// ranked gives a column's values for the first n origins (from_…) or destinations (to_…), the largest first.
func ranked(t *table.Table, column string, n int) []string {
	end, _, _ := strings.Cut(column, "_")
	names := make([]string, n)
	last := 0
	for r := range t.Rows {
		if at := int(t.Value(r, end+"_rank")); at <= n {
			names[at-1] = t.Str(r, column)
			last = max(last, at)
		}
	}
	return names[:last]
}

// heaviestFlow names the cell with the most people, where one leads and the base is wide enough.
func heaviestFlow(in Input) finding.Finding {
	t := in.Table
	most := leading(t, "moved")
	if t.Len() < 2 || !leads(t, most, "moved") || t.Value(most, "moved") < finding.Enough {
		return finding.Finding{}
	}
	return finding.Say(in.Lang,
		lang.Text{En: "{point}: {share} of all who moved", Hant: "{point}：佔全部流動人數 {share}", Hans: "{point}：占全部流动人数 {share}"},
		lang.Text{En: "{from} → {to}", Hant: "{from} → {to}", Hans: "{from} → {to}"},
		lang.Args{"from": t.Str(most, "from_place"), "to": t.Str(most, "to_place"), "share": lang.Percent(in.Lang, t.Value(most, "moved_share"))})
}

func matrixTold(in Input) string {
	t := in.Table
	share := 0.0
	for r := range t.Rows {
		share += t.Value(r, "moved_share")
	}
	said := []string{lang.Text{
		En:   "The largest origins and destinations hold {share} of all who moved among them.",
		Hant: "最大的來源地與目的地之間的流動佔總數 {share}。",
		Hans: "最大的来源地与目的地之间的流动占总数 {share}。",
	}.With(in.Lang, lang.Args{"share": lang.WholePercent(in.Lang, share)})}
	if most, told := mostOf(in, allRows(t), "moved", func(r int) string { return t.Str(r, "from_place") + " → " + t.Str(r, "to_place") }); told {
		said = append(said, lang.Text{En: "The most, {n}: {who}.", Hant: "最多的是{who}，{each}有 {n} 人。", Hans: "最多的是{who}，{each}有 {n} 人。"}.With(in.Lang, most))
	}
	return joined(in.Lang, said)
}
