package analytics

import (
	"context"
	"slices"

	"meridian/analytics/chart"
	"meridian/analytics/filter"
	"meridian/analytics/kpi"
	"meridian/analytics/lang"
	"meridian/analytics/table"
	"meridian/data/fault"
)

// KPIAnswer is a key figure with its course, its change, its target and where it is from.
type KPIAnswer struct {
	ID            string   `json:"id"`
	Label         string   `json:"label"`
	Value         *float64 `json:"value"` // null where no row is left
	Display       string   `json:"display"`
	Withheld      string   `json:"withheld,omitempty"` // why a value that is known is not shown: few_people, small_base or gives_away
	Unit          string   `json:"unit"`
	Share         bool     `json:"share,omitempty"` // value, course and change are shares of one
	Note          string   `json:"note,omitempty"`
	Year          string   `json:"year,omitempty"` // the year a yearly value is of; none for a published figure
	Evidence      string   `json:"evidence"`       // of the value
	Figure        *Figure  `json:"figure"`         // the published figure shown; null when the value is computed
	Spark         []Spot   `json:"spark"`
	TrendEvidence string   `json:"trend_evidence,omitempty"` // of the spark and the change
	Change        *Change  `json:"change"`
	Target        *Target  `json:"target"`
	Chart         string   `json:"chart"`
	Sources       []Source `json:"sources"`

	Filters map[string]string `json:"filters"` // those it honours; the others do not change it
}

// Spot is one year of a key figure.
type Spot struct {
	Year  string  `json:"year"`
	Value float64 `json:"value"`
}

// Change compares the last whole year with the one before.
type Change struct {
	Value   float64 `json:"value"`
	Display string  `json:"display"`
	Against string  `json:"against"` // the academic year compared with, as it is shown
}

// Target is what was aimed at for the last whole year.
type Target struct {
	Value      float64 `json:"value"`
	Display    string  `json:"display"`
	Year       string  `json:"year"`
	Attainment float64 `json:"attainment"` // value ÷ target
	Evidence   string  `json:"evidence"`
}

// KPIs gives the key figures of a page: the published figure where the filters
// leave in all it counts, else the value computed from the rows let through. What
// the data set knows nothing of is left out.
func (n *Network) KPIs(ctx context.Context, subject string, q Question) ([]KPIAnswer, error) {
	subjects := []string{string(chart.Overview), string(chart.Collaboration), string(chart.Mobility), string(chart.Alliances), string(chart.Mainland), string(chart.Places), string(chart.Partners)}
	if !slices.Contains(subjects, subject) {
		return nil, fault.Refuse("subject", "subject=%s is not known; known are %v", subject, subjects)
	}
	figures, err := n.figures(ctx, q.Lang)
	if err != nil {
		return nil, err
	}
	targets, err := n.rows(ctx, sqlTargets, nil)
	if err != nil {
		return nil, err
	}
	list, err := n.keyFigures(ctx)
	if err != nil {
		return nil, err
	}
	out, ask := []KPIAnswer{}, once(n.Answer)
	for _, k := range list {
		if !slices.Contains(k.Subjects, chart.Subject(subject)) {
			continue
		}
		answer, err := n.kpi(ctx, k, q, figures[k.Figure], targets, ask)
		if err != nil {
			return nil, err
		}
		kept := answer.known()
		if !kept && !q.Filter.Empty() {
			// A figure that the filter leaves without a value keeps its place; one that is never known has none.
			whole, err := n.kpi(ctx, k, Question{Lang: q.Lang, Disclosure: q.Disclosure}, figures[k.Figure], targets, ask)
			if err != nil {
				return nil, err
			}
			kept = whole.known()
		}
		if kept {
			out = append(out, answer)
		}
	}
	return out, nil
}

// known tells whether there is a value, shown or kept back.
func (a KPIAnswer) known() bool { return a.Value != nil || a.Withheld != "" }

func (n *Network) kpi(ctx context.Context, k kpi.KPI, q Question, figures []Figure, targets *table.Table, ask answerer) (KPIAnswer, error) {
	q.Filter = q.Filter.Only(k.Filters)
	a := KPIAnswer{
		ID: k.ID, Label: k.Label.In(q.Lang), Unit: k.Unit.In(q.Lang), Share: k.Form == kpi.Share, Note: k.Note.In(q.Lang), Chart: k.Chart,
		Spark: []Spot{}, Sources: []Source{}, Display: "–", Filters: q.Filter.Map(),
	}
	if k.Metric != "" {
		if err := n.compute(ctx, &a, k, q, ask); err != nil {
			return a, err
		}
	}
	if !n.whole(k, q.Filter) {
		return a, nil
	}
	if len(figures) > 0 && admits(q.Filter, figures[0].Evidence) {
		f := figures[0]
		a.Value, a.Display, a.Figure, a.Evidence, a.Sources = &f.Value, f.Display, &f, f.Evidence, []Source{f.Source}
		a.Withheld = "" // a figure that was printed is not kept back
		a.Year, a.Note = "", k.Note.In(q.Lang)
	}
	if t := target(targets, k.Figure, a); t != nil && admits(q.Filter, t.Evidence) {
		a.Target = t
	}
	return a, nil
}

// whole tells whether a filter leaves in all that the published figure and the
// target count: every place, type and faculty, and the years up to the last.
func (n *Network) whole(k kpi.KPI, f filter.Filter) bool {
	f.Evidence = nil
	years := n.known["year"]
	if len(years) > 0 && f.To == years[len(years)-1] {
		f.To = ""
	}
	if !k.Running || len(years) > 0 && f.From == years[0] {
		f.From = ""
	}
	return f.Empty()
}

// admits tells whether rows of a grade pass the filter.
func admits(f filter.Filter, evidence string) bool {
	return len(f.Evidence) == 0 || slices.Contains(f.Evidence, evidence)
}

// target gives the aim for the figure's last year, where one was set.
func target(targets *table.Table, metric string, a KPIAnswer) *Target {
	if a.Value == nil || len(a.Spark) == 0 {
		return nil
	}
	year := a.Spark[len(a.Spark)-1].Year
	r := targets.Find(map[string]string{"metric_id": metric, "academic_year_id": year})
	if r < 0 {
		return nil
	}
	v := targets.Value(r, "value")
	if v <= 0 {
		return nil
	}
	return &Target{
		Value: v, Display: lang.Int(v), Year: lang.Year(year), Attainment: *a.Value / v, Evidence: targets.Str(r, "evidence"),
	}
}
