package outline

import (
	"slices"

	"github.com/paulmach/orb"
)

// claim is land that data of more than one place call theirs. Coordinates are checked here, not borders: within it a
// point is right for each of them.
type claim struct {
	box   orb.Bound
	codes []string
}

func claims() []claim {
	within := func(west, south, east, north float64, codes ...string) claim {
		return claim{orb.Bound{Min: orb.Point{west, south}, Max: orb.Point{east, north}}, codes}
	}
	return []claim{
		within(32.4, 44.3, 36.7, 46.3, "RU", "UA"),
		within(37.5, 46.8, 40.3, 50.1, "RU", "UA"),
		within(20.0, 41.8, 21.8, 43.3, "RS", "XK"),
		within(34.2, 31.2, 35.6, 32.6, "IL", "PS"),
		within(35.6, 32.6, 36.0, 33.4, "IL", "SY"),
		within(32.2, 34.9, 34.7, 35.8, "CY", "TR"),
		within(-17.2, 20.7, -8.6, 27.7, "EH", "MA"),
		within(72.5, 32.2, 80.5, 37.1, "CN", "IN", "PK"),
		within(91.5, 26.6, 97.5, 29.6, "CN", "IN"),
		within(43.0, 38.8, 47.0, 41.3, "AM", "AZ"),
	}
}

// claimed tells whether a point lies where more than one place may call it theirs, this one among them.
func claimed(code string, point orb.Point) bool {
	return slices.ContainsFunc(claims(), func(c claim) bool {
		return slices.Contains(c.codes, code) && c.box.Contains(point)
	})
}
