package raster

import (
	"image"
	"os"
	"testing"

	"meridian/analytics/render/display"
	"meridian/analytics/render/text"
)

// A picture painted in bands is the picture painted at once: text, turned text, clips, shadows, gradients and patterns
// pass from one band to the next.
func TestBandsMakeTheSamePicture(t *testing.T) {
	list, err := display.Parse(`<svg viewBox="0 0 96 90"><defs>` +
		`<linearGradient id="g" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="#000"/></linearGradient>` +
		`<clipPath id="c"><circle cx="48" cy="45" r="40"/></clipPath>` +
		`<filter id="s"><feDropShadow dx="2" dy="3" stdDeviation="4" flood-color="#000"/></filter></defs>` +
		`<rect width="96" height="90" fill="#eef2f1"/><rect x="4" y="4" width="50" height="80" fill="url(#g)"/>` +
		`<g clip-path="url(#c)"><path d="M0 0L96 90L96 0z" fill="#b63811" fill-opacity="0.5"/></g>` +
		`<circle cx="60" cy="50" r="20" fill="#0d5451" filter="url(#s)"/>` +
		`<path d="M3 3L90 80M3 80C40 0 60 90 93 10" fill="none" stroke="#0f2129" stroke-width="2.5" stroke-dasharray="7,3"/>` +
		`<text x="5" y="40" font-size="14" stroke="#fff" stroke-width="3" paint-order="stroke">Tables</text>` +
		`<text transform="translate(80 80) rotate(-90)" font-size="12">turned</text></svg>`)
	if err != nil {
		t.Fatal(err)
	}
	fonts, err := text.Load(os.DirFS("../../../web/fonts"))
	if err != nil {
		t.Fatal(err)
	}
	drawn := func(most int) (pixels []uint8, bands int) {
		drawer := NewDrawer(fonts.NewShaper())
		drawer.most = most
		err := drawer.Draw(t.Context(), list, 192, 180, "en", func(band *image.RGBA) error {
			pixels, bands = append(pixels, band.Pix...), bands+1
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return pixels, bands
	}
	whole, _ := drawn(BandPixels)
	for _, rows := range []int{1, 7, 50} {
		parts, bands := drawn(rows * 192)
		if bands != (180+rows-1)/rows || len(parts) != len(whole) {
			t.Fatalf("%d rows a band: %d bands, %d bytes of %d", rows, bands, len(parts), len(whole))
		}
		off := 0
		for i := range whole {
			if max(whole[i], parts[i])-min(whole[i], parts[i]) > 1 {
				off++
			}
		}
		if off > 0 {
			t.Errorf("%d rows a band: %d bytes of %d differ", rows, off, len(whole))
		}
	}
}
