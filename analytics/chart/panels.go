package chart

import "strconv"

// panel places the ith of n grids beside one another, or one under the other where it is narrow,
// and gives the corner its heading stands in.
type panel struct {
	wide, narrow        Option // the grid
	wideHead, narrowTop any    // the heading's left edge, and its top where it is narrow
}

func panelAt(i, n, right int) panel {
	p := panel{
		wide:     Option{"left": 8, "right": right, "top": 40},
		narrow:   Option{"left": 8, "right": right, "top": 28, "bottom": 8},
		wideHead: 8, narrowTop: 0,
	}
	if i > 0 {
		p.wide["left"], p.wideHead = percentOf(i, n, 1), percentOf(i, n, 1)
		p.narrow["top"], p.narrowTop = percentOf(i, n, 9), percentOf(i, n, 0)
	}
	if i < n-1 {
		p.wide["right"] = percentOf(n-1-i, n, 4)
		p.narrow["bottom"] = percentOf(n-1-i, n, 2)
	}
	return p
}

// percentOf is i parts of n and a little more, as ECharts reads it.
func percentOf(i, n, more int) string { return strconv.Itoa(100*i/n+more) + "%" }

// heading is a panel's title.
func heading(t Theme, text string, left any) Option {
	return Option{
		"text": text, "left": left, "top": 0, "padding": []int{4, 0, 0, 0},
		"textStyle": Option{"color": t.Ink, "fontSize": sizeLarge, "fontWeight": 600},
	}
}
