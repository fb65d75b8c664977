package analytics

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"meridian/analytics/chart"
	"meridian/analytics/finding"
	"meridian/analytics/lang"
	"meridian/analytics/table"
	"meridian/data/fault"
)

// FindingsAnswer is what the rows let through say by the rules of analytics/finding, the weightiest first.
type FindingsAnswer struct {
	Dataset   DatasetRef      `json:"dataset"`
	Changed   []FindingAnswer `json:"changed"`
	Attention []FindingAnswer `json:"attention"`
}

// FindingAnswer is one finding with its numbers and what it rests on.
type FindingAnswer struct {
	ID       string            `json:"id"`
	Rule     string            `json:"rule"`
	Text     string            `json:"text"`
	Emphasis string            `json:"emphasis"` // a part of Text
	Scope    string            `json:"scope"`    // what the filters let through, as Text begins; empty for everything
	Amount   string            `json:"amount"`
	Weight   float64           `json:"weight"` // from 0 to 1: size × certainty
	Subject  string            `json:"subject"`
	Chart    string            `json:"chart"`
	Filters  map[string]string `json:"filters"` // what a link to the chart adds to the reader's own
	Evidence string            `json:"evidence"`
	Sources  []Source          `json:"sources"`
	Numbers  []FindingNumber   `json:"numbers"`
	Why      string            `json:"why"`
}

// FindingNumber is a number of a finding. With a row it is a cell of a chart's answer, or of a key figure's metric, and
// can be explained; without one it is worked out from several.
type FindingNumber struct {
	Label   string  `json:"label"`
	Value   float64 `json:"value"`
	Display string  `json:"display"`
	Chart   string  `json:"chart"`
	KPI     string  `json:"kpi,omitempty"`
	Column  string  `json:"column,omitempty"`
	Row     *int    `json:"row"`
	At      string  `json:"at,omitempty"` // the row by its dimension values
}

// Findings applies the rules of a page, or of all for the Overview, to the rows let through.
func (n *Network) Findings(ctx context.Context, subject string, q Question) (*FindingsAnswer, error) {
	subjects := []string{string(chart.Overview), string(chart.Collaboration), string(chart.Mobility), string(chart.Alliances), string(chart.Mainland)}
	if !slices.Contains(subjects, subject) {
		return nil, fault.Refuse("subject", "subject=%s is not known; known are %v", subject, subjects)
	}
	rules := slices.DeleteFunc(finding.Rules(), func(r finding.Rule) bool {
		return subject != string(chart.Overview) && r.Subject != subject || !n.applies(r, q.Filter)
	})
	partners, err := n.named(ctx, q.Filter.Partner, q.Lang)
	if err != nil {
		return nil, err
	}
	in, err := n.findingInput(ctx, rules, q)
	if err != nil {
		return nil, err
	}
	exact := in
	if exact.Tables, err = n.exactly(ctx, rules, q); err != nil {
		return nil, err
	}
	var all []finding.Told
	for _, r := range rules {
		for i, f := range found(r, in, exact, q.Disclosure) {
			id := r.ID
			if i > 0 {
				id = fmt.Sprintf("%s-%d", id, i+1)
			}
			all = append(all, finding.Told{ID: id, Rule: r, Found: f})
		}
	}
	answer := &FindingsAnswer{Dataset: n.Dataset(q.Lang), Changed: []FindingAnswer{}, Attention: []FindingAnswer{}}
	for _, told := range finding.Ranked(all) {
		list := &answer.Changed
		if told.Rule.Kind == finding.Attention {
			list = &answer.Attention
		}
		*list = append(*list, n.finding(told, in, q, partners))
	}
	return answer, nil
}

// findingInput asks what the rules read, each answer once, and tells them of the years.
func (n *Network) findingInput(ctx context.Context, rules []finding.Rule, q Question) (finding.In, error) {
	tables, err := n.readings(ctx, rules, q)
	if err != nil {
		return finding.In{}, err
	}
	stated, err := n.rows(ctx, sqlStatedYears, nil)
	if err != nil {
		return finding.In{}, fmt.Errorf("years of the data set: %w", err)
	}
	in := finding.In{Lang: q.Lang, Home: n.snapshot.Dataset().HomePlace, First: q.Filter.From, Last: q.Filter.To, Tables: tables}
	if years := n.known["year"]; len(years) > 0 {
		in.First, in.Last = cmp.Or(in.First, years[0]), cmp.Or(in.Last, years[len(years)-1])
	}
	in.Whole = func(year string) bool {
		if r := stated.Find(map[string]string{"academic_year_id": year}); r >= 0 {
			return stated.Str(r, "incomplete") != "true"
		}
		return n.over(year)
	}
	return in, nil
}

// over tells whether a year had ended on the data set's day.
func (n *Network) over(year string) bool {
	var first int
	if _, err := fmt.Sscanf(year, "%4d", &first); err != nil {
		return false
	}
	next := time.Date(first+1, time.Month(n.snapshot.Dataset().YearStartMonth), 1, 0, 0, 0, 0, time.UTC)
	return !n.asOf.Before(next.AddDate(0, 0, -1))
}

// finding writes a ranked finding down for a reader.
func (n *Network) finding(told finding.Told, in finding.In, q Question, partners []Member) FindingAnswer {
	said := told.Say(q.Lang)
	a := FindingAnswer{
		ID: told.ID, Rule: told.Rule.ID, Text: said.Text, Emphasis: said.Emphasis, Amount: told.Amount, Weight: told.Weight(),
		Subject: told.Rule.Subject, Chart: chartOf(told.Rule.Reads[0]), Filters: map[string]string{}, Why: told.Rule.Reason(q.Lang),
		Scope: n.scope(told.Rule.Reads[0], q, partners),
	}
	if a.Scope != "" {
		a.Text = lang.Text{En: "{scope}: {text}", Hant: "{scope}：{text}", Hans: "{scope}：{text}"}.With(q.Lang, lang.Args{"scope": a.Scope, "text": a.Text})
	}
	var ids []string
	for _, number := range told.Numbers {
		t := in.Tables[number.Read]
		evidence, sources := summedUp(t, number.Rows)
		a.Evidence = weaker(a.Evidence, computed(evidence))
		ids = append(ids, sources...)
		a.Numbers = append(a.Numbers, findingNumber(number, t))
	}
	slices.Sort(ids)
	a.Sources = n.cited(slices.Compact(ids))
	return a
}

func findingNumber(number finding.Number, t *table.Table) FindingNumber {
	out := FindingNumber{
		Label: number.Label, Value: number.Value, Display: number.Display, Chart: chartOf(number.Read), KPI: number.Read.KPI, Column: number.Column,
	}
	if number.Row >= 0 {
		out.Row, out.At = &number.Row, rowAt(t, number.Row)
	}
	return out
}

// weaker is the weaker of two grades of evidence.
func weaker(a, b string) string {
	if slices.Index(grades, b) > slices.Index(grades, a) {
		return b
	}
	return a
}
