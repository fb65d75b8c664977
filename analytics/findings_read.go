package analytics

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"meridian/analytics/chart"
	"meridian/analytics/filter"
	"meridian/analytics/finding"
	"meridian/analytics/kpi"
	"meridian/analytics/table"
)

// reading is what answers a rule's reading: a metric and the filters it honours.
type reading struct {
	metric  string
	filters []string
}

// readingOf resolves what a rule reads. A test holds every rule against the catalogues.
func readingOf(read finding.Read) (reading, bool) {
	if c, ok := chart.ByID(read.Chart); ok {
		return reading{cmp.Or(read.Metric, c.Metric), c.Filters}, true
	}
	k, ok := figureOf(read)
	return reading{k.Metric, k.Filters}, ok
}

func figureOf(read finding.Read) (kpi.KPI, bool) {
	list := kpi.Catalogue()
	at := slices.IndexFunc(list, func(k kpi.KPI) bool { return k.ID == read.KPI })
	if at < 0 {
		return kpi.KPI{}, false
	}
	return list[at], true
}

// chartOf is the chart that shows what was read.
func chartOf(read finding.Read) string {
	if read.Chart != "" {
		return read.Chart
	}
	k, _ := figureOf(read)
	return k.Chart
}

// applies tells whether all that a rule reads can be narrowed to what the reader asks to see. The years are no
// hindrance: what knows no years, such as the agreements, is told as of the data set's day.
func (n *Network) applies(r finding.Rule, f filter.Filter) bool {
	if r.Partner && len(f.Partner) == 0 {
		return false
	}
	f.From, f.To = "", ""
	for _, read := range r.Reads {
		of, known := readingOf(read)
		if !known || len(f.Only(of.filters).Map()) != len(f.Map()) {
			return false
		}
	}
	return true
}

// readings asks every metric that the rules read once, a few beside one another. What the data set has no rows for is
// not asked.
func (n *Network) readings(ctx context.Context, rules []finding.Rule, q Question) (map[finding.Read]*table.Table, error) {
	keys, asked := map[finding.Read]string{}, []reading{}
	at := map[string]int{}
	tables := map[finding.Read]*table.Table{}
	for _, r := range rules {
		for _, read := range r.Reads {
			of, _ := readingOf(read)
			if tables[read] = (&table.Table{}); read.Chart != "" && !n.available[read.Chart] {
				continue
			}
			key := fmt.Sprintf("%s %v", of.metric, q.Filter.Only(of.filters).Map())
			if _, known := at[key]; !known {
				at[key] = len(asked)
				asked = append(asked, of)
			}
			keys[read] = key
		}
	}
	answers, err := n.askAll(ctx, asked, q)
	if err != nil {
		return nil, err
	}
	for read, key := range keys {
		tables[read] = answers[at[key]]
	}
	return tables, nil
}

func (n *Network) askAll(ctx context.Context, asked []reading, q Question) ([]*table.Table, error) {
	answers, errs := make([]*table.Table, len(asked)), make([]error, len(asked))
	var running sync.WaitGroup
	for first := range askedAtOnce {
		running.Go(func() {
			for i := first; i < len(asked); i += askedAtOnce {
				one := q
				one.Filter = q.Filter.Only(asked[i].filters)
				answers[i], errs[i] = n.Answer(ctx, asked[i].metric, one)
			}
		})
	}
	running.Wait()
	return answers, errors.Join(errs...)
}

// scope names what the filters let through, the years apart: Europe · Engineering. Partners come first.
func (n *Network) scope(read finding.Read, q Question, partners []Member) string {
	of, _ := readingOf(read)
	dimensions, kept := n.Dimensions(q.Lang), q.Filter.Only(of.filters)
	var parts []string
	if len(kept.Partner) > 0 {
		parts = append(parts, strings.Join(labelsOf(partners), ", "))
	}
	for _, name := range []string{"place", "region", "type", "faculty", "direction", "evidence"} {
		if labels := dimensions.labels(name, list(kept, name)); len(labels) > 0 {
			parts = append(parts, strings.Join(labels, ", "))
		}
	}
	return strings.Join(parts, " · ")
}

func labelsOf(members []Member) []string {
	labels := make([]string, len(members))
	for i, m := range members {
		labels[i] = m.Label
	}
	return labels
}

// rowAt names a row by its dimension values: academic_year_id:2017/2018;direction:outbound.
func rowAt(t *table.Table, row int) string {
	var parts []string
	for _, c := range t.Columns {
		if v := t.Str(row, c.Name); v != "" && (c.Dimension != "" || c.Hidden && c.Type == "string" || strings.HasSuffix(c.Name, "_id")) {
			parts = append(parts, c.Name+":"+v)
		}
	}
	return strings.Join(parts, ";")
}
