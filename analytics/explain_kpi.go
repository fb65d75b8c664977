package analytics

import (
	"context"
	"fmt"
	"slices"

	"meridian/analytics/chart"
	"meridian/analytics/kpi"
	"meridian/data/fault"
)

// explainKPI explains a key figure: a published one by what its sources say, a computed one by its rows.
func (n *Network) explainKPI(ctx context.Context, asked Asked, q Question) (*Explanation, error) {
	list, err := n.keyFigures(ctx)
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(list, func(k kpi.KPI) bool { return k.ID == asked.KPI })
	if at < 0 {
		return nil, fault.Missing("kpi", "there is no key figure %q; GET /api/v1/kpis lists them", asked.KPI)
	}
	k := list[at]
	figures, err := n.figures(ctx, q.Lang)
	if err != nil {
		return nil, err
	}
	targets, err := n.rows(ctx, sqlTargets, nil)
	if err != nil {
		return nil, err
	}
	ask := once(n.Answer)
	answer, err := n.kpi(ctx, k, q, figures[k.Figure], targets, ask)
	if err != nil {
		return nil, err
	}
	q.Filter = q.Filter.Only(k.Filters)
	e := n.begun("kpi", k.ID, answer.Label, q)
	e.Figures = append(e.Figures, figures[k.Figure]...)
	e.Href = href(pageOf(k), "kpi:"+k.ID, "", "", q)
	e.Evidence, e.Sources = answer.Evidence, answer.Sources
	if answer.Figure == nil && answer.Value != nil {
		err = n.explainComputed(ctx, e, k, asked, q, ask)
	} else {
		e.Said = n.said(q.Filter, nil, q.Lang)
	}
	e.Value = &Told{Column: k.Measure, Label: answer.Label, Value: answer.Value, Display: answer.Display, Unit: answer.Unit}
	return e, err
}

// explainComputed explains a key figure by the row of its metric's answer that it is read off.
func (n *Network) explainComputed(ctx context.Context, e *Explanation, k kpi.KPI, asked Asked, q Question, ask answerer) error {
	m, ok := n.metrics.Get(k.Metric)
	if !ok {
		return fmt.Errorf("key figure %s: there is no metric %q", k.ID, k.Metric)
	}
	t, err := ask(ctx, k.Metric, q)
	if err != nil {
		return err
	}
	rows, _ := counted(t, k)
	asked.Column = k.Measure
	if err := n.explainRow(ctx, e, m, t, rows[len(rows)-1], asked, q); err != nil {
		return err
	}
	e.Evidence = computed(e.Evidence)
	return nil
}

func pageOf(k kpi.KPI) chart.Subject {
	if len(k.Subjects) == 0 {
		return chart.Overview
	}
	return k.Subjects[0]
}
