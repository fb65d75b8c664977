package finding

import (
	"math"

	"meridian/analytics/lang"
)

// An exchange is uneven where the larger direction has this part more of all who moved, of this many people at least.
const (
	unevenPart   = 1.0 / 3
	unevenPeople = 2 * Enough
)

func unevenPlace() Rule {
	return uneven("uneven-place", Read{Chart: "mobility-balance"}, "place", lang.Text{
		En:   "the country or region with the largest difference between students sent and received, where {people} or more moved and the difference is {part} % of them or more",
		Hant: "派出與接收人數相差最大的國家或地區；往來達 {people} 人或以上，且差額佔 {part}% 或以上",
		Hans: "派出与接收人数相差最大的国家或地区；往来达 {people} 人或以上，且差额占 {part}% 或以上",
	})
}

func unevenPartner() Rule {
	return uneven("uneven-partner", Read{Chart: "mobility-reciprocity"}, "institution", lang.Text{
		En:   "the partner with the largest difference between students sent and received, where {people} or more moved and the difference is {part} % of them or more",
		Hant: "派出與接收人數相差最大的夥伴院校；往來達 {people} 人或以上，且差額佔 {part}% 或以上",
		Hans: "派出与接收人数相差最大的伙伴院校；往来达 {people} 人或以上，且差额占 {part}% 或以上",
	})
}

func uneven(id string, read Read, name string, why lang.Text) Rule {
	return Rule{
		ID: id, Kind: Attention, Subject: "mobility", Reads: []Read{read}, Why: why,
		Limits: map[string]float64{"people": unevenPeople, "part": math.Round(100 * unevenPart)},
		Find:   func(in In) []Found { return widest(in, read, name) },
	}
}

// widest tells of the row whose two directions lie furthest apart, where it is alone and far enough.
func widest(in In, read Read, name string) []Found {
	t := in.Tables[read]
	most, gap, level := -1, 0.0, false
	for r := range t.Rows {
		net, known := t.Num(r, "net")
		moved := t.Value(r, "outbound") + t.Value(r, "inbound")
		if !known || t.Str(r, "country_code") == "ZZ" || moved < unevenPeople || math.Abs(net) < unevenPart*moved || math.Abs(net) < gap {
			continue
		}
		most, gap, level = r, math.Abs(net), math.Abs(net) == gap
	}
	if most < 0 || level {
		return nil
	}
	out, came := t.Value(most, "outbound"), t.Value(most, "inbound")
	sentence := lang.Text{
		En: "{who}: {point}, {out} against {in}, over {years}", Hant: "{years}{who}：{point}（外訪 {out}，{coming} {in}）", Hans: "{years}{who}：{point}（派出 {out}，{coming} {in}）",
	}
	point := lang.Text{En: "{n} more students sent than received", Hant: "派出較接收多 {n} 人", Hans: "派出较接收多 {n} 人"}
	if came > out {
		sentence.En = "{who}: {point}, {in} against {out}, over {years}"
		point = lang.Text{En: "{n} more students received than sent", Hant: "接收較派出多 {n} 人", Hans: "接收较派出多 {n} 人"}
	}
	return []Found{{
		About: "uneven " + t.Str(most, "country_code"), Sentence: sentence, Point: point, Amount: moving(in.Lang, came-out),
		Args: lang.Args{"who": lang.Capital(lang.Place(in.Lang, t.Str(most, name))), "n": lang.Int(gap), "out": lang.Int(out), "in": lang.Int(came),
			"coming": coming(in), "years": in.years()},
		Numbers: []Number{in.cell(read, most, "net"), in.cell(read, most, "outbound"), in.cell(read, most, "inbound")},
		Size:    gap / (out + came), Base: out + came,
	}}
}

// years says the period let through.
func (in In) years() string {
	if in.First == in.Last {
		return lang.InYear(in.Lang, in.First)
	}
	between := lang.Text{En: "{from}–{to}", Hant: "{from} 至 {to} 學年", Hans: "{from} 至 {to} 学年"}
	if len(in.First) == 4 {
		between = lang.Text{En: "{from}–{to}", Hant: "{from} 至 {to} 年", Hans: "{from} 至 {to} 年"}
	}
	return between.With(in.Lang, lang.Args{"from": lang.Year(in.First), "to": lang.Year(in.Last)})
}
