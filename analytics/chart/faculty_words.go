package chart

import (
	"meridian/analytics/finding"
	"meridian/analytics/lang"
)

// topParticipation names the faculty with the highest participation rate, and how far it is from the institution's.
func topParticipation(in Input) finding.Finding {
	t := in.Table
	best := leading(t, "participation_rate")
	rate, known := t.Num(best, "participation_rate")
	mean, there := t.Num(best, "mean_participation")
	if t.Len() < 2 || !known || !there || !leads(t, best, "participation_rate") || t.Value(best, "outbound_students") < finding.Enough ||
		lang.Percent(in.Lang, rate) == lang.Percent(in.Lang, mean) {
		return finding.Finding{}
	}
	return finding.Say(in.Lang,
		lang.Text{
			En:   "{who} sent out {point} of its students a year; the institution {mean}",
			Hant: "{who}每年有 {point} 的學生外訪，全校為 {mean}",
			Hans: "{who}每年有 {point} 的学生派出，全校为 {mean}",
		},
		lang.Text{En: "{rate}", Hant: "{rate}", Hans: "{rate}"},
		lang.Args{"who": t.Str(best, "faculty_name"), "rate": lang.Percent(in.Lang, rate), "mean": lang.Percent(in.Lang, mean)})
}

// benchmarkInWords tells of each measure who has the most, beside the average.
func benchmarkInWords(in Input, panels []compared) string {
	t := in.Table
	var said []string
	for _, c := range panels {
		best := foremost(t, allRows(t), c.column)
		names := make([]string, len(best))
		for i, r := range best {
			names[i] = t.Str(r, "faculty_name")
		}
		if len(best) == 0 || len(best) > fewLevel {
			continue
		}
		said = append(said, lang.Text{
			En: "{measure}: the most {who}, {n}; average {mean}.", Hant: "{measure}：{who}最高，為 {n}；平均 {mean}。", Hans: "{measure}：{who}最高，为 {n}；平均 {mean}。",
		}.With(in.Lang, lang.Args{
			"measure": t.Label(c.column), "who": lang.List(in.Lang, names),
			"n": c.written(in.Lang, t.Value(best[0], c.column)), "mean": c.written(in.Lang, t.Value(best[0], c.mean)),
		}))
	}
	if len(said) == 0 {
		return lang.Text{En: "Faculties: {n}.", Hant: "共 {n} 個學院。", Hans: "共 {n} 个学院。"}.With(in.Lang, lang.Args{"n": lang.Int(float64(t.Len()))})
	}
	return joined(in.Lang, said)
}
