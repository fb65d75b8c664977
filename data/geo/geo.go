// Package geo describes the built maps and place names beside it. The files
// are made by `npm run geo` in web/; nothing here changes them.
package geo

// Maps are the names of the map files, and the names under which the charts
// register them.
const (
	World         = "meridian-world"
	Atlantic      = "meridian-atlantic"
	BeltRoad      = "meridian-belt-road"
	China         = "meridian-china"
	SouthChinaSea = "meridian-scs"
)

// Unstated is the code of what is counted without a place: other or not stated. It is on no map.
const Unstated = "ZZ"

// The name tables.
const (
	PlacesFile       = "places.csv"
	RegionsFile      = "regions.csv"
	SubdivisionsFile = "subdivisions.csv"
)

// MapNames lists every map in the order in which pages offer them.
func MapNames() []string {
	return []string{World, Atlantic, BeltRoad, China, SouthChinaSea}
}
