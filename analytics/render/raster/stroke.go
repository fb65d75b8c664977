package raster

import (
	"math"

	"meridian/analytics/render/display"
)

// A pen draws along lines: every stretch, corner and end becomes a convex piece,
// and the pieces, all turning the same way, add up to the stroke.
type pen struct {
	scan   *scan
	matrix display.Matrix
	style  *display.Stroke
	half   float64
	piece  []display.Point
}

// stroke sets the edges of a stroked path.
func stroke(s *scan, path *display.Path, style *display.Stroke, matrix display.Matrix) {
	p := pen{scan: s, matrix: matrix, style: style, half: style.Width / 2}
	for _, line := range flatten(path, matrix.Scale()) {
		line.points = distinct(line.points)
		if line.closed {
			line.points = dropClosing(line.points)
		}
		if style.Dashes == nil {
			p.draw(line)
			continue
		}
		for _, dash := range dash(line, style.Dashes, style.DashOffset) {
			p.draw(dash)
		}
	}
}

func (p *pen) draw(line polyline) {
	points := line.points
	n := len(points)
	if n == 1 {
		p.dot(points[0])
		return
	}
	segments := n - 1
	if line.closed && n > 2 {
		segments = n
	}
	for i := range segments {
		p.segment(points[i], points[(i+1)%n])
	}
	for i := 1; i < segments; i++ {
		p.join(points[i-1], points[i], points[(i+1)%n])
	}
	if line.closed && n > 2 {
		p.join(points[n-1], points[0], points[1])
		return
	}
	p.cap(points[1], points[0])
	p.cap(points[n-2], points[n-1])
}

func (p *pen) segment(a, b display.Point) {
	nx, ny := p.normal(a, b)
	p.fill(
		display.Point{X: a.X + nx, Y: a.Y + ny}, display.Point{X: b.X + nx, Y: b.Y + ny},
		display.Point{X: b.X - nx, Y: b.Y - ny}, display.Point{X: a.X - nx, Y: a.Y - ny})
}

// normal is half the width, at a right angle to a stretch.
func (p *pen) normal(a, b display.Point) (x, y float64) {
	dx, dy := b.X-a.X, b.Y-a.Y
	length := math.Hypot(dx, dy)
	return dy / length * p.half, -dx / length * p.half
}

func (p *pen) join(a, b, c display.Point) {
	x0, y0 := p.normal(a, b)
	x1, y1 := p.normal(b, c)
	turn := x0*y1 - y0*x1
	along := x0*x1 + y0*y1
	if math.Abs(turn) < 1e-9*p.half*p.half && along > 0 {
		return
	}
	if turn < 0 { // the gap opens on the other side
		x0, y0, x1, y1 = -x0, -y0, -x1, -y1
	}
	from, to := display.Point{X: b.X + x0, Y: b.Y + y0}, display.Point{X: b.X + x1, Y: b.Y + y1}
	switch p.style.Join {
	case display.RoundJoin:
		p.fan(b, x0, y0, x1, y1)
	case display.MiterJoin:
		// The tip lies along the sum of both normals; its length over half the
		// width is 1/cos of half the angle, which the limit bounds.
		square := p.half * p.half
		cos := (1 + along/square) / 2
		if cos > 1e-9 && 1/cos <= p.style.MiterLimit*p.style.MiterLimit {
			k := 1 / (1 + along/square)
			p.fill(b, from, display.Point{X: b.X + (x0+x1)*k, Y: b.Y + (y0+y1)*k}, to)
			return
		}
		p.fill(b, from, to)
	default:
		p.fill(b, from, to)
	}
}

// fan fills the part of a circle between two normals.
func (p *pen) fan(centre display.Point, x0, y0, x1, y1 float64) {
	start := math.Atan2(y0, x0)
	span := math.Remainder(math.Atan2(y1, x1)-start, 2*math.Pi)
	p.arc(centre, start, span)
}

func (p *pen) arc(centre display.Point, start, span float64) {
	miss := p.half * p.matrix.Scale() * span * span / 8
	steps := stepsFor(miss)
	p.piece = append(p.piece[:0], centre)
	for i := range steps + 1 {
		sin, cos := math.Sincos(start + span*float64(i)/float64(steps))
		p.piece = append(p.piece, display.Point{X: centre.X + cos*p.half, Y: centre.Y + sin*p.half})
	}
	p.set(p.piece)
}

func (p *pen) cap(from, end display.Point) {
	x, y := p.normal(from, end)
	switch p.style.Cap {
	case display.RoundCap:
		p.arc(end, math.Atan2(y, x), math.Pi)
	case display.SquareCap:
		p.fill(
			display.Point{X: end.X + x, Y: end.Y + y}, display.Point{X: end.X + x - y, Y: end.Y + y + x},
			display.Point{X: end.X - x - y, Y: end.Y - y + x}, display.Point{X: end.X - x, Y: end.Y - y})
	}
}

// dot is a line without length: its caps alone.
func (p *pen) dot(at display.Point) {
	switch p.style.Cap {
	case display.RoundCap:
		p.arc(at, 0, 2*math.Pi)
	case display.SquareCap:
		square := display.Rect(at.X-p.half, at.Y-p.half, 2*p.half, 2*p.half)
		p.set(square.Points)
	}
}

func (p *pen) fill(points ...display.Point) {
	p.piece = append(p.piece[:0], points...)
	p.set(p.piece)
}

// set adds a piece's edges, turning it the common way.
func (p *pen) set(points []display.Point) {
	area := 0.0
	for i := range points {
		points[i] = p.matrix.Apply(points[i])
	}
	for i, a := range points {
		b := points[(i+1)%len(points)]
		area += a.X*b.Y - b.X*a.Y
	}
	for i, a := range points {
		b := points[(i+1)%len(points)]
		if area < 0 {
			a, b = b, a
		}
		p.scan.line(a.X, a.Y, b.X, b.Y)
	}
}

// distinct drops points that repeat the one before.
func distinct(points []display.Point) []display.Point {
	kept := points[:1]
	for _, point := range points[1:] {
		before := kept[len(kept)-1]
		if math.Abs(point.X-before.X) > 1e-6 || math.Abs(point.Y-before.Y) > 1e-6 {
			kept = append(kept, point)
		}
	}
	return kept
}

// dropClosing drops a last point that stands on the first.
func dropClosing(points []display.Point) []display.Point {
	n := len(points)
	if n > 1 && math.Abs(points[0].X-points[n-1].X) < 1e-6 && math.Abs(points[0].Y-points[n-1].Y) < 1e-6 {
		return points[:n-1]
	}
	return points
}
