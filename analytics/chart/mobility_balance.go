package chart

import (
	"math"
	"slices"

	"meridian/analytics/finding"
	"meridian/analytics/lang"
)

func mobilityBalance() Chart {
	return Chart{
		ID: "mobility-balance", Subject: Mobility, Kind: Bar, Metric: "mobility_by_place",
		Title:    lang.Text{En: "Exchange balance by place", Hant: "各地交流人數差額", Hans: "各地交流人数差额"},
		Subtitle: lang.Text{En: "Students received less students sent, by country or region", Hant: "來訪人數減外訪人數，按國家或地區劃分", Hans: "来访人数减派出人数，按国家或地区划分"},
		Note: lang.Text{
			En:   "Right: more students come than go. Left: more go than come. At most twelve places a side; all are in the table.",
			Hant: "右方：來訪多於外訪；左方：外訪多於來訪。每邊最多列出十二個地方，其餘見數據表。",
			Hans: "右方：来访多于派出；左方：派出多于来访。每边最多列出十二个地方，其余见数据表。",
		},
		Filters: []string{"from", "to", "place", "region", "faculty", "evidence"},
		Build:   drawMobilityBalance,
	}
}

func drawMobilityBalance(in Input) (Drawing, error) {
	said := largestBalance(in, byBalance(in.Table, "net"))
	drawing, err := drawBalance(in, "net", !said.Empty())
	drawing.Finding, drawing.Summary = said, balanceSummary(in)
	return drawing, err
}

// largestBalance names the place whose balance lies farthest from zero, alone and by at least ten students.
func largestBalance(in Input, rows []int) finding.Finding {
	t := in.Table
	rows = slices.DeleteFunc(slices.Clone(rows), func(r int) bool { return t.Str(r, "country_code") == unstatedPlace })
	if len(rows) < 2 {
		return finding.Finding{}
	}
	first, last := rows[0], rows[len(rows)-1]
	most, next := first, last
	if math.Abs(t.Value(last, "net")) > math.Abs(t.Value(first, "net")) {
		most, next = last, first
	}
	gap := math.Abs(t.Value(most, "net"))
	if gap < 10 || gap == math.Abs(t.Value(next, "net")) {
		return finding.Finding{}
	}
	sentence := lang.Text{
		En:   "{point} come from {place} than go to it",
		Hant: "{place}{coming}的學生較前往當地的{point}",
		Hans: "{place}{coming}的学生较前往当地的{point}",
	}
	if t.Value(most, "net") < 0 {
		sentence = lang.Text{
			En:   "{point} go to {place} than come from it",
			Hant: "前往{place}的學生較當地{coming}的{point}",
			Hans: "前往{place}的学生较当地{coming}的{point}",
		}
	}
	return finding.Say(in.Lang, sentence,
		lang.Text{En: "{n} more students", Hant: "多 {n} 人", Hans: "多 {n} 人"},
		lang.Args{"place": lang.Place(in.Lang, t.Str(most, "place")), "n": lang.Int(gap), "coming": in.coming()})
}

func balanceSummary(in Input) string {
	places := placed(in.counted())
	more := countWhere(places, func(r int) bool { return places.Value(r, "net") > 0 })
	fewer := countWhere(places, func(r int) bool { return places.Value(r, "net") < 0 })
	even := places.Len() - more - fewer
	return lang.Text{
		En:   "More students come than go: {more} places. More go than come: {fewer}. Even: {even}. Over all places {in} came and {out} went.",
		Hant: "{coming}多於外訪的有 {more} 個地方，外訪多於{coming}的有 {fewer} 個，兩者相等的有 {even} 個。各地合計{coming} {in} 人，外訪 {out} 人。",
		Hans: "{coming}多于派出的有 {more} 个地方，派出多于{coming}的有 {fewer} 个，两者相等的有 {even} 个。各地合计{coming} {in} 人，派出 {out} 人。",
	}.With(in.Lang, lang.Args{
		"more": lang.Int(float64(more)), "fewer": lang.Int(float64(fewer)), "even": lang.Int(float64(even)), "coming": in.coming(),
		"in": lang.Int(in.total("inbound")), "out": lang.Int(in.total("outbound")),
	})
}
