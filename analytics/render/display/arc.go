package display

import "math"

// addArc adds SVG's elliptical arc as cubic curves, following the conversion
// from end points to a centre in the SVG specification (appendix B.2.4).
func addArc(path *Path, from Point, rx, ry, turn float64, large, sweep bool, to Point) {
	rx, ry = math.Abs(rx), math.Abs(ry)
	if rx == 0 || ry == 0 || from == to {
		path.Line(to)
		return
	}
	sin, cos := math.Sincos(turn)
	dx, dy := (from.X-to.X)/2, (from.Y-to.Y)/2
	x, y := cos*dx+sin*dy, -sin*dx+cos*dy
	if over := x*x/(rx*rx) + y*y/(ry*ry); over > 1 {
		rx, ry = rx*math.Sqrt(over), ry*math.Sqrt(over)
	}
	below := rx*rx*y*y + ry*ry*x*x
	k := math.Sqrt(math.Max(0, (rx*rx*ry*ry-below)/below))
	if large == sweep {
		k = -k
	}
	ox, oy := k*rx*y/ry, -k*ry*x/rx
	cx, cy := cos*ox-sin*oy+(from.X+to.X)/2, sin*ox+cos*oy+(from.Y+to.Y)/2

	start := math.Atan2((y-oy)/ry, (x-ox)/rx)
	span := math.Atan2((-y-oy)/ry, (-x-ox)/rx) - start
	if sweep && span < 0 {
		span += 2 * math.Pi
	} else if !sweep && span > 0 {
		span -= 2 * math.Pi
	}
	place := func(x, y float64) Point {
		return Point{cx + cos*rx*x - sin*ry*y, cy + sin*rx*x + cos*ry*y}
	}
	parts := int(math.Ceil(math.Abs(span) / (math.Pi / 2)))
	part := span / float64(parts)
	reach := 4.0 / 3 * math.Tan(part/4)
	for i := range parts {
		s0, c0 := math.Sincos(start + float64(i)*part)
		s1, c1 := math.Sincos(start + float64(i+1)*part)
		end := place(c1, s1)
		if i == parts-1 {
			end = to
		}
		path.Cube(place(c0-reach*s0, s0+reach*c0), place(c1+reach*s1, s1-reach*c1), end)
	}
}
