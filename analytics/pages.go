package analytics

import (
	"slices"

	"meridian/analytics/chart"
)

// Pages lists the pages the data set has something for. The page about the Chinese mainland is missing where a
// university has nothing to do with it, those of places and partners where there are none. The others say which file
// would fill them.
func (n *Network) Pages() []chart.Subject {
	pages := []chart.Subject{chart.Overview, chart.Collaboration, chart.Mobility, chart.Alliances}
	about := func(c chart.Chart) bool { return c.Subject == chart.Mainland && n.available[c.ID] }
	if n.snapshot.Dataset().HomePlace == "HK" || slices.ContainsFunc(chart.Catalogue(), about) {
		pages = append(pages, chart.Mainland)
	}
	if len(n.known["place"]) > 0 {
		pages = append(pages, chart.Places)
	}
	if n.partners {
		pages = append(pages, chart.Partners)
	}
	return pages
}
