package analytics

import (
	"context"

	"meridian/analytics/chart"
	"meridian/data/fault"
)

// PartnerProfile is everything that is known of one partner.
type PartnerProfile struct {
	Partner     PartnerEntry      `json:"partner"`
	Names       map[string]string `json:"names"` // by language, as far as the data has them
	RorID       string            `json:"ror_id,omitempty"`
	Subdivision string            `json:"subdivision,omitempty"`
	Lng         *float64          `json:"lng"`
	Lat         *float64          `json:"lat"`
	Source      Source            `json:"source"` // of the institution itself
	Agreements  []Agreement       `json:"agreements"`
	Projects    ProjectList       `json:"projects"`
	Alliances   []Membership      `json:"alliances"`
	Answer      string            `json:"answer"` // what was done with it, in a few sentences of its rows

	Establishments []Establishment `json:"establishments"` // those set up with it
	History        History         `json:"history"`        // the milestones that name it; the programmes that do, or that are of its alliances
	KPIs           []KPIAnswer     `json:"kpis"`
	Charts         []string        `json:"charts"` // those with rows for the partner; asked with the filter partner
	Sources        []Source        `json:"sources"`
}

// ProjectList is a page of projects, the latest first, and how many there are in all.
type ProjectList struct {
	Total  int       `json:"total"`
	Offset int       `json:"offset"`
	Items  []Project `json:"items"`
}

// Project is one row of the projects.
type Project struct {
	ID        string `json:"id"`
	Title     string `json:"title,omitempty"`
	Type      string `json:"type"`
	TypeLabel string `json:"type_label"`
	Faculty   string `json:"faculty,omitempty"`
	Begins    string `json:"begins,omitempty"`
	Ends      string `json:"ends,omitempty"`
	Evidence  string `json:"evidence"`
	Source    Source `json:"source"`
}

// ofPartners are the charts a partner's profile shows, in this order.
func ofPartners() []string {
	return []string{"partner-timeline", "flow-course", "partner-balance", "partner-agreements", "partner-projects"}
}

// Partner tells everything of one partner; its projects are paged by the question's listing.
func (n *Network) Partner(ctx context.Context, id string, q Question) (*PartnerProfile, error) {
	q.Filter.Partner, q.Filter.Place, q.Filter.Region = []string{id}, nil, nil
	identity, err := n.profileRows(ctx, sqlPartnerIdentity, q)
	if err != nil {
		return nil, err
	}
	if identity.Len() == 0 {
		return nil, fault.Missing("id", "there is no partner %.60q; GET /api/v1/partners?q= finds partners by name", id)
	}
	entry, sources, err := n.entry(ctx, id, q)
	if err != nil {
		return nil, err
	}
	p := &PartnerProfile{
		Partner: entry, Names: map[string]string{}, RorID: identity.Str(0, "ror_id"), Subdivision: identity.Str(0, "subdivision"),
		Lng: shown(identity, 0, "lng"), Lat: shown(identity, 0, "lat"), Source: n.sources[identity.Str(0, "source_id")], Sources: sources,
	}
	for language, column := range map[string]string{"en": "name", "zh-Hant": "name_zh_hant", "zh-Hans": "name_zh_hans"} {
		if name := identity.Str(0, column); name != "" {
			p.Names[language] = name
		}
	}
	if p.Projects, err = n.projectsOf(ctx, q); err != nil {
		return nil, err
	}
	q.List = Listing{}
	if p.Agreements, err = n.agreementsOf(ctx, q); err != nil {
		return nil, err
	}
	if p.Alliances, err = n.membershipsOf(ctx, q); err != nil {
		return nil, err
	}
	if p.KPIs, err = n.profileKPIs(ctx, chart.Partners, q); err != nil {
		return nil, err
	}
	if p.Charts, err = n.profileCharts(ctx, q, ofPartners()); err != nil {
		return nil, err
	}
	args := q.graded()
	args["partner"] = q.Filter.Args()["partner"]
	if p.Establishments, err = n.establishments(ctx, args); err != nil {
		return nil, err
	}
	if p.History, err = n.history(ctx, args); err != nil {
		return nil, err
	}
	p.Answer = p.inWords(q.Lang)
	return p, nil
}

// entry is the partner as the list has it. Filters may leave nothing of it: then it is told without them.
func (n *Network) entry(ctx context.Context, id string, q Question) (PartnerEntry, []Source, error) {
	q.List = Listing{}
	list, err := n.Partners(ctx, q)
	if err == nil && len(list.Partners) == 0 {
		q.Filter = q.Filter.Only([]string{"partner"})
		list, err = n.Partners(ctx, q)
	}
	if err != nil {
		return PartnerEntry{}, nil, err
	}
	if len(list.Partners) == 0 {
		return PartnerEntry{}, nil, fault.Missing("id", "nothing ties %.60q to the network; GET /api/v1/partners lists the partners", id)
	}
	return list.Partners[0], list.Sources, nil
}

func (n *Network) projectsOf(ctx context.Context, q Question) (ProjectList, error) {
	t, err := n.profileRows(ctx, sqlPartnerProjects, q)
	if err != nil {
		return ProjectList{}, err
	}
	list := ProjectList{Offset: q.List.Offset, Items: make([]Project, t.Len())}
	for r := range t.Rows {
		list.Total = int(t.Value(r, "total"))
		list.Items[r] = Project{
			ID: t.Str(r, "project_id"), Title: t.Str(r, "title"), Type: t.Str(r, "project_type"), TypeLabel: t.Str(r, "type_name"),
			Faculty: t.Str(r, "faculty_name"), Begins: t.Str(r, "start_date"), Ends: t.Str(r, "end_date"),
			Evidence: t.Str(r, "evidence"), Source: n.sources[t.Str(r, "source_id")],
		}
	}
	return list, nil
}
