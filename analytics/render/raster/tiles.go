package raster

import (
	"math"

	"meridian/analytics/render/display"
)

// tiles paints a pattern: its tile is painted once, larger than it will be seen,
// and looked up for every pixel.
type tiles struct {
	canvas        *canvas
	tile          *canvas
	inverse       display.Matrix // from pixels to the pattern's units
	width, height float64
	opacity       float32
}

// finer is how many times finer than the picture a tile is painted, since it may
// be turned.
const finer = 3

// maxTile bounds a tile's side in pixels.
const maxTile = 1024

func (d *Drawer) newTiles(paint *display.Paint, matrix display.Matrix) painter {
	pattern := paint.Pattern
	matrix = matrix.Mul(pattern.Transform)
	inverse, ok := matrix.Inverse()
	if !ok {
		return newSolid(d.canvas, display.Colour{})
	}
	side := func(length float64) int {
		return max(1, min(maxTile, int(math.Ceil(length*matrix.Scale()*finer))))
	}
	width, height := side(pattern.Width), side(pattern.Height)
	inner := &Drawer{shaper: d.shaper, glyphs: d.glyphs, canvas: newCanvas(width, height), lang: d.lang, clips: map[*display.Clip]*clipping{}}
	view := display.Matrix{A: float64(width) / pattern.Width, D: float64(height) / pattern.Height}
	for i := range pattern.Items {
		inner.item(&pattern.Items[i], view)
	}
	return &tiles{canvas: d.canvas, tile: inner.canvas, inverse: inverse, width: pattern.Width, height: pattern.Height, opacity: float32(paint.Opacity)}
}

func (t *tiles) span(y, x0, x1 int, coverage float32) {
	for x := x0; x < x1; x++ {
		r, g, b, a := t.sample(float64(x), float64(y))
		if a == 0 {
			continue
		}
		alpha := coverage * t.opacity * a / 255
		if t.canvas.clip != nil {
			alpha *= t.canvas.clip.at(x, y)
		}
		t.canvas.blend(x, y, r*255/a, g*255/a, b*255/a, alpha)
	}
}

// sample averages nine points of the tile within a pixel; premultiplied, 0 to 255.
func (t *tiles) sample(x, y float64) (r, g, b, a float32) {
	const points = 3
	for i := range points {
		for k := range points {
			p := t.inverse.Apply(display.Point{X: x + (float64(i)+0.5)/points, Y: y + (float64(k)+0.5)/points})
			u, v := part(p.X/t.width), part(p.Y/t.height)
			at := t.tile.PixOffset(
				min(t.tile.Rect.Dx()-1, int(u*float64(t.tile.Rect.Dx()))),
				min(t.tile.Rect.Dy()-1, int(v*float64(t.tile.Rect.Dy()))))
			pixel := t.tile.Pix[at : at+4]
			r, g, b, a = r+float32(pixel[0]), g+float32(pixel[1]), b+float32(pixel[2]), a+float32(pixel[3])
		}
	}
	const n = points * points
	return r / n, g / n, b / n, a / n
}

func part(value float64) float64 { return value - math.Floor(value) }
