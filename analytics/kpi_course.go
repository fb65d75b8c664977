package analytics

import (
	"context"
	"fmt"
	"slices"

	"meridian/analytics/kpi"
	"meridian/analytics/lang"
	"meridian/analytics/table"
)

// answerer gives a metric's rows.
type answerer func(ctx context.Context, metric string, q Question) (*table.Table, error)

// once keeps what was answered, for as long as one request: several key figures are read off one metric.
func once(ask answerer) answerer {
	answered := map[string]*table.Table{}
	return func(ctx context.Context, metric string, q Question) (*table.Table, error) {
		key := fmt.Sprintf("%s %+v", metric, q)
		if t, known := answered[key]; known {
			return t, nil
		}
		t, err := ask(ctx, metric, q)
		if err == nil {
			answered[key] = t
		}
		return t, err
	}
}

// compute fills in the value, its course and its change from the metric's rows. What is not known is no zero: a
// measure without a number leaves the figure without a value.
func (n *Network) compute(ctx context.Context, a *KPIAnswer, k kpi.KPI, q Question, ask answerer) error {
	t, err := ask(ctx, k.Metric, q)
	if err != nil {
		return err
	}
	used, partial := counted(t, k)
	yearly := has(t, "academic_year_id")
	for _, r := range used {
		a.read(t, r, k, q.Lang)
		if v, known := t.Num(r, k.Measure); known && yearly {
			a.Spark = append(a.Spark, Spot{Year: t.Str(r, "academic_year_id"), Value: v})
		}
	}
	if len(used) == 0 {
		return nil
	}
	evidence, sources := summedUp(t, used)
	a.Evidence, a.Sources = computed(evidence), n.cited(sources)
	if len(a.Spark) > 1 {
		a.TrendEvidence = computed(evidence)
	}
	a.Change = changeTo(t, used, a.Spark, k, q.Lang)
	if yearly && !k.Running {
		a.Year = t.Str(used[len(used)-1], "academic_year_id")
		a.Note = k.NoteOf(q.Lang, a.Year, partial)
	}
	return nil
}

// read takes a figure's value off a row, or what stands in its place.
func (a *KPIAnswer) read(t *table.Table, row int, k kpi.KPI, l lang.Lang) {
	a.Value, a.Withheld = nil, ""
	if w, kept := t.WithheldIn(row, k.Measure); kept {
		a.Display, a.Withheld = w.Shown, string(w.Reason)
		return
	}
	v := t.Value(row, k.Measure)
	a.Value, a.Display = &v, k.Write(l, v)
}

// changeTo is the last year's change from the one before; none where a number of the two is withheld, which the change
// would give away.
func changeTo(t *table.Table, used []int, spark []Spot, k kpi.KPI, l lang.Lang) *Change {
	last := len(spark) - 1
	if last < 1 || len(used) < 2 || !has(t, "academic_year_id") ||
		spark[last].Year != t.Str(used[len(used)-1], "academic_year_id") || spark[last-1].Year != t.Str(used[len(used)-2], "academic_year_id") {
		return nil
	}
	return change(k, l, spark[last-1], spark[last])
}

// counted are the rows of a figure: those of whole years, or where no year is whole, which partial tells, of all.
func counted(t *table.Table, k kpi.KPI) (rows []int, partial bool) {
	var all []int
	for r := range t.Rows {
		_, known := t.Num(r, k.Measure)
		if _, kept := t.WithheldIn(r, k.Measure); (known || kept) && t.Matches(r, k.Where) {
			all = append(all, r)
		}
	}
	if !has(t, "incomplete") {
		return all, false
	}
	rows = slices.DeleteFunc(slices.Clone(all), func(r int) bool { return t.Str(r, "incomplete") == "true" })
	if len(rows) == 0 {
		return all, len(all) > 0
	}
	return rows, false
}

func has(t *table.Table, column string) bool {
	return slices.ContainsFunc(t.Columns, func(c table.Column) bool { return c.Name == column })
}

// computed is the grade of a number worked out from rows: never better than derived.
func computed(rows string) string {
	if rows == grades[0] {
		return grades[1]
	}
	return rows
}

func change(k kpi.KPI, l lang.Lang, before, now Spot) *Change {
	by, written := k.Move(l, before.Value, now.Value)
	return &Change{Value: by, Display: written, Against: lang.Year(before.Year)}
}
