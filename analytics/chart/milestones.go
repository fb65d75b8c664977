package chart

import (
	"math"

	"meridian/analytics/lang"
)

func milestones() Chart {
	return Chart{
		ID: "milestones", Subject: Alliances, Kind: Timeline, Metric: "milestones",
		Filters:  []string{"evidence"},
		Title:    lang.Text{En: "Milestones", Hant: "里程碑", Hans: "里程碑"},
		Subtitle: lang.Text{En: "What happened when, by field of work", Hant: "各工作範疇的大事及日期", Hans: "各工作范畴的大事及日期"},
		Note: lang.Text{
			En:   "Dates are as precise as their source. A year alone is set in the middle of that year.",
			Hant: "日期的精確程度與資料來源相同；只有年份者置於該年年中。",
			Hans: "日期的精确程度与资料来源相同；只有年份者置于该年年中。",
		},
		Build: drawMilestones,
	}
}

func drawMilestones(in Input) (Drawing, error) {
	from, to := timelineSpan(in)
	marks := timelineMarks(in, from, timelineWidth/(to-from))
	wide, narrow := timelineItems(in, marks), listItems(in)
	var l layers
	l.add("line", "", wide.poles, Option{"symbol": "none", "silent": true, "lineStyle": Option{"color": in.Theme.Edge, "width": 1}, "z": 1})
	l.add("scatter", "", wide.dots, Option{"symbolSize": 12, "z": 4, "itemStyle": Option{"opacity": 1, "borderColor": in.Theme.Surface, "borderWidth": 2}})
	l.add("scatter", "", wide.texts, bare().Merge(Option{
		"z": 3, "label": halo(in.Theme, in.Theme.Ink).Merge(Option{
			"show": true, "fontSize": sizeSmall, "lineHeight": flagLine, "align": "left", "verticalAlign": "top", "padding": []int{0, 0, 0, 6},
			"rich": Option{"date": Option{"fontWeight": 700, "fontSize": sizeSmall, "lineHeight": flagLine, "color": in.Theme.Ink}},
		}),
	}), named("label"))
	drawing, err := l.onAxes()
	if err != nil {
		return Drawing{}, err
	}
	drawing.Option = drawing.Option.Merge(base(in.Theme)).Merge(timelineAxes(in.Theme, marks, from, to)).Narrow(640, listAxes(in, narrow))
	drawing.format("xAxis.0.axisLabel.formatter", "year")
	drawing.Summary = milestonesSummary(in)
	return drawing, nil
}

// timelineSpan is from the round year before the first event to the end of the last one's year.
func timelineSpan(in Input) (from, to float64) {
	first, _ := moment(in.Table.Str(0, "date"))
	last, _ := moment(in.Table.Str(in.Table.Len()-1, "date"))
	return math.Floor(first/5) * 5, math.Ceil(max(last, first+1))
}

func timelineAxes(t Theme, marks []mark, from, to float64) Option {
	low, high := reach(marks)
	return Option{
		"grid": []Option{{"left": 24, "right": flagWidth + 8, "top": 12, "bottom": 28, "outerBoundsMode": "none"}},
		"xAxis": []Option{values(t).Merge(Option{
			"min": from, "max": to, "interval": 5, "axisLabel": Option{"show": true}, "axisLine": Option{"show": true, "onZero": true, "lineStyle": Option{"color": t.Ink2, "width": 2}},
		})},
		"yAxis": []Option{values(t).Merge(Option{"min": low, "max": high, "splitLine": Option{"show": false}, "axisLabel": Option{"show": false}})},
	}
}

// listAxes turn the timeline into a list where it is narrow.
func listAxes(in Input, list timeline) Option {
	text := Option{"fontSize": sizeSmall, "lineHeight": 14, "padding": []int{0, 0, 0, 12}, "verticalAlign": "middle"}
	hidden := Option{"show": false}
	return Option{
		"grid":   []Option{{"left": 12, "right": 8, "top": 12, "bottom": 8}},
		"xAxis":  []Option{{"min": 0, "max": 1, "axisLine": hidden, "splitLine": hidden, "axisLabel": hidden}},
		"yAxis":  []Option{{"min": 0.5 - float64(in.Table.Len()), "max": 0.5}},
		"series": []Option{{"data": list.poles}, {"data": list.dots, "symbolSize": 10}, {"data": list.texts, "label": text}},
	}
}

func milestonesSummary(in Input) string {
	said := make([]string, in.Table.Len())
	for r := range said {
		said[r] = lang.Text{En: "{date}: {event}.", Hant: "{date}：{event}。", Hans: "{date}：{event}。"}.With(in.Lang, lang.Args{
			"date": lang.Date(in.Lang, in.Table.Str(r, "date")), "event": in.Table.Str(r, "event"),
		})
	}
	return joined(in.Lang, said)
}
