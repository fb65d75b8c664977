package chart

import (
	"math"

	"meridian/analytics/finding"
	"meridian/analytics/lang"
)

func flowCourse() Chart {
	return Chart{
		ID: "flow-course", Subject: Places, Kind: Line, Metric: "flow_course",
		Title:    lang.Text{En: "People coming and leaving", Hant: "流入及流出人數", Hans: "流入及流出人数"},
		Subtitle: lang.Text{En: "People who came and people who left, by year", Hant: "每年流入及流出的人數", Hans: "每年流入及流出的人数"},
		Note:     lang.Text{En: "Moves between two of the places chosen count on both sides.", Hant: "在所選地方之間的流動，兩邊各計一次。", Hans: "在所选地方之间的流动，两边各计一次。"},
		Filters:  append(networkFields(), "partner"),
		Build:    drawFlowCourse,
	}
}

// fewYears is up to how many years columns tell better than lines.
const fewYears = 2

func drawFlowCourse(in Input) (Drawing, error) {
	years := everyYear(in.Table.Distinct("academic_year_id"))
	few := len(years) <= fewYears
	var l layers
	for at, column := range []string{"incoming", "outgoing"} {
		s, colour := yearly(in.Table, years, column, nil), in.Theme.hue(2*at)
		if few {
			l.add("bar", in.Table.Label(column), s.items(in.Table.Label(column)), Option{
				"barMaxWidth": 90, "barGap": "40%", "itemStyle": Option{"color": colour},
				"label": Option{"show": true, "position": "top", "color": in.Theme.Ink, "fontSize": sizeLarge, "fontWeight": 600},
			}, named("label"))
			continue
		}
		addPartial(&l, in, s)
		whole := s.whole()
		l.add("line", in.Table.Label(column), whole.items(in.Table.Label(column)), record(in, colour).Merge(endLabel(colour)), named("endLabel"))
	}
	drawing, err := l.onAxes()
	if err != nil {
		return Drawing{}, err
	}
	right := 130
	if few {
		right = 16
	}
	drawing.Option = drawing.Option.Merge(base(in.Theme)).Merge(Option{
		"grid":  []Option{{"right": right, "top": 28}},
		"xAxis": []Option{categories(in.Theme).Merge(Option{"data": years, "boundaryGap": few})},
		"yAxis": []Option{values(in.Theme)},
	})
	drawing.format("xAxis.0.axisLabel.formatter", "acadYear")
	drawing.format("yAxis.0.axisLabel.formatter", "int")
	drawing.Finding = comingOrLeaving(in, years)
	drawing.Summary, drawing.Note = comingInWords(in, years), joined(in.Lang, told(setAside(in)))
	return drawing, nil
}

// comingOrLeaving tells the balance of the last whole year, where it is ten people or more.
func comingOrLeaving(in Input, years []string) finding.Finding {
	came := yearly(in.Table, years, "incoming", nil).whole()
	if came.last < 0 {
		return finding.Finding{}
	}
	balance, known := in.Table.Num(came.rows[came.last], "balance")
	if !known || math.Abs(balance) < 10 {
		return finding.Finding{}
	}
	sentence := lang.Text{En: "{point} came than left in {year}", Hant: "{year}流入較流出{point}", Hans: "{year}流入较流出{point}"}
	if balance < 0 {
		sentence = lang.Text{En: "{point} left than came in {year}", Hant: "{year}流出較流入{point}", Hans: "{year}流出较流入{point}"}
	}
	return finding.Say(in.Lang, sentence, lang.Text{En: "{n} more people", Hant: "多 {n} 人", Hans: "多 {n} 人"},
		lang.Args{"n": lang.Int(math.Abs(balance)), "year": lang.InYear(in.Lang, years[came.last])})
}

func comingInWords(in Input, years []string) string {
	var said []string
	for _, column := range []string{"incoming", "outgoing"} {
		if s := yearly(in.Table, years, column, nil).whole(); s.last >= 0 {
			said = append(said, s.told(in.Lang, in.Table.Label(column)))
		}
	}
	return joined(in.Lang, append(said, told(setAside(in))...))
}
