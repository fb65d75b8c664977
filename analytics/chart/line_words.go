package chart

import (
	"meridian/analytics/lang"
	"meridian/analytics/trend"
)

// ofLine is a sentence on the only line of a chart, and the same on one line of several, by its name.
type ofLine struct{ only, named lang.Text }

func (o ofLine) of(name string) lang.Text {
	if name == "" {
		return o.only
	}
	return o.named
}

var farOffSaid = ofLine{
	only: lang.Text{
		En:   "Far off the line, and ringed: {years}. The line is therefore the median of slopes (Theil–Sen).",
		Hant: "遠離趨勢線的年份：{years}（圈示），故趨勢線改用斜率中位數（Theil–Sen）。",
		Hans: "远离趋势线的年份：{years}（圈示），故趋势线改用斜率中位数（Theil–Sen）。",
	},
	named: lang.Text{
		En:   "Far off the line ({name}), and ringed: {years}. The line is therefore the median of slopes (Theil–Sen).",
		Hant: "遠離趨勢線的年份（{name}）：{years}（圈示），故趨勢線改用斜率中位數（Theil–Sen）。",
		Hans: "远离趋势线的年份（{name}）：{years}（圈示），故趋势线改用斜率中位数（Theil–Sen）。",
	},
}

// notCarried says why a line ends with the data.
var notCarried = map[trend.Reason]ofLine{
	trend.LastIsOff: {
		only: lang.Text{
			En:   "No forecast: whether the latest year is an exception or a new course, only later years can tell.",
			Hant: "不作預測：最近一年屬例外或新走勢，有待日後數據。",
			Hans: "不作预测：最近一年属例外或新走势，有待日后数据。",
		},
		named: lang.Text{
			En:   "No forecast ({name}): whether the latest year is an exception or a new course, only later years can tell.",
			Hant: "不作預測（{name}）：最近一年屬例外或新走勢，有待日後數據。",
			Hans: "不作预测（{name}）：最近一年属例外或新走势，有待日后数据。",
		},
	},
	trend.Bent: {
		only:  lang.Text{En: "No forecast: the course is not a straight one.", Hant: "不作預測：走勢並非直線。", Hans: "不作预测：走势并非直线。"},
		named: lang.Text{En: "No forecast ({name}): the course is not a straight one.", Hant: "不作預測（{name}）：走勢並非直線。", Hans: "不作预测（{name}）：走势并非直线。"},
	},
	trend.Beaten: {
		only: lang.Text{
			En:   "No forecast: on past years a line missed by {missed} on average, and repeating the last value by {carried}.",
			Hant: "不作預測：以過往年份驗證，趨勢線平均誤差為 {missed}，沿用上一年數值則為 {carried}。",
			Hans: "不作预测：以过往年份验证，趋势线平均误差为 {missed}，沿用上一年数值则为 {carried}。",
		},
		named: lang.Text{
			En:   "No forecast ({name}): on past years a line missed by {missed} on average, and repeating the last value by {carried}.",
			Hant: "不作預測（{name}）：以過往年份驗證，趨勢線平均誤差為 {missed}，沿用上一年數值則為 {carried}。",
			Hans: "不作预测（{name}）：以过往年份验证，趋势线平均误差为 {missed}，沿用上一年数值则为 {carried}。",
		},
	},
}
