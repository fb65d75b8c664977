// Package raster paints a display list into pixels.
package raster

import (
	"math"

	"github.com/go-text/typesetting/font"

	"meridian/analytics/render/display"
	"meridian/analytics/render/text"
)

// A Drawer paints display lists. It keeps buffers and glyph outlines between
// pictures and is not safe for concurrent use.
type Drawer struct {
	shaper *text.Shaper
	scan   scan
	glyphs map[glyphKey]*display.Path
	clips  map[*display.Clip]*clipping
	canvas *canvas
	lang   string
	path   display.Path // the line of text being painted
	pixels []uint8      // what bands are painted on
	most   int          // pixels of a band
}

type glyphKey struct {
	font *font.Font
	id   font.GID
}

// maxGlyphs bounds the outlines kept.
const maxGlyphs = 8000

// NewDrawer returns a drawer that sets text with the shaper.
func NewDrawer(shaper *text.Shaper) *Drawer {
	return &Drawer{shaper: shaper, glyphs: map[glyphKey]*display.Path{}, most: BandPixels}
}

// Missing returns the characters no font had since it was last asked.
func (d *Drawer) Missing() string { return d.shaper.Missing() }

func (d *Drawer) item(item *display.Item, view display.Matrix) {
	if !d.clip(item.Clip, view) {
		return
	}
	matrix := view.Mul(item.Transform)
	if item.Text != nil {
		d.text(item, matrix)
		return
	}
	if item.Shadow != nil {
		d.shadow(item, matrix)
	}
	if item.StrokeFirst {
		d.stroke(&item.Path, &item.Stroke, matrix)
		d.fill(&item.Path, &item.Fill, matrix)
		return
	}
	d.fill(&item.Path, &item.Fill, matrix)
	d.stroke(&item.Path, &item.Stroke, matrix)
}

// begin readies the scan for a path and reports whether any of it can be seen.
func (d *Drawer) begin(path *display.Path, matrix display.Matrix, grow float64) bool {
	from, to := bounds(path, matrix)
	if !(from.X-grow < float64(d.canvas.right) && to.X+grow > float64(d.canvas.left) &&
		from.Y-grow < float64(d.canvas.bottom) && to.Y+grow > float64(d.canvas.top)) {
		return false
	}
	d.scan.reset(d.canvas.left, d.canvas.top, d.canvas.right, d.canvas.bottom)
	return true
}

func (d *Drawer) fill(path *display.Path, paint *display.Paint, matrix display.Matrix) {
	if !paint.On || !d.begin(path, matrix, 1) {
		return
	}
	outline(&d.scan, path, matrix)
	d.scan.sweep(d.painter(paint, path, matrix))
}

func (d *Drawer) stroke(path *display.Path, style *display.Stroke, matrix display.Matrix) {
	if !style.On || style.Width <= 0 {
		return
	}
	reach := style.Width * matrix.Scale() * max(1, style.MiterLimit/2)
	if !d.begin(path, matrix, reach+1) {
		return
	}
	stroke(&d.scan, path, style, matrix)
	d.scan.sweep(d.painter(&style.Paint, path, matrix))
}

// painter chooses what paints the covered pixels.
func (d *Drawer) painter(paint *display.Paint, path *display.Path, matrix display.Matrix) painter {
	switch {
	case paint.Gradient != nil:
		return newGradient(d.canvas, paint, path, matrix)
	case paint.Pattern != nil:
		return d.newTiles(paint, matrix)
	}
	return newSolid(d.canvas, paint.Colour)
}

// bounds is the box around a path in pixels.
func bounds(path *display.Path, matrix display.Matrix) (from, to display.Point) {
	from, to = display.Point{X: math.Inf(1), Y: math.Inf(1)}, display.Point{X: math.Inf(-1), Y: math.Inf(-1)}
	for _, at := range path.Points {
		p := matrix.Apply(at)
		from.X, from.Y = math.Min(from.X, p.X), math.Min(from.Y, p.Y)
		to.X, to.Y = math.Max(to.X, p.X), math.Max(to.Y, p.Y)
	}
	return from, to
}
