package chart

import (
	"meridian/analytics/finding"
	"meridian/analytics/lang"
)

// mostPairs is how many pairs are drawn as bars.
const mostPairs = 15

func flowPairs() Chart {
	return Chart{
		ID: "flow-pairs", Subject: Mobility, Kind: Bar, Metric: "flow_pairs",
		Title:    lang.Text{En: "The largest flows", Hant: "最大的流向", Hans: "最大的流向"},
		Subtitle: lang.Text{En: "People who moved, by origin and destination", Hant: "按來源地及目的地劃分的流動人數", Hans: "按来源地及目的地划分的流动人数"},
		Note:     pairsNote.And(eachYear).And(eitherEnd),
		Filters:  networkFields(),
		Build: func(in Input) (Drawing, error) {
			return drawPairs(in, "moved", pairsNote.And(eachYear).And(eitherEnd), func(r int) string {
				return in.Table.Str(r, "from_place") + " → " + in.Table.Str(r, "to_place")
			}, lang.Text{
				En:   "{point} is the largest flow: {share} of all",
				Hant: "{point}是最大的流向：佔全部 {share}",
				Hans: "{point}是最大的流向：占全部 {share}",
			})
		},
	}
}

func copublicationPairs() Chart {
	return Chart{
		ID: "copublication-pairs", Subject: Collaboration, Kind: Bar, Metric: "copublication_pairs",
		Title:    lang.Text{En: "The closest pairs of authors' places", Hant: "合著最多的地方組合", Hans: "合著最多的地方组合"},
		Subtitle: lang.Text{En: "Works with authors in both places", Hant: "由兩地作者合著的作品", Hans: "由两地作者合著的作品"},
		Note:     pairsNote.And(eitherEnd),
		Filters:  networkFields(),
		Build: func(in Input) (Drawing, error) {
			return drawPairs(in, "works", pairsNote.And(eitherEnd), func(r int) string {
				return in.Table.Str(r, "place_a") + " – " + in.Table.Str(r, "place_b")
			}, lang.Text{
				En:   "{point} write the most together: {n} works",
				Hant: "{point}合著最多：{n} 篇",
				Hans: "{point}合著最多：{n} 篇",
			})
		},
	}
}

// pairsNote says what is drawn and what is in the table.
var pairsNote = lang.Text{
	En:   "The 15 largest pairs are drawn, the 500 largest are in the table.",
	Hant: "繪出首 15 個組合，數據表列出首 500 個。",
	Hans: "绘出前 15 个组合，数据表列出前 500 个。",
}

// drawPairs ranks pairs of places.
func drawPairs(in Input, measure string, note lang.Text, name func(r int) string, sentence lang.Text) (Drawing, error) {
	said := largestPair(in, measure, name, sentence)
	bars := ranking{measure: measure, rows: mostPairs, name: name, narrow: 8}
	if !said.Empty() {
		bars.marked = 1
	}
	drawing, err := bars.draw(in)
	drawing.Finding, drawing.Summary = said, pairsInWords(in, measure, name)
	drawing.Note = withCounted(in, note)
	return drawing, err
}

// withCounted is a note, and which years in the sums look incomplete.
func withCounted(in Input, note lang.Text) string {
	if years := countedIn(in); years != "" {
		return joined(in.Lang, []string{note.In(in.Lang), years})
	}
	return note.In(in.Lang)
}

// largestPair names the pair that has the most, where one leads and the base is wide enough.
func largestPair(in Input, measure string, name func(r int) string, sentence lang.Text) finding.Finding {
	t := in.Table
	if t.Len() < 2 || t.Value(0, measure) < finding.Enough || !leads(t, 0, measure) {
		return finding.Finding{}
	}
	args := lang.Args{"pair": name(0), "n": lang.Int(t.Value(0, measure)), "share": lang.Percent(in.Lang, t.Value(0, measure+"_share"))}
	if measure == "works" {
		pair := []string{lang.Place(in.Lang, t.Str(0, "place_a")), lang.Place(in.Lang, t.Str(0, "place_b"))}
		args["pair"] = lang.Capital(lang.List(in.Lang, pair))
	}
	return finding.Say(in.Lang, sentence, lang.Text{En: "{pair}", Hant: "{pair}", Hans: "{pair}"}, args)
}

// pairsInWords counts the pairs and names the five largest.
func pairsInWords(in Input, measure string, name func(r int) string) string {
	t := in.Table
	var rows []string
	for r := range clearFirst(t, measure, 5) {
		rows = append(rows, name(r)+" "+lang.Int(t.Value(r, measure)))
	}
	said := []string{lang.Text{
		En: "Pairs of places: {n}.", Hant: "地方組合共 {n} 個。", Hans: "地方组合共 {n} 个。",
	}.With(in.Lang, lang.Args{"n": lang.Int(t.Value(0, "pairs"))})}
	if len(rows) > 0 {
		said = append(said, lang.Text{En: "The largest: {rows}.", Hant: "最大的是：{rows}。", Hans: "最大的是：{rows}。"}.With(in.Lang, lang.Args{"rows": enumerated(in.Lang, rows)}))
	}
	return joined(in.Lang, said)
}
