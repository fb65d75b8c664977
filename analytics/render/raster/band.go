package raster

import (
	"context"
	"image"

	"meridian/analytics/render/display"
)

// BandPixels is how many pixels are held at once: a larger picture is painted in bands, one below the other, so
// that its size costs time and not memory.
const BandPixels = 4_000_000

// contextEvery is the number of items between two looks at whether the picture is still wanted.
const contextEvery = 64

// Draw paints a list over a transparent picture of width × height pixels and hands it on from top to bottom. A band
// is only good until emit returns.
func (d *Drawer) Draw(ctx context.Context, list *display.List, width, height int, lang string, emit func(band *image.RGBA) error) error {
	d.lang = lang
	view := display.Matrix{A: float64(width) / list.Width, D: float64(height) / list.Height}
	rows := max(1, min(height, d.most/width))
	for top := 0; top < height; top += rows {
		d.canvas = canvasOn(d.band(image.Rect(0, top, width, min(height, top+rows))))
		d.clips = map[*display.Clip]*clipping{}
		for i := range list.Items {
			if i%contextEvery == 0 && ctx.Err() != nil {
				return ctx.Err()
			}
			d.item(&list.Items[i], view)
		}
		if err := emit(d.canvas.RGBA); err != nil {
			return err
		}
	}
	return nil
}

// band is an empty part of the picture, on the pixels of the band before.
func (d *Drawer) band(part image.Rectangle) *image.RGBA {
	size := part.Dx() * part.Dy() * 4
	if cap(d.pixels) < size {
		d.pixels = make([]uint8, size)
	}
	pixels := d.pixels[:size]
	clear(pixels)
	return &image.RGBA{Pix: pixels, Stride: part.Dx() * 4, Rect: part}
}
