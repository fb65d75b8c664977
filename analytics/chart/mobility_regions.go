package chart

import (
	"math"
	"slices"

	"meridian/analytics/finding"
	"meridian/analytics/lang"
	"meridian/analytics/table"
)

func mobilityRegions() Chart {
	return Chart{
		ID: "mobility-regions", Subject: Mobility, Kind: Line, Metric: "mobility_by_region",
		Title:    lang.Text{En: "Exchange by region of the world", Hant: "按世界地區劃分的交流", Hans: "按世界地区划分的交流"},
		Subtitle: lang.Text{En: "Exchange students to and from each region, by academic year", Hant: "每學年往來各地區的交流學生人數", Hans: "每学年往来各地区的交流学生人数"},
		Filters:  []string{"from", "to", "place", "region", "faculty", "direction", "evidence"},
		Build:    drawMobilityRegions,
	}
}

// regionLine is one region's line and what is known of it.
type regionLine struct {
	id, name string
	series
}

func (r regionLine) end() float64 { return r.values[r.last] }

// growth is what a region gained between its first and its last whole year.
func (r regionLine) growth() float64 {
	w := r.whole()
	if w.last < 0 {
		return 0
	}
	return w.values[w.last] - w.values[w.first()]
}

func drawMobilityRegions(in Input) (Drawing, error) {
	years := everyYear(in.Table.Distinct("academic_year_id"))
	lines := regionLines(in.Table, years)
	best := fastest(lines)
	said, told := regionGrowth(in, lines, best), ""
	if !said.Empty() {
		told = best.id
	}
	wide, narrow := endOffsets(lines, 290), endOffsets(lines[:min(5, len(lines))], 210)
	var l layers
	var narrower []Option
	for i := len(lines) - 1; i >= 0; i-- {
		style, label := regionStyle(in.Theme, lines[i], i, told), Option{"endLabel": Option{"show": i < len(narrow)}}
		if i < len(narrow) {
			label = Option{"endLabel": Option{"show": true, "offset": []float64{0, -narrow[i]}}}
		}
		narrower = append(narrower, label)
		l.add("line", lines[i].name, lines[i].items(lines[i].name), style.Merge(Option{
			"showSymbol": len(years) == 1, "z": 10 - i, "endLabel": Option{"offset": []float64{0, -wide[i]}},
		}), named("endLabel"))
	}
	drawing, err := l.onAxes()
	if err != nil {
		return Drawing{}, err
	}
	drawing.Option = drawing.Option.Merge(base(in.Theme)).Merge(Option{
		"tooltip": Option{"trigger": "axis"},
		"grid":    []Option{{"right": 190, "top": 20}},
		"xAxis":   []Option{categories(in.Theme).Merge(Option{"data": years, "boundaryGap": len(years) == 1})},
		"yAxis":   []Option{valuesTo(in.Theme, largest(in.Table, "participants"))},
	}).Narrow(480, Option{"grid": []Option{{"right": 150}}, "series": narrower})
	drawing.format("xAxis.0.axisLabel.formatter", "acadYear")
	drawing.format("yAxis.0.axisLabel.formatter", "int")
	drawing.Finding, drawing.Summary, drawing.Note = said, regionSummary(in, lines), notCompared(in)
	return drawing, nil
}

// regionStyle: the region of the finding in the accent, the three largest in colour, the rest grey.
func regionStyle(t Theme, r regionLine, i int, told string) Option {
	colour, ink, width, weight := t.Muted, t.Ink3, 1.5, 400
	switch {
	case r.id == told:
		colour, ink, width, weight = t.Accent, t.Accent, 3, 700
	case i < 3:
		colour, ink, width, weight = t.hue(i), t.hue(i), 2.5, 600
	}
	return Option{
		"symbol": "circle", "symbolSize": 6, "triggerLineEvent": true,
		"lineStyle": Option{"color": colour, "width": width}, "itemStyle": Option{"color": colour},
		"endLabel": Option{"show": true, "color": ink, "fontSize": sizeText, "fontWeight": weight, "distance": 8},
	}
}

// endOffsets lifts the names at the lines' ends so that none meets the one below it, on a plot so many
// pixels high. Lines come the highest first.
func endOffsets(lines []regionLine, height float64) []float64 {
	const room = 16
	out := make([]float64, len(lines))
	below := -math.MaxFloat64
	for i := len(lines) - 1; i >= 0; i-- {
		natural := height * lines[i].end() / axisEnd(highest(lines))
		out[i] = max(below+room-natural, 0)
		below = natural + out[i]
	}
	return out
}

func highest(lines []regionLine) (most float64) {
	for _, r := range lines {
		most = max(most, slices.Max(r.values))
	}
	return most
}

// regionLines gives the regions' lines, the largest in the last year first.
func regionLines(t *table.Table, years []string) []regionLine {
	var lines []regionLine
	for _, id := range t.Distinct("region") {
		s := yearly(t, years, "participants", map[string]string{"region": id})
		if s.last < 0 {
			continue
		}
		lines = append(lines, regionLine{id, t.Str(s.rows[s.last], "region_name"), s})
	}
	slices.SortStableFunc(lines, func(a, b regionLine) int { return int(b.end() - a.end()) })
	return lines
}

// fastest is the region that alone gained the most students; it has no id where none gained or two are level.
func fastest(lines []regionLine) (best regionLine) {
	gain := 0.0
	for _, r := range lines {
		switch {
		case r.id == unstatedRegion || r.growth() < gain:
		case r.growth() > gain:
			best, gain = r, r.growth()
		default:
			best = regionLine{}
		}
	}
	return best
}

// regionGrowth names the region that gained the most, where there are regions to compare.
func regionGrowth(in Input, lines []regionLine, best regionLine) finding.Finding {
	if best.id == "" || len(lines) < 2 || best.growth() < 10 {
		return finding.Finding{}
	}
	return finding.Say(in.Lang,
		lang.Text{
			En:   "{region} gained the most: {point} since {year}",
			Hant: "{region}增長最多：自 {year} 學年起{point}",
			Hans: "{region}增长最多：自 {year} 学年起{point}",
		},
		lang.Text{En: "{n} more students", Hant: "增加 {n} 人", Hans: "增加 {n} 人"},
		lang.Args{"region": lang.Capital(lang.Place(in.Lang, best.name)), "n": lang.Int(best.growth()), "year": lang.Year(best.years[best.whole().first()])})
}

func regionSummary(in Input, lines []regionLine) string {
	said := []string{}
	for _, r := range lines[:min(3, len(lines))] {
		if whole := r.whole(); whole.last >= 0 {
			said = append(said, whole.told(in.Lang, r.name))
			continue
		}
		said = append(said, r.told(in.Lang, r.name))
	}
	return joined(in.Lang, said)
}
