package chart

import (
	"math"

	"meridian/analytics/finding"
	"meridian/analytics/lang"
	"meridian/analytics/table"
)

func flowBalance() Chart {
	return Chart{
		ID: "flow-balance", Subject: Mobility, Kind: Bar, Metric: "flow_by_place",
		Title:    lang.Text{En: "Who receives more than leave", Hant: "各地流入與流出差額", Hans: "各地流入与流出差额"},
		Subtitle: lang.Text{En: "People who came less people who left, by country or region", Hant: "流入人數減流出人數，按國家或地區劃分", Hans: "流入人数减流出人数，按国家或地区划分"},
		Note:     flowBalanceNote,
		Filters:  networkFields(),
		Build:    drawFlowBalance,
	}
}

var flowBalanceNote = lang.Text{
	En:   "Right: more come than leave. Left: more leave than come. At most twelve places a side; all are in the table. With a place chosen: the others' balance with it.",
	Hant: "右方：流入多於流出；左方：流出多於流入。每邊最多列出十二個地方，其餘見數據表。選定地方時，列出各地與該地的差額。",
	Hans: "右方：流入多于流出；左方：流出多于流入。每边最多列出十二个地方，其余见数据表。选定地方时，列出各地与该地的差额。",
}.And(eachYear)

func drawFlowBalance(in Input) (Drawing, error) {
	shown := in
	shown.Table = placed(in.Table)
	rows := byBalance(shown.Table, "balance")
	said := farthestFlow(shown, rows)
	drawing, err := drawBalance(shown, "balance", !said.Empty())
	drawing.Finding, drawing.Summary, drawing.Note = said, flowBalanceTold(shown, rows), withCounted(in, flowBalanceNote)
	return drawing, err
}

// farthestFlow names the place whose balance lies farthest from zero, alone and by ten people at least.
func farthestFlow(in Input, rows []int) finding.Finding {
	t := in.Table
	if len(rows) < 3 {
		return finding.Finding{}
	}
	most, next := rows[0], rows[len(rows)-1]
	if math.Abs(t.Value(next, "balance")) > math.Abs(t.Value(most, "balance")) {
		most, next = next, most
	}
	gap := math.Abs(t.Value(most, "balance"))
	if gap < 10 || gap == math.Abs(t.Value(next, "balance")) {
		return finding.Finding{}
	}
	sentence := lang.Text{
		En: "{point} come to {place} than leave it", Hant: "前往{place}的人數較離開的{point}", Hans: "前往{place}的人数较离开的{point}",
	}
	if t.Value(most, "balance") < 0 {
		sentence = lang.Text{
			En: "{point} leave {place} than come to it", Hant: "離開{place}的人數較前往的{point}", Hans: "离开{place}的人数较前往的{point}",
		}
	}
	return finding.Say(in.Lang, sentence,
		lang.Text{En: "{n} more people", Hant: "多 {n} 人", Hans: "多 {n} 人"},
		lang.Args{"place": lang.Place(in.Lang, t.Str(most, "place")), "n": lang.Int(gap)})
}

// flowBalanceTold counts the places either side and names the two ends.
func flowBalanceTold(in Input, rows []int) string {
	t := in.Table
	exact := in.counted()
	more := countWhere(exact, func(r int) bool { return exact.Value(r, "balance") > 0 })
	fewer := countWhere(exact, func(r int) bool { return exact.Value(r, "balance") < 0 })
	said := []string{lang.Text{
		En:   "More come than leave: {more} places. More leave than come: {fewer}. Even: {even}.",
		Hant: "流入多於流出的有 {more} 個地方，流出多於流入的有 {fewer} 個，兩者相等的有 {even} 個。",
		Hans: "流入多于流出的有 {more} 个地方，流出多于流入的有 {fewer} 个，两者相等的有 {even} 个。",
	}.With(in.Lang, lang.Args{
		"more": lang.Int(float64(more)), "fewer": lang.Int(float64(fewer)), "even": lang.Int(float64(t.Len() - more - fewer)),
	})}
	if len(rows) > 1 {
		said = append(said, lang.Text{
			En: "From {first} to {last}.", Hant: "由{first}至{last}。", Hans: "由{first}至{last}。",
		}.With(in.Lang, lang.Args{"first": balanceOf(t, rows[0]), "last": balanceOf(t, rows[len(rows)-1])}))
	}
	return joined(in.Lang, said)
}

func balanceOf(t *table.Table, r int) string {
	return t.Str(r, "place") + " " + lang.Signed(t.Value(r, "balance"))
}
