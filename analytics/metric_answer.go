package analytics

import (
	"context"

	"meridian/analytics/chart"
	"meridian/analytics/lang"
	"meridian/analytics/metric"
	"meridian/analytics/table"
	"meridian/data/fault"
)

// MetricEntry says what a metric measures.
type MetricEntry struct {
	ID         string `json:"id"`
	Title      string `json:"title"`
	Definition string `json:"definition"`
	Formula    string `json:"formula"`
	Unit       string `json:"unit"`
	Source     string `json:"source"` // of the formula
}

// MetricAnswer adds how it is computed.
type MetricAnswer struct {
	MetricEntry
	SQL     string         `json:"sql"`
	Columns []table.Column `json:"columns"`
}

// Metrics lists the metric catalogue in a language. Of what is Hong Kong's way to count, and of the Chinese
// mainland, it speaks only where the data set has something to say.
func (n *Network) Metrics(l lang.Lang) []MetricEntry {
	silent := map[string]bool{}
	for _, c := range chart.Catalogue() {
		silent[c.Metric] = !n.available[c.ID] && (c.Subject == chart.Mainland || c.ID == "mobility-split")
	}
	entries := []MetricEntry{}
	for _, m := range n.metrics.All() {
		if !silent[m.ID] {
			entries = append(entries, entry(m, l))
		}
	}
	return entries
}

// Metric explains one metric: its definition, its query and its columns.
func (n *Network) Metric(ctx context.Context, id string, l lang.Lang) (*MetricAnswer, error) {
	m, ok := n.metrics.Get(id)
	if !ok {
		return nil, fault.Missing("id", "there is no metric %q; GET /api/v1/metrics-catalog lists them", id)
	}
	t, err := n.Answer(ctx, id, Question{Lang: l})
	if err != nil {
		return nil, err
	}
	return &MetricAnswer{MetricEntry: entry(m, l), SQL: m.SQL, Columns: t.Columns}, nil
}

func entry(m metric.Metric, l lang.Lang) MetricEntry {
	return MetricEntry{
		ID: m.ID, Title: m.Title.In(l), Definition: m.Definition.In(l), Formula: m.Formula, Unit: m.Unit.In(l), Source: m.Source,
	}
}
