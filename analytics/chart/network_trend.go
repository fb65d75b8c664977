package chart

import (
	"meridian/analytics/finding"
	"meridian/analytics/lang"
)

func flowTrend() Chart {
	return Chart{
		ID: "flow-trend", Subject: Mobility, Kind: Line, Metric: "flow_trend",
		Title:    lang.Text{En: "People moving, year by year", Hant: "歷年流動人數", Hans: "历年流动人数"},
		Subtitle: lang.Text{En: "People who moved from one country or region to another", Hant: "由一國家或地區前往另一國家或地區的人數", Hans: "由一国家或地区前往另一国家或地区的人数"},
		Note:     lineNote.And(eitherEnd),
		Filters:  networkFields(),
		Build: func(in Input) (Drawing, error) {
			return drawYears(in, "moved", eitherEnd, courseOf{
				grown: lang.Text{En: "{point} as many people moved in {to} as in {from}", Hant: "{to}的流動人數是 {from}的 {point}", Hans: "{to}的流动人数是 {from}的 {point}"},
				more:  lang.Text{En: "People moving have {point} since {from}", Hant: "流動人數自 {from}以來{point}", Hans: "流动人数自 {from}以来{point}"},
				told:  lang.Text{En: "People moving", Hant: "流動人數", Hans: "流动人数"},
			})
		},
	}
}

func copublicationTrend() Chart {
	return Chart{
		ID: "copublication-trend", Subject: Collaboration, Kind: Line, Metric: "copublication_trend",
		Title:    lang.Text{En: "Joint works, year by year", Hant: "歷年合著作品", Hans: "历年合著作品"},
		Subtitle: lang.Text{En: "Works with authors in two countries or regions, summed over the pairs", Hant: "由兩個國家或地區的作者合著的作品，按組合加總", Hans: "由两个国家或地区的作者合著的作品，按组合加总"},
		Note:     lineNote.And(oncePerPair).And(eitherEnd),
		Filters:  networkFields(),
		Build: func(in Input) (Drawing, error) {
			return drawYears(in, "works", oncePerPair.And(eitherEnd), courseOf{
				grown: lang.Text{En: "{point} as many joint works in {to} as in {from}", Hant: "{to}的合著作品是 {from}的 {point}", Hans: "{to}的合著作品是 {from}的 {point}"},
				more:  lang.Text{En: "Joint works have {point} since {from}", Hant: "合著作品自 {from}以來{point}", Hans: "合著作品自 {from}以来{point}"},
				told:  lang.Text{En: "Joint works", Hant: "合著作品", Hans: "合著作品"},
			})
		},
	}
}

// networkFields are the filters that flows and joint works honour.
func networkFields() []string { return []string{"from", "to", "place", "region", "evidence"} }

// What the notes of these charts share.
var (
	lineNote = lang.Text{
		En:   "Dashed: fitted line carried two years on. Shaded: 80 % prediction interval.",
		Hant: "虛線為趨勢線，並延伸兩年；陰影為 80% 預測區間。",
		Hans: "虚线为趋势线，并延伸两年；阴影为 80% 预测区间。",
	}
	eitherEnd = lang.Text{
		En:   "A place or region that is chosen counts at either end.",
		Hant: "所選地方或地區，任何一端符合即計算在內。",
		Hans: "所选地方或地区，任何一端符合即计算在内。",
	}
	eachYear = lang.Text{
		En:   "Over several years, a person is counted in each year they are reported in.",
		Hant: "跨年加總時，每人在每個獲申報的年份各計一次。",
		Hans: "跨年加总时，每人在每个获申报的年份各计一次。",
	}
	oncePerPair = lang.Text{
		En:   "A work counts once for every pair of its places, so the sum is larger than the number of works.",
		Hant: "每篇作品按其地方組合各計一次，總和大於作品數目。",
		Hans: "每篇作品按其地方组合各计一次，总和大于作品数目。",
	}
)

// courseOf is how the course of a measure is told.
type courseOf struct{ grown, more, told lang.Text }

// drawYears draws one measure over the years, its fitted line, and apart from them the years that look incomplete. The
// note says how the line is drawn where there is one.
func drawYears(in Input, measure string, note lang.Text, words courseOf) (Drawing, error) {
	years := everyYear(recorded(in.Table, measure))
	s := yearly(in.Table, years, measure, nil)
	whole, axis, colour := s.whole(), years, in.Theme.hue(0)
	var l layers
	axis = carryOn(axis, max(whole.fitsTo()-len(axis)+1, 0))
	addTrend(&l, in, measure, in.Table.Label(measure), whole, colour)
	addPartial(&l, in, s)
	points := whole.items("")
	if whole.last >= 0 {
		points[whole.last].Title = lang.Int(whole.values[whole.last])
		points[whole.last].Label = halo(in.Theme, colour).Merge(Option{
			"show": true, "position": "top", "distance": 10, "fontSize": sizeLarge, "fontWeight": 600,
		})
	}
	l.add("line", in.Table.Label(measure), points, record(in, colour), named("label"))
	drawing, err := l.onAxes()
	if err != nil {
		return Drawing{}, err
	}
	drawing.Option = drawing.Option.Merge(base(in.Theme)).Merge(Option{
		"tooltip": Option{"trigger": "axis"},
		"grid":    []Option{{"right": 44, "top": 32}},
		"xAxis":   []Option{categories(in.Theme).Merge(Option{"data": axis, "boundaryGap": len(axis) == 1})},
		"yAxis":   []Option{values(in.Theme)},
	})
	drawing.format("xAxis.0.axisLabel.formatter", "acadYear")
	drawing.format("yAxis.0.axisLabel.formatter", "compact")
	lines := linesOf([]string{""}, []series{whole})
	drawing.Option = printedUnder(in.Theme, drawing.Option, foretoldUnder(in.Lang, lines), tested(in.Lang, lines))
	drawing.Finding, drawing.Summary, drawing.Note = courseSaid(in, measure, words), courseTold(in, s, words), note.In(in.Lang)
	if whole.fitsTo() >= 0 {
		drawing.Note = lineNote.And(note).In(in.Lang)
	}
	more := append(reservations(in.Lang, lines), told(setAside(in))...)
	drawing.Note = joined(in.Lang, append([]string{drawing.Note}, more...))
	drawing.Summary = joined(in.Lang, append([]string{drawing.Summary}, more...))
	return drawing, nil
}

