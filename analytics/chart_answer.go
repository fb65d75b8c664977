package analytics

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"meridian/analytics/chart"
	"meridian/analytics/disclose"
	"meridian/analytics/filter"
	"meridian/analytics/lang"
	"meridian/analytics/table"
	"meridian/data/fault"
)

// ChartAnswer is a chart with all that is said of it: what the page draws and the picture is made from.
type ChartAnswer struct {
	ID            string            `json:"id"`
	Subject       chart.Subject     `json:"subject"`
	Title         string            `json:"title"`
	TitleEmphasis string            `json:"title_emphasis,omitempty"`
	Topic         string            `json:"topic"`
	Subtitle      string            `json:"subtitle"`
	Unit          string            `json:"unit"`
	Kind          chart.Kind        `json:"kind"`
	Metric        string            `json:"metric"`
	Evidence      string            `json:"evidence"`
	EvidenceLabel string            `json:"evidence_label,omitempty"` // what the grade is called in this data set
	Sources       []Source          `json:"sources"`
	AsOf          string            `json:"as_of"`
	Dataset       DatasetRef        `json:"dataset"`
	Filters       map[string]string `json:"filters"`
	Columns       []table.Column    `json:"columns"`
	Rows          [][]any           `json:"rows"`
	Option        chart.Option      `json:"option"`
	Formatters    []chart.Formatter `json:"formatters"`
	Maps          []string          `json:"maps"`
	Summary       string            `json:"summary"`
	Note          string            `json:"note"`
	Empty         string            `json:"empty,omitempty"` // why there are no rows, where the evidence asked for is the reason

	Suppressed     bool                 `json:"suppressed,omitempty"`      // not one number may be shown
	Withheld       []table.WithheldCell `json:"withheld"`                  // cells that are null in the rows because few people stand behind them
	Disclosure     disclose.Mode        `json:"disclosure"`                // the rule for numbers of people
	DisclosureNote string               `json:"disclosure_note,omitempty"` // the same in words; none where no people are counted

	origins []table.Origin
}

// WriteCSV writes the answer's table, each row with its evidence and its sources, and with the rule its numbers of
// people were shown by where one was applied.
func (a *ChartAnswer) WriteCSV(w io.Writer, bom bool) error {
	return table.WriteCSV(w, a.Columns, table.Shown(a.Columns, a.Rows, a.Withheld), a.origins, bom)
}

// CatalogueEntry is what is known of a chart before it is asked.
type CatalogueEntry struct {
	ID       string        `json:"id"`
	Subject  chart.Subject `json:"subject"`
	Kind     chart.Kind    `json:"kind"`
	Metric   string        `json:"metric"`
	Title    string        `json:"title"`
	Subtitle string        `json:"subtitle"`
	Unit     string        `json:"unit"`
	Filters  []string      `json:"filters"`
	Maps     []string      `json:"maps"`
	// Available tells whether the data set has rows for it; a chart without is on no page.
	Available bool `json:"available"`
}

// Charts lists the catalogue in a language.
func (n *Network) Charts(l lang.Lang) []CatalogueEntry {
	entries := []CatalogueEntry{}
	for _, c := range chart.Catalogue() {
		m, _ := n.metrics.Get(c.Metric)
		entries = append(entries, CatalogueEntry{
			ID: c.ID, Subject: c.Subject, Kind: c.Kind, Metric: c.Metric, Title: c.Title.In(l), Subtitle: c.Subtitle.In(l),
			Unit: m.Unit.In(l), Filters: listed(c.Filters), Maps: listed(c.MapsOf(n.home(l))),
			Available: n.available[c.ID],
		})
	}
	return entries
}

