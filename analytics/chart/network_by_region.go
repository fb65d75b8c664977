package chart

import (
	"math"
	"slices"

	"meridian/analytics/finding"
	"meridian/analytics/lang"
	"meridian/analytics/table"
)

func networkByRegion() Chart {
	return Chart{
		ID: "network-by-region", Subject: Overview, Kind: Scatter, Metric: "network_by_region",
		Title:    lang.Text{En: "Partners, projects and students by region", Hant: "各地區的夥伴、項目及學生", Hans: "各地区的伙伴、项目及学生"},
		Subtitle: lang.Text{En: "Each region's share of partners, of projects and of exchange students", Hant: "各地區佔夥伴、項目及交流學生的比例", Hans: "各地区占伙伴、项目及交流学生的比例"},
		Filters:  []string{"from", "to", "place", "region", "faculty", "evidence"},
		Build:    drawNetworkByRegion,
	}
}

// share is one of the three measures: its column, what it is called, how its share is said, and its mark.
type share struct {
	column string
	name   lang.Text
	of     lang.Text
	symbol string
	hue    int
}

func shares() []share {
	return []share{
		{"partner_share", lang.Text{En: "Partners", Hant: "夥伴", Hans: "伙伴"},
			lang.Text{En: "{share} of partners", Hant: "夥伴 {share}", Hans: "伙伴 {share}"}, "circle", 0},
		{"project_share", lang.Text{En: "Projects", Hant: "項目", Hans: "项目"},
			lang.Text{En: "{share} of projects", Hant: "項目 {share}", Hans: "项目 {share}"}, "diamond", 1},
		{"student_share", lang.Text{En: "Exchange students", Hant: "交流學生", Hans: "交流学生"},
			lang.Text{En: "{share} of exchange students", Hant: "交流學生 {share}", Hans: "交流学生 {share}"}, "triangle", 2},
	}
}

// known are the measures that have rows at all: what is not recorded is no share of nothing.
func known(t *table.Table) []share {
	return slices.DeleteFunc(shares(), func(s share) bool {
		return countWhere(t, func(r int) bool { _, ok := t.Num(r, s.column); return ok }) == 0
	})
}

func drawNetworkByRegion(in Input) (Drawing, error) {
	t := in.Table
	gap := widestGap(in)
	var l layers
	addSpans(&l, in, !gap.Empty())
	var names, legends []string
	for _, s := range known(t) {
		legends = append(legends, s.name.In(in.Lang))
		items := make([]item, t.Len())
		for r := range t.Rows {
			items[r] = item{Value: []any{t.Value(r, s.column), r}, Row: row(r)}
		}
		l.add("scatter", s.name.In(in.Lang), items, Option{
			"symbol": s.symbol, "symbolSize": 13, "z": 4,
			"itemStyle": Option{"color": in.Theme.hue(s.hue), "opacity": 1, "borderColor": in.Theme.Surface, "borderWidth": 1},
		})
	}
	for r := range t.Rows {
		names = append(names, t.Str(r, "region_name"))
	}
	drawing, err := l.onAxes()
	if err != nil {
		return Drawing{}, err
	}
	drawing.Option = drawing.Option.Merge(base(in.Theme)).Merge(Option{
		"legend": legend(in.Theme).Merge(Option{"data": legends, "icon": nil}),
		"grid":   []Option{{"top": 36, "right": 24}},
		"xAxis":  []Option{fractions(in.Theme).Merge(Option{"max": furthest(t)})},
		"yAxis": []Option{categories(in.Theme).Merge(Option{
			"data": names, "inverse": true, "axisLine": Option{"show": false},
			"axisLabel": Option{"interval": 0, "hideOverlap": false, "color": in.Theme.Ink, "width": 200, "overflow": "break", "lineHeight": 15},
		})},
	}).Narrow(480, Option{
		"legend": Option{"itemGap": 10, "textStyle": Option{"fontSize": sizeSmall}},
		"yAxis":  []Option{{"axisLabel": Option{"width": 108, "fontSize": sizeSmall, "lineHeight": 12}}},
	})
	drawing.format("xAxis.0.axisLabel.formatter", "pct0")
	drawing.Finding, drawing.Summary = gap, regionSharesInWords(in)
	return drawing, nil
}

