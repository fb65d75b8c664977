package raster

import (
	"math"

	"meridian/analytics/render/display"
)

// A polyline is a contour of straight lines.
type polyline struct {
	points []display.Point
	closed bool
}

// tolerance is how far, in pixels, a line may lie from the curve it stands for.
const tolerance = 0.08

// flatten turns a path into straight lines, still in the path's own units;
// scale is how many pixels one unit has.
func flatten(path *display.Path, scale float64) []polyline {
	var lines []polyline
	var line polyline
	end := func() {
		if len(line.points) > 0 {
			lines = append(lines, line)
		}
		line = polyline{}
	}
	at := 0
	for _, op := range path.Ops {
		switch op {
		case display.MoveTo:
			end()
			line.points = append(line.points, path.Points[at])
			at++
		case display.LineTo:
			line.points = append(line.points, path.Points[at])
			at++
		case display.QuadTo:
			line.points = quadPoints(line.points, last(line), path.Points[at], path.Points[at+1], scale)
			at += 2
		case display.CubeTo:
			line.points = cubePoints(line.points, last(line), path.Points[at], path.Points[at+1], path.Points[at+2], scale)
			at += 3
		case display.Close:
			if len(line.points) == 0 {
				continue
			}
			start := line.points[0]
			line.closed = true
			end()
			line.points = append(line.points, start) // what follows begins here
		}
	}
	if len(line.points) > 1 || len(lines) == 0 {
		end()
	}
	return lines
}

func last(line polyline) display.Point {
	if len(line.points) == 0 {
		return display.Point{}
	}
	return line.points[len(line.points)-1]
}

func quadPoints(points []display.Point, a, b, c display.Point, scale float64) []display.Point {
	bend := math.Hypot(a.X-2*b.X+c.X, a.Y-2*b.Y+c.Y) * scale
	steps := stepsFor(bend / 4)
	for i := 1; i < steps; i++ {
		t := float64(i) / float64(steps)
		u := 1 - t
		points = append(points, display.Point{
			X: u*u*a.X + 2*u*t*b.X + t*t*c.X,
			Y: u*u*a.Y + 2*u*t*b.Y + t*t*c.Y,
		})
	}
	return append(points, c)
}

func cubePoints(points []display.Point, a, b, c, d display.Point, scale float64) []display.Point {
	bend := scale * max(
		math.Hypot(a.X-2*b.X+c.X, a.Y-2*b.Y+c.Y),
		math.Hypot(b.X-2*c.X+d.X, b.Y-2*c.Y+d.Y))
	steps := stepsFor(bend * 3 / 4)
	for i := 1; i < steps; i++ {
		t := float64(i) / float64(steps)
		u := 1 - t
		k0, k1, k2, k3 := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
		points = append(points, display.Point{
			X: k0*a.X + k1*b.X + k2*c.X + k3*d.X,
			Y: k0*a.Y + k1*b.Y + k2*c.Y + k3*d.Y,
		})
	}
	return append(points, d)
}

// stepsFor is how many lines a curve needs whose single line would miss it by
// `miss` pixels: the miss shrinks with the square of the number.
func stepsFor(miss float64) int {
	return max(1, min(200, int(math.Ceil(math.Sqrt(miss/tolerance)))))
}

// outline sets the edges of a filled path.
func outline(s *scan, path *display.Path, matrix display.Matrix) {
	for _, line := range flatten(path, matrix.Scale()) {
		edges(s, line.points, matrix)
	}
}

// edges sets the edges around a contour, closing it.
func edges(s *scan, points []display.Point, matrix display.Matrix) {
	if len(points) < 2 {
		return
	}
	from := matrix.Apply(points[len(points)-1])
	for _, point := range points {
		to := matrix.Apply(point)
		s.line(from.X, from.Y, to.X, to.Y)
		from = to
	}
}
