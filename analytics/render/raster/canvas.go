package raster

import (
	"image"

	"meridian/analytics/render/display"
)

// A canvas is the picture being painted. Its pixels hold premultiplied colour.
type canvas struct {
	*image.RGBA
	clip *mask // nil: the whole canvas
	// bounds is the part that may be painted: the clip's box.
	left, top, right, bottom int
}

func newCanvas(width, height int) *canvas {
	return canvasOn(image.NewRGBA(image.Rect(0, 0, width, height)))
}

func canvasOn(pixels *image.RGBA) *canvas {
	c := &canvas{RGBA: pixels}
	c.unclip()
	return c
}

func (c *canvas) unclip() {
	c.clip = nil
	c.left, c.top, c.right, c.bottom = c.Rect.Min.X, c.Rect.Min.Y, c.Rect.Max.X, c.Rect.Max.Y
}

// A mask says how much of each pixel may be painted.
type mask struct {
	left, top, width, height int
	levels                   []uint8
}

func newMask(left, top, right, bottom int) *mask {
	width, height := max(0, right-left), max(0, bottom-top)
	return &mask{left, top, width, height, make([]uint8, width*height)}
}

func (m *mask) span(y, x0, x1 int, coverage float32) {
	row := m.levels[(y-m.top)*m.width:]
	level := uint8(coverage*255 + 0.5)
	for x := x0 - m.left; x < x1-m.left; x++ {
		row[x] = level
	}
}

// at is how much of a pixel may be painted, 0 to 1.
func (m *mask) at(x, y int) float32 {
	return float32(m.levels[(y-m.top)*m.width+x-m.left]) / 255
}

// solid paints one colour.
type solid struct {
	canvas     *canvas
	r, g, b, a float32 // straight colour, 0 to 255; alpha 0 to 1
	boost      float32 // text only: see [contrast]
}

func newSolid(c *canvas, colour display.Colour) *solid {
	return &solid{canvas: c, r: float32(colour.R * 255), g: float32(colour.G * 255), b: float32(colour.B * 255), a: float32(colour.A)}
}

func (s *solid) span(y, x0, x1 int, coverage float32) {
	if s.boost > 0 {
		coverage += (1 - coverage) * coverage * s.boost
	}
	alpha := coverage * s.a
	if s.canvas.clip != nil {
		for x := x0; x < x1; x++ {
			s.canvas.blend(x, y, s.r, s.g, s.b, alpha*s.canvas.clip.at(x, y))
		}
		return
	}
	row := s.canvas.Pix[s.canvas.PixOffset(x0, y):s.canvas.PixOffset(x1, y)]
	if alpha >= 0.999 {
		r, g, b := uint8(s.r+0.5), uint8(s.g+0.5), uint8(s.b+0.5)
		for i := 0; i+3 < len(row); i += 4 {
			row[i], row[i+1], row[i+2], row[i+3] = r, g, b, 255
		}
		return
	}
	// 16-bit fixed point keeps faint layers from losing a step each.
	a := uint32(alpha*65536 + 0.5)
	rest := 65536 - a
	r, g, b := uint32(s.r*alpha*65536), uint32(s.g*alpha*65536), uint32(s.b*alpha*65536)
	for i := 0; i+3 < len(row); i += 4 {
		row[i] = uint8((r + uint32(row[i])*rest + 32768) >> 16)
		row[i+1] = uint8((g + uint32(row[i+1])*rest + 32768) >> 16)
		row[i+2] = uint8((b + uint32(row[i+2])*rest + 32768) >> 16)
		row[i+3] = uint8((255*a + uint32(row[i+3])*rest + 32768) >> 16)
	}
}

// blend paints one pixel; the colour is straight, 0 to 255.
func (c *canvas) blend(x, y int, r, g, b, alpha float32) {
	if alpha <= 0 {
		return
	}
	pixel := c.Pix[c.PixOffset(x, y):][:4]
	rest := 1 - alpha
	pixel[0] = uint8(r*alpha + float32(pixel[0])*rest + 0.5)
	pixel[1] = uint8(g*alpha + float32(pixel[1])*rest + 0.5)
	pixel[2] = uint8(b*alpha + float32(pixel[2])*rest + 0.5)
	pixel[3] = uint8(255*alpha + float32(pixel[3])*rest + 0.5)
}
