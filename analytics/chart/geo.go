package chart

import (
	"fmt"
	"math"

	"meridian/analytics/lang"
)

// geo is a map as a ground to draw on: land, a fine graticule, the meridian its name asks for in the accent.
func geo(t Theme, name string) Option {
	return Option{
		"map": name, "roam": true, "scaleLimit": Option{"min": 1, "max": 12}, "preserveAspect": "contain",
		"left": 0, "right": 0, "top": 0, "bottom": 0,
		"itemStyle": Option{"areaColor": t.Land, "borderColor": t.Surface, "borderWidth": 0.6},
		"emphasis":  Option{"label": Option{"show": false}, "itemStyle": Option{"areaColor": nil, "borderColor": t.Ink, "borderWidth": 1}},
		"label":     Option{"show": false}, "select": Option{"disabled": true},
		"regions": lines(t),
	}
}

// lines are the features of a map that are no land: graticule, meridian, dashes, an inset's frame.
func lines(t Theme) []Option {
	dash := outline(t.Accent, 1, 0.8)
	dash["borderType"] = []int{4, 4}
	return []Option{
		line("graticule", outline(t.Rule, 0.6, 1)),
		line("meridian", dash),
		line("CN-SCS", outline(t.Muted, 1, 1)),
		line("frame", outline(t.Edge, 1, 1)),
	}
}

// line is a feature of a map that is drawn and not touched.
func line(feature string, style Option) Option {
	return Option{"name": feature, "silent": true, "itemStyle": style, "emphasis": Option{"disabled": true}, "tooltip": Option{"show": false}}
}

func outline(colour string, width, opacity float64) Option {
	return Option{"areaColor": "transparent", "borderColor": colour, "borderWidth": width, "opacity": opacity}
}

// classes cuts counts into at most seven ranges that grow, in round numbers.
func classes(largest float64) []float64 {
	bounds := []float64{1}
	for step := 2.0; step <= largest; step = nextRound(step) {
		bounds = append(bounds, step)
	}
	if len(bounds) > 13 { // what matters is at the top: the small ones are one range
		top := bounds[len(bounds)-11:]
		bounds = append(bounds[:1:1], top[0], top[2], top[4], top[6], top[8], top[10])
	}
	for len(bounds) > 7 {
		kept := bounds[:1]
		for i := 2; i < len(bounds); i += 2 {
			kept = append(kept, bounds[i])
		}
		bounds = kept
	}
	return bounds
}

// nextRound walks 2, 5, 10, 20, 50, 100 …
func nextRound(v float64) float64 {
	if lead := v / math.Pow(10, math.Floor(math.Log10(v))); math.Abs(lead-2) < 1e-9 {
		return v * 2.5
	}
	return v * 2
}

// abbreviated is the count from which a legend writes the beginnings of its ranges only, shortened: 200K+.
const abbreviated = 10_000

// ranges is the legend of a choropleth: one colour a class, few to many.
func ranges(in Input, largest float64) Option {
	t, bounds := in.Theme, classes(largest)
	pieces := make([]Option, len(bounds))
	for i, low := range bounds {
		colour := t.Sequential[len(t.Sequential)-len(bounds)+i]
		pieces[i] = Option{"gte": low, "color": colour, "label": lang.Int(low) + "+"}
		if i+1 < len(bounds) {
			pieces[i]["lt"] = bounds[i+1]
			pieces[i]["label"] = span(low, bounds[i+1]-1)
		}
		if largest >= abbreviated {
			pieces[i]["label"] = lang.Compact(in.Lang, low) + "+"
		}
	}
	delete(pieces[0], "gte")
	pieces[0]["gt"] = 0 // fractions of one are in the first range
	return Option{
		"type": "piecewise", "pieces": pieces, "orient": "horizontal", "left": 0, "bottom": 0, "inverse": false,
		"itemWidth": 14, "itemHeight": 10, "itemGap": 10, "itemSymbol": "rect", "textGap": 6, "seriesIndex": []int{0},
		"textStyle": Option{"color": t.Ink2, "fontSize": sizeSmall}, "selectedMode": false, "hoverLink": false,
	}
}

func span(low, high float64) string {
	if low == high {
		return lang.Int(low)
	}
	return fmt.Sprintf("%s–%s", lang.Int(low), lang.Int(high))
}

// shade is the colour that ranges gives a count.
func shade(t Theme, largest, v float64) string {
	bounds := classes(largest)
	at := 0
	for i, low := range bounds {
		if v >= low {
			at = i
		}
	}
	return t.Sequential[len(t.Sequential)-len(bounds)+at]
}
