package chart

import (
	"meridian/analytics/lang"
	"meridian/analytics/trend"
)

// bounds are what the line leads to i years after the last, never below nobody.
func (n fitted) bounds(i int) (low, mid, high float64) {
	at := float64(n.at[len(n.at)-1] + i)
	low, high = n.Interval(at, trend.Likelihood)
	return max(low, 0), max(n.At(at), 0), max(high, 0)
}

// foretoldUnder says where each line leads two years on: what is printed beside the band. It is empty where no line is
// carried on.
func foretoldUnder(l lang.Lang, lines []namedLine) string {
	var said []string
	year := ""
	for _, n := range lines {
		if !n.Forecasts() {
			continue
		}
		low, _, high := n.bounds(ahead)
		args := lang.Args{"name": n.name, "low": lang.Int(low), "high": lang.Int(high)}
		between := lang.Text{En: "{name} {low}–{high}", Hant: "{name} {low}–{high}", Hans: "{name} {low}–{high}"}
		if n.name == "" {
			between = lang.Text{En: "{low}–{high}", Hant: "{low}–{high}", Hans: "{low}–{high}"}
		}
		last := n.at[len(n.at)-1]
		year = carryOn(n.years[:last+1], ahead)[last+ahead]
		said = append(said, between.With(l, args))
	}
	if len(said) == 0 {
		return ""
	}
	return lang.Text{
		En:   "If the lines hold, {year}, in four cases of five: {said}",
		Hant: "若趨勢不變，{year}有八成機會介乎：{said}",
		Hans: "若趋势不变，{year}有八成机会介于：{said}",
	}.With(l, lang.Args{"year": lang.InYear(l, year), "said": enumerated(l, said)})
}

// addForecast gives the tooltip what the line leads to in the years ahead, with its bounds; the band and the dashes
// draw it.
func addForecast(l *layers, in Input, name string, s series, f fitted, colour string) {
	items := make([]item, s.last+ahead+1)
	for i := range items {
		items[i] = item{Value: "-"}
		if i <= s.last {
			continue
		}
		low, mid, high := f.bounds(i - s.last)
		said := lang.Text{En: "about {mid} ({low}–{high})", Hant: "約 {mid}（{low}–{high}）", Hans: "约 {mid}（{low}–{high}）"}
		items[i] = item{Value: mid, Said: said.With(in.Lang, lang.Args{"mid": lang.Int(mid), "low": lang.Int(low), "high": lang.Int(high)})}
	}
	word := lang.Text{En: "{name}, if the line holds", Hant: "{name}（按趨勢）", Hans: "{name}（按趋势）"}
	l.add("scatter", word.With(in.Lang, lang.Args{"name": name}), items, Option{
		"symbol": "none", "silent": true, "itemStyle": Option{"color": colour},
	})
}
