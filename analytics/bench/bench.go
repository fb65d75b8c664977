// Package bench measures what charts cost: each chart's data from the cubes and, in the same run and turn by turn, from
// the rows they are made of. Both must give the same answer, or the measurement is an error.
package bench

import (
	"context"
	"fmt"
	"slices"
	"time"

	"meridian/analytics"
	"meridian/analytics/chart"
	"meridian/analytics/filter"
	"meridian/analytics/lang"
)

// Pair is one data set twice: once as it is served and once with every cube a view on its rows.
type Pair struct{ Cubes, Rows *analytics.Network }

// Times are how long a question took, in milliseconds.
type Times struct {
	P50 float64 `json:"p50_ms"`
	P95 float64 `json:"p95_ms"`
	Max float64 `json:"max_ms"`
}

// ChartTimes is what one chart's data cost over all filters it was asked with.
type ChartTimes struct {
	Chart  string  `json:"chart"`
	Metric string  `json:"metric"`
	Rows   int     `json:"rows"` // of the answer without filters
	Cubes  Times   `json:"cubes"`
	Raw    Times   `json:"raw"`
	Ratio  float64 `json:"ratio"` // raw median ÷ cube median
}

// Rounds is how often each question is put to the cubes, and how many of a chart's filters are put to the rows as well,
// each once; none means all. A chart's ratio is taken over the filters that were put to both.
type Rounds struct{ Cubes, RawFilters int }

// Charts measures every chart's data with one client: without filters and with each kind of filter it honours.
func Charts(ctx context.Context, p Pair, rounds Rounds, tell func(chart string)) ([]ChartTimes, error) {
	var all []ChartTimes
	for _, c := range chart.Catalogue() {
		tell(c.ID)
		measured, err := p.chart(ctx, c, rounds)
		if err != nil {
			return nil, fmt.Errorf("measure %s: %w", c.ID, err)
		}
		all = append(all, measured)
	}
	return all, nil
}

func (p Pair) chart(ctx context.Context, c chart.Chart, rounds Rounds) (ChartTimes, error) {
	out := ChartTimes{Chart: c.ID, Metric: c.Metric}
	var every, both, raw []time.Duration
	for i, f := range Filters(p.Cubes, c.Filters) {
		q := analytics.Question{Filter: f, Lang: lang.English}
		answer, err := p.Cubes.Compute(ctx, c.Metric, q)
		if err != nil {
			return out, fmt.Errorf("from the cubes: %w", err)
		}
		if f.Empty() {
			out.Rows = answer.Len()
		}
		var took []time.Duration
		for range rounds.Cubes {
			lasted, err := timed(ctx, p.Cubes, c.Metric, q)
			if err != nil {
				return out, err
			}
			took = append(took, lasted)
		}
		every = append(every, took...)
		if rounds.RawFilters > 0 && i >= rounds.RawFilters {
			continue
		}
		lasted, err := p.same(ctx, c.Metric, q, answer)
		if err != nil {
			return out, err
		}
		both, raw = append(both, took...), append(raw, lasted)
	}
	out.Cubes, out.Raw = summary(every), summary(raw)
	out.Ratio = out.Raw.P50 / summary(both).P50
	return out, nil
}

// timed puts a question that no cache may answer.
func timed(ctx context.Context, n *analytics.Network, metric string, q analytics.Question) (time.Duration, error) {
	start := time.Now()
	_, err := n.Compute(ctx, metric, q)
	return time.Since(start), err
}

// Filters are the questions put to a chart: none, and one of each kind that it honours and the data set has values for.
func Filters(n *analytics.Network, honoured []string) []filter.Filter {
	known := n.Known()
	some := func(name string, at int) []string {
		if len(known[name]) <= at {
			return nil
		}
		return known[name][at : at+1]
	}
	years := known["year"]
	list := []filter.Filter{
		{Place: some("place", len(known["place"])/3)}, {Region: some("region", 2)}, {Type: some("type", 1)},
		{Faculty: some("faculty", 1)}, {Direction: some("direction", 0)}, {Evidence: some("evidence", 0)},
		{Faculty: some("faculty", 3), Region: some("region", 1)},
	}
	if len(years) > 4 {
		last := len(years) - 1
		list = append(list, filter.Filter{From: years[last-3], To: years[last-1]}, filter.Filter{From: years[last], To: years[last], Region: some("region", 2)})
	}
	put := []filter.Filter{{}}
	for _, f := range list {
		f = f.Only(honoured)
		if !f.Empty() && !slices.ContainsFunc(put, func(g filter.Filter) bool { return fmt.Sprint(g) == fmt.Sprint(f) }) {
			put = append(put, f)
		}
	}
	return put
}

// summary gives the median, the 95th percentile by nearest rank, and the longest.
func summary(took []time.Duration) Times {
	if len(took) == 0 {
		return Times{}
	}
	slices.Sort(took)
	at := func(share float64) float64 {
		return milliseconds(took[max(0, int(share*float64(len(took))+0.999999)-1)])
	}
	return Times{P50: at(0.5), P95: at(0.95), Max: milliseconds(took[len(took)-1])}
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
