package chart

import (
	"cmp"
	"math"
	"slices"

	"meridian/analytics/lang"
	"meridian/analytics/table"
)

// drawBalance draws a measure that may be below zero: bars to both sides, those of the twelve places farthest from
// zero a side, six where it is narrow. Marked is whether the one farthest of all is the finding.
func drawBalance(in Input, measure string, marked bool) (Drawing, error) {
	rows := byBalance(in.Table, measure)
	wide, narrow := farthest(in.Table, rows, measure, 12), farthest(in.Table, rows, measure, 6)
	var l layers
	l.add("bar", in.Table.Label(measure), balanceBars(in, wide, measure, marked), Option{
		"barCategoryGap": "28%", "barMaxWidth": 22,
		"label": Option{"show": true, "color": in.Theme.Ink2, "fontSize": sizeSmall, "distance": 4},
	}, Formatter{Path: "label.formatter", ID: "signed"})
	drawing, err := l.onAxes()
	if err != nil {
		return Drawing{}, err
	}
	places := categories(in.Theme).Merge(Option{
		"inverse": true, "data": cells(in.Table, wide, "place"), "axisLine": Option{"show": false},
		"axisLabel": Option{"color": in.Theme.Ink, "hideOverlap": false, "interval": 0, "width": 240, "overflow": "break"},
	})
	drawing.Option = drawing.Option.Merge(base(in.Theme)).Merge(Option{
		"grid":  []Option{{"left": 8, "right": 24, "top": 8}},
		"yAxis": []Option{places},
		"xAxis": []Option{values(in.Theme).Merge(Option{"splitLine": Option{"show": false}, "axisLabel": Option{"show": false}}).Merge(
			balanceAxis(in.Table, wide, measure, wideBars))},
	})
	drawing.Option.Series(0, Option{"markLine": zeroLine(in.Theme)})
	drawing.Option = drawing.Option.Narrow(480, Option{
		"xAxis":  []Option{balanceAxis(in.Table, narrow, measure, narrowBars)},
		"yAxis":  []Option{{"data": cells(in.Table, narrow, "place"), "axisLabel": Option{"width": 120, "overflow": "break"}}},
		"series": []Option{{"data": balanceBars(in, narrow, measure, marked)}},
	})
	return drawing, nil
}

// The least room, in CSS pixels, that bars and their numbers have beside the places' names, on a wide and a narrow page.
const wideBars, narrowBars = 240, 150

// balanceAxis ends the axis where the number beside the longest bar of either side still stands clear of the names.
func balanceAxis(t *table.Table, rows []int, measure string, width float64) Option {
	low, high, before, after := 0.0, 0.0, 0.0, 0.0
	for _, r := range rows {
		v := t.Value(r, measure)
		label := textWidth(lang.Signed(v), sizeSmall) + 10
		low, high = min(low, v), max(high, v)
		if v < 0 {
			before = max(before, label)
		} else {
			after = max(after, label)
		}
	}
	scale := (high - low) / max(width-before-after, width/4)
	return Option{"min": low - scale*before, "max": high + scale*after}
}

// byBalance orders the rows that have a balance, the largest first.
func byBalance(t *table.Table, measure string) []int {
	var rows []int
	for r := range t.Rows {
		if net, ok := t.Num(r, measure); ok && net != 0 {
			rows = append(rows, r)
		}
	}
	slices.SortStableFunc(rows, func(a, b int) int { return cmp.Compare(t.Value(b, measure), t.Value(a, measure)) })
	return rows
}

// farthest keeps the first n rows above zero and the last n below it.
func farthest(t *table.Table, rows []int, measure string, n int) []int {
	cut := slices.IndexFunc(rows, func(r int) bool { return t.Value(r, measure) < 0 })
	if cut < 0 {
		cut = len(rows)
	}
	above, below := rows[:cut], rows[cut:]
	return slices.Concat(above[:min(n, len(above))], below[max(len(below)-n, 0):])
}

func balanceBars(in Input, rows []int, measure string, marked bool) []item {
	items := make([]item, len(rows))
	farthest := 0.0
	for _, r := range rows {
		farthest = max(farthest, math.Abs(in.Table.Value(r, measure)))
	}
	for i, r := range rows {
		net := in.Table.Value(r, measure)
		colour, side := directionColour(in.Theme, "inbound"), "right"
		if net < 0 {
			colour, side = directionColour(in.Theme, "outbound"), "left"
		}
		if marked && math.Abs(net) == farthest {
			colour = in.Theme.Accent
		}
		items[i] = item{Name: in.Table.Str(r, "place"), Value: net, Row: row(r), ItemStyle: Option{"color": colour}, Label: Option{"position": side}}
	}
	return items
}

// zeroLine is the axis that bars leave to both sides.
func zeroLine(t Theme) Option {
	return Option{
		"silent": true, "symbol": "none", "label": Option{"show": false}, "animation": false,
		"lineStyle": Option{"color": t.Edge, "width": 1, "type": "solid"}, "data": []Option{{"xAxis": 0}},
	}
}
