package chart

import (
	"slices"

	"meridian/analytics/table"
)

// marker tells the marks of illustrative rows apart.
type marker struct {
	table *table.Table
	theme Theme
	used  map[gradeMark]bool
}

// option marks an option with all its cases for narrow screens.
func (m *marker) option(o Option) Option {
	all := generic(o).(map[string]any)
	base, isMedia := all["baseOption"].(map[string]any)
	if !isMedia {
		base = all
	}
	series := list(base["series"])
	for _, one := range series {
		m.series(one, nil)
	}
	for _, each := range list(all["media"]) {
		narrow, _ := object(each)
		change, _ := object(narrow["option"])
		for at, one := range list(change["series"]) {
			if at < len(series) {
				m.series(one, series[at])
			}
		}
	}
	return all
}

// series marks the items of one series; a change for narrow screens is of the series it changes.
func (m *marker) series(one, of any) {
	s, ok := object(one)
	if !ok {
		return
	}
	base, ok := object(of)
	if !ok {
		base = s
	}
	kind, _ := base["type"].(string)
	points := list(s["data"])
	if kind == "line" && base["showSymbol"] == false {
		m.bareLine(s, points)
	}
	for _, items := range [][]any{points, list(s["nodes"])} {
		m.items(items, kind, base)
	}
	for _, items := range [][]any{list(s["links"]), list(s["edges"])} {
		m.items(items, map[string]string{"sankey": "ribbon"}[kind], base)
	}
}

// bareLine gives a line without points one for every illustrative year.
func (m *marker) bareLine(series map[string]any, points []any) {
	if !slices.ContainsFunc(points, m.isIllustrative) {
		return
	}
	series["showSymbol"], series["symbol"] = true, "circle"
	for _, each := range points {
		if item, ok := object(each); ok {
			item["symbolSize"] = 0
			if m.isIllustrative(each) {
				item["symbolSize"] = 6
			}
		}
	}
}

// isIllustrative tells whether a data item stands for an illustrative row.
func (m *marker) isIllustrative(each any) bool {
	item, ok := object(each)
	row, tied := item["row"].(float64)
	return ok && tied && item["value"] != "-" && int(row) < len(m.table.Grades) && m.table.Grades[int(row)] == illustrative
}

func (m *marker) items(items []any, kind string, series map[string]any) {
	for _, each := range items {
		item, ok := object(each)
		if !ok {
			continue
		}
		parts := list(item["children"])
		m.items(parts, kind, series)
		if m.isIllustrative(each) || slices.ContainsFunc(parts, m.isIllustrative) {
			m.item(item, kind, series)
		}
	}
}

func (m *marker) item(item map[string]any, kind string, series map[string]any) {
	switch kind {
	case "ribbon":
		m.used[pale] = true
		lay(item, "lineStyle", Option{"opacity": 0.15})
	case "lines", "":
		m.used[dashed] = true
		lay(item, "lineStyle", Option{"type": "dashed"})
	case "scatter", "effectScatter", "line", "graph":
		m.used[hollow] = true
		m.hollow(item, series)
	default:
		m.used[hatched] = true
		lay(item, "itemStyle", Option{"decal": m.hatch()})
	}
}

// hollow leaves a point's edge in its colour and fills it with what is behind.
func (m *marker) hollow(item, series map[string]any) {
	colour := m.theme.Brand
	for _, from := range []map[string]any{series, item} {
		style, _ := object(from["itemStyle"])
		if own, ok := style["color"].(string); ok && own != "transparent" {
			colour = own
		}
	}
	lay(item, "itemStyle", Option{"color": m.theme.Surface, "borderColor": colour, "borderWidth": 2})
}

// hatch is a quiet pattern of thin slanting lines, legible on pale and on deep fills.
func (m *marker) hatch() Option {
	return Option{
		"symbol": "rect", "symbolSize": 1, "color": m.theme.Surface + "99", "backgroundColor": "transparent",
		"dashArrayX": []float64{1, 0}, "dashArrayY": []float64{1, 5}, "rotation": -0.785398,
	}
}

func lay(item map[string]any, name string, patch Option) {
	item[name] = merged(item[name], generic(patch))
}
