package analytics

import (
	"context"

	"meridian/analytics/filter"
	"meridian/analytics/lang"
	"meridian/analytics/table"
)

// Figure is a published figure as its source printed it.
type Figure struct {
	MetricID  string  `json:"metric_id"`
	Value     float64 `json:"value"`
	Display   string  `json:"display"` // with the source's qualifier
	Unit      string  `json:"unit,omitempty"`
	Qualifier string  `json:"qualifier,omitempty"`
	Period    string  `json:"period,omitempty"`
	AsOf      string  `json:"as_of,omitempty"`
	Quote     string  `json:"quote,omitempty"`
	Note      string  `json:"note,omitempty"`
	Evidence  string  `json:"evidence"`
	Source    Source  `json:"source"`
}

// figures gives every published figure by metric, the one to show first at the front; of the grades named, or of all.
func (n *Network) figures(ctx context.Context, l lang.Lang, evidence ...string) (map[string][]Figure, error) {
	rows, err := n.rows(ctx, sqlFigures, filter.Filter{Evidence: evidence}.Args())
	if err != nil {
		return nil, err
	}
	out := map[string][]Figure{}
	for r := range rows.Rows {
		f := n.figure(rows, r, l)
		out[f.MetricID] = append(out[f.MetricID], f)
	}
	return out, nil
}

func (n *Network) figure(t *table.Table, r int, l lang.Lang) Figure {
	f := Figure{
		MetricID: t.Str(r, "metric_id"), Value: t.Value(r, "value"), Unit: t.Str(r, "unit"), Qualifier: t.Str(r, "qualifier"),
		Period: t.Str(r, "period"), AsOf: t.Str(r, "as_of"), Quote: t.Str(r, "quote"), Note: t.Str(r, "note"),
		Evidence: t.Str(r, "evidence"), Source: n.sources[t.Str(r, "source_id")],
	}
	f.Display = lang.Qualified(l, f.Qualifier, f.Value, f.Unit == "%")
	return f
}

// Alliance is an alliance with what is published of its size and who is named as a member.
type Alliance struct {
	ID        string   `json:"id"`
	Name      string   `json:"name"`
	Acronym   string   `json:"acronym,omitempty"`
	Founded   string   `json:"founded,omitempty"`
	Described string   `json:"described,omitempty"`
	Website   string   `json:"website,omitempty"`
	Role      string   `json:"role,omitempty"` // the home institution's
	Named     int      `json:"named"`
	Tied      int      `json:"tied"` // of these, partners by an agreement, exchange or a project
	Evidence  string   `json:"evidence"`
	Source    Source   `json:"source"`
	Figures   []Figure `json:"figures"`
	Members   []Named  `json:"members"`
}

// Named is a member that a source names.
type Named struct {
	InstitutionID string `json:"institution_id"`
	Name          string `json:"name"`
	Place         string `json:"place"`
	PlaceLabel    string `json:"place_label"`
	Home          bool   `json:"home,omitempty"` // the home institution itself, which is no partner
	Confidence    string `json:"confidence"`
	Source        Source `json:"source"`
}

// Alliances lists the alliances, oldest first, with the members and figures of the evidence asked for; no other filter
// is heeded. An alliance's size is the figure of the metric <id>_members.
func (n *Network) Alliances(ctx context.Context, q Question) ([]Alliance, error) {
	args := q.graded()
	rows, err := n.rows(ctx, sqlAlliances, args)
	if err != nil {
		return nil, err
	}
	members, err := n.members(ctx, args)
	if err != nil {
		return nil, err
	}
	figures, err := n.figures(ctx, q.Lang, q.Filter.Evidence...)
	if err != nil {
		return nil, err
	}
	out := []Alliance{}
	for r := range rows.Rows {
		id := rows.Str(r, "alliance_id")
		out = append(out, Alliance{
			ID: id, Name: rows.Str(r, "name"), Acronym: rows.Str(r, "acronym"), Founded: rows.Str(r, "founded"),
			Described: rows.Str(r, "described"), Website: rows.Str(r, "website"), Role: rows.Str(r, "role"),
			Named: int(rows.Value(r, "named")), Tied: int(rows.Value(r, "tied")), Evidence: rows.Str(r, "evidence"), Source: n.sources[rows.Str(r, "source_id")],
			Figures: orNone(figures[id+"_members"]), Members: orNone(members[id]),
		})
	}
	return out, nil
}

func (n *Network) members(ctx context.Context, args map[string]any) (map[string][]Named, error) {
	rows, err := n.rows(ctx, sqlMembers, args)
	if err != nil {
		return nil, err
	}
	out := map[string][]Named{}
	for r := range rows.Rows {
		id := rows.Str(r, "alliance_id")
		out[id] = append(out[id], Named{
			InstitutionID: rows.Str(r, "institution_id"), Name: rows.Str(r, "name"), Place: rows.Str(r, "country_code"),
			PlaceLabel: rows.Str(r, "place"), Confidence: rows.Str(r, "confidence"),
			Home: rows.Str(r, "home") == "true", Source: n.sources[rows.Str(r, "source_id")],
		})
	}
	return out, nil
}

func orNone[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
