package analytics

import "context"

// Establishment is an office, centre or base on the Chinese mainland.
type Establishment struct {
	ID          string  `json:"id"`
	Name        string  `json:"name"`
	Kind        string  `json:"kind"`
	KindLabel   string  `json:"kind_label"`
	Partner     string  `json:"partner,omitempty"`
	PartnerID   string  `json:"partner_id,omitempty"`
	City        string  `json:"city,omitempty"`
	Subdivision string  `json:"subdivision,omitempty"`
	Lat         float64 `json:"lat"`
	Lng         float64 `json:"lng"`
	Quote       string  `json:"quote,omitempty"`
	Evidence    string  `json:"evidence"`
	Source      Source  `json:"source"`
}

// Establishments lists the establishments of the evidence asked for by kind; no other filter is heeded.
func (n *Network) Establishments(ctx context.Context, q Question) ([]Establishment, error) {
	return n.establishments(ctx, q.graded())
}

func (n *Network) establishments(ctx context.Context, args map[string]any) ([]Establishment, error) {
	rows, err := n.rows(ctx, sqlEstablishments, args)
	if err != nil {
		return nil, err
	}
	out := []Establishment{}
	for r := range rows.Rows {
		out = append(out, Establishment{
			ID: rows.Str(r, "establishment_id"), Name: rows.Str(r, "name"), Kind: rows.Str(r, "kind"), KindLabel: rows.Str(r, "kind_label"),
			Partner: rows.Str(r, "partner"), PartnerID: rows.Str(r, "partner_id"), City: rows.Str(r, "city"), Subdivision: rows.Str(r, "subdivision"),
			Lat: rows.Value(r, "lat"), Lng: rows.Value(r, "lng"), Quote: rows.Str(r, "quote"),
			Evidence: rows.Str(r, "evidence"), Source: n.sources[rows.Str(r, "source_id")],
		})
	}
	return out, nil
}

// Milestone is something that happened, dated as precisely as its source.
type Milestone struct {
	Date        string   `json:"date"`
	Title       string   `json:"title"`
	Pillar      string   `json:"pillar,omitempty"`
	Alliances   []string `json:"alliance_ids"` // those that it names
	PillarLabel string   `json:"pillar_label,omitempty"`
	Evidence    string   `json:"evidence"`
	Source      Source   `json:"source"`
}

// Programme is a programme under an alliance or an initiative.
type Programme struct {
	ID        string `json:"id"`
	Name      string `json:"name"`
	Started   string `json:"started,omitempty"`
	Described string `json:"described,omitempty"`
	Alliance  string `json:"alliance,omitempty"`

	AllianceID string `json:"alliance_id,omitempty"`
	Evidence   string `json:"evidence"`
	Source     Source `json:"source"`
}

// History is the milestones and programmes, each oldest first.
type History struct {
	Milestones []Milestone `json:"milestones"`
	Programmes []Programme `json:"programmes"`
}

// History tells the network's story in dates, as far as it is of the evidence asked for; no other filter is heeded.
func (n *Network) History(ctx context.Context, q Question) (History, error) {
	return n.history(ctx, q.graded())
}

func (n *Network) history(ctx context.Context, args map[string]any) (History, error) {
	history := History{Milestones: []Milestone{}, Programmes: []Programme{}}
	rows, err := n.rows(ctx, sqlMilestones, args)
	if err != nil {
		return history, err
	}
	for r := range rows.Rows {
		history.Milestones = append(history.Milestones, Milestone{
			Date: rows.Str(r, "date"), Title: rows.Str(r, "title"), Pillar: rows.Str(r, "pillar"), Alliances: parts(rows.Str(r, "alliance_ids")),
			PillarLabel: rows.Str(r, "pillar_label"), Evidence: rows.Str(r, "evidence"), Source: n.sources[rows.Str(r, "source_id")],
		})
	}
	if rows, err = n.rows(ctx, sqlProgrammes, args); err != nil {
		return history, err
	}
	for r := range rows.Rows {
		history.Programmes = append(history.Programmes, Programme{
			ID: rows.Str(r, "programme_id"), Name: rows.Str(r, "name"), Started: rows.Str(r, "started"), Described: rows.Str(r, "described"),
			Alliance: rows.Str(r, "alliance"), AllianceID: rows.Str(r, "alliance_id"), Evidence: rows.Str(r, "evidence"), Source: n.sources[rows.Str(r, "source_id")],
		})
	}
	return history, nil
}
