package render

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/png"
	"testing"
)

func draw(t *testing.T, r *Renderer, p Picture) image.Image {
	t.Helper()
	data, err := r.PNG(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	pixels, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return pixels
}

// share is the part of a box's pixels that a test accepts.
func share(pixels image.Image, box image.Rectangle, accept func(color.NRGBA) bool) float64 {
	found := 0
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			if accept(color.NRGBAModel.Convert(pixels.At(x, y)).(color.NRGBA)) {
				found++
			}
		}
	}
	return float64(found) / float64(box.Dx()*box.Dy())
}

func near(want color.NRGBA) func(color.NRGBA) bool {
	alike := func(a, b uint8) bool { return max(a, b)-min(a, b) <= 6 }
	return func(got color.NRGBA) bool {
		return alike(got.R, want.R) && alike(got.G, want.G) && alike(got.B, want.B) && alike(got.A, want.A)
	}
}

func TestTextIsDrawn(t *testing.T) {
	r := newRenderer(t, Options{Engines: 1, OnMissing: func(chart, characters string) {
		t.Errorf("%s: no font has %q", chart, characters)
	}})
	ink := near(color.NRGBA{0x0f, 0x21, 0x29, 0xff})
	accent := near(color.NRGBA{0xb6, 0x38, 0x11, 0xff})
	for _, name := range []string{"line-band", "stacked-bar"} {
		pixels := draw(t, r, picture(t, name))
		title := image.Rect(24, 24, 700, 52)
		if got := share(pixels, title, ink); got < 0.03 {
			t.Errorf("%s: %.1f %% of the title's box is ink, want 3 or more", name, got*100)
		}
		if got := share(pixels, title, accent); got < 0.002 {
			t.Errorf("%s: %.2f %% of the title's box is accent, want some", name, got*100)
		}
		footer := image.Rect(24, 480, 300, 516)
		if got := share(pixels, footer, func(c color.NRGBA) bool { return c.R < 0x90 }); got < 0.04 {
			t.Errorf("%s: %.1f %% of the footer's box is dark, want 4 or more", name, got*100)
		}
	}
}

func TestMapIsDrawn(t *testing.T) {
	r := newRenderer(t, Options{Engines: 1})
	p := picture(t, "world")
	pixels := draw(t, r, p)
	all := pixels.Bounds()
	for what, colour := range map[string]color.NRGBA{
		"land without a value": {0xcb, 0xd8, 0xd5, 0xff},
		"the darkest class":    {0x0d, 0x4a, 0x4a, 0xff},
	} {
		if got := share(pixels, all, near(colour)); got < 0.01 {
			t.Errorf("%.2f %% of the map is %s, want 1 or more", got*100, what)
		}
	}
}

func TestTransparentPicture(t *testing.T) {
	r := newRenderer(t, Options{Engines: 1})
	p := picture(t, "line-band")
	p.Palette.Background = ""
	pixels := draw(t, r, p)
	empty := func(c color.NRGBA) bool { return c.A == 0 }
	if got := share(pixels, pixels.Bounds(), empty); got < 0.8 {
		t.Errorf("%.0f %% of the picture is transparent, want 80 or more", got*100)
	}
	faint := func(c color.NRGBA) bool { return c.A > 0 && c.A < 60 }
	if got := share(pixels, pixels.Bounds(), faint); got < 0.03 {
		t.Errorf("the band is not faint but %.3f", got)
	}
}

func TestSizeAndDensity(t *testing.T) {
	r := newRenderer(t, Options{Engines: 1})
	p := picture(t, "line-band")
	p.Width, p.Height, p.Scale = 400, 300, 2
	data, err := r.PNG(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	header := func(at int) uint32 { return binary.BigEndian.Uint32(data[at:]) }
	if header(16) != 800 || header(20) != 600 {
		t.Errorf("the picture has %d × %d pixels, want 800 × 600", header(16), header(20))
	}
	at := bytes.Index(data, []byte("pHYs"))
	if at < 0 || header(at+4) != 7559 {
		t.Error("the density is not 192 dots an inch (7559 a metre)")
	}
}

// A small picture gives up its frame before its chart.
func TestSmallPictures(t *testing.T) {
	r := newRenderer(t, Options{Engines: 1})
	for _, size := range [][2]int{{1, 1}, {40, 30}, {160, 90}, {320, 200}, {300, 900}} {
		p := picture(t, "line-band")
		p.Width, p.Height = size[0], size[1]
		if _, err := r.PNG(t.Context(), p); err != nil {
			t.Errorf("%d × %d: %v", size[0], size[1], err)
		}
	}
}
