package raster

import (
	"math"

	"meridian/analytics/render/display"
)

// shadow paints an item's shape, moved and blurred, below the item.
func (d *Drawer) shadow(item *display.Item, matrix display.Matrix) {
	s := item.Shadow
	scale := matrix.Scale()
	blur := s.Blur * scale
	reach := int(math.Ceil(blur*3)) + 1
	moved := display.Matrix{A: 1, D: 1, E: s.DX * scale, F: s.DY * scale}.Mul(matrix)
	from, to := bounds(&item.Path, moved)
	grow := float64(reach)
	if item.Stroke.On {
		grow += item.Stroke.Width * scale
	}
	c := d.canvas
	left, top := max(c.left-reach, int(from.X-grow)), max(c.top-reach, int(from.Y-grow))
	right, bottom := min(c.right+reach, int(to.X+grow)+1), min(c.bottom+reach, int(to.Y+grow)+1)
	if left >= right || top >= bottom {
		return
	}
	// The shape is painted into a mask of its own, whose corner is the origin.
	m := newMask(0, 0, right-left, bottom-top)
	moved = display.Matrix{A: 1, D: 1, E: float64(-left), F: float64(-top)}.Mul(moved)
	d.scan.reset(0, 0, m.width, m.height)
	if item.Fill.On {
		outline(&d.scan, &item.Path, moved)
	} else if item.Stroke.On {
		stroke(&d.scan, &item.Path, &item.Stroke, moved)
	}
	d.scan.sweep(m)
	m.blur(blur)
	paint := newSolid(c, s.Colour)
	for y := max(top, c.top); y < min(bottom, c.bottom); y++ {
		for x := max(left, c.left); x < min(right, c.right); x++ {
			if level := m.at(x-left, y-top); level > 0 {
				paint.span(y, x, x+1, level)
			}
		}
	}
}

// blur softens a mask: three passes of a moving average come close to a Gaussian.
func (m *mask) blur(deviation float64) {
	box := int(math.Round(deviation * 1.88))
	if box < 2 {
		return
	}
	line := make([]uint8, max(m.width, m.height))
	for range 3 {
		for y := range m.height {
			average(m.levels[y*m.width:], m.width, 1, box, line)
		}
		for x := range m.width {
			average(m.levels[x:], m.height, m.width, box, line)
		}
	}
}

// average replaces each of n levels, a stride apart, by the mean of the box around it.
func average(levels []uint8, n, stride, box int, line []uint8) {
	for i := range n {
		line[i] = levels[i*stride]
	}
	sum, half := 0, box/2
	for i := range min(half, n) {
		sum += int(line[i])
	}
	for i := range n {
		if ahead := i + half; ahead < n {
			sum += int(line[ahead])
		}
		if behind := i - box + half; behind >= 0 {
			sum -= int(line[behind])
		}
		levels[i*stride] = uint8(sum / box)
	}
}
