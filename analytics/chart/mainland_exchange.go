package chart

import (
	"math"
	"strconv"

	"meridian/analytics/finding"
	"meridian/analytics/lang"
)

func mainlandExchange() Chart {
	return Chart{
		ID: "mainland-exchange", Subject: Mainland, Kind: Bar, Metric: "mainland_exchange",
		Title:    lang.Text{En: "Exchange with the Chinese mainland and Taiwan", Hant: "與中國內地及台灣的學生交流", Hans: "与中国内地及台湾的学生交流"},
		Subtitle: lang.Text{En: "Exchange students to and from the Chinese mainland and Taiwan", Hant: "前往及來自中國內地及台灣的交流學生人數", Hans: "前往及来自中国内地及台湾的交流学生人数"},
		Filters:  []string{"from", "to", "place", "faculty", "direction", "evidence"},
		Build:    drawMainlandExchange,
	}
}

func drawMainlandExchange(in Input) (Drawing, error) {
	t := in.Table
	years := everyYear(t.Distinct("academic_year_id"))
	var l layers
	var names []string
	for _, direction := range t.Distinct("direction") {
		s := yearly(t, years, "participants", map[string]string{"direction": direction})
		colour := directionColour(in.Theme, direction)
		names = append(names, directionName(t, direction))
		l.add("bar", directionName(t, direction), s.items(""), Option{
			"barGap": "8%", "barCategoryGap": "28%", "barMaxWidth": 48, "itemStyle": Option{"color": colour},
			"label":       Option{"show": true, "position": "top", "distance": 4, "color": in.Theme.Ink, "fontSize": sizeSmall},
			"labelLayout": Option{"hideOverlap": true},
		}, Formatter{Path: "label.formatter", ID: "int"})
	}
	drawing, err := l.onAxes()
	if err != nil {
		return Drawing{}, err
	}
	drawing.Option = drawing.Option.Merge(base(in.Theme)).Merge(Option{
		"tooltip": Option{"trigger": "axis", "axisPointer": Option{"type": "shadow"}},
		"legend":  legend(in.Theme).Merge(Option{"data": names}),
		"grid":    []Option{{"top": 44}},
		"xAxis":   []Option{categories(in.Theme).Merge(Option{"data": years})},
		"yAxis":   []Option{values(in.Theme)},
	})
	drawing.format("xAxis.0.axisLabel.formatter", "acadYear")
	drawing.format("yAxis.0.axisLabel.formatter", "int")
	drawing.Finding, drawing.Summary = exchangeRatio(in), exchangeInWords(in, years)
	return drawing, nil
}

// lopsided is the ratio from which one direction is said to outweigh the other.
const lopsided = 1.5

// exchangeRatio says, for the last whole year, how many arrive for each who leaves, or the other way about.
func exchangeRatio(in Input) finding.Finding {
	t := in.Table
	years := recordedWhole(t, "participants")
	if len(years) == 0 {
		return finding.Finding{}
	}
	year := years[len(years)-1]
	count := func(direction string) float64 {
		if r := t.Find(map[string]string{"academic_year_id": year, "direction": direction}); r >= 0 {
			return t.Value(r, "participants")
		}
		return 0
	}
	out, back := count("outbound"), count("inbound")
	if math.Min(out, back) < finding.Enough || math.Max(out, back)/math.Min(out, back) < lopsided {
		return finding.Finding{}
	}
	args := lang.Args{"year": lang.Year(year), "coming": in.coming(), "ratio": strconv.FormatFloat(math.Round(10*math.Max(out, back)/math.Min(out, back))/10, 'f', -1, 64)}
	if back > out {
		return finding.Say(in.Lang,
			lang.Text{En: "{point} for each one who left, in {year}", Hant: "{year} 學年每外訪一人，便有 {point}", Hans: "{year} 学年每派出一人，便有 {point}"},
			lang.Text{En: "{ratio} students came", Hant: "{ratio} 人{coming}", Hans: "{ratio} 人{coming}"}, args)
	}
	return finding.Say(in.Lang,
		lang.Text{En: "{point} for each one who came, in {year}", Hant: "{year} 學年每{coming}一人，便有 {point}", Hans: "{year} 学年每{coming}一人，便有 {point}"},
		lang.Text{En: "{ratio} students left", Hant: "{ratio} 人外訪", Hans: "{ratio} 人派出"}, args)
}

func exchangeInWords(in Input, years []string) string {
	var said []string
	for _, direction := range in.Table.Distinct("direction") {
		s := yearly(in.Table, years, "participants", map[string]string{"direction": direction})
		said = append(said, s.told(in.Lang, directionName(in.Table, direction)))
	}
	return joined(in.Lang, said)
}
