package analytics

import (
	"context"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"meridian/analytics/chart"
	"meridian/analytics/disclose"
	"meridian/analytics/metric"
	"meridian/analytics/table"
	"meridian/data/fault"
)

// explainChart explains a number of a chart's table.
func (n *Network) explainChart(ctx context.Context, asked Asked, q Question) (*Explanation, error) {
	c, ok := chart.ByID(asked.Chart)
	if !ok {
		return nil, fault.Missing("chart", "there is no chart %q; the charts are %s", asked.Chart, strings.Join(chart.IDs(), ", "))
	}
	q.Filter = q.Filter.Only(c.Filters)
	t, err := n.Answer(ctx, c.Metric, q)
	if err != nil {
		return nil, err
	}
	row, err := findRow(t, asked)
	if err != nil {
		return nil, err
	}
	m, _ := n.metrics.Get(c.Metric)
	if asked.Column, err = column(t, m, asked.Column); err != nil {
		return nil, err
	}
	e := n.begun("chart", c.ID, c.Title.In(q.Lang), q)
	if err := n.explainRow(ctx, e, m, t, row, asked, q); err != nil {
		return nil, err
	}
	e.Href = href(c.Subject, c.ID, atOf(t, row), asked.Column, q)
	return e, nil
}

// explainRow fills in all that a row of a metric's answer knows of a number.
func (n *Network) explainRow(ctx context.Context, e *Explanation, m metric.Metric, t *table.Table, row int, asked Asked, q Question) error {
	about := entry(m, q.Lang)
	e.Metric, e.SQL, e.Row = &about, m.SQL, cells(t, row, q.Lang)
	if asked.Column != "" {
		e.Value = told(t.Columns[t.Index(asked.Column)], numberIn(t, row, asked.Column), q.Lang)
		if words, any := n.disclosed(t.Columns, e.Disclosure); any {
			e.DisclosureNote = words.sentence.In(q.Lang)
		}
	}
	for name, value := range q.Filter.Args() {
		if uses(m.SQL, name) {
			e.Parameters[name] = value
		}
	}
	if uses(m.SQL, "lang") {
		e.Parameters["lang"] = string(q.Lang)
	}
	named, err := n.named(ctx, q.Filter.Partner, q.Lang)
	if err != nil {
		return err
	}
	e.Said = n.said(q.Filter, named, q.Lang)
	exact := q
	exact.Disclosure = disclose.Off
	whole := t
	if e.Disclosure != disclose.Off {
		if whole, err = n.Answer(ctx, m.ID, exact); err != nil {
			return err
		}
	}
	if err := n.addUsed(ctx, e, m, whole, row, asked, exact); err != nil {
		return err
	}
	n.keepBack(e, t, row, asked.Column, q.Lang)
	return nil
}

// numberIn is a cell's number, nil where it has none.
func numberIn(t *table.Table, row int, column string) *float64 {
	if v, known := t.Num(row, column); known {
		return &v
	}
	return nil
}

func uses(sql, parameter string) bool {
	for _, part := range strings.Split(sql, "$"+parameter)[1:] {
		if part == "" || !strings.ContainsRune("abcdefghijklmnopqrstuvwxyz_", rune(part[0])) {
			return true
		}
	}
	return false
}

// column checks the column asked for; none is the first that holds numbers, or none at all.
func column(t *table.Table, m metric.Metric, asked string) (string, error) {
	var numbers []string
	for _, c := range t.Columns {
		if measure(c) && len(m.Of(c.Name)) > 0 {
			numbers = append(numbers, c.Name)
		}
	}
	switch {
	case asked == "" && len(numbers) == 0:
		return "", nil
	case asked == "":
		return numbers[0], nil
	case slices.Contains(numbers, asked):
		return asked, nil
	case len(numbers) == 0:
		return "", fault.Refuse("column", "column=%.60s: this chart's table holds no numbers; leave column out", asked)
	}
	return "", fault.Refuse("column", "column=%.60s holds no number that can be explained; those that do are %s", asked, strings.Join(numbers, ", "))
}

// href is the address of the page that shows a number explained.
func href(page chart.Subject, subject, at, column string, q Question) string {
	path := "/" + string(page)
	if page == chart.Overview {
		path = "/"
	}
	query := url.Values{}
	for name, value := range q.Filter.Map() {
		query.Set(name, value)
	}
	query.Set("explain", subject)
	for name, value := range map[string]string{"at": at, "column": column, "lang": string(q.Lang)} {
		if value != "" {
			query.Set(name, value)
		}
	}
	return fmt.Sprintf("%s?%s", path, query.Encode())
}
