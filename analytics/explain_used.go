package analytics

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"meridian/analytics/lang"
	"meridian/analytics/metric"
	"meridian/analytics/table"
)

// addUsed fills in the rows behind one number of an answer, and whether they give it again.
func (n *Network) addUsed(ctx context.Context, e *Explanation, m metric.Metric, t *table.Table, row int, asked Asked, q Question) error {
	of := m.Facts
	if asked.Column != "" {
		of = m.Of(asked.Column)
	}
	of = slices.DeleteFunc(slices.Clone(of), func(f metric.Facts) bool {
		return !f.Behind(func(column string) string { return t.Str(row, column) })
	})
	sums := map[metric.Role]float64{}
	weakest, cited := -1, []string{}
	for _, facts := range of {
		fact, ok := n.metrics.Fact(facts.Table)
		if !ok {
			return fmt.Errorf("metric %s: there is no fact %q", m.ID, facts.Table)
		}
		f := newFactQuery(fact, facts, q.Filter, string(q.Lang), t, row)
		used, evidence, sources, err := n.used(ctx, f, asked.offset(len(e.Used)), asked.Limit, q.Lang)
		if err != nil {
			return fmt.Errorf("explain %s by %s: %w", m.ID, fact.ID, err)
		}
		role := facts.Role(asked.Column)
		sums[role] += *used.Sum.Value
		n.label(used, e.Used, facts, role, q.Lang)
		e.Used = append(e.Used, *used)
		weakest = max(weakest, slices.Index(grades, evidence))
		cited = append(cited, sources...)
		if fact.ID == "figures" && used.Rows > 0 {
			if err := n.addQuoted(ctx, e, f, q.Lang); err != nil {
				return err
			}
		}
	}
	if weakest >= 0 {
		e.Evidence = grades[weakest]
	}
	slices.Sort(cited)
	e.Sources = n.cited(slices.Compact(cited))
	if len(e.Used) > 0 {
		e.Excluded = e.Used[0].Excluded
	}
	if asked.Column != "" {
		e.Agrees = agrees(numberIn(t, row, asked.Column), of, asked.Column, sums)
	}
	return nil
}

// used asks for the rows of one kind. Its sum is never null here; label takes it away where rows are counted.
func (n *Network) used(ctx context.Context, f *factQuery, offset, limit int, l lang.Lang) (*UsedRows, string, []string, error) {
	u := &UsedRows{
		Fact: f.fact.ID, Columns: []table.Column{}, Sample: [][]any{}, Offset: offset, Excluded: []Excluded{}, SQL: f.parted(),
	}
	parted, err := n.rows(ctx, u.SQL, f.args)
	if err != nil {
		return nil, "", nil, err
	}
	amount, evidence, sources := 0.0, "", []string(nil)
	left := map[string]int64{}
	for r := range parted.Rows {
		count, reason := int64(parted.Value(r, "rows")), int(parted.Value(r, "reason"))
		u.All += count
		if reason > 0 {
			left[f.conditions[reason-1].reason] += count
			continue
		}
		u.Rows, amount, evidence = count, parted.Value(r, "amount"), parted.Str(r, evidenceColumn)
		sources = strings.Split(parted.Str(r, sourcesColumn), "|")
	}
	for _, c := range f.conditions {
		if count := left[c.reason]; count > 0 {
			u.Excluded = append(u.Excluded, Excluded{Reason: c.reason, Said: leftOut(c.reason, l), Rows: count})
			delete(left, c.reason)
		}
	}
	u.Sum = told(table.Column{Name: f.facts.Sum, Type: "float"}, &amount, l)
	return u, evidence, sources, n.list(ctx, u, f, limit, l)
}

// list adds a page of the rows themselves.
func (n *Network) list(ctx context.Context, u *UsedRows, f *factQuery, limit int, l lang.Lang) error {
	f.args["take"], f.args["skip"] = int64(limit), int64(u.Offset)
	listed, err := n.rows(ctx, f.listed(), f.args)
	if err != nil {
		return err
	}
	for _, c := range listed.Columns {
		u.Columns = append(u.Columns, n.described(c.Name, l))
	}
	u.Sample = listed.Rows
	if next := u.Offset + limit; int64(next) < u.Rows {
		u.Next = &next
	}
	return nil
}

// label names what rows are used and what they come to. A kind that stands twice is numbered, so that each has a name
// of its own.
func (n *Network) label(u *UsedRows, before []UsedRows, facts metric.Facts, role metric.Role, l lang.Lang) {
	fact, _ := n.metrics.Fact(facts.Table)
	u.Role = string(role)
	u.Label = roleLabel(role).With(l, lang.Args{"fact": fact.Title.In(l)})
	same := 1
	for _, other := range before {
		if other.Fact == u.Fact || strings.HasPrefix(other.Fact, u.Fact+"-") {
			same++
		}
	}
	if same > 1 {
		u.Fact = fmt.Sprintf("%s-%d", u.Fact, same)
	}
	column := table.Column{Name: facts.Distinct, Label: countedOnce.In(l), Type: "int"}
	switch {
	case facts.Sum == "" && facts.Distinct == "":
		u.Sum = nil
		return
	case facts.Sum != "":
		column = n.summed(facts.Sum, l)
	}
	u.Sum = told(column, u.Sum.Value, l)
}

// summed describes a fact's column that is added up, which an answer may not have.
func (n *Network) summed(name string, l lang.Lang) table.Column {
	if _, known := n.metrics.Column(name); known {
		return n.described(name, l)
	}
	return table.Column{Name: name, Label: total.In(l), Type: "float"}
}

// addQuoted adds the published figures among the used rows, with their quotes.
func (n *Network) addQuoted(ctx context.Context, e *Explanation, f *factQuery, l lang.Lang) error {
	rows, err := n.rows(ctx, "SELECT * FROM fact_figures WHERE "+f.used()+" ORDER BY metric_id, preference LIMIT 20", f.args)
	if err != nil {
		return fmt.Errorf("figures: %w", err)
	}
	for r := range rows.Rows {
		e.Figures = append(e.Figures, n.figure(rows, r, l))
	}
	return nil
}

// agrees compares a number with what its rows come to; nil where it is none, or follows from them by another formula
// than a sum, a difference or a share.
func agrees(value *float64, of []metric.Facts, column string, sums map[metric.Role]float64) *bool {
	divides, adds := false, false
	for _, f := range of {
		role := f.Role(column)
		divides = divides || role == metric.Over
		adds = adds || role == metric.Adds
	}
	if value == nil || !adds || divides && sums[metric.Over] == 0 {
		return nil
	}
	again := sums[metric.Adds] - sums[metric.Less]
	if divides {
		again /= sums[metric.Over]
	}
	same := math.Abs(again-*value) <= 1e-6*max(1, math.Abs(again))
	return &same
}
