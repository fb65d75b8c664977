package chart

import (
	"math"
	"slices"
	"strings"
)

// point is a place in a network picture, in pixels from its middle; y grows downward.
type point struct{ x, y float64 }

// member is an institution to be placed: which hubs it belongs to, in the hubs' order, and how many
// lines its name takes.
type member struct {
	id    string
	hubs  []int
	lines int
}

// The measures of the picture that placeNetwork composes.
const (
	firstRing   = 74.0 // around a hub
	ringApart   = 30.0
	nodeApart   = 22.0 // along a ring
	lineApart   = 16.0 // between two lines of a name
	rowApart    = 12.0
	columnHolds = 4 // more shared members stand in further columns
	nameColumn  = 225.0
	shareSpread = 0.55 // how far groups of shared members keep from the middle
)

// composition is how wide and how high a network is laid out, and in how many columns the members
// that many hubs share may stand.
type composition struct {
	apart, down float64 // from the middle to a hub on either side, and below
	columns     int
}

func wideNetwork() composition { return composition{apart: 340, down: 120, columns: 2} }

func tallNetwork() composition { return composition{apart: 205, down: 200, columns: 1} }

// placeHubs sets the hubs around the middle, the largest two on its left and right: what they share
// has the most room there. A third stands below; more stand in a circle.
func (c composition) placeHubs(sizes []int) []point {
	n := len(sizes)
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return sizes[b] - sizes[a] })
	hubs := make([]point, n)
	for rank, i := range order {
		angle := math.Pi + 2*math.Pi*float64(rank)/float64(n)
		if n == 3 {
			angle = []float64{math.Pi + 0.4, -0.4, math.Pi / 2}[rank]
		}
		hubs[i] = point{c.apart * math.Cos(angle), c.down * math.Sin(angle)}
	}
	if n == 1 {
		hubs[0] = point{}
	}
	return hubs
}

// placeNetwork gives every member its point: one of a single hub on rings on the hub's outer side,
// one of several in a column between its hubs, so that what is shared stands in the middle. The
// same members always come to the same points.
func (c composition) placeNetwork(members []member, hubs []point) map[string]point {
	groups := map[string][]member{}
	var keys []string
	for _, m := range members {
		key := groupKey(m.hubs)
		if len(groups[key]) == 0 {
			keys = append(keys, key)
		}
		groups[key] = append(groups[key], m)
	}
	slices.Sort(keys)
	out := map[string]point{}
	for _, key := range keys {
		group := groups[key]
		if len(group[0].hubs) == 1 {
			ring(out, group, hubs[group[0].hubs[0]])
			continue
		}
		c.column(out, group, hubs)
	}
	return out
}

func groupKey(hubs []int) string {
	var b strings.Builder
	for _, h := range hubs {
		b.WriteByte(byte('a' + h))
	}
	return b.String()
}

// ring fans the members of one hub out on its outer side, as many rings as it takes.
func ring(out map[string]point, group []member, hub point) {
	outward, half := math.Atan2(hub.y, hub.x), 0.62*math.Pi
	if hub == (point{}) {
		half = math.Pi
	}
	radius := firstRing
	for rest := group; len(rest) > 0; radius += ringApart {
		room := max(int(2*half*radius/nodeApart), 1)
		now := rest[:min(room, len(rest))]
		rest = rest[len(now):]
		step := 2 * half / float64(max(room, 1))
		start := outward - step*float64(len(now)-1)/2
		for i, m := range now {
			angle := start + step*float64(i)
			out[m.id] = point{hub.x + radius*math.Cos(angle), hub.y + radius*math.Sin(angle)}
		}
	}
}

// column stacks the members of the same hubs between them, in several columns where there are many,
// leaving room for their names to the right.
func (c composition) column(out map[string]point, group []member, hubs []point) {
	var mean point
	for _, h := range group[0].hubs {
		mean.x += hubs[h].x / float64(len(group[0].hubs))
		mean.y += hubs[h].y / float64(len(group[0].hubs))
	}
	if len(group[0].hubs) < len(hubs) {
		mean.y *= 1 + shareSpread
	}
	columns := 1
	if len(group) > columnHolds {
		columns = c.columns
	}
	rows := slices.Collect(slices.Chunk(group, columns))
	height := 0.0
	for _, row := range rows {
		height += rowHeight(row)
	}
	y := mean.y - height/2
	for _, row := range rows {
		for i, m := range row {
			out[m.id] = point{mean.x - nameColumn*float64(columns)/2 + nameColumn*float64(i), y + rowHeight(row)/2}
		}
		y += rowHeight(row)
	}
}

func rowHeight(row []member) float64 {
	lines := 1
	for _, m := range row {
		lines = max(lines, m.lines)
	}
	return float64(lines)*lineApart + rowApart
}
