package chart

import (
	"strings"

	"meridian/analytics/finding"
	"meridian/analytics/lang"
	"meridian/analytics/trend"
)

// namedLine is a fitted line by the name of what it tells; the name is empty where there is one line only.
type namedLine struct {
	name  string
	years []string
	fitted
}

// linesOf gives the fitted lines of some series. Several series are told by name.
func linesOf(names []string, all []series) []namedLine {
	var out []namedLine
	for i, s := range all {
		if f, ok := s.fit(); ok {
			out = append(out, namedLine{names[i], s.years, f})
		}
	}
	return out
}

// tested says how far the lines missed on average when they were asked for the years already known: what is printed
// beside a forecast. It is empty where no line is carried on.
func tested(l lang.Lang, lines []namedLine) string {
	var missed []string
	for _, line := range lines {
		if line.Forecasts() {
			missed = append(missed, line.missed(l))
		}
	}
	if len(missed) == 0 {
		return ""
	}
	return lang.Text{
		En:   "Back-test, mean miss one year ahead: {missed}",
		Hant: "回測（預測下一年）平均誤差：{missed}",
		Hans: "回测（预测下一年）平均误差：{missed}",
	}.With(l, lang.Args{"missed": enumerated(l, missed)})
}

func (n namedLine) missed(l lang.Lang) string {
	args := lang.Args{"name": n.name, "share": lang.Percent(l, n.Test.Percent), "tries": lang.Int(float64(n.Test.Tries))}
	switch {
	case n.Test.Tries == 0 && n.name == "":
		return lang.Text{En: "too few years", Hant: "年份不足", Hans: "年份不足"}.In(l)
	case n.Test.Tries == 0:
		return lang.Text{En: "{name} too few years", Hant: "{name}年份不足", Hans: "{name}年份不足"}.With(l, args)
	case n.name == "":
		return lang.Text{En: "{share} in {tries} tries", Hant: "{share}（{tries} 次）", Hans: "{share}（{tries} 次）"}.With(l, args)
	}
	return lang.Text{En: "{name} {share} in {tries} tries", Hant: "{name} {share}（{tries} 次）", Hans: "{name} {share}（{tries} 次）"}.With(l, args)
}

// reservations says why a line is not carried on, and which years lie far off it.
func reservations(l lang.Lang, lines []namedLine) []string {
	var said []string
	for _, n := range lines {
		args := lang.Args{"years": lang.List(l, n.farOffYears()), "name": n.name}
		args["carried"], args["missed"] = lang.Int(n.Test.Carried), lang.Int(n.Test.Mean)
		if len(n.FarOff) > 0 && n.shown() {
			said = append(said, farOffSaid.of(n.name).With(l, args))
		}
		if text, ok := notCarried[n.Against]; ok {
			said = append(said, text.of(n.name).With(l, args))
		}
	}
	return said
}

func (n namedLine) farOffYears() []string {
	var years []string
	for _, i := range n.farOff() {
		years = append(years, lang.Year(n.years[i]))
	}
	return years
}

// pace says how fast a series moved: compounded a year, and by the median of slopes. Empty where there is no base for a
// rate or no line. The bounds of the slope are told where both are on one side of nought: otherwise it may be none.
func (s series) pace(l lang.Lang) string {
	f, ok := s.fit()
	first := s.first()
	if !ok || s.values[first] < finding.Enough {
		return ""
	}
	rate, ok := trend.CAGR(s.values[first], s.values[s.last], float64(s.last-first))
	if !ok {
		return ""
	}
	var x, y []float64
	for _, i := range f.at {
		x, y = append(x, float64(i)), append(y, s.values[i])
	}
	median, _ := trend.TheilSen(x, y)
	args := lang.Args{"rate": lang.SignedPercent(l, rate), "slope": lang.Signed(median.Slope)}
	low, high, bounded := trend.SlopeInterval(x, y, 0.95)
	if bounded && low*high > 0 {
		args["low"], args["high"] = lang.Signed(low), lang.Signed(high)
		return paceBounded.With(l, args)
	}
	return lang.Text{
		En:   "That is {rate} a year compounded, or {slope} a year by the median of slopes.",
		Hant: "即複合年增長率 {rate}，按斜率中位數為每年 {slope}。",
		Hans: "即复合年增长率 {rate}，按斜率中位数为每年 {slope}。",
	}.With(l, args)
}

var paceBounded = lang.Text{
	En:   "That is {rate} a year compounded, or {slope} a year by the median of slopes (95 %: {low} to {high}).",
	Hant: "即複合年增長率 {rate}，按斜率中位數為每年 {slope}（95% 信賴區間：{low} 至 {high}）。",
	Hans: "即复合年增长率 {rate}，按斜率中位数为每年 {slope}（95% 置信区间：{low} 至 {high}）。",
}

// printedUnder writes sentences under the axis, in lines that fit a card, and leaves room for them. They are the axis'
// name, which needs no component of its own.
func printedUnder(t Theme, o Option, sentences ...string) Option {
	if strings.Join(sentences, "") == "" {
		return o
	}
	under := func(width float64) Option {
		var lines []string
		for _, sentence := range sentences {
			if sentence != "" {
				lines = append(lines, wrap(sentence, sizeSmall, width)...)
			}
		}
		return Option{
			"grid":  []Option{{"bottom": 20 + 16*len(lines)}},
			"xAxis": []Option{{"name": strings.Join(lines, "\n")}},
		}
	}
	named := Option{"xAxis": []Option{{
		"nameLocation": "middle", "nameGap": 30,
		"nameTextStyle": Option{"color": t.Ink3, "fontSize": sizeSmall, "lineHeight": 16, "verticalAlign": "top"},
	}}}
	return o.Merge(named).Merge(under(wideUnder)).Narrow(480, under(narrowUnder))
}

// How wide a sentence under an axis may be: it is centred on an axis that has labels at both ends.
const (
	wideUnder   = 400
	narrowUnder = 240
)
