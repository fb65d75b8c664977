package raster

import (
	"math"

	ot "github.com/go-text/typesetting/font/opentype"

	"github.com/go-text/typesetting/font"

	"meridian/analytics/render/display"
	"meridian/analytics/render/text"
)

// text paints a line: its halo first, then each run in its colour.
func (d *Drawer) text(item *display.Item, matrix display.Matrix) {
	line := item.Text
	if d.beyond(item, matrix) {
		return
	}
	style := text.Style{Family: text.FamilyOf(line.Family), Size: line.Size, Weight: line.Weight}
	x := line.At.X
	if line.Anchor != display.Start {
		width := 0.0
		for _, run := range line.Runs {
			width += d.shaper.Width(run.Text, style, d.lang)
		}
		if line.Anchor == display.Middle {
			width /= 2
		}
		x -= width
	}
	y := line.At.Y + snap(matrix, display.Point{X: x, Y: line.At.Y})
	for _, run := range line.Runs {
		glyphs, width := d.shaper.Shape(run.Text, style, d.lang)
		d.path = display.Path{Ops: d.path.Ops[:0], Points: d.path.Points[:0]}
		for _, glyph := range glyphs {
			d.addGlyph(glyph, x, y)
		}
		x += width
		d.run(item, run, matrix)
	}
}

// beyond tells of a level line that is above or below what is painted, before its letters are looked up.
func (d *Drawer) beyond(item *display.Item, matrix display.Matrix) bool {
	if !matrix.Upright() {
		return false
	}
	y := matrix.Apply(item.Text.At).Y
	reach := (2*item.Text.Size + item.Stroke.Width*max(1, item.Stroke.MiterLimit)) * matrix.Scale()
	return y+reach < float64(d.canvas.top) || y-reach > float64(d.canvas.bottom)
}

// snap is what brings a level baseline onto a row of pixels, as browsers do:
// feet of letters that end between two rows would look soft.
func snap(matrix display.Matrix, at display.Point) float64 {
	if !matrix.Upright() || matrix.D == 0 {
		return 0
	}
	y := matrix.Apply(at).Y
	return (math.Round(y) - y) / matrix.D
}

func (d *Drawer) run(item *display.Item, run display.Run, matrix display.Matrix) {
	fill := item.Fill
	if run.Fill != nil {
		fill = display.Paint{On: true, Colour: *run.Fill}
	}
	if item.StrokeFirst {
		d.stroke(&d.path, &item.Stroke, matrix)
	}
	if fill.On && d.begin(&d.path, matrix, 1) {
		outline(&d.scan, &d.path, matrix)
		paint := d.painter(&fill, &d.path, matrix)
		if plain, ok := paint.(*solid); ok {
			plain.boost = contrast(fill.Colour)
		}
		d.scan.sweep(paint)
	}
	if !item.StrokeFirst {
		d.stroke(&d.path, &item.Stroke, matrix)
	}
}

// contrast is how much the edges of dark letters are strengthened, as browsers
// do, because small dark text looks thinner than it is.
func contrast(colour display.Colour) float32 {
	luminance := 0.2126*colour.R + 0.7152*colour.G + 0.0722*colour.B
	return float32(textContrast * (1 - luminance))
}

const textContrast = 0.2

// addGlyph adds a glyph's outline to the line.
func (d *Drawer) addGlyph(glyph text.Glyph, x, y float64) {
	shape := d.glyph(glyph.Face, glyph.ID)
	d.path.Ops = append(d.path.Ops, shape.Ops...)
	for _, p := range shape.Points {
		d.path.Points = append(d.path.Points, display.Point{
			X: x + glyph.X + p.X*glyph.Scale,
			Y: y + glyph.Y - p.Y*glyph.Scale,
		})
	}
}

// glyph is the outline of a glyph in font units.
func (d *Drawer) glyph(face *font.Face, id font.GID) *display.Path {
	key := glyphKey{face.Font, id}
	if known, ok := d.glyphs[key]; ok {
		return known
	}
	if len(d.glyphs) >= maxGlyphs {
		clear(d.glyphs)
	}
	path := &display.Path{}
	if shape, ok := face.GlyphDataOutline(id); ok {
		for _, segment := range shape.Segments {
			addSegment(path, segment)
		}
	}
	d.glyphs[key] = path
	return path
}

func addSegment(path *display.Path, segment font.Segment) {
	at := func(i int) display.Point {
		return display.Point{X: float64(segment.Args[i].X), Y: float64(segment.Args[i].Y)}
	}
	switch segment.Op {
	case ot.SegmentOpMoveTo:
		if len(path.Ops) > 0 {
			path.Close()
		}
		path.Move(at(0))
	case ot.SegmentOpLineTo:
		path.Line(at(0))
	case ot.SegmentOpQuadTo:
		path.Quad(at(0), at(1))
	case ot.SegmentOpCubeTo:
		path.Cube(at(0), at(1), at(2))
	}
}
