package analytics

import (
	"context"
	"strings"

	"meridian/analytics/table"
)

// PartnerEntry is an institution of the network as a list of them shows it.
type PartnerEntry struct {
	ID          string   `json:"id"`
	Name        string   `json:"name"`
	Place       string   `json:"place"`
	PlaceLabel  string   `json:"place_label"`
	Region      string   `json:"region"`
	RegionLabel string   `json:"region_label"`
	City        string   `json:"city,omitempty"`
	Kind        string   `json:"kind,omitempty"`
	Projects    *float64 `json:"projects"` // null where it is withheld
	Outbound    *float64 `json:"outbound"` // sent there on exchange; of a data set without a home, those who left
	Inbound     *float64 `json:"inbound"`  // received from there; of a data set without a home, those who came
	Balance     *float64 `json:"balance"`  // in less out
	Agreements  *float64 `json:"agreements"`
	Status      string   `json:"status,omitempty"` // of the agreement that ends first
	StatusLabel string   `json:"status_label,omitempty"`
	Ends        string   `json:"ends,omitempty"`
	LastActive  string   `json:"last_active,omitempty"` // an academic year
	Dormant     bool     `json:"dormant"`
	Alliances   []string `json:"alliances"` // as they are called
	Evidence    string   `json:"evidence"`

	Withheld []string `json:"withheld,omitempty"` // the numbers that are null because few people are behind them; others that are null are not known
}

// PartnerList is a page of partners, and how many there are in all.
type PartnerList struct {
	Total int `json:"total"`

	TotalAgreements *int `json:"total_agreements,omitempty"` // of the partners' agreements, those of the state asked for: expiring or dormant

	Offset   int            `json:"offset"`
	Partners []PartnerEntry `json:"partners"`
	Sources  []Source       `json:"sources"`
}

const partnerDirectory = "partner_directory"

// Partners lists the partners that the question lets through, in the order it asks for.
func (n *Network) Partners(ctx context.Context, q Question) (*PartnerList, error) {
	if err := q.List.check(PartnerOrders()); err != nil {
		return nil, err
	}
	t, err := n.Answer(ctx, partnerDirectory, q)
	if err != nil {
		return nil, err
	}
	list := &PartnerList{Offset: q.List.Offset, Partners: partnersOf(t), Sources: n.cited(t.SourceIDs)}
	switch {
	case t.Len() > 0:
		list.Total = int(t.Value(0, "total"))
		if v, known := t.Num(0, "total_agreements"); known {
			agreements := int(v)
			list.TotalAgreements = &agreements
		}
	case q.List.Offset > 0: // past the end: how long the list is, is still told
		q.List.Offset, q.List.Limit = 0, 1
		first, err := n.Answer(ctx, partnerDirectory, q)
		if err != nil {
			return nil, err
		}
		if first.Len() > 0 {
			list.Total = int(first.Value(0, "total"))
		}
	}
	return list, nil
}

func partnersOf(t *table.Table) []PartnerEntry {
	partners := make([]PartnerEntry, t.Len())
	for r := range t.Rows {
		partners[r] = PartnerEntry{
			ID: t.Str(r, "institution_id"), Name: t.Str(r, "institution"), Place: t.Str(r, "country_code"), PlaceLabel: t.Str(r, "place"),
			Region: t.Str(r, "region"), RegionLabel: t.Str(r, "region_name"), City: t.Str(r, "city"), Kind: t.Str(r, "institution_kind"),
			Projects: shown(t, r, "projects"), Outbound: shown(t, r, "outbound"), Inbound: shown(t, r, "inbound"), Balance: shown(t, r, "net"),
			Agreements: shown(t, r, "agreements"), Status: t.Str(r, "agreement_status"), StatusLabel: t.Str(r, "status_name"),
			Ends: t.Str(r, "ends"), LastActive: t.Str(r, "last_active"), Dormant: t.Str(r, "dormant") == "true",
			Alliances: parts(t.Str(r, "allied")), Evidence: t.Grades[r],
			Withheld: withheldOf(t, r),
		}
	}
	return partners
}

// shown is a number; nil where it is withheld or not known.
func shown(t *table.Table, r int, column string) *float64 {
	v, ok := t.Num(r, column)
	if !ok {
		return nil
	}
	return &v
}

// withheldOf names the numbers of a row that are withheld, as the answer calls them.
func withheldOf(t *table.Table, r int) []string {
	var names []string
	for _, column := range []string{"projects", "outbound", "inbound", "net", "agreements"} {
		if _, hidden := t.WithheldIn(r, column); hidden {
			names = append(names, strings.Replace(column, "net", "balance", 1))
		}
	}
	return names
}

// parts reads a list with bars.
func parts(joined string) []string {
	if joined == "" {
		return []string{}
	}
	return strings.Split(joined, "|")
}
