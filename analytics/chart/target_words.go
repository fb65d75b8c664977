package chart

import (
	"cmp"
	"slices"

	"meridian/analytics/finding"
	"meridian/analytics/lang"
)

// reached is what a row came to, people or other things.
func reached(in Input, r int) float64 {
	if n, known := in.Table.Num(r, "actual_people"); known {
		return n
	}
	return in.Table.Value(r, "actual_count")
}

// shareReached writes an attainment as a whole percentage; one just short of its target does not round up to all of it.
func shareReached(in Input, r int) string {
	share := in.Table.Value(r, "attainment")
	if share < 1 && share >= 0.995 {
		return lang.Percent(in.Lang, min(share, 0.999))
	}
	return lang.WholePercent(in.Lang, share)
}

// aimName says what a target is of, and of which region or place where it is not of all.
func (in Input) aimName(r int) string {
	where := cmp.Or(in.Table.Str(r, "place"), in.Table.Str(r, "region_name"))
	if where == "" {
		return in.Table.Str(r, "target_name")
	}
	return lang.Text{En: "{what} · {where}", Hant: "{what} · {where}", Hans: "{what} · {where}"}.
		With(in.Lang, lang.Args{"what": in.Table.Str(r, "target_name"), "where": where})
}

func aimNames(in Input, rows []int) []string {
	names := make([]string, len(rows))
	for i, r := range rows {
		names[i] = in.aimName(r)
	}
	return names
}

// targetsMet counts the targets that were met, and says how far the one that fell shortest alone came.
func targetsMet(in Input, rows []int, year string) finding.Finding {
	t := in.Table
	met := len(rowsMet(in, rows))
	args := lang.Args{"met": lang.Int(float64(met)), "n": lang.Int(float64(len(rows))), "year": lang.Year(year)}
	switch {
	case len(rows) < 2:
		return finding.Finding{}
	case met == len(rows):
		return finding.Say(in.Lang,
			lang.Text{En: "{point} of {year} were met", Hant: "{year} 學年{point}", Hans: "{year} 学年{point}"},
			lang.Text{En: "All {n} targets", Hant: "全部 {n} 項目標均已達成", Hans: "全部 {n} 项目标均已达成"}, args)
	case t.Value(rows[0], "attainment") == t.Value(rows[1], "attainment"):
		return finding.Say(in.Lang,
			lang.Text{En: "{point} of {year} were met", Hant: "{year} 學年的目標{point}", Hans: "{year} 学年的目标{point}"},
			lang.Text{En: "{met} of {n} targets", Hant: "達成 {met} 項，共 {n} 項", Hans: "达成 {met} 项，共 {n} 项"}, args)
	}
	args["share"] = shareReached(in, rows[0])
	return finding.Say(in.Lang,
		lang.Text{
			En:   "{met} of {n} targets of {year} were met; the lowest reached {point}",
			Hant: "{year} 學年 {n} 項目標達成 {met} 項，最低一項只達 {point}",
			Hans: "{year} 学年 {n} 项目标达成 {met} 项，最低一项只达 {point}",
		},
		lang.Text{En: "{share}", Hant: "{share}", Hans: "{share}"}, args)
}

func rowsMet(in Input, rows []int) []int {
	return slices.DeleteFunc(slices.Clone(rows), func(r int) bool { return in.Table.Value(r, "attainment") < 1 })
}

func targetsInWords(in Input, rows []int, year string) string {
	if len(rows) == 0 {
		return lang.Text{
			En: "No target of these years can be compared with what was reached yet.", Hant: "所選學年的目標尚未有實際數字可比。", Hans: "所选学年的目标尚未有实际数字可比。",
		}.In(in.Lang)
	}
	said := []string{lang.Text{
		En: "Targets of {year} that were met: {met} of {n}.", Hant: "{year} 學年共有 {n} 項目標，達成 {met} 項。", Hans: "{year} 学年共有 {n} 项目标，达成 {met} 项。",
	}.With(in.Lang, lang.Args{"year": lang.Year(year), "met": lang.Int(float64(len(rowsMet(in, rows)))), "n": lang.Int(float64(len(rows)))})}
	var short []string
	for _, r := range rows {
		if share := in.Table.Value(r, "attainment"); share < 1 {
			short = append(short, in.aimName(r)+" "+shareReached(in, r))
		}
	}
	if len(short) > 0 {
		said = append(said, lang.Text{En: "Short of the target: {names}.", Hant: "未達標：{names}。", Hans: "未达标：{names}。"}.
			With(in.Lang, lang.Args{"names": enumerated(in.Lang, short[:min(5, len(short))])}))
	}
	return joined(in.Lang, said)
}
