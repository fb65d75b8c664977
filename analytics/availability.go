package analytics

import (
	"context"
	"fmt"
	"strings"

	"meridian/analytics/chart"
	"meridian/analytics/filter"
	"meridian/analytics/lang"
)

// loadAvailable finds out, once for a snapshot, which charts it has rows for. Charts of one metric are asked once.
func (n *Network) loadAvailable(ctx context.Context) error {
	args := filter.Filter{}.Args()
	args["lang"] = string(lang.English)
	filled := map[string]bool{}
	for _, c := range chart.Catalogue() {
		if _, asked := filled[c.Metric]; !asked {
			m, ok := n.metrics.Get(c.Metric)
			if !ok {
				return fmt.Errorf("chart %s: there is no metric %q", c.ID, c.Metric)
			}
			rows, err := n.rows(ctx, "SELECT 1 FROM ("+strings.TrimSuffix(m.SQL, ";")+") LIMIT 1", args)
			if err != nil {
				return fmt.Errorf("metric %s: %w", c.Metric, err)
			}
			filled[c.Metric] = rows.Len() > 0
		}
		n.available[c.ID] = filled[c.Metric]
	}
	return nil
}
