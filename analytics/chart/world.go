package chart

import (
	"slices"
	"strconv"
)

// The maps, by the names of their files. A chart of the world says worldMap, and is drawn on the map that
// shows its home best.
const (
	worldMap    = "meridian-world"
	atlanticMap = "meridian-atlantic"
	beltRoadMap = "meridian-belt-road"
	chinaMap    = "meridian-china"
	seaMap      = "meridian-scs"
)

// The longitudes between which a home has the Pacific in the middle of its world, eastward.
const pacificFrom, pacificTo = 60, -140

// known tells whether the network has a home at all.
func (h Home) known() bool { return h.Place != "" }

// world is the map of the world a network is drawn on: around 150° E for homes in Asia and the Pacific, around
// 11° E for all others and for a network without a home.
func (h Home) world() string {
	if h.known() && (h.Lng >= pacificFrom || h.Lng <= pacificTo) {
		return worldMap
	}
	return atlanticMap
}

// centre is the longitude in the middle of a map of the world.
func centre(world string) float64 {
	if world == worldMap {
		return 150
	}
	return 11
}

// MapsOf lists the files of the maps a chart is drawn on when the network is told from a home.
func (c Chart) MapsOf(h Home) []string {
	maps := slices.Clone(c.Maps)
	for i, name := range maps {
		if name == worldMap {
			maps[i] = h.world()
		}
	}
	return maps
}

// ground is a map to draw on with the home's meridian, where there is a home; worldMap is the world that shows it best.
func (in Input) ground(name string) Option {
	if name == worldMap {
		name = in.Home.world()
	}
	if in.Home.known() {
		name += "@" + strconv.FormatFloat(in.Home.Lng, 'f', 2, 64)
	}
	return geo(in.Theme, name)
}
