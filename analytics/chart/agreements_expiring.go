package chart

import (
	"cmp"
	"math"
	"slices"

	"meridian/analytics/finding"
	"meridian/analytics/lang"
	"meridian/analytics/table"
)

// How many agreements are drawn of those that end, and how many where it is narrow.
const endingDrawn, endingNarrow = 16, 10

func agreementsExpiring() Chart {
	return Chart{
		ID: "agreements-expiring", Subject: Collaboration, Kind: Bar, Metric: "agreements_expiring",
		Title:    lang.Text{En: "Agreements that end within a year", Hant: "一年內屆滿的協議", Hans: "一年内到期的协议"},
		Subtitle: lang.Text{En: "Days to the end date, partners with the most exchange", Hant: "距離屆滿日的天數，交流最多的夥伴", Hans: "距离到期日的天数，交流最多的伙伴"},
		Note: lang.Text{
			En:   "Of the agreements that end within 365 days or are overdue, the sixteen whose partners exchanged the most students over the last three years, in order of end date. The table holds all.",
			Hant: "在 365 天內屆滿或已過屆滿日的協議之中，列出近三學年交流學生最多的十六份，按屆滿日排列；其餘見數據表。",
			Hans: "在 365 天内到期或已过到期日的协议之中，列出近三学年交流学生最多的十六份，按到期日排列；其余见数据表。",
		},
		Filters: []string{"place", "region", "evidence", "partner"},
		Build:   drawAgreementsExpiring,
	}
}

func drawAgreementsExpiring(in Input) (Drawing, error) {
	wide, narrow := weightiest(in.Table, endingDrawn), weightiest(in.Table, endingNarrow)
	var l layers
	l.add("bar", "", endingStems(in, wide, endingLabel), Option{
		"barWidth": 2, "silent": true, "itemStyle": Option{"color": in.Theme.Muted}, "markLine": zeroLine(in.Theme),
		"label": Option{"color": in.Theme.Accent, "fontSize": sizeText},
	}, named("label"))
	l.add("scatter", in.Table.Label("days_left"), endingDots(in, wide, endingLabel), Option{
		"symbolSize": 11, "z": 3,
		"label": halo(in.Theme, in.Theme.Ink2).Merge(Option{"show": true, "position": "right", "distance": 7}),
	}, named("label"))
	drawing, err := l.onAxes()
	if err != nil {
		return Drawing{}, err
	}
	low, high := endingSpan(in.Table, wide)
	drawing.Option = drawing.Option.Merge(base(in.Theme)).Merge(Option{
		"aria":  plainFill(),
		"grid":  []Option{{"left": 8, "right": 176, "top": 8}},
		"xAxis": []Option{values(in.Theme).Merge(Option{"min": low, "max": high, "interval": 90})},
		"yAxis": []Option{categories(in.Theme).Merge(Option{
			"data": cells(in.Table, wide, "institution"), "inverse": true, "axisLine": Option{"show": false},
			"axisLabel": Option{"interval": 0, "hideOverlap": false, "color": in.Theme.Ink, "width": 250, "overflow": "truncate"},
		})},
	}).Narrow(480, Option{
		"grid":   []Option{{"right": 76}},
		"series": []Option{{"data": endingStems(in, narrow, endingShort)}, {"data": endingDots(in, narrow, endingShort)}},
		"xAxis":  []Option{{"interval": 180, "min": math.Floor(low/180) * 180}},
		"yAxis":  []Option{{"data": cells(in.Table, narrow, "institution"), "axisLabel": Option{"width": nameCut, "overflow": "truncate", "fontSize": sizeSmall}}},
	})
	drawing.format("xAxis.0.axisLabel.formatter", "int")
	drawing.Finding, drawing.Summary = endingWithinAYear(in), endingInWords(in)
	return drawing, nil
}

// weightiest gives the n rows whose partners exchanged the most students of late, then ran the most projects, in order
// of end date.
func weightiest(t *table.Table, n int) []int {
	rows := allRows(t)
	slices.SortStableFunc(rows, func(a, b int) int {
		return cmp.Or(
			cmp.Compare(t.Value(b, "recent_students"), t.Value(a, "recent_students")),
			cmp.Compare(t.Value(b, "running"), t.Value(a, "running")),
		)
	})
	rows = rows[:min(n, len(rows))]
	slices.Sort(rows)
	return rows
}

// endingStems lead from today to the end dates. Those into the past carry the text, which stands at today's end of them.
func endingStems(in Input, rows []int, said func(Input, int) string) []item {
	items := make([]item, len(rows))
	for i, r := range rows {
		days := in.Table.Value(r, "days_left")
		items[i] = item{Title: said(in, r), Value: days, Label: Option{"show": days < 0, "position": "right", "distance": 8}}
	}
	return items
}

