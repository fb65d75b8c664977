package analytics

import (
	"slices"

	"meridian/analytics/chart"
)

// Pages lists the pages the data set has something for. Only the page about the Chinese mainland can be missing: a
// university elsewhere may have nothing to do with it. The others say which file would fill them.
func (n *Network) Pages() []chart.Subject {
	pages := []chart.Subject{chart.Overview, chart.Collaboration, chart.Mobility, chart.Alliances}
	about := func(c chart.Chart) bool { return c.Subject == chart.Mainland && n.available[c.ID] }
	if n.snapshot.Dataset().HomePlace == "HK" || slices.ContainsFunc(chart.Catalogue(), about) {
		pages = append(pages, chart.Mainland)
	}
	return pages
}
