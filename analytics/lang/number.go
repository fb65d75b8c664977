package lang

import (
	"math"
	"strconv"
	"strings"
)

// Int writes a whole number with thousands separators: 1,234. Halves round away from zero.
func Int(v float64) string {
	digits := strconv.FormatFloat(math.Abs(math.Round(v)), 'f', 0, 64)
	var b strings.Builder
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(d)
	}
	if math.Round(v) < 0 {
		return "−" + b.String()
	}
	return b.String()
}

// Tenths writes a number with one decimal at most: 12.3, 4.
func Tenths(v float64) string {
	return strconv.FormatFloat(math.Round(v*10)/10, 'f', -1, 64)
}

// Compact shortens a round number: 200K and 5M, in Chinese 20萬 and 500萬. One below ten thousand is written out.
func Compact(l Lang, v float64) string {
	unit, largerUnit := Text{En: "K", Hant: "萬", Hans: "万"}, Text{En: "M", Hant: "億", Hans: "亿"}
	scale, larger := 1e3, 1e6
	if l != English {
		scale, larger = 1e4, 1e8
	}
	switch {
	case v < 10_000:
		return Int(v)
	case v >= larger:
		return Tenths(v/larger) + largerUnit.In(l)
	default:
		return Tenths(v/scale) + unit.In(l)
	}
}

// Signed writes a whole number with its sign: +12, −3, 0.
func Signed(v float64) string {
	if math.Round(v) > 0 {
		return "+" + Int(v)
	}
	return Int(v)
}

// Percent writes a ratio as a percentage with at most one decimal: 0.123 is 12.3 % in English, 12.3% in Chinese.
func Percent(l Lang, ratio float64) string {
	tenths := math.Round(ratio*1000) / 10
	s := strconv.FormatFloat(math.Abs(tenths), 'f', -1, 64)
	if tenths < 0 {
		s = "−" + s
	}
	return s + percentSign(l)
}

// SignedPercent writes a change as a percentage with its sign: 0.123 is +12.3 %.
func SignedPercent(l Lang, ratio float64) string {
	if math.Round(ratio*1000) > 0 {
		return "+" + Percent(l, ratio)
	}
	return Percent(l, ratio)
}

// WholePercent writes a ratio as a whole percentage: 0.384 is 38 %.
func WholePercent(l Lang, ratio float64) string { return Int(ratio*100) + percentSign(l) }

func percentSign(l Lang) string {
	if l == English {
		return "\u00a0%"
	}
	return "%"
}

// Year writes a year as it is shown: 2017/2018 is 2017/18, a calendar year stays 2018.
func Year(id string) string {
	if len(id) == 9 && id[4] == '/' {
		return id[:5] + id[7:]
	}
	return id
}

// InYear writes a year as it stands inside a sentence: 2017/18, 2017/18 學年, and for a calendar year 2018, 2018 年.
func InYear(l Lang, id string) string {
	word := Text{En: "{year}", Hant: "{year} 學年", Hans: "{year} 学年"}
	if len(id) == 4 {
		word = Text{En: "{year}", Hant: "{year} 年", Hans: "{year} 年"}
	}
	return word.With(l, Args{"year": Year(id)})
}

// Qualified writes a published figure with the words its source put before it.
// Words are kept, not turned into precision: over 650 is 650+, some 350 is ≈350.
func Qualified(l Lang, qualifier string, v float64, percent bool) string {
	n := Int(v)
	if percent {
		n += percentSign(l)
	}
	switch qualifier {
	case "over", "more than":
		return n + "+"
	case "some", "about":
		return "≈" + n
	case "nearly":
		return Text{En: "just under {n}", Hant: "近 {n}", Hans: "近 {n}"}.With(l, Args{"n": n})
	case "up to":
		return Text{En: "up to {n}", Hant: "最多 {n}", Hans: "最多 {n}"}.With(l, Args{"n": n})
	default:
		return n
	}
}