// endingDots stand at the end dates; those in the past are what is to be seen.
func endingDots(in Input, rows []int, said func(Input, int) string) []item {
	items := make([]item, len(rows))
	for i, r := range rows {
		days, colour := in.Table.Value(r, "days_left"), in.Theme.hue(0)
		items[i] = item{Name: in.Table.Str(r, "institution"), Title: said(in, r), Value: []any{days, i}, Row: row(r), Label: Option{}}
		if days < 0 {
			colour = in.Theme.Accent
			items[i].Label = Option{"show": false}
		}
		items[i].ItemStyle = dotStyle(in, colour).Merge(Option{"opacity": 1})
	}
	return items
}

// endingLabel gives the end date and what hangs on the partner.
func endingLabel(in Input, r int) string {
	args := lang.Args{"date": lang.Date(in.Lang, in.Table.Str(r, "end_date"))}
	students, known := in.Table.Num(r, "recent_students")
	if !known || students == 0 {
		return args["date"]
	}
	args["n"] = lang.Int(students)
	return lang.Plural(int64(students),
		lang.Text{En: "{date} · {n} student", Hant: "{date} · {n} 人", Hans: "{date} · {n} 人"},
		lang.Text{En: "{date} · {n} students", Hant: "{date} · {n} 人", Hans: "{date} · {n} 人"}).With(in.Lang, args)
}

func endingShort(in Input, r int) string {
	return lang.Text{En: "{n} days", Hant: "{n} 天", Hans: "{n} 天"}.With(in.Lang, lang.Args{"n": lang.Int(in.Table.Value(r, "days_left"))})
}

// endingSpan ends the axis at whole quarters of a year around the dates, today among them.
func endingSpan(t *table.Table, rows []int) (low, high float64) {
	for _, r := range rows {
		low, high = min(low, t.Value(r, "days_left")), max(high, t.Value(r, "days_left"))
	}
	return math.Floor(low/90) * 90, math.Max(math.Ceil(high/90), 1) * 90
}

// endingWithinAYear counts what ends and what is past its end.
func endingWithinAYear(in Input) finding.Finding {
	past := countWhere(in.Table, func(r int) bool { return in.Table.Value(r, "days_left") < 0 })
	soon := in.Table.Len() - past
	if soon < 2 {
		return finding.Finding{}
	}
	sentence := lang.Text{En: "{point} within a year", Hant: "{point}將於一年內屆滿", Hans: "{point}将于一年内到期"}
	if past > 0 {
		sentence = lang.Text{En: "{point} within a year; {past} more are overdue", Hant: "{point}將於一年內屆滿，另有 {past} 份已過屆滿日", Hans: "{point}将于一年内到期，另有 {past} 份已过到期日"}
	}
	if past == 1 {
		sentence.En = "{point} within a year; one more is overdue"
	}
	return finding.Say(in.Lang, sentence, lang.Text{En: "{soon} agreements end", Hant: "{soon} 份協議", Hans: "{soon} 份协议"},
		lang.Args{"soon": lang.Int(float64(soon)), "past": lang.Int(float64(past))})
}

func endingInWords(in Input) string {
	t := in.Table
	var said []string
	if past := countWhere(t, func(r int) bool { return t.Value(r, "days_left") < 0 }); past > 0 {
		said = append(said, lang.Text{En: "Past the end date: {n}, the longest {name}, since {date}.", Hant: "已過屆滿日：{n} 份，最久的是{name}，自{date}起。", Hans: "已过到期日：{n} 份，最久的是{name}，自{date}起。"}.With(in.Lang, lang.Args{
			"n": lang.Int(float64(past)), "name": t.Str(0, "institution"), "date": lang.Date(in.Lang, t.Str(0, "end_date")),
		}))
	}
	if next := slices.IndexFunc(allRows(t), func(r int) bool { return t.Value(r, "days_left") >= 0 }); next >= 0 {
		said = append(said, lang.Text{En: "Next to end: {name}, on {date}.", Hant: "下一份屆滿的是與{name}的協議，日期為{date}。", Hans: "下一份到期的是与{name}的协议，日期为{date}。"}.With(in.Lang, lang.Args{
			"name": t.Str(next, "institution"), "date": lang.Date(in.Lang, t.Str(next, "end_date")),
		}))
	}
	for _, days := range []float64{90, 180, 365} {
		n := countWhere(t, func(r int) bool { return t.Value(r, "days_left") >= 0 && t.Value(r, "days_left") <= days })
		said = append(said, lang.Text{En: "Within {days} days: {n}.", Hant: "{days} 天內：{n} 份。", Hans: "{days} 天内：{n} 份。"}.
			With(in.Lang, lang.Args{"days": lang.Int(days), "n": lang.Int(float64(n))}))
	}
	return joined(in.Lang, said)
}
