package analytics

import (
	"context"
	"slices"

	"meridian/analytics/chart"
	"meridian/analytics/table"
)

// Agreement is an agreement with its term, as a profile lists it.
type Agreement struct {
	ID          string `json:"id"`
	Partner     string `json:"partner"`
	PartnerName string `json:"partner_name"`
	Kind        string `json:"kind"`
	KindLabel   string `json:"kind_label"`
	Status      string `json:"status"`
	StatusLabel string `json:"status_label"`
	Begins      string `json:"begins,omitempty"`
	Ends        string `json:"ends,omitempty"`
	Evidence    string `json:"evidence"`
	Source      Source `json:"source"`
}

// Membership is an alliance with the members that a profile is about.
type Membership struct {
	ID      string            `json:"id"`
	Name    string            `json:"name"`
	Acronym string            `json:"acronym,omitempty"`
	Members []MembershipOfOne `json:"members"`
}

// MembershipOfOne is what a source says of one member.
type MembershipOfOne struct {
	ID         string `json:"id"`
	Name       string `json:"name"`
	Role       string `json:"role"`
	Joined     string `json:"joined,omitempty"`
	Confidence string `json:"confidence"`
	Evidence   string `json:"evidence"`
	Source     Source `json:"source"`
}

// profileKPIs are the key figures of a profile that have something to tell: those without a value, and those that were
// zero all along, are left out.
func (n *Network) profileKPIs(ctx context.Context, subject chart.Subject, q Question) ([]KPIAnswer, error) {
	all, err := n.KPIs(ctx, string(subject), q)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(all, func(a KPIAnswer) bool {
		moved := slices.ContainsFunc(a.Spark, func(s Spot) bool { return s.Value != 0 })
		return a.Value == nil || *a.Value == 0 && !moved
	}), nil
}

// profileCharts are those of the charts that have rows for what the profile is about.
func (n *Network) profileCharts(ctx context.Context, q Question, ids []string) ([]string, error) {
	found := []string{}
	for _, id := range ids {
		c, ok := chart.ByID(id)
		if !ok || !n.available[id] {
			continue
		}
		asked := q
		asked.Filter = q.Filter.Only(c.Filters)
		t, err := n.Answer(ctx, c.Metric, asked)
		if err != nil {
			return nil, err
		}
		if t.Len() > 0 {
			found = append(found, id)
		}
	}
	return found, nil
}

func (n *Network) agreementsOf(ctx context.Context, q Question) ([]Agreement, error) {
	t, err := n.Answer(ctx, "partner_agreements", q)
	if err != nil {
		return nil, err
	}
	list := make([]Agreement, t.Len())
	for r := range t.Rows {
		list[r] = Agreement{
			ID: t.Str(r, "agreement_id"), Partner: t.Str(r, "institution_id"), PartnerName: t.Str(r, "institution"),
			Kind: t.Str(r, "agreement_kind"), KindLabel: t.Str(r, "kind_name"), Status: t.Str(r, "agreement_status"), StatusLabel: t.Str(r, "status_name"),
			Begins: t.Str(r, "begins"), Ends: t.Str(r, "ends"), Evidence: t.Grades[r], Source: n.sources[t.Cited[r]],
		}
	}
	return list, nil
}

func (n *Network) membershipsOf(ctx context.Context, q Question) ([]Membership, error) {
	t, err := n.profileRows(ctx, sqlPartnerAlliances, q)
	if err != nil {
		return nil, err
	}
	list := []Membership{}
	for r := range t.Rows {
		id := t.Str(r, "alliance_id")
		if len(list) == 0 || list[len(list)-1].ID != id {
			list = append(list, Membership{ID: id, Name: t.Str(r, "name"), Acronym: t.Str(r, "acronym"), Members: []MembershipOfOne{}})
		}
		last := &list[len(list)-1]
		last.Members = append(last.Members, MembershipOfOne{
			ID: t.Str(r, "institution_id"), Name: t.Str(r, "institution"), Role: t.Str(r, "role"), Joined: t.Str(r, "joined"),
			Confidence: t.Str(r, "confidence"), Evidence: t.Str(r, "evidence"), Source: n.sources[t.Str(r, "source_id")],
		})
	}
	return list, nil
}

// profileRows asks a query of rows, which count no people, with the filters and the listing of a question.
func (n *Network) profileRows(ctx context.Context, query string, q Question) (*table.Table, error) {
	args := q.Filter.Args()
	args["lang"] = string(q.Lang)
	for name, value := range q.List.args() {
		args[name] = value
	}
	return n.rows(ctx, query, args)
}