// Chart asks a chart. Filters that the chart cannot honour are left out of it, and of its answer's filters.
func (n *Network) Chart(ctx context.Context, id string, q Question) (*ChartAnswer, error) {
	c, ok := chart.ByID(id)
	if !ok {
		return nil, fault.Missing("id", "there is no chart %q; the charts are %s", id, strings.Join(chart.IDs(), ", "))
	}
	theme, err := chart.ThemeByID(q.Theme)
	if err != nil {
		return nil, fault.Refuse("theme", "%v", err)
	}
	q.Filter = q.Filter.Only(c.Filters)
	t, err := n.Answer(ctx, c.Metric, q)
	if err != nil {
		return nil, err
	}
	drawing := chart.Drawing{Option: chart.Option{}}
	if t.Len() > 0 {
		in := chart.Input{Table: t, Lang: q.Lang, Theme: theme, Home: n.home(q.Lang), AsOf: n.asOf, Rounded: disclose.Rounds(t.Columns, q.Disclosure)}
		if drawing, err = n.drawn(ctx, c, in, q); err != nil {
			return nil, fmt.Errorf("draw %s: %w", id, err)
		}
	}
	partners, err := n.named(ctx, q.Filter.Partner, q.Lang)
	if err != nil {
		return nil, err
	}
	answer := n.compose(c, q, t, drawing, partners)
	if t.Len() == 0 {
		if answer.Empty, err = n.whyEmpty(ctx, c, q); err != nil {
			return nil, err
		}
	}
	return answer, nil
}

func (n *Network) compose(c chart.Chart, q Question, t *table.Table, d chart.Drawing, partners []Member) *ChartAnswer {
	m, _ := n.metrics.Get(c.Metric)
	answer := &ChartAnswer{
		ID: c.ID, Subject: c.Subject, Topic: c.Title.In(q.Lang), Title: c.Title.In(q.Lang), Unit: m.Unit.In(q.Lang), Kind: c.Kind, Metric: c.Metric,
		Subtitle: subtitle(c, q, n.Dimensions(q.Lang), partners), Evidence: t.Evidence, Sources: n.cited(t.SourceIDs),
		AsOf: n.snapshot.Dataset().AsOf, Dataset: n.Dataset(q.Lang), Filters: q.Filter.Map(),
		Columns: t.Columns, Rows: t.Rows, Option: d.Option, Formatters: d.Formatters, Maps: listed(c.MapsOf(n.home(q.Lang))),
		Summary: d.Summary, Note: c.Note.In(q.Lang),
	}
	if answer.Suppressed = t.Suppressed(); answer.Suppressed {
		answer.Option, answer.Formatters = chart.Option{}, nil
	}
	answer.Withheld, answer.Disclosure = orNone(t.Withheld), disclose.Strictest(q.Disclosure)
	if words, any := n.disclosed(t.Columns, answer.Disclosure); any {
		answer.DisclosureNote = words.sentence.In(q.Lang)
	}
	answer.origins = append(n.origins(t, q.Lang), n.ruled(t, answer.Disclosure, q.Lang)...)
	dimensions := n.Dimensions(q.Lang)
	if labels := dimensions.labels("evidence", []string{t.Evidence}); len(labels) == 1 {
		answer.EvidenceLabel = labels[0]
	}
	if d.Note != "" {
		answer.Note = d.Note
	}
	if d.AsOf != "" {
		answer.AsOf = d.AsOf
	}
	if !d.Finding.Empty() {
		answer.Title, answer.TitleEmphasis = d.Finding.Text, d.Finding.Emphasis
	}
	if answer.Rows == nil {
		answer.Rows = [][]any{}
	}
	if answer.Formatters == nil {
		answer.Formatters = []chart.Formatter{}
	}
	return answer
}

// subtitle says what is measured, over which years and for which filters.
func subtitle(c chart.Chart, q Question, dimensions Dimensions, partners []Member) string {
	parts := []string{c.Subtitle.In(q.Lang)}
	if period := period(c.Filters, q.Filter, dimensions.Years); period != "" {
		parts = append(parts, period)
	}
	for _, name := range []string{"place", "region", "type", "faculty", "direction", "evidence"} {
		if labels := dimensions.labels(name, list(q.Filter, name)); len(labels) > 0 {
			parts = append(parts, strings.Join(labels, ", "))
		}
	}
	for _, partner := range partners {
		parts = append(parts, partner.Label)
	}
	return strings.Join(parts, " · ")
}

func period(honoured []string, f filter.Filter, years []Member) string {
	if len(years) == 0 || !slices.Contains(honoured, "from") {
		return ""
	}
	from, to := years[0].ID, years[len(years)-1].ID
	if f.From != "" {
		from = f.From
	}
	if f.To != "" {
		to = f.To
	}
	if from == to {
		return lang.Year(from)
	}
	return lang.Year(from) + "–" + lang.Year(to)
}

func list(f filter.Filter, name string) []string {
	if joined := f.Map()[name]; joined != "" {
		return strings.Split(joined, ",")
	}
	return nil
}

func listed(names []string) []string {
	if names == nil {
		return []string{}
	}
	return names
}
