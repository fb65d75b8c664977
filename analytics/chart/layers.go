package chart

import (
	"fmt"

	"github.com/go-echarts/go-echarts/v2/charts"
)

// layers are a chart's series in the order they are drawn, each with the style
// that go-echarts has no field for and the formatters of its labels.
type layers struct {
	series     []charts.SingleSeries
	styles     []Option
	formatters []Formatter
}

// add puts a series on top: kind is ECharts' series type. A formatter's path is relative to the series.
func (l *layers) add(kind, name string, items []item, style Option, formatters ...Formatter) {
	at := len(l.series)
	l.series = append(l.series, charts.SingleSeries{Type: kind, Name: name, Data: items})
	l.styles = append(l.styles, style)
	for _, f := range formatters {
		l.formatters = append(l.formatters, Formatter{Path: fmt.Sprintf("series.%d.%s", at, f.Path), ID: f.ID})
	}
}

// named writes a mark's own name at a label: a series' label, endLabel …
func named(label string) Formatter { return Formatter{Path: label + ".formatter", ID: "name"} }

// onAxes draws the layers on axes.
func (l *layers) onAxes() (Drawing, error) {
	c := charts.NewLine()
	c.MultiSeries = l.series
	return l.draw(c)
}

// onMap draws the layers on a map.
func (l *layers) onMap() (Drawing, error) {
	c := charts.NewGeo()
	c.MultiSeries = l.series
	return l.draw(c)
}

// onPlane draws the layers that bring their own layout: treemap, sankey, graph.
func (l *layers) onPlane() (Drawing, error) {
	c := charts.NewSankey()
	c.MultiSeries = l.series
	return l.draw(c)
}

func (l *layers) draw(c source) (Drawing, error) {
	option, err := plain(c)
	if err != nil {
		return Drawing{}, err
	}
	for at, style := range l.styles {
		option.Series(at, style)
	}
	return Drawing{Option: option, Formatters: l.formatters}, nil
}
