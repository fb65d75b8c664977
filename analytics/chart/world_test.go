package chart

import (
	"slices"
	"testing"
)

func TestTheHomeChoosesItsWorld(t *testing.T) {
	for name, c := range map[string]struct {
		home         Home
		world, drawn string
	}{
		"Hong Kong":   {Home{Place: "HK", Lng: 114.18}, worldMap, "meridian-world@114.18"},
		"New Delhi":   {Home{Place: "IN", Lng: 77.2}, worldMap, "meridian-world@77.20"},
		"Hawaii":      {Home{Place: "US", Lng: -157.8}, worldMap, "meridian-world@-157.80"},
		"Lisbon":      {Home{Place: "PT", Lng: -9.157}, atlanticMap, "meridian-atlantic@-9.16"},
		"Greenwich":   {Home{Place: "GB", Lng: 0}, atlanticMap, "meridian-atlantic@0.00"},
		"Los Angeles": {Home{Place: "US", Lng: -118.2}, atlanticMap, "meridian-atlantic@-118.20"},
		"no home":     {Home{}, atlanticMap, "meridian-atlantic"},
	} {
		if drawn := (Input{Home: c.home}).ground(worldMap)["map"]; drawn != c.drawn {
			t.Errorf("%s: drawn on %v, want %s", name, drawn, c.drawn)
		}
		if maps := (Chart{Maps: []string{chinaMap, worldMap}}).MapsOf(c.home); !slices.Equal(maps, []string{chinaMap, c.world}) {
			t.Errorf("%s: loads %v, want the map of China and %s", name, maps, c.world)
		}
	}
}
