package chart

import (
	"strconv"

	"meridian/analytics/finding"
	"meridian/analytics/lang"
	"meridian/analytics/table"
)

// widthOf writes a share of the chart's width as ECharts reads it.
func widthOf(percent float64) string { return strconv.FormatFloat(percent, 'f', 1, 64) + "%" }

// reachOf ends a column's axis at its least and largest value, zero among them.
func reachOf(t *table.Table, rows []int, column string) (low, high float64) {
	for _, r := range rows {
		if v, known := t.Num(r, column); known && (column != "growth" || t.Value(r, "early_students") >= finding.Enough) {
			low, high = min(low, v), max(high, v)
		}
	}
	if high == low {
		high++
	}
	return low, high
}

// placeNames are the places; the chosen ones stand out.
func placeNames(in Input, rows []int) []Option {
	names := make([]Option, len(rows))
	for i, r := range rows {
		names[i] = Option{"value": in.Table.Str(r, "place")}
		if in.Table.Str(r, "chosen") == "true" {
			names[i]["textStyle"] = Option{"fontWeight": 700}
		}
	}
	return names
}

// placedAmong says where the one chosen place stands among those of its region; where none is chosen, which place's
// exchange grew the most among those shown.
func placedAmong(in Input) finding.Finding {
	t := in.Table
	chosen := rowsWhere(t, func(r int) bool { return t.Str(r, "chosen") == "true" })
	if len(chosen) != 1 {
		return grewMost(in, sideBySide(t, comparedWide))
	}
	r := chosen[0]
	students := t.Value(r, "both_ways")
	others := rowsWhere(t, func(o int) bool { return t.Str(o, "region") == t.Str(r, "region") && t.Value(o, "both_ways") > 0 })
	above := countWhere(t, func(o int) bool {
		return t.Str(o, "region") == t.Str(r, "region") && t.Value(o, "both_ways") > students
	})
	level := countWhere(t, func(o int) bool {
		return t.Str(o, "region") == t.Str(r, "region") && t.Value(o, "both_ways") == students
	})
	if students < finding.Enough || len(others) < 3 || level > 1 {
		return finding.Finding{}
	}
	return finding.Say(in.Lang,
		lang.Text{En: "{place} is {point} in {region} by exchange students", Hant: "按交流學生人數，{place}在{region}{point}", Hans: "按交流学生人数，{place}在{region}{point}"},
		lang.Text{En: "number {n} of {all} places", Hant: "的 {all} 個地方中排第 {n}", Hans: "的 {all} 个地方中排第 {n}"},
		lang.Args{
			"place": lang.Capital(in.place(r)), "region": t.Str(r, "region_name"), "n": lang.Int(float64(above + 1)), "all": lang.Int(float64(len(others))),
		})
}

// grewMost names the place whose exchange grew by the largest share, alone, from a base large enough to say so.
func grewMost(in Input, rows []int) finding.Finding {
	t := in.Table
	best, level, compared := -1, 0, 0
	for _, r := range rows {
		grew, known := t.Num(r, "growth")
		if !known || t.Value(r, "early_students") < finding.Enough {
			continue
		}
		compared++
		switch {
		case best < 0 || grew > t.Value(best, "growth"):
			best, level = r, 1
		case grew == t.Value(best, "growth"):
			level++
		}
	}
	if compared < 3 || level > 1 || t.Value(best, "growth") <= 0 {
		return finding.Finding{}
	}
	return finding.Say(in.Lang,
		lang.Text{En: "Of the largest places, exchange with {place} grew the most: {point}", Hant: "最大的地方之中，與{place}的交流增幅最大：{point}", Hans: "最大的地方之中，与{place}的交流增幅最大：{point}"},
		lang.Text{En: "{share}", Hant: "{share}", Hans: "{share}"},
		lang.Args{"place": in.place(best), "share": lang.SignedPercent(in.Lang, t.Value(best, "growth"))})
}

func placesInWords(in Input) string {
	t := in.Table
	var said []string
	rows := rowsWhere(t, func(r int) bool { return t.Str(r, "chosen") == "true" })
	if len(rows) == 0 {
		rows = allRows(t)
	}
	for _, r := range rows[:min(3, len(rows))] {
		said = append(said, lang.Text{
			En:   "{place}: {partners} partners, {projects} projects, {out} students sent, {in} received.",
			Hant: "{place}：夥伴 {partners} 個，項目 {projects} 項，外訪 {out} 人，{coming} {in} 人。",
			Hans: "{place}：伙伴 {partners} 个，项目 {projects} 项，派出 {out} 人，{coming} {in} 人。",
		}.With(in.Lang, lang.Args{
			"place": t.Str(r, "place"), "partners": lang.Int(t.Value(r, "partners")), "projects": lang.Int(t.Value(r, "projects")),
			"out": lang.Int(t.Value(r, "outbound")), "in": lang.Int(t.Value(r, "inbound")), "coming": in.coming(),
		}))
	}
	return joined(in.Lang, append(said, lang.Text{
		En: "{n} countries and regions are compared.", Hant: "共比較 {n} 個國家及地區。", Hans: "共比较 {n} 个国家及地区。",
	}.With(in.Lang, lang.Args{"n": lang.Int(float64(t.Len()))})))
}
