package analytics

import (
	"context"
	"fmt"
	"slices"

	"meridian/analytics/chart"
	"meridian/analytics/disclose"
	"meridian/analytics/finding"
	"meridian/analytics/table"
)

// drawn draws a chart. Where its numbers of people are rounded it says no more of them than is true of the exact ones, and
// nothing of a withheld one that it took for nought.
func (n *Network) drawn(ctx context.Context, c chart.Chart, in chart.Input, q Question) (chart.Drawing, error) {
	if !in.Rounded {
		return c.Draw(in)
	}
	rounded := q.Disclosure
	q.Disclosure = disclose.Off
	exact, err := n.Answer(ctx, c.Metric, q)
	if err != nil {
		return chart.Drawing{}, fmt.Errorf("exact rows: %w", err)
	}
	t := in.Table
	in.Exact, in.Round = exact, rounded.Round
	drawing, err := c.Draw(in)
	if err != nil {
		return chart.Drawing{}, err
	}
	in.Table, in.Exact, in.Rounded = exact, nil, false
	truth, err := c.Draw(in)
	if err != nil {
		return chart.Drawing{}, fmt.Errorf("from the exact rows: %w", err)
	}
	return drawing.True(truth, rounded, q.Lang).KeptBack(t, q.Lang), nil
}

// exactly asks what rules read for the numbers before they were rounded; nothing where they are not.
func (n *Network) exactly(ctx context.Context, rules []finding.Rule, q Question) (map[finding.Read]*table.Table, error) {
	if disclose.Strictest(q.Disclosure) == disclose.Off {
		return nil, nil
	}
	q.Disclosure = disclose.Off
	return n.readings(ctx, rules, q)
}

// found applies a rule. One that took a withheld number for nought has found nothing, nor has one whose finding does not
// hold of the exact numbers.
func found(r finding.Rule, in, exact finding.In, m disclose.Mode) []finding.Found {
	for _, t := range in.Tables {
		t.ReadAfresh()
	}
	list := r.Find(in)
	for _, t := range in.Tables {
		if t.Misread() {
			return nil
		}
	}
	if exact.Tables == nil || len(list) == 0 {
		return list
	}
	truth := r.Find(exact)
	return slices.DeleteFunc(list, func(f finding.Found) bool {
		said := f.Say(in.Lang).Text
		return !slices.ContainsFunc(truth, func(is finding.Found) bool { return m.Holds(said, is.Say(in.Lang).Text) })
	})
}
