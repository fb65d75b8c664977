package chart

import (
	"slices"

	"meridian/analytics/finding"
	"meridian/analytics/lang"
	"meridian/analytics/table"
)

// agreementKinds is the order kinds are stacked in; a kind keeps its colour under any filter.
var agreementKinds = []string{"exchange", "mou", "research", "joint_programme", "unstated"}

func agreementStatus() Chart {
	return Chart{
		ID: "agreement-status", Subject: Collaboration, Kind: Bar, Metric: "agreements_by_status",
		Title:    lang.Text{En: "Agreements by status", Hant: "協議狀況", Hans: "协议状况"},
		Subtitle: lang.Text{En: "Number of agreements by status and kind", Hant: "按狀況及種類劃分的協議數目", Hans: "按状况及种类划分的协议数目"},
		Note: lang.Text{
			En:   "Status on the day of the data. Each agreement counts once, in the nearest horizon.",
			Hant: "以數據截止日計算。每份協議只計一次，歸入最近的期限。",
			Hans: "以数据截止日计算。每份协议只计一次，归入最近的期限。",
		},
		Filters: []string{"place", "region", "evidence"},
		Build:   drawAgreementStatus,
	}
}

func drawAgreementStatus(in Input) (Drawing, error) {
	t := in.Table
	statuses := t.Distinct("agreement_status")
	due := agreementsDue(in)
	var bars layers
	for place, kind := range agreementKinds {
		if first := t.Find(map[string]string{"agreement_kind": kind}); first >= 0 {
			bars.add("bar", t.Str(first, "kind_name"), kindParts(t, statuses, kind), Option{
				"stack": "all", "barCategoryGap": "34%", "barMaxWidth": 34,
				"itemStyle": Option{"color": in.Theme.hue(place), "borderColor": in.Theme.Surface, "borderWidth": 0.5},
			})
		}
	}
	bars.add("scatter", "", statusTotals(in, statuses, !due.Empty()), bare(), named("label"))
	drawing, err := bars.onAxes()
	if err != nil {
		return Drawing{}, err
	}
	drawing.Option = drawing.Option.Merge(base(in.Theme)).Merge(Option{
		"legend": legend(in.Theme).Merge(Option{"data": namesOf(t, "agreement_kind", "kind_name", agreementKinds)}),
		"grid":   []Option{{"right": 56, "top": 36, "bottom": 4}},
		"xAxis":  []Option{values(in.Theme).Merge(Option{"axisLabel": Option{"show": false}, "splitLine": Option{"show": false}})},
		"yAxis": []Option{categories(in.Theme).Merge(Option{
			"data": namesOf(t, "agreement_status", "status_name", statuses), "inverse": true, "axisLine": Option{"show": false},
			"axisLabel": Option{"interval": 0, "hideOverlap": false, "color": in.Theme.Ink, "margin": 10},
		})},
	}).Narrow(620, Option{ // the legend takes two lines
		"grid": []Option{{"top": 60}},
	}).Narrow(480, Option{
		"grid":   []Option{{"top": 64, "right": 44}},
		"legend": Option{"itemGap": 10, "textStyle": Option{"fontSize": sizeSmall}},
		"yAxis":  []Option{{"axisLabel": Option{"width": 96, "overflow": "break", "fontSize": sizeSmall, "lineHeight": 13}}},
	})
	drawing.Finding, drawing.Summary = due, agreementsInWords(in)
	return drawing, nil
}

func kindParts(t *table.Table, statuses []string, kind string) []item {
	items := make([]item, len(statuses))
	for i, status := range statuses {
		items[i] = item{Value: "-"}
		if r := t.Find(map[string]string{"agreement_status": status, "agreement_kind": kind}); r >= 0 {
			items[i] = item{Value: t.Value(r, "agreements"), Row: row(r)}
		}
	}
	return items
}

// statusTotals are the labels at the ends of the bars; those that ask for action are the finding's.
func statusTotals(in Input, statuses []string, marked bool) []item {
	items := make([]item, len(statuses))
	for i, status := range statuses {
		r := in.Table.Find(map[string]string{"agreement_status": status})
		n := in.Table.Value(r, "status_agreements")
		label := Option{"show": true, "position": "right", "distance": 6, "color": in.Theme.Ink, "fontSize": sizeText, "fontWeight": 600}
		if marked && slices.Contains(urgent, status) {
			label["color"] = in.Theme.Accent
		}
		items[i] = item{Value: []any{n, i}, Title: lang.Int(n), Label: label}
	}
	return items
}

// urgent are the statuses that ask somebody to act now.
var urgent = []string{"within_90_days", "overdue"}

// withStatus is how many agreements have a status.
func withStatus(t *table.Table, status string) float64 {
	if r := t.Find(map[string]string{"agreement_status": status}); r >= 0 {
		return t.Value(r, "status_agreements")
	}
	return 0
}

// agreementsDue counts the agreements that are past their end date or reach it within 90 days.
func agreementsDue(in Input) finding.Finding {
	soon, past := withStatus(in.Table, "within_90_days"), withStatus(in.Table, "overdue")
	args := lang.Args{"soon": lang.Int(soon), "past": lang.Int(past)}
	ending := lang.Plural(int64(soon),
		lang.Text{En: "{soon} agreement ends", Hant: "{soon} 份協議", Hans: "{soon} 份协议"},
		lang.Text{En: "{soon} agreements end", Hant: "{soon} 份協議", Hans: "{soon} 份协议"})
	switch {
	case soon > 0 && past > 0:
		return finding.Say(in.Lang, lang.Text{
			En:   "{point} within 90 days; {past} more are overdue",
			Hant: "{point}將於 90 天內屆滿，另有 {past} 份已過屆滿日",
			Hans: "{point}将于 90 天内到期，另有 {past} 份已过到期日",
		}, ending, args)
	case soon > 0:
		return finding.Say(in.Lang, lang.Text{En: "{point} within 90 days", Hant: "{point}將於 90 天內屆滿", Hans: "{point}将于 90 天内到期"}, ending, args)
	case past > 0:
		return finding.Say(in.Lang,
			lang.Text{En: "{point} past the end date and not yet renewed or closed", Hant: "{point}已過屆滿日，尚未續簽或終止", Hans: "{point}已过到期日，尚未续签或终止"},
			lang.Plural(int64(past),
				lang.Text{En: "{past} agreement is", Hant: "{past} 份協議", Hans: "{past} 份协议"},
				lang.Text{En: "{past} agreements are", Hant: "{past} 份協議", Hans: "{past} 份协议"}), args)
	}
	return finding.Finding{}
}

func agreementsInWords(in Input) string {
	t := in.Table
	var said []string
	statuses := t.Distinct("agreement_status")
	for i, name := range namesOf(t, "agreement_status", "status_name", statuses) {
		said = append(said, lang.Text{En: "{status}: {n}.", Hant: "{status}：{n} 份。", Hans: "{status}：{n} 份。"}.
			With(in.Lang, lang.Args{"status": name, "n": lang.Int(withStatus(t, statuses[i]))}))
	}
	return joined(in.Lang, said)
}
