package chart

import (
	"math"

	"meridian/analytics/finding"
	"meridian/analytics/lang"
)

func agreementBalance() Chart {
	return Chart{
		ID: "agreement-balance", Subject: Collaboration, Kind: Bar, Metric: "agreement_balance",
		Title:    lang.Text{En: "Balance over the term of agreements", Hant: "協議有效期內的累計差額", Hans: "协议有效期内的累计差额"},
		Subtitle: lang.Text{En: "Students sent less students received since the agreement began, by partner", Hant: "自協議開始以來，外訪人數減來訪人數，按夥伴劃分", Hans: "自协议开始以来，派出人数减来访人数，按伙伴划分"},
		Note: lang.Text{
			En:   "Right: the university has sent more than it received, and is owed. Left: it has received more. Eight partners a side at most; all are in the table. Exchange agreements in effect only.",
			Hant: "右方：外訪多於來訪；左方：來訪多於外訪。每邊最多列出八個夥伴，其餘見數據表；只計生效的交流協議。",
			Hans: "右方：派出多于来访；左方：来访多于派出。每边最多列出八个伙伴，其余见数据表；只计生效的交流协议。",
		},
		Filters: []string{"from", "to", "place", "region", "evidence", "partner"},
		Build:   drawAgreementBalance,
	}
}

func drawAgreementBalance(in Input) (Drawing, error) {
	t := in.Table
	said := mostImbalanced(in)
	rows := byBalance(t, "term_balance")
	wide, narrow := farthest(t, rows, "term_balance", 8), farthest(t, rows, "term_balance", 5)
	var l layers
	l.add("bar", t.Label("term_balance"), termBars(in, wide, !said.Empty()), Option{
		"barCategoryGap": "28%", "barMaxWidth": 22,
		"label": Option{"show": true, "color": in.Theme.Ink2, "fontSize": sizeSmall, "distance": 4},
	}, Formatter{Path: "label.formatter", ID: "signed"})
	drawing, err := l.onAxes()
	if err != nil {
		return Drawing{}, err
	}
	drawing.Option = drawing.Option.Merge(base(in.Theme)).Merge(Option{
		"aria": plainFill(),
		"grid": []Option{{"left": 8, "right": 24, "top": 8}},
		"yAxis": []Option{categories(in.Theme).Merge(Option{
			"inverse": true, "data": cells(t, wide, "institution"), "axisLine": Option{"show": false},
			"axisLabel": Option{"color": in.Theme.Ink, "hideOverlap": false, "interval": 0, "width": 250, "overflow": "truncate"},
		})},
		"xAxis": []Option{values(in.Theme).Merge(Option{"splitLine": Option{"show": false}, "axisLabel": Option{"show": false}}).Merge(
			balanceAxis(t, wide, "term_balance", wideBars))},
	})
	drawing.Option.Series(0, Option{"markLine": zeroLine(in.Theme)})
	drawing.Option = drawing.Option.Narrow(480, Option{
		"xAxis":  []Option{balanceAxis(t, narrow, "term_balance", narrowBars)},
		"yAxis":  []Option{{"data": cells(t, narrow, "institution"), "axisLabel": Option{"width": nameCut, "overflow": "truncate", "fontSize": sizeSmall}}},
		"series": []Option{{"data": termBars(in, narrow, !said.Empty())}},
	})
	drawing.Finding, drawing.Summary = said, balancesInWords(in)
	return drawing, nil
}

func termBars(in Input, rows []int, marked bool) []item {
	items := make([]item, len(rows))
	for i, r := range rows {
		balance := in.Table.Value(r, "term_balance")
		colour, side := directionColour(in.Theme, "outbound"), "right"
		if balance < 0 {
			colour, side = directionColour(in.Theme, "inbound"), "left"
		}
		if marked && r == 0 {
			colour = in.Theme.Accent
		}
		items[i] = item{Name: in.Table.Str(r, "institution"), Value: balance, Row: row(r), ItemStyle: Option{"color": colour}, Label: Option{"position": side}}
	}
	return items
}

// mostImbalanced names the partner whose balance lies farthest from zero, alone and by at least ten students. The answer lists it first.
func mostImbalanced(in Input) finding.Finding {
	t := in.Table
	gap := math.Abs(t.Value(0, "term_balance"))
	if t.Len() < 2 || gap < 10 || gap == math.Abs(t.Value(1, "term_balance")) {
		return finding.Finding{}
	}
	args := lang.Args{"name": t.Str(0, "institution"), "n": lang.Int(gap), "years": lang.Int(t.Value(0, "term_years")), "year": lang.InYear(in.Lang, t.Str(0, "first_year"))}
	point := lang.Text{En: "{n} more students", Hant: "多 {n} 人", Hans: "多 {n} 人"}
	if t.Value(0, "term_balance") < 0 {
		return finding.Say(in.Lang, lang.Text{
			En: "{name} has sent {point} than it received since {year}", Hant: "自 {year}起，{name}派來的學生較接收的{point}", Hans: "自 {year}起，{name}派来的学生较接收的{point}",
		}, point, args)
	}
	return finding.Say(in.Lang, lang.Text{
		En: "{name} has received {point} than it sent since {year}", Hant: "自 {year}起，{name}接收的學生較派來的{point}", Hans: "自 {year}起，{name}接收的学生较派来的{point}",
	}, point, args)
}

func balancesInWords(in Input) string {
	t := in.Table
	exact := in.counted()
	more := countWhere(exact, func(r int) bool { return exact.Value(r, "term_balance") > 0 })
	fewer := countWhere(exact, func(r int) bool { return exact.Value(r, "term_balance") < 0 })
	return lang.Text{
		En:   "Over the terms so far more students were sent than received with {more} partners, fewer with {fewer}, as many with {even}. In all {out} went and {in} came.",
		Hant: "在至今的有效期內，外訪多於{coming}的夥伴有 {more} 個，少於{coming}的有 {fewer} 個，相等的有 {even} 個。合計外訪 {out} 人，{coming} {in} 人。",
		Hans: "在至今的有效期内，派出多于{coming}的伙伴有 {more} 个，少于{coming}的有 {fewer} 个，相等的有 {even} 个。合计派出 {out} 人，{coming} {in} 人。",
	}.With(in.Lang, lang.Args{
		"more": lang.Int(float64(more)), "fewer": lang.Int(float64(fewer)), "even": lang.Int(float64(t.Len() - more - fewer)), "coming": in.coming(),
		"out": lang.Int(in.total("outbound")), "in": lang.Int(in.total("inbound")),
	})
}
