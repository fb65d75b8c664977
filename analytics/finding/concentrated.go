package finding

import (
	"slices"
	"strconv"

	"meridian/analytics/lang"
)

// Exchange is concentrated where the first few have this part of the students, out of at least this many.
const (
	firstFew         = 5
	concentratedPart = 0.5
	concentratedOf   = 10
)

func concentratedPlaces() Rule {
	return concentrated("concentrated-places", Read{Chart: "mobility-balance"}, "country_code",
		lang.Text{En: "{point} over {years} is with {few} of {all} countries and regions", Hant: "{years}的{point}來自或前往 {all} 個國家及地區中的 {few} 個", Hans: "{years}的{point}来自或前往 {all} 个国家及地区中的 {few} 个"},
		lang.Text{
			En:   "the {few} countries and regions with the most exchange students have {part} % of them or more, out of {all} or more",
			Hant: "在 {all} 個或以上的國家及地區中，交流學生最多的 {few} 個佔 {part}% 或以上",
			Hans: "在 {all} 个或以上的国家及地区中，交流学生最多的 {few} 个占 {part}% 或以上",
		})
}

func concentratedPartners() Rule {
	return concentrated("concentrated-partners", Read{Chart: "mobility-reciprocity"}, "institution_id",
		lang.Text{En: "{point} at named partners over {years} is with {few} of {all} partners", Hant: "{years}與夥伴院校往來的{point}集中於 {all} 所中的 {few} 所", Hans: "{years}与伙伴院校往来的{point}集中于 {all} 所中的 {few} 所"},
		lang.Text{
			En:   "the {few} partners with the most exchange students have {part} % of them or more, out of {all} or more",
			Hant: "在 {all} 所或以上的夥伴院校中，交流學生最多的 {few} 所佔 {part}% 或以上",
			Hans: "在 {all} 所或以上的伙伴院校中，交流学生最多的 {few} 所占 {part}% 或以上",
		})
}

func concentrated(id string, read Read, code string, sentence, why lang.Text) Rule {
	return Rule{
		ID: id, Kind: Attention, Subject: "mobility", Reads: []Read{read}, Why: why,
		Limits: map[string]float64{"few": firstFew, "part": 100 * concentratedPart, "all": concentratedOf},
		Find:   func(in In) []Found { return topHeavy(in, read, code, id, sentence) },
	}
}

func topHeavy(in In, read Read, code, about string, sentence lang.Text) []Found {
	t := in.Tables[read]
	moved := func(r int) float64 { return t.Value(r, "outbound") + t.Value(r, "inbound") }
	var rows []int
	var all, first, squares float64
	for r := range t.Rows {
		if t.Str(r, code) != "ZZ" && moved(r) > 0 {
			rows = append(rows, r)
			all += moved(r)
		}
	}
	slices.SortStableFunc(rows, func(a, b int) int { return int(moved(b) - moved(a)) })
	if len(rows) < concentratedOf || all < Enough {
		return nil
	}
	for i, r := range rows {
		squares += (moved(r) / all) * (moved(r) / all)
		if i < firstFew {
			first += moved(r)
		}
	}
	if first/all < concentratedPart {
		return nil
	}
	share := in.summed(read, lang.Text{En: "Share of the first five", Hant: "首五名所佔比例", Hans: "前五名所占比例"}, first/all, "", rows...)
	share.Display = lang.WholePercent(in.Lang, first/all)
	effective := in.summed(read, lang.Text{En: "Effective number", Hant: "有效數目", Hans: "有效数目"}, 1/squares, "", rows...)
	effective.Display = lang.Tenths(1 / squares)
	return []Found{{
		About: about, Sentence: sentence, Amount: share.Display, Numbers: []Number{share, effective},
		Point: lang.Text{En: "{share} of exchange", Hant: "交流學生有 {share}", Hans: "交流学生有 {share}"},
		Args:  lang.Args{"share": share.Display, "few": strconv.Itoa(firstFew), "all": strconv.Itoa(len(rows)), "years": in.years()},
		Size:  first / all, Base: all,
	}}
}
