package chart

import "math"

// base is what every chart on axes shares: quiet axes, light horizontal grid, room for labels.
func base(t Theme) Option {
	return Option{
		"color":   t.Categorical,
		"tooltip": tooltip(t),
		"grid":    []Option{{"left": 8, "right": 16, "top": 16, "bottom": 8, "outerBoundsMode": "same", "outerBoundsContain": "axisLabel"}},
		"aria":    Option{"enabled": t.Decals, "decal": Option{"show": t.Decals}},
	}
}

// tooltip is filled by the page from the row of the mark; a line chart sets trigger to axis.
func tooltip(t Theme) Option {
	return Option{
		"show": true, "trigger": "item", "confine": true, "backgroundColor": t.Surface, "borderColor": t.Edge, "borderWidth": 1,
		"textStyle": Option{"color": t.Ink, "fontSize": sizeText}, "extraCssText": "",
	}
}

// categories is an axis of names or academic years, without ticks.
func categories(t Theme) Option {
	return Option{
		"type":      "category",
		"axisLine":  Option{"show": true, "lineStyle": Option{"color": t.Edge, "width": 1}},
		"axisTick":  Option{"show": false},
		"axisLabel": Option{"color": t.Ink2, "fontSize": sizeText, "hideOverlap": true},
		"splitLine": Option{"show": false},
	}
}

// values is an axis of counts: grid lines only, beginning at zero, at whole numbers.
func values(t Theme) Option { return fractions(t).Merge(Option{"minInterval": 1}) }

// fractions is an axis of numbers that need not be whole.
func fractions(t Theme) Option {
	return Option{
		"type": "value", "splitNumber": 4, "min": 0,
		"axisLine":  Option{"show": false},
		"axisTick":  Option{"show": false},
		"axisLabel": Option{"color": t.Ink3, "fontSize": sizeText, "hideOverlap": true},
		"splitLine": Option{"show": true, "lineStyle": Option{"color": t.Rule, "width": 1}},
	}
}

// valuesTo is an axis of numbers that ends on a round number at or above the largest value: the same for two panels.
func valuesTo(t Theme, largest float64) Option {
	end := axisEnd(largest)
	return values(t).Merge(Option{"max": end, "interval": axisStep(largest)})
}

// axisStep cuts an axis into about four round steps.
func axisStep(largest float64) float64 {
	rough := max(largest, 1) / 4.5
	ten := math.Pow(10, math.Floor(math.Log10(rough)))
	for _, step := range []float64{1, 2, 2.5, 5} {
		if rough <= step*ten && step*ten == math.Trunc(step*ten) {
			return step * ten
		}
	}
	return max(10*ten, 1)
}

func axisEnd(largest float64) float64 {
	step := axisStep(largest)
	return math.Ceil(max(largest, 1)/step) * step
}

// halo is text that stays legible over lines and areas.
func halo(t Theme, colour string) Option {
	return Option{"color": colour, "fontSize": sizeText, "textBorderColor": t.Surface, "textBorderWidth": 3}
}

// legend is shown only where direct labels cannot stand.
func legend(t Theme) Option {
	return Option{
		"show": true, "left": 0, "top": 0, "itemWidth": 14, "itemHeight": 10, "itemGap": 16, "icon": "rect",
		"textStyle": Option{"color": t.Ink2, "fontSize": sizeText},
	}
}
