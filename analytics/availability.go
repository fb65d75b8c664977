package analytics

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"

	"meridian/analytics/chart"
	"meridian/analytics/filter"
	"meridian/analytics/lang"
)

// askedAtOnce is how many metrics are looked into beside one another.
const askedAtOnce = 4

// loadAvailable finds out, once for a snapshot, which charts it has rows for. Charts of one metric are asked once.
func (n *Network) loadAvailable(ctx context.Context) error {
	var metrics []string
	of := map[string][]string{}
	for _, c := range chart.Catalogue() {
		if len(of[c.Metric]) == 0 {
			metrics = append(metrics, c.Metric)
		}
		of[c.Metric] = append(of[c.Metric], c.ID)
	}
	filled, errs := make([]bool, len(metrics)), make([]error, len(metrics))
	var asked sync.WaitGroup
	for first := range askedAtOnce {
		asked.Go(func() {
			for i := first; i < len(metrics); i += askedAtOnce {
				filled[i], errs[i] = n.filled(ctx, metrics[i])
			}
		})
	}
	asked.Wait()
	for i, metric := range metrics {
		for _, id := range of[metric] {
			n.available[id] = filled[i]
		}
	}
	return errors.Join(errs...)
}

// filled tells whether a metric has rows. It asks the last year first: that is quick, and mostly enough.
func (n *Network) filled(ctx context.Context, id string) (bool, error) {
	m, ok := n.metrics.Get(id)
	if !ok {
		return false, fmt.Errorf("there is no metric %q", id)
	}
	asked := []filter.Filter{{}}
	if years := n.known["year"]; len(years) > 0 {
		last := years[len(years)-1]
		asked = []filter.Filter{{From: last, To: last}, {}}
	}
	for _, f := range asked {
		args := f.Args()
		args["lang"] = string(lang.English)
		rows, err := n.rows(ctx, "SELECT 1 FROM ("+strings.TrimSuffix(m.SQL, ";")+") LIMIT 1", args)
		if err != nil {
			return false, fmt.Errorf("metric %s: %w", id, err)
		}
		if rows.Len() > 0 {
			return true, nil
		}
	}
	return false, nil
}
