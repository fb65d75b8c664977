package analytics

import (
	"context"

	"meridian/analytics/filter"
	"meridian/analytics/lang"
)

// Member is one value a filter may take.
type Member struct {
	ID     string `json:"id"`
	Label  string `json:"label"`
	Region string `json:"region,omitempty"` // of a place
}

// Dimensions lists the values of every filter that the data has.
type Dimensions struct {
	Years      []Member `json:"years"`
	Places     []Member `json:"places"`
	Regions    []Member `json:"regions"`
	Types      []Member `json:"types"`
	Faculties  []Member `json:"faculties"`
	Directions []Member `json:"directions"`
	Evidence   []Member `json:"evidence"`
}

// Dimensions gives the filters' values, named in a language.
func (n *Network) Dimensions(l lang.Lang) Dimensions { return n.values[l] }

func (n *Network) loadDimensions(ctx context.Context, l lang.Lang) (Dimensions, error) {
	rows, err := n.rows(ctx, sqlDimensions, map[string]any{"lang": string(l)})
	if err != nil {
		return Dimensions{}, err
	}
	var d Dimensions
	lists := d.byFilter()
	for r := range rows.Rows {
		m := Member{ID: rows.Str(r, "id"), Label: rows.Str(r, "label"), Region: rows.Str(r, "region")}
		name := rows.Str(r, "dimension")
		if name == "year" {
			m.Label = lang.Year(m.ID)
		}
		*lists[name] = append(*lists[name], m)
	}
	return d, nil
}

// byFilter gives each list under the name of its filter.
func (d *Dimensions) byFilter() map[string]*[]Member {
	return map[string]*[]Member{
		"year": &d.Years, "place": &d.Places, "region": &d.Regions, "type": &d.Types,
		"faculty": &d.Faculties, "direction": &d.Directions, "evidence": &d.Evidence,
	}
}

func (d *Dimensions) known() filter.Known {
	known := filter.Known{}
	for name, members := range d.byFilter() {
		known[name] = []string{}
		for _, m := range *members {
			known[name] = append(known[name], m.ID)
		}
	}
	known["evidence"] = grades // any may be asked for, also one that no row has
	return known
}

// labels names the values a filter is set to.
func (d *Dimensions) labels(name string, ids []string) []string {
	out := make([]string, 0, len(ids))
	for _, id := range ids {
		for _, m := range *d.byFilter()[name] {
			if m.ID == id {
				out = append(out, m.Label)
			}
		}
	}
	return out
}
