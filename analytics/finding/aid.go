package finding

import "meridian/analytics/lang"

// aidUsed is the part of the cap below which aid counts as under use.
const aidUsed = 0.8

// unusedAid tells that aid stays well below what may be covered.
func unusedAid() Rule {
	read := Read{Chart: "aid-coverage"}
	return Rule{
		ID: "aid-under-use", Kind: Attention, Subject: "mobility", Reads: []Read{read},
		Limits: map[string]float64{"part": 100 * aidUsed, "base": Enough},
		Why: lang.Text{
			En:   "aid covers less than {part} % of what the cap allows in the last year that is over, of more than {base} students aided",
			Hant: "最近一個已結束的年份，資助不足上限的 {part}%，且受助學生超過 {base} 人",
			Hans: "最近一个已结束的年份，资助不足上限的 {part}%，且受助学生超过 {base} 人",
		},
		Find: func(in In) []Found { return underUse(in, read) },
	}
}

func underUse(in In, read Read) []Found {
	t := in.Tables[read]
	r := t.Len() - 1
	for r >= 0 && (incomplete(t, r) || !in.Whole(t.Str(r, "academic_year_id"))) {
		r--
	}
	if r < 0 {
		return nil
	}
	covered, known := t.Num(r, "aid_coverage")
	limit, capped := t.Num(r, "aid_cap")
	aided := t.Value(r, "aided_participants")
	if !known || !capped || limit <= 0 || aided < Enough || covered >= aidUsed*limit {
		return nil
	}
	return []Found{{
		About: "aid", Amount: lang.WholePercent(in.Lang, covered), Size: (limit - covered) / limit, Base: aided,
		Sentence: lang.Text{
			En: "Aid covered {point} of the costs of {aided} students aided in {year}; up to {cap} is allowed", Hant: "{year}資助涵蓋 {aided} 名受助學生開支的 {point}，上限為 {cap}", Hans: "{year}资助涵盖 {aided} 名受助学生开支的 {point}，上限为 {cap}",
		},
		Point: lang.Text{En: "{share}", Hant: "{share}", Hans: "{share}"},
		Args: lang.Args{"share": lang.Percent(in.Lang, covered), "cap": lang.Percent(in.Lang, limit), "aided": lang.Int(aided),
			"year": lang.InYear(in.Lang, t.Str(r, "academic_year_id"))},
		Numbers: []Number{in.cell(read, r, "aid_coverage"), in.cell(read, r, "aid_cap"), in.cell(read, r, "aided_participants")},
	}}
}
