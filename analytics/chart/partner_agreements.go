package chart

import (
	"math"

	"meridian/analytics/lang"
)

func partnerAgreements() Chart {
	return Chart{
		ID: "partner-agreements", Subject: Partners, Kind: Timeline, Metric: "partner_agreements",
		Title:    lang.Text{En: "Agreements and their terms", Hant: "協議及其有效期", Hans: "协议及其有效期"},
		Subtitle: lang.Text{En: "From the first day to the last; the line is the day of the data", Hant: "由起始日至屆滿日；直線為數據截止日", Hans: "由起始日至到期日；直线为数据截止日"},
		Note: lang.Text{
			En:   "At most fourteen agreements are drawn, those in effect that end first; the table has up to sixty. A diamond is an agreement without dates. A bar that reaches the edge has no end stated.",
			Hant: "最多繪出十四份協議，以生效而最先屆滿者為先；數據表最多列出六十份。菱形代表沒有日期的協議；橫條伸至邊緣者沒有註明屆滿日。",
			Hans: "最多绘出十四份协议，以生效而最先到期者为先；数据表最多列出六十份。菱形代表没有日期的协议；横条伸至边缘者没有注明到期日。",
		},
		Filters: []string{"place", "region", "evidence", "partner"},
		Build:   drawPartnerAgreements,
	}
}

// mostTerms is how many terms are drawn.
const mostTerms = 14

func drawPartnerAgreements(in Input) (Drawing, error) {
	t := in.Table
	today, _ := moment(in.AsOf.Format("2006-01-02"))
	n := min(t.Len(), mostTerms)
	from, to := termSpan(in, n, today)
	var before, terms, points []item
	names := make([]string, n)
	for r := range n {
		names[r] = termName(in, r)
		first, last, dated := term(in, r, from, to)
		if !dated {
			before, terms = append(before, item{Value: "-"}), append(terms, item{Value: "-"})
			points = append(points, item{Value: []any{today, r}, Row: row(r), Title: t.Str(r, "status_name")})
			continue
		}
		before = append(before, item{Value: first})
		terms = append(terms, item{Value: last - first, Row: row(r), Title: t.Str(r, "status_name"), ItemStyle: Option{"color": termColour(in, r)}})
	}
	var l layers
	l.add("bar", "", before, Option{"stack": "term", "silent": true, "itemStyle": Option{"color": "transparent"}, "barMaxWidth": 16})
	l.add("bar", "", terms, Option{
		"stack": "term", "barMaxWidth": 16, "itemStyle": Option{"borderRadius": 2},
		"label": halo(in.Theme, in.Theme.Ink2).Merge(Option{"show": true, "position": "right", "distance": 6, "fontSize": sizeSmall}),
	}, named("label"))
	l.add("scatter", "", points, Option{
		"symbol": "diamond", "symbolSize": 11, "itemStyle": Option{"color": in.Theme.Surface, "borderColor": in.Theme.Muted, "borderWidth": 2, "opacity": 1},
		"label": halo(in.Theme, in.Theme.Ink2).Merge(Option{"show": true, "position": "left", "fontSize": sizeSmall}),
	}, named("label"))
	l.add("line", "", []item{{Value: []any{today, 0}}, {Value: []any{today, max(n-1, 0)}}}, Option{
		"symbol": "none", "silent": true, "lineStyle": Option{"color": in.Theme.Ink, "width": 1.5, "type": "dashed"}, "z": 1,
	})
	drawing, err := l.onAxes()
	if err != nil {
		return Drawing{}, err
	}
	drawing.Option = drawing.Option.Merge(base(in.Theme)).Merge(Option{
		"aria":  plainFill(),
		"grid":  []Option{{"right": statusRoom(in, n), "top": 8}},
		"xAxis": []Option{fractions(in.Theme).Merge(Option{"min": from, "max": to, "minInterval": 1})},
		"yAxis": []Option{categories(in.Theme).Merge(Option{
			"data": names, "inverse": true, "axisLine": Option{"show": false},
			"axisLabel": Option{"interval": 0, "hideOverlap": false, "color": in.Theme.Ink, "width": 260, "overflow": "truncate"},
		})},
	}).Narrow(480, Option{"grid": []Option{{"right": 16}}, "series": []Option{{}, {"label": Option{"show": false}}, {"label": Option{"show": false}}}, "yAxis": []Option{{"axisLabel": Option{"width": nameCut, "fontSize": sizeSmall}}}})
	drawing.format("xAxis.0.axisLabel.formatter", "year")
	drawing.Summary = termsInWords(in)
	return drawing, nil
}

// statusRoom is what the longest status takes beside its bar, in CSS pixels.
func statusRoom(in Input, n int) float64 {
	widest := 0.0
	for r := range n {
		widest = max(widest, textWidth(in.Table.Str(r, "status_name"), sizeSmall)*1.1)
	}
	return widest + 14
}

// termName is the kind of an agreement, after its partner's name where there are several partners.
func termName(in Input, r int) string {
	if len(in.Table.Distinct("institution_id")) == 1 {
		return in.Table.Str(r, "kind_name")
	}
	return in.Table.Str(r, "institution")
}

// term is from when to when an agreement runs, within the years drawn; false without any date.
func term(in Input, r int, from, to float64) (first, last float64, dated bool) {
	first, begins := moment(in.Table.Str(r, "begins"))
	last, ends := moment(in.Table.Str(r, "ends"))
	if !begins {
		first = from
	}
	if !ends {
		last = to
	}
	return first, max(last, first+0.05), begins || ends
}

// termSpan is from the year of the first day to the end of that of the last; both sides of the day of the data.
func termSpan(in Input, n int, today float64) (from, to float64) {
	from, to = math.Floor(today)-1, math.Ceil(today)+1
	for r := range n {
		if v, ok := moment(in.Table.Str(r, "begins")); ok {
			from = min(from, math.Floor(v))
		}
		if v, ok := moment(in.Table.Str(r, "ends")); ok {
			to = max(to, math.Ceil(v))
		}
	}
	return from, to
}

// termColour is strong for what is in effect, that of a warning for what ends within half a year, grey for what is over.
func termColour(in Input, r int) string {
	switch in.Table.Str(r, "agreement_status") {
	case "within_90_days", "within_180_days", "overdue":
		return in.Theme.Categorical[2]
	case "ended", "undated":
		return in.Theme.Rule
	default:
		return in.Theme.Sequential[2]
	}
}

func termsInWords(in Input) string {
	t := in.Table
	n := min(t.Len(), 3)
	var said []string
	for r := range n {
		args := lang.Args{"name": termName(in, r), "status": t.Str(r, "status_name"), "day": lang.Date(in.Lang, t.Str(r, "ends"))}
		text := lang.Text{En: "{name}: {status}.", Hant: "{name}：{status}。", Hans: "{name}：{status}。"}
		if t.Str(r, "ends") != "" {
			text = lang.Text{En: "{name}: {status}, last day {day}.", Hant: "{name}：{status}，屆滿日為{day}。", Hans: "{name}：{status}，到期日为{day}。"}
		}
		said = append(said, text.With(in.Lang, args))
	}
	return joined(in.Lang, said)
}