// furthest ends the axis at the whole where a share comes near it; null lets ECharts choose.
func furthest(t *table.Table) any {
	for r := range t.Rows {
		if _, high := spread(t, r); high > 0.8 {
			return 1
		}
	}
	return nil
}

// addSpans ties a region's three marks together; the widest span is the finding's.
func addSpans(l *layers, in Input, marked bool) {
	t := in.Table
	starts, spans := make([]item, t.Len()), make([]item, t.Len())
	for r := range t.Rows {
		low, high := spread(t, r)
		starts[r], spans[r] = item{Value: low}, item{Value: high - low}
		if marked && r == widest(t) {
			spans[r].ItemStyle = Option{"color": in.Theme.Accent}
		}
	}
	bar := Option{"stack": "span", "barWidth": 3, "silent": true, "z": 2, "tooltip": Option{"show": false}}
	l.add("bar", "", starts, Option{"itemStyle": Option{"color": "transparent"}}.Merge(bar))
	l.add("bar", "", spans, Option{"itemStyle": Option{"color": in.Theme.Muted}}.Merge(bar))
}

// spread gives a region's smallest and largest share.
func spread(t *table.Table, r int) (low, high float64) {
	low = math.Inf(1)
	for _, s := range known(t) {
		low, high = math.Min(low, t.Value(r, s.column)), math.Max(high, t.Value(r, s.column))
	}
	return low, high
}

// widest gives the region whose share of partners and share of students lie furthest apart.
func widest(t *table.Table) int {
	most := 0
	for _, r := range inRegions(t) {
		if t.Str(most, "region") == unstatedRegion || studentGap(t, r) > studentGap(t, most) {
			most = r
		}
	}
	return most
}

func studentGap(t *table.Table, r int) float64 {
	return math.Abs(t.Value(r, "partner_share") - t.Value(r, "student_share"))
}

// telling is the least gap, as a share, that is worth a sentence.
const telling = 0.1

// widestGap names the region where partners and students are most out of step.
func widestGap(in Input) finding.Finding {
	t := in.Table
	r := widest(t)
	if t.Len() < 2 || t.Str(r, "region") == unstatedRegion || studentGap(t, r) < telling || t.Value(r, "participants") < finding.Enough || t.Value(r, "partners") < finding.Enough {
		return finding.Finding{}
	}
	return finding.Say(in.Lang,
		lang.Text{
			En:   "{region}: {partners} of partners, {point}",
			Hant: "{region}佔夥伴 {partners}，{point}",
			Hans: "{region}占伙伴 {partners}，{point}",
		},
		lang.Text{En: "{students} of exchange students", Hant: "佔交流學生 {students}", Hans: "占交流学生 {students}"},
		lang.Args{
			"region":   t.Str(r, "region_name"),
			"partners": lang.WholePercent(in.Lang, t.Value(r, "partner_share")), "students": lang.WholePercent(in.Lang, t.Value(r, "student_share")),
		})
}

func regionSharesInWords(in Input) string {
	t := in.Table
	var said []string
	for r := range min(3, t.Len()) {
		var parts []string
		for _, s := range known(t) {
			parts = append(parts, s.of.With(in.Lang, lang.Args{"share": lang.Percent(in.Lang, t.Value(r, s.column))}))
		}
		said = append(said, lang.Text{
			En: "{region}: {shares}.", Hant: "{region}：佔{shares}。", Hans: "{region}：占{shares}。",
		}.With(in.Lang, lang.Args{"region": t.Str(r, "region_name"), "shares": enumerated(in.Lang, parts)}))
	}
	return joined(in.Lang, said)
}
