package analytics

import (
	"context"
	"slices"
	"strings"

	"meridian/analytics/chart"
	"meridian/analytics/filter"
	"meridian/analytics/lang"
	"meridian/data/fault"
)

// Filter reads the fields of a request, as filter.Parse does, and looks up that its partners exist.
func (n *Network) Filter(ctx context.Context, get func(name string) string) (filter.Filter, error) {
	f, err := filter.Parse(get, n.known)
	if err != nil || len(f.Partner) == 0 {
		return f, err
	}
	named, err := n.named(ctx, f.Partner, lang.English)
	if err != nil {
		return filter.Filter{}, err
	}
	for _, id := range f.Partner {
		if !slices.ContainsFunc(named, func(m Member) bool { return m.ID == id }) {
			return filter.Filter{}, fault.Refuse("partner", "partner=%s is not known; GET /api/v1/partners?q= finds partners by name", id)
		}
	}
	return f, nil
}

// loadPartners finds out, once for a snapshot, whether there are partners to list.
func (n *Network) loadPartners(ctx context.Context) error {
	list, err := n.Partners(ctx, Question{Lang: lang.English, List: Listing{Limit: 1}})
	n.partners = err == nil && list.Total > 0
	return err
}

// Has tells whether there is a page about one place or partner.
func (n *Network) Has(ctx context.Context, page chart.Subject, id string) (bool, error) {
	if page == chart.Places {
		return slices.Contains(n.known["place"], strings.ToUpper(id)), nil
	}
	named, err := n.profileRows(ctx, sqlPartnerIdentity, Question{Lang: lang.English, Filter: filter.Filter{Partner: []string{id}}})
	return err == nil && named.Len() > 0, err
}

// named gives institutions by id with their names, in order of id; those that do not exist are left out.
func (n *Network) named(ctx context.Context, ids []string, l lang.Lang) ([]Member, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	rows, err := n.rows(ctx, sqlNamed, map[string]any{"partner": ids, "lang": string(l)})
	if err != nil {
		return nil, err
	}
	members := make([]Member, 0, rows.Len())
	for r := range rows.Rows {
		members = append(members, Member{ID: rows.Str(r, "institution_id"), Label: rows.Str(r, "name")})
	}
	return members, nil
}
