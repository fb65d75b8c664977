package chart

// item is one data item of a series. Row ties it to a row of the answer: the
// tooltip shows that row, a click filters by it.
type item struct {
	Name       string   `json:"name,omitempty"`
	Title      string   `json:"title,omitempty"` // what the name formatter writes instead of Name
	Value      any      `json:"value,omitempty"`
	Said       string   `json:"said,omitempty"` // what the tooltip writes instead of Value
	Coords     [][2]any `json:"coords,omitempty"`
	Row        *int     `json:"row,omitempty"`
	Symbol     string   `json:"symbol,omitempty"`
	SymbolSize any      `json:"symbolSize,omitempty"`
	ItemStyle  Option   `json:"itemStyle,omitempty"`
	LineStyle  Option   `json:"lineStyle,omitempty"`
	Label      Option   `json:"label,omitempty"`
	UpperLabel Option   `json:"upperLabel,omitempty"` // the head of a treemap's frame
	Children   []item   `json:"children,omitempty"`
}

func row(r int) *int { return &r }

// bare is the style of a series of labels alone. A mark's opacity would be its label's too, so it is transparent instead.
func bare() Option {
	return Option{"symbolSize": 1, "itemStyle": Option{"color": "transparent", "opacity": 1}, "silent": true}
}
