package analytics

import (
	"cmp"
	"context"
	"slices"

	"meridian/analytics/kpi"
	"meridian/analytics/lang"
)

// keyFigures lists the key figures as they are said of this network, those of its alliances among them.
func (n *Network) keyFigures(ctx context.Context) ([]kpi.KPI, error) {
	alliances, err := n.rows(ctx, sqlAlliances, Question{Lang: lang.English}.graded())
	if err != nil {
		return nil, err
	}
	figures, err := n.figures(ctx, lang.English)
	if err != nil {
		return nil, err
	}
	var own []kpi.KPI
	for r := range alliances.Rows {
		id := alliances.Str(r, "alliance_id")
		for _, k := range kpi.OfAlliance(id, cmp.Or(alliances.Str(r, "acronym"), alliances.Str(r, "name"))) {
			if len(figures[k.Figure]) > 0 {
				own = append(own, k)
			}
		}
	}
	list := kpi.At(n.snapshot.Dataset().HomePlace)
	at := slices.IndexFunc(list, func(k kpi.KPI) bool { return k.ID == "alliances" })
	return slices.Insert(list, at+1, own...), nil
}
