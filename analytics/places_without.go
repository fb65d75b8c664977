package analytics

import "context"

// Untied is a country or region without a partner; students may have moved there nevertheless.
type Untied struct {
	Code        string `json:"code"`
	Name        string `json:"name"`
	Region      string `json:"region"`
	RegionLabel string `json:"region_label"`
	Touched     bool   `json:"touched"` // whether students went there or came from there
}

// untied lists the places without a partner, by region, those that have students first; of the filters, the region, the
// place and the evidence are heeded.
func (n *Network) untied(ctx context.Context, q Question) ([]Untied, error) {
	args := q.Filter.Only([]string{"evidence", "region", "place"}).Args()
	args["lang"] = string(q.Lang)
	rows, err := n.rows(ctx, sqlPlacesWithout, args)
	if err != nil {
		return nil, err
	}
	list := make([]Untied, rows.Len())
	for r := range rows.Rows {
		list[r] = Untied{
			Code: rows.Str(r, "code"), Name: rows.Str(r, "name"), Region: rows.Str(r, "region"),
			RegionLabel: rows.Str(r, "region_label"), Touched: rows.Value(r, "students") > 0,
		}
	}
	return list, nil
}
