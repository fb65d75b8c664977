package raster

import (
	"math"

	"meridian/analytics/render/display"
)

// gradient paints colours that change along a line or from a centre.
type gradient struct {
	canvas  *canvas
	inverse display.Matrix // from pixels to the gradient's own units
	shape   *display.Gradient
	dx, dy  float64 // linear: the way, over its squared length
	opacity float32
	colours [256][4]float32 // straight; channels 0 to 255, alpha 0 to 1
}

func newGradient(c *canvas, paint *display.Paint, path *display.Path, matrix display.Matrix) painter {
	shape := paint.Gradient
	if shape.BoxUnits {
		from, to := path.Bounds()
		matrix = matrix.Mul(display.Matrix{A: to.X - from.X, D: to.Y - from.Y, E: from.X, F: from.Y})
	}
	inverse, ok := matrix.Mul(shape.Transform).Inverse()
	if !ok || len(shape.Stops) == 0 { // a flat box paints nothing
		return newSolid(c, display.Colour{})
	}
	g := &gradient{canvas: c, inverse: inverse, shape: shape, opacity: float32(paint.Opacity)}
	if !shape.Radial {
		g.dx, g.dy = shape.X2-shape.X1, shape.Y2-shape.Y1
		if length := g.dx*g.dx + g.dy*g.dy; length > 0 {
			g.dx, g.dy = g.dx/length, g.dy/length
		}
	}
	for i := range g.colours {
		colour := colourAt(shape.Stops, float64(i)/255)
		g.colours[i] = [4]float32{float32(colour.R * 255), float32(colour.G * 255), float32(colour.B * 255), float32(colour.A)}
	}
	return g
}

func (g *gradient) span(y, x0, x1 int, coverage float32) {
	for x := x0; x < x1; x++ {
		p := g.inverse.Apply(display.Point{X: float64(x) + 0.5, Y: float64(y) + 0.5})
		colour := &g.colours[int(max(0, min(1, g.offset(p)))*255+0.5)]
		alpha := coverage * g.opacity * colour[3]
		if g.canvas.clip != nil {
			alpha *= g.canvas.clip.at(x, y)
		}
		g.canvas.blend(x, y, colour[0], colour[1], colour[2], alpha)
	}
}

func (g *gradient) offset(p display.Point) float64 {
	x, y := p.X-g.shape.X1, p.Y-g.shape.Y1
	if g.shape.Radial {
		return math.Hypot(x, y) / g.shape.R
	}
	return x*g.dx + y*g.dy
}

// colourAt is the colour a part of the way along the stops.
func colourAt(stops []display.Stop, offset float64) display.Colour {
	if offset <= stops[0].Offset {
		return stops[0].Colour
	}
	for i := 1; i < len(stops); i++ {
		before, after := stops[i-1], stops[i]
		if offset > after.Offset {
			continue
		}
		width := after.Offset - before.Offset
		if width <= 0 {
			return after.Colour
		}
		t := (offset - before.Offset) / width
		mix := func(a, b float64) float64 { return a + (b-a)*t }
		return display.Colour{
			R: mix(before.Colour.R, after.Colour.R), G: mix(before.Colour.G, after.Colour.G),
			B: mix(before.Colour.B, after.Colour.B), A: mix(before.Colour.A, after.Colour.A),
		}
	}
	return stops[len(stops)-1].Colour
}