// courseSaid compares the first and the last whole year: in times where it doubled at least, else in per cent.
func courseSaid(in Input, measure string, words courseOf) finding.Finding {
	years := recordedWhole(in.Table, measure)
	if len(years) < 2 {
		return finding.Finding{}
	}
	of := func(year string) float64 {
		return in.Table.Value(in.Table.Find(map[string]string{"academic_year_id": year}), measure)
	}
	first, last := of(years[0]), of(years[len(years)-1])
	if endsFarOff(years, of) || first < finding.Enough || last < finding.Enough {
		return finding.Finding{}
	}
	args := lang.Args{"from": lang.InYear(in.Lang, years[0]), "to": lang.InYear(in.Lang, years[len(years)-1])}
	if last >= 2*first {
		args["times"] = lang.Tenths(last / first)
		return finding.Say(in.Lang, words.grown, lang.Text{En: "{times} times", Hant: "{times} 倍", Hans: "{times} 倍"}, args)
	}
	change := lang.WholePercent(in.Lang, last/first-1)
	if change == lang.WholePercent(in.Lang, 0) {
		return finding.Finding{}
	}
	point := lang.Text{En: "grown by {change}", Hant: "增加 {change}", Hans: "增加 {change}"}
	if last < first {
		change = lang.WholePercent(in.Lang, 1-last/first)
		point = lang.Text{En: "fallen by {change}", Hant: "減少 {change}", Hans: "减少 {change}"}
	}
	args["change"] = change
	return finding.Say(in.Lang, words.more, point, args)
}

// courseTold tells the whole years in words, and where the fitted line leads.
func courseTold(in Input, s series, words courseOf) string {
	whole := s.whole()
	if whole.last < 0 {
		return lang.Text{En: "No year is whole.", Hant: "沒有資料齊全的年份。", Hans: "没有资料齐全的年份。"}.In(in.Lang)
	}
	said := []string{whole.counted(in.Lang, words.told.In(in.Lang))}
	said = append(said, told(whole.pace(in.Lang))...)
	if args, year, ok := whole.foretold(); ok {
		args["year"] = lang.InYear(in.Lang, year)
		said = append(said, lang.Text{
			En:   "If the line holds, {year} lies between {low} and {high} in four cases of five.",
			Hant: "若趨勢不變，{year}有八成機會介乎 {low} 至 {high}。",
			Hans: "若趋势不变，{year}有八成机会介于 {low} 至 {high}。",
		}.With(in.Lang, args))
	}
	return joined(in.Lang, said)
}

// counted puts a series of any unit into a sentence: where it began and ended, and when it was highest.
func (s series) counted(l lang.Lang, name string) string {
	first, peaks := s.first(), s.peaks()
	args := lang.Args{
		"name": name, "from": lang.InYear(l, s.years[first]), "first": lang.Int(s.values[first]),
		"to": lang.InYear(l, s.years[s.last]), "last": lang.Int(s.values[s.last]),
		"peak": lang.InYear(l, s.years[peaks[0]]), "most": lang.Int(s.values[peaks[0]]),
	}
	sentence := lang.Text{
		En: "{name}: {first} in {from}, {last} in {to}, the most in {peak} with {most}.", Hant: "{name}：{from} {first}，{to} {last}，以 {peak}的 {most} 為最多。", Hans: "{name}：{from} {first}，{to} {last}，以 {peak}的 {most} 为最多。",
	}
	switch {
	case first == s.last:
		sentence = lang.Text{En: "{name}: {last} in {to}.", Hant: "{name}：{to} {last}。", Hans: "{name}：{to} {last}。"}
	case len(peaks) > 1:
		sentence = lang.Text{En: "{name}: {first} in {from}, {last} in {to}.", Hant: "{name}：{from} {first}，{to} {last}。", Hans: "{name}：{from} {first}，{to} {last}。"}
	case peaks[0] == s.last:
		sentence = lang.Text{
			En: "{name}: {first} in {from}, {last} in {to}, the most of these years.", Hant: "{name}：{from} {first}，{to} {last}，為期內最多。", Hans: "{name}：{from} {first}，{to} {last}，为期内最多。",
		}
	}
	return sentence.With(l, args)
}
