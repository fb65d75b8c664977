package kpi

import (
	"math"

	"meridian/analytics/lang"
)

// Form says how a figure's number is written.
type Form string

// The forms: a number of things, a balance with its sign, a share of one as a percentage.
const (
	Number Form = ""
	Signed Form = "signed"
	Share  Form = "share"
)

var points = lang.Text{En: "{n} points", Hant: "{n} 個百分點", Hans: "{n} 个百分点"}

// Write writes a value of the figure.
func (k KPI) Write(l lang.Lang, v float64) string {
	switch k.Form {
	case Share:
		return lang.Percent(l, v)
	case Signed:
		return lang.Signed(v)
	default:
		return lang.Int(v)
	}
}

// Move gives what a figure moved by, as exactly as it is told, and how that is written: whole things, or tenths of a
// percentage point where the figure is a share.
func (k KPI) Move(l lang.Lang, before, now float64) (by float64, written string) {
	if k.Form != Share {
		by = math.Round(now - before)
		return by, lang.Signed(by)
	}
	tenths := math.Round((now - before) * 1000)
	sign := ""
	if tenths > 0 {
		sign = "+"
	} else if tenths < 0 {
		sign = "−"
	}
	return tenths / 1000, points.With(l, lang.Args{"n": sign + lang.Tenths(math.Abs(tenths)/10)})
}
