package chart

import (
	"slices"
	"strings"

	"meridian/analytics/lang"
	"meridian/analytics/table"
)

// partialRow tells whether a row's year looks incomplete, where the answer knows.
func partialRow(t *table.Table, r int) bool {
	known := slices.ContainsFunc(t.Columns, func(c table.Column) bool { return c.Name == "incomplete" })
	return known && t.Str(r, "incomplete") == "true"
}

// whole is a series without the years that look incomplete: what lines are fitted to and sentences are made of.
func (s series) whole() series {
	w := series{years: s.years, values: s.values, rows: slices.Clone(s.rows), partial: make([]bool, len(s.years)), last: -1}
	for i, r := range s.rows {
		if s.partial[i] {
			w.rows[i] = -1
		} else if r >= 0 {
			w.last = i
		}
	}
	return w
}

// recordedWhole lists the years with a value that do not look incomplete.
func recordedWhole(t *table.Table, measure string) []string {
	return slices.DeleteFunc(recorded(t, measure), func(year string) bool {
		return partialRow(t, t.Find(map[string]string{"academic_year_id": year}))
	})
}

// addPartial draws the years that look incomplete apart: hollow, in grey, tied to the line by dashes.
func addPartial(l *layers, in Input, s series) {
	if !slices.Contains(s.partial, true) {
		return
	}
	points := make([]item, len(s.years))
	for i, r := range s.rows {
		beside := i > 0 && s.partial[i-1] || i+1 < len(s.partial) && s.partial[i+1]
		switch {
		case r >= 0 && s.partial[i]:
			points[i] = item{Value: s.values[i], Row: row(r)}
		case r >= 0 && beside:
			points[i] = item{Value: s.values[i], Symbol: "none"}
		default:
			points[i] = item{Value: "-"}
		}
	}
	grey := in.Theme.Muted
	l.add("line", "", points, Option{
		"symbol": "circle", "symbolSize": 7, "showSymbol": true, "showAllSymbol": true, "z": 1,
		"lineStyle": Option{"color": grey, "width": 1.5, "type": []int{3, 4}},
		"itemStyle": Option{"color": in.Theme.Surface, "borderColor": grey, "borderWidth": 1.5},
	})
}

// setAside says which years are left out of the line and why; empty where none is.
func setAside(in Input) string {
	return partialYears(in, lang.Text{
		En:   "Years that look incomplete are drawn in grey and left out of the line: {years}.",
		Hant: "資料未齊全的年份以灰色標示，不作擬合：{years}。",
		Hans: "资料未齐全的年份以灰色标示，不作拟合：{years}。",
	})
}

// notCompared says the same where no line is fitted.
func notCompared(in Input) string {
	return partialYears(in, lang.Text{
		En: "Years that look incomplete stand in no comparison: {years}.", Hant: "資料未齊全的年份不作比較：{years}。", Hans: "资料未齐全的年份不作比较：{years}。",
	})
}

// partialYears fills a message with the years that look incomplete, each with its reason; empty where none does.
func partialYears(in Input, message lang.Text) string {
	var years []string
	for _, year := range in.Table.Distinct("academic_year_id") {
		if r := in.Table.Find(map[string]string{"academic_year_id": year}); partialRow(in.Table, r) {
			years = append(years, lang.Year(year)+whyPartial(in, r))
		}
	}
	if len(years) == 0 {
		return ""
	}
	return message.With(in.Lang, lang.Args{"years": enumerated(in.Lang, years)})
}

// whyPartial gives the reason in brackets.
func whyPartial(in Input, r int) string {
	args := lang.Args{"day": lang.Date(in.Lang, in.AsOf.Format("2006-01-02"))}
	why := lang.Text{En: " (says the data set)", Hant: "（數據集註明）", Hans: "（数据集注明）"}
	switch in.Table.Str(r, "incomplete_reason") {
	case "calendar":
		why = lang.Text{En: " (not over on {day})", Hant: "（{day}尚未結束）", Hans: "（{day}尚未结束）"}
	case "sum":
		why = lang.Text{En: " (less than half of the years beside it)", Hant: "（不足相鄰年份的一半）", Hans: "（不足相邻年份的一半）"}
	case "reporters":
		args["share"] = lang.WholePercent(in.Lang, in.Table.Value(r, "gone_share"))
		why = lang.Text{
			En:   " (nothing from those that had {share} of the nearest year)",
			Hant: "（佔相鄰年份 {share} 的地方缺報）",
			Hans: "（占相邻年份 {share} 的地方缺报）",
		}
		if names := in.Table.Str(r, "not_reporting"); names != "" {
			args["who"] = absentNames(in.Lang, names)
			why = lang.Text{En: " (nothing from {who})", Hant: "（{who}缺報）", Hans: "（{who}缺报）"}
		}
	}
	return why.With(in.Lang, args)
}

func absentNames(l lang.Lang, joined string) string {
	names := strings.Split(joined, "|")
	for i, name := range names {
		names[i] = lang.Place(l, name)
	}
	return lang.List(l, names)
}

// countedIn says that sums hold years that look incomplete; empty where they do not.
func countedIn(in Input) string {
	joined := in.Table.Str(0, "incomplete_years")
	if joined == "" {
		return ""
	}
	years := strings.Split(joined, "|")
	for i, year := range years {
		years[i] = lang.Year(year)
	}
	return lang.Text{
		En:   "Years that look incomplete are counted as far as they go: {years}.",
		Hant: "資料未齊全的年份按已有資料計算：{years}。",
		Hans: "资料未齐全的年份按已有资料计算：{years}。",
	}.With(in.Lang, lang.Args{"years": lang.List(in.Lang, years)})
}
