// Package outline tells whether a point lies in the country or region it is said to be in. Its outlines are rough
// (5 km, islands from 10 km²) and drawn as our maps are; see data/geo/README.md.
package outline

import (
	_ "embed" // the outlines
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"sync"

	"github.com/paulmach/orb"
)

// The file is built by `npm run geo`.
//
//go:embed outlines.json
var file []byte

// shape is one polygon of a place, in degrees, with the box around it. The world is
// told in one turn from 32° W eastward, so that no shape is cut at 180°.
type shape struct {
	box   orb.Bound
	rings orb.Polygon
}

// atlas is the shapes of every place by its code, and the codes in alphabetical order.
type atlas struct {
	shapes map[string][]shape
	codes  []string
}

// world reads the outlines once, when they are first asked for.
var world = sync.OnceValue(read)

// read panics when the file that the program carries is damaged; a test keeps it whole.
func read() atlas {
	var stored struct {
		Grid   float64              `json:"grid"`
		Places map[string][][][]int `json:"places"`
	}
	if err := json.Unmarshal(file, &stored); err != nil {
		panic(fmt.Sprintf("outlines.json: %v", err))
	}
	all := atlas{shapes: map[string][]shape{}, codes: slices.Sorted(maps.Keys(stored.Places))}
	for code, shapes := range stored.Places {
		for _, rings := range shapes {
			all.shapes[code] = append(all.shapes[code], newShape(rings, stored.Grid))
		}
	}
	return all
}

func newShape(rings [][]int, grid float64) shape {
	polygon := make(orb.Polygon, len(rings))
	for i, steps := range rings {
		polygon[i] = ring(steps, grid)
	}
	return shape{box: polygon.Bound(), rings: polygon}
}

// ring follows the steps of a ring on the grid and closes it.
func ring(steps []int, grid float64) orb.Ring {
	points := make(orb.Ring, 0, len(steps)/2+1)
	x, y := 0, 0
	for i := 0; i+1 < len(steps); i += 2 {
		x, y = x+steps[i], y+steps[i+1]
		points = append(points, orb.Point{float64(x) * grid, float64(y) * grid})
	}
	return append(points, points[0])
}
