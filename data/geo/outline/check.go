package outline

import (
	"math"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geo"
	"github.com/paulmach/orb/planar"
)

// Tolerance is how far outside its place a point may lie, in kilometres: coasts and borders are rough, islands
// below 10 km² are left out, and many a published point is only near the city.
const Tolerance = 25

// Check tells whether a point given in degrees lies in the place with a code, or within Tolerance of it. A place's
// own parts count as the place: a point on Réunion is in FR as well as in RE; and land that several places claim is
// each one's. where is the code of the place the point lies in or, when it is not where it should be, by whose coast
// it lies; "" on the open sea. km is how far it lies from the border of the place it is said to be in, 0 within.
// For a code without an outline, as ZZ, there is nothing to check: inside is true.
func Check(code string, lng, lat float64) (inside bool, where string, km float64) {
	all := world()
	if !Known(code) {
		return true, "", 0
	}
	point := orb.Point{lng, lat}
	for _, part := range withParts(code) {
		if all.holds(part, point) {
			return true, part, 0
		}
	}
	km = math.Inf(1)
	for _, part := range withParts(code) {
		km = math.Min(km, all.distance(part, point))
	}
	if where = all.at(point); km <= Tolerance || claimed(code, point) {
		return true, where, km
	}
	if where == "" {
		where = all.near(point)
	}
	return false, where, km
}

// kilometresADegree is the way along a meridian.
const kilometresADegree = 111

// Known tells whether a place has an outline.
func Known(code string) bool {
	_, known := world().shapes[code]
	return known
}

// at is the code of the place a point lies in, "" at sea.
func (a atlas) at(point orb.Point) string {
	for _, code := range a.codes {
		if a.holds(code, point) {
			return code
		}
	}
	return ""
}

// near is the code of the place whose border lies nearest, none farther than Tolerance.
func (a atlas) near(point orb.Point) (code string) {
	nearest := float64(Tolerance)
	margin := nearest / kilometresADegree
	for _, other := range a.codes {
		for _, s := range a.shapes[other] {
			if at := s.turned(point); !s.box.Pad(margin / math.Max(0.1, math.Cos(at[1]*math.Pi/180))).Contains(at) {
				continue
			}
			if km := s.distance(point); km < nearest {
				code, nearest = other, km
			}
		}
	}
	return code
}

func (a atlas) holds(code string, point orb.Point) bool {
	for _, s := range a.shapes[code] {
		at := s.turned(point)
		if s.box.Contains(at) && planar.PolygonContains(s.rings, at) {
			return true
		}
	}
	return false
}

// distance is the way from a point outside a place to its nearest border, in kilometres.
func (a atlas) distance(code string, point orb.Point) float64 {
	nearest := math.Inf(1)
	for _, s := range a.shapes[code] {
		nearest = math.Min(nearest, s.distance(point))
	}
	return nearest
}

// distance looks for the nearest stretch of border on the plane that touches the globe at the point, and
// measures the way there on the globe.
func (s shape) distance(point orb.Point) float64 {
	at := s.turned(point)
	narrow := math.Cos(at[1] * math.Pi / 180)
	nearest, least := orb.Point{}, math.Inf(1)
	for _, ring := range s.rings {
		for i := 1; i < len(ring); i++ {
			p := closest(ring[i-1], ring[i], at, narrow)
			dx, dy := (p[0]-at[0])*narrow, p[1]-at[1]
			if d := dx*dx + dy*dy; d < least {
				nearest, least = p, d
			}
		}
	}
	return geo.DistanceHaversine(at, nearest) / 1000
}

// turned is the point in the turn of the globe that lies nearer to the shape.
func (s shape) turned(point orb.Point) orb.Point {
	middle := (s.box.Min[0] + s.box.Max[0]) / 2
	point[0] += 360 * math.Round((middle-point[0])/360)
	return point
}

// closest is the point of a stretch of border that lies nearest to another, where a degree of longitude
// is so many times narrower than one of latitude.
func closest(a, b, at orb.Point, narrow float64) orb.Point {
	dx, dy := (b[0]-a[0])*narrow, b[1]-a[1]
	length := dx*dx + dy*dy
	if length == 0 {
		return a
	}
	along := ((at[0]-a[0])*narrow*dx + (at[1]-a[1])*dy) / length
	along = math.Max(0, math.Min(1, along))
	return orb.Point{a[0] + along*(b[0]-a[0]), a[1] + along*(b[1]-a[1])}
}
