package raster

import (
	"math"

	"meridian/analytics/render/display"
)

// A clipping is a clip in pixels: a box, and a mask where the box is not all.
type clipping struct {
	left, top, right, bottom int
	mask                     *mask
}

// clip sets what may be painted; false when that is nothing.
func (d *Drawer) clip(clip *display.Clip, view display.Matrix) bool {
	d.canvas.unclip()
	if clip == nil {
		return true
	}
	known, ok := d.clips[clip]
	if !ok {
		known = d.newClipping(clip, view)
		d.clips[clip] = known
	}
	c := d.canvas
	c.left, c.top, c.right, c.bottom, c.clip = known.left, known.top, known.right, known.bottom, known.mask
	return c.left < c.right && c.top < c.bottom
}

func (d *Drawer) newClipping(clip *display.Clip, view display.Matrix) *clipping {
	d.canvas.unclip()
	if clip.Outer != nil {
		d.clip(clip.Outer, view)
	}
	c := d.canvas
	matrix := view.Mul(clip.Transform)
	from, to := bounds(&clip.Path, matrix)
	// The edges of a box go to the nearest pixel: the grid they follow does too.
	made := &clipping{
		left: max(c.left, pixel(from.X)), top: max(c.top, pixel(from.Y)),
		right: min(c.right, pixel(to.X)), bottom: min(c.bottom, pixel(to.Y)),
		mask: c.clip,
	}
	if matrix.Upright() && isBox(&clip.Path) {
		return made
	}
	made.left, made.top = max(c.left, int(math.Floor(from.X))), max(c.top, int(math.Floor(from.Y)))
	made.right, made.bottom = min(c.right, int(math.Ceil(to.X))), min(c.bottom, int(math.Ceil(to.Y)))
	if made.left >= made.right || made.top >= made.bottom {
		return made
	}
	outer := made.mask
	made.mask = newMask(made.left, made.top, made.right, made.bottom)
	d.scan.reset(made.left, made.top, made.right, made.bottom)
	outline(&d.scan, &clip.Path, matrix)
	d.scan.sweep(made.mask)
	if outer != nil {
		made.mask.within(outer)
	}
	return made
}

// within narrows a mask by another that is at least as large.
func (m *mask) within(outer *mask) {
	for y := range m.height {
		for x := range m.width {
			at := y*m.width + x
			m.levels[at] = uint8(float32(m.levels[at])*outer.at(x+m.left, y+m.top) + 0.5)
		}
	}
}

func pixel(value float64) int {
	return int(math.Round(max(-1e6, min(1e6, value))))
}

// isBox reports whether a path is one rectangle along the axes.
func isBox(path *display.Path) bool {
	points := path.Points
	if len(points) == 5 && points[4] == points[0] {
		points = points[:4]
	}
	if len(points) != 4 {
		return false
	}
	for _, op := range path.Ops[1:] {
		if op != display.LineTo && op != display.Close {
			return false
		}
	}
	a, b, c, d := points[0], points[1], points[2], points[3]
	return (a.X == b.X && b.Y == c.Y && c.X == d.X && d.Y == a.Y) ||
		(a.Y == b.Y && b.X == c.X && c.Y == d.Y && d.X == a.X)
}
