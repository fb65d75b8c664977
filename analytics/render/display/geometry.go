// Package display is a picture as a list of things to paint, read from the part
// of SVG that charts use.
package display

import "math"

// A Point is a place on the plane.
type Point struct{ X, Y float64 }

// A Matrix maps (x, y) to (a·x + c·y + e, b·x + d·y + f), as in SVG.
type Matrix struct{ A, B, C, D, E, F float64 }

// Identity leaves points where they are.
var Identity = Matrix{A: 1, D: 1}

// Apply maps a point.
func (m Matrix) Apply(p Point) Point {
	return Point{m.A*p.X + m.C*p.Y + m.E, m.B*p.X + m.D*p.Y + m.F}
}

// Mul maps by n first, then by m.
func (m Matrix) Mul(n Matrix) Matrix {
	return Matrix{
		A: m.A*n.A + m.C*n.B, B: m.B*n.A + m.D*n.B,
		C: m.A*n.C + m.C*n.D, D: m.B*n.C + m.D*n.D,
		E: m.A*n.E + m.C*n.F + m.E, F: m.B*n.E + m.D*n.F + m.F,
	}
}

// Inverse undoes the matrix; false when it flattens the plane.
func (m Matrix) Inverse() (Matrix, bool) {
	det := m.A*m.D - m.B*m.C
	if det == 0 || math.IsNaN(det) {
		return Identity, false
	}
	return Matrix{
		A: m.D / det, B: -m.B / det, C: -m.C / det, D: m.A / det,
		E: (m.C*m.F - m.D*m.E) / det, F: (m.B*m.E - m.A*m.F) / det,
	}, true
}

// Scale is how much the matrix enlarges, on average.
func (m Matrix) Scale() float64 { return math.Sqrt(math.Abs(m.A*m.D - m.B*m.C)) }

// Upright reports whether rectangles stay rectangles along the axes.
func (m Matrix) Upright() bool { return m.B == 0 && m.C == 0 }

// Op is a step of a path.
type Op uint8

// The steps and the points each takes: 1, 1, 2, 3 and 0.
const (
	MoveTo Op = iota
	LineTo
	QuadTo
	CubeTo
	Close
)

// A Path is an outline of lines and curves.
type Path struct {
	Ops    []Op
	Points []Point
}

// Move starts a contour.
func (p *Path) Move(a Point) { p.add(MoveTo, a) }

// Line adds a straight line.
func (p *Path) Line(a Point) { p.add(LineTo, a) }

// Quad adds a quadratic curve.
func (p *Path) Quad(a, b Point) { p.add(QuadTo, a, b) }

// Cube adds a cubic curve.
func (p *Path) Cube(a, b, c Point) { p.add(CubeTo, a, b, c) }

// Close ends a contour where it began.
func (p *Path) Close() { p.Ops = append(p.Ops, Close) }

func (p *Path) add(op Op, points ...Point) {
	p.Ops = append(p.Ops, op)
	p.Points = append(p.Points, points...)
}

// Last is the end of the path so far.
func (p *Path) Last() Point {
	if len(p.Points) == 0 {
		return Point{}
	}
	return p.Points[len(p.Points)-1]
}

// Bounds is the box around all points, control points included.
func (p *Path) Bounds() (from, to Point) {
	from, to = Point{math.Inf(1), math.Inf(1)}, Point{math.Inf(-1), math.Inf(-1)}
	for _, at := range p.Points {
		from.X, from.Y = math.Min(from.X, at.X), math.Min(from.Y, at.Y)
		to.X, to.Y = math.Max(to.X, at.X), math.Max(to.Y, at.Y)
	}
	return from, to
}

// Rect is a rectangle's outline.
func Rect(x, y, width, height float64) Path {
	var p Path
	p.Move(Point{x, y})
	p.Line(Point{x + width, y})
	p.Line(Point{x + width, y + height})
	p.Line(Point{x, y + height})
	p.Close()
	return p
}

// Ellipse is an ellipse of four cubic curves, exact to a few parts in ten thousand.
func Ellipse(cx, cy, rx, ry float64) Path {
	const k = 0.5522847498
	at := func(x, y float64) Point { return Point{cx + x*rx, cy + y*ry} }
	var p Path
	p.Move(at(1, 0))
	p.Cube(at(1, k), at(k, 1), at(0, 1))
	p.Cube(at(-k, 1), at(-1, k), at(-1, 0))
	p.Cube(at(-1, -k), at(-k, -1), at(0, -1))
	p.Cube(at(k, -1), at(1, -k), at(1, 0))
	p.Close()
	return p
}
