// Package chart is the catalogue of charts. A chart is a pure function of a
// metric's answer, the language and the theme; its option serves the page, the
// picture and the slide alike. Nothing else in the program imports go-echarts.
package chart

import (
	"time"

	"meridian/analytics/finding"
	"meridian/analytics/lang"
	"meridian/analytics/table"
)

// Chart is one catalogue entry.
type Chart struct {
	ID       string
	Subject  Subject
	Kind     Kind
	Metric   string    // whose answer it draws
	Title    lang.Text // the topic; a finding takes its place where the data has one
	Subtitle lang.Text // what is measured; the unit, period and filters are added to it
	Note     lang.Text // what a reader must know; may be empty
	Filters  []string  // the filter fields it honours
	Maps     []string  // the maps it is drawn on
	Graded   bool      // it tells illustrative marks from others by itself
	Build    func(Input) (Drawing, error)
}

// Subject is the page a chart belongs to.
type Subject string

// The subjects: the five pages of charts, and the profiles of a place and of a partner.
const (
	Overview      Subject = "overview"
	Collaboration Subject = "collaboration"
	Mobility      Subject = "mobility"
	Alliances     Subject = "alliances"
	Mainland      Subject = "mainland"
	Places        Subject = "places"
	Partners      Subject = "partners"
)

// Kind says how a chart is drawn; the page loads what it needs by it.
type Kind string

// The kinds of chart.
const (
	Line     Kind = "line"
	Bar      Kind = "bar"
	Scatter  Kind = "scatter"
	Heatmap  Kind = "heatmap"
	Treemap  Kind = "treemap"
	Sankey   Kind = "sankey"
	Graph    Kind = "graph"
	Map      Kind = "map"
	Timeline Kind = "timeline"
)

// Input is what a chart is drawn from.
type Input struct {
	Table *table.Table
	Lang  lang.Lang
	Theme Theme
	Home  Home
	AsOf  time.Time

	Rounded bool // numbers of people are rounded: nought may be one or two

	// Exact is the same rows before they were rounded, nil where they are not: to be added up and counted, never shown.
	Exact *table.Table
	Round func(people float64) float64 // how what is added up is rounded; with Exact
}

// Home is where the network is told from.
type Home struct {
	Name     string
	Place    string
	Lng, Lat float64
}

// coming is what the Chinese texts call students who arrive: 來港 says where, and is right in Hong Kong alone.
func (in Input) coming() string {
	if in.Home.Place == "HK" {
		return lang.Text{En: "inbound", Hant: "來港", Hans: "来港"}.In(in.Lang)
	}
	return lang.Text{En: "inbound", Hant: "來訪", Hans: "来访"}.In(in.Lang)
}

// Drawing is a chart, drawn: the option and what is said of it.
type Drawing struct {
	Option     Option
	Formatters []Formatter
	Finding    finding.Finding // empty where there is no honest one
	Summary    string          // the picture in words, for those who do not see it
	Note       string          // what a reader must know of these rows; the chart's when empty
	AsOf       string          // the day its numbers are from, as precise as known; the data set's when empty
}

// Formatter sets the named formatter at a path into the option; the names are those of web/src/chart/formatters.ts.
type Formatter struct {
	Path string `json:"path"`
	ID   string `json:"id"`
}

func (d *Drawing) format(path, id string) {
	d.Formatters = append(d.Formatters, Formatter{Path: path, ID: id})
}
