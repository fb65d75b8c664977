package analytics

import (
	"context"
	"slices"
	"strings"

	"meridian/analytics/chart"
	"meridian/analytics/table"
	"meridian/data/fault"
)

const placeDirectory = "place_directory"

// PlaceEntry is a country or region as a list of them shows it.
type PlaceEntry struct {
	Code        string   `json:"code"`
	Name        string   `json:"name"`
	Region      string   `json:"region"`
	RegionLabel string   `json:"region_label"`
	Partners    *float64 `json:"partners"` // of a data set without a home, its institutions
	Projects    *float64 `json:"projects"`
	Outbound    *float64 `json:"outbound"` // sent there on exchange; of a data set without a home, those who left it
	Inbound     *float64 `json:"inbound"`  // received from there; of a data set without a home, those who came to it
	Balance     *float64 `json:"balance"`  // in less out
	Agreements  *float64 `json:"agreements"`
	Works       *float64 `json:"works"` // written with authors of other places
	Evidence    string   `json:"evidence"`

	Withheld []string `json:"withheld,omitempty"` // the numbers that are null because few people are behind them; others that are null are not known
}

// PlaceList is every place of the network, by region.
type PlaceList struct {
	Places  []PlaceEntry `json:"places"`
	Without []Untied     `json:"without"` // without a partner, by region; none in a data set without a home institution
	Sources []Source     `json:"sources"`
}

// Counted is how many things are in a state.
type Counted struct {
	Status      string `json:"status"`
	StatusLabel string `json:"status_label"`
	Agreements  int    `json:"agreements"`
}

// PlaceProfile is everything that is known of one country or region.
type PlaceProfile struct {
	PlaceEntry
	KPIs          []KPIAnswer    `json:"kpis"`
	TopPartners   []PartnerEntry `json:"top_partners"`
	PartnersTotal int            `json:"partners_total"`
	Status        []Counted      `json:"agreements_by_status"`
	Terms         []Agreement    `json:"agreement_list"` // the sixty that end first
	Alliances     []Membership   `json:"alliances"`
	Neighbours    []PlaceEntry   `json:"neighbours"` // of the region, itself among them
	Previous      *Member        `json:"previous"`   // in the region, by name
	Next          *Member        `json:"next"`
	Charts        []string       `json:"charts"` // those with rows for the place; asked with the filter place
	Sources       []Source       `json:"sources"`
}

// topPartners is how many partners a place's profile names.
const topPartners = 10

// ofPlaces are the charts a place's profile shows, in this order.
func ofPlaces() []string {
	return []string{
		"mobility-trend", "flow-course", "copublication-trend", "partner-balance", "flow-pairs", "copublication-pairs",
		"projects-by-type", "agreement-status", "mobility-levels", "place-benchmark",
	}
}

// Places lists the countries and regions of the network.
func (n *Network) Places(ctx context.Context, q Question) (*PlaceList, error) {
	t, err := n.Answer(ctx, placeDirectory, q)
	if err != nil {
		return nil, err
	}
	without, err := n.untied(ctx, q)
	if err != nil {
		return nil, err
	}
	return &PlaceList{Places: placesOf(t), Without: without, Sources: n.cited(t.SourceIDs)}, nil
}

func placesOf(t *table.Table) []PlaceEntry {
	places := make([]PlaceEntry, t.Len())
	for r := range t.Rows {
		places[r] = PlaceEntry{
			Code: t.Str(r, "country_code"), Name: t.Str(r, "place"), Region: t.Str(r, "region"), RegionLabel: t.Str(r, "region_name"),
			Partners: shown(t, r, "partners"), Projects: shown(t, r, "projects"), Outbound: shown(t, r, "outbound"), Inbound: shown(t, r, "inbound"),
			Balance: shown(t, r, "net"), Agreements: shown(t, r, "agreements"), Works: shown(t, r, "works"), Evidence: t.Grades[r],
			Withheld: withheldOf(t, r),
		}
	}
	return places
}

// Place tells everything of one country or region, by its ISO 3166-1 alpha-2 code in capitals or small letters.
func (n *Network) Place(ctx context.Context, code string, q Question) (*PlaceProfile, error) {
	code = strings.ToUpper(code)
	places := n.Dimensions(q.Lang).Places
	at := slices.IndexFunc(places, func(m Member) bool { return m.ID == code })
	if at < 0 {
		return nil, fault.Missing("code", "the network has no country or region %.20q; GET /api/v1/places lists them by ISO 3166-1 alpha-2 code", code)
	}
	q.Filter.Place, q.Filter.Region, q.Filter.Partner = []string{code}, nil, nil
	p := &PlaceProfile{PlaceEntry: PlaceEntry{Code: code, Name: places[at].Label, Region: places[at].Region}}
	dimensions := n.Dimensions(q.Lang)
	p.RegionLabel = firstOf(dimensions.labels("region", []string{p.Region}))
	if err := n.neighbours(ctx, p, q); err != nil {
		return nil, err
	}
	return p, n.relations(ctx, p, q)
}

// neighbours sets a place among those of its region.
func (n *Network) neighbours(ctx context.Context, p *PlaceProfile, q Question) error {
	q.Filter.Place, q.Filter.Region = nil, []string{p.Region}
	list, err := n.Places(ctx, q)
	if err != nil {
		return err
	}
	p.Neighbours, p.Sources = list.Places, list.Sources
	at := slices.IndexFunc(p.Neighbours, func(e PlaceEntry) bool { return e.Code == p.Code })
	if at < 0 {
		return nil
	}
	p.PlaceEntry = p.Neighbours[at]
	named := func(e PlaceEntry) *Member { return &Member{ID: e.Code, Label: e.Name} }
	if at > 0 {
		p.Previous = named(p.Neighbours[at-1])
	}
	if at < len(p.Neighbours)-1 {
		p.Next = named(p.Neighbours[at+1])
	}
	return nil
}

// relations fills in who and what ties the network to a place.
func (n *Network) relations(ctx context.Context, p *PlaceProfile, q Question) (err error) {
	q.List = Listing{Limit: topPartners}
	top, err := n.Partners(ctx, q)
	if err != nil {
		return err
	}
	p.TopPartners, p.PartnersTotal = top.Partners, top.Total
	q.List = Listing{}
	if p.Terms, err = n.agreementsOf(ctx, q); err != nil {
		return err
	}
	if p.Status, err = n.byStatus(ctx, q); err != nil {
		return err
	}
	if p.Alliances, err = n.membershipsOf(ctx, q); err != nil {
		return err
	}
	if p.KPIs, err = n.profileKPIs(ctx, chart.Places, q); err != nil {
		return err
	}
	p.Charts, err = n.profileCharts(ctx, q, ofPlaces())
	return err
}

// byStatus counts the agreements of each status, every kind together.
func (n *Network) byStatus(ctx context.Context, q Question) ([]Counted, error) {
	t, err := n.Answer(ctx, "agreements_by_status", q)
	if err != nil {
		return nil, err
	}
	list := []Counted{}
	for _, status := range t.Distinct("agreement_status") {
		r := t.Find(map[string]string{"agreement_status": status})
		list = append(list, Counted{Status: status, StatusLabel: t.Str(r, "status_name"), Agreements: int(t.Value(r, "status_agreements"))})
	}
	return list, nil
}

func firstOf(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}
