package raster

import (
	"image"
	"image/color"
	"math"
	"os"
	"testing"

	"meridian/analytics/render/display"
	"meridian/analytics/render/text"
)

// paint draws SVG at one pixel a unit over white.
func paint(t *testing.T, width, height int, inner string) *image.RGBA {
	t.Helper()
	list, err := display.Parse(`<svg viewBox="0 0 ` + itoa(width) + ` ` + itoa(height) + `"><rect width="100" height="100" fill="#ffffff"/>` + inner + `</svg>`)
	if err != nil {
		t.Fatal(err)
	}
	fonts, err := text.Load(os.DirFS("../../../web/fonts"))
	if err != nil {
		t.Fatal(err)
	}
	var whole *image.RGBA
	if err := NewDrawer(fonts.NewShaper()).Draw(t.Context(), list, width, height, "en", func(band *image.RGBA) error {
		whole = band
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return whole
}

func itoa(n int) string { return string([]byte{byte('0' + n/10), byte('0' + n%10)}) }

// dark is how dark a pixel is: 0 for white, 1 for black.
func dark(m *image.RGBA, x, y int) float64 {
	return 1 - float64(color.GrayModel.Convert(m.At(x, y)).(color.Gray).Y)/255
}

// total is the painted area in pixels.
func total(m *image.RGBA) float64 {
	sum := 0.0
	for y := range m.Rect.Dy() {
		for x := range m.Rect.Dx() {
			sum += dark(m, x, y)
		}
	}
	return sum
}

func TestAreas(t *testing.T) {
	tests := map[string]struct {
		inner string
		area  float64
	}{
		"a square off the grid":       {`<rect x="2.25" y="3.5" width="10" height="7"/>`, 70},
		"a circle":                    {`<circle cx="20" cy="20" r="9"/>`, math.Pi * 81},
		"a ring by opposite turns":    {`<path d="M5 5h20v20h-20zM10 10v10h10v-10z"/>`, 300},
		"half transparent":            {`<rect x="5" y="5" width="10" height="10" fill-opacity="0.5"/>`, 50},
		"a slanted line":              {`<path d="M5 5L29 37" fill="none" stroke="#000" stroke-width="2"/>`, 80},
		"a hairline":                  {`<path d="M5 10.3H35" fill="none" stroke="#000" stroke-width="0.5"/>`, 15},
		"round caps":                  {`<path d="M10 20H30" fill="none" stroke="#000" stroke-width="6" stroke-linecap="round"/>`, 120 + math.Pi*9},
		"square caps":                 {`<path d="M10 20H30" fill="none" stroke="#000" stroke-width="6" stroke-linecap="square"/>`, 156},
		"a mitred corner":             {`<path d="M10 30V10H30" fill="none" stroke="#000" stroke-width="4"/>`, 160},
		"a closed frame":              {`<rect x="10" y="10" width="20" height="20" fill="none" stroke="#000" stroke-width="4"/>`, 320},
		"a bevelled corner":           {`<path d="M10 30V10H30" fill="none" stroke="#000" stroke-width="4" stroke-linejoin="bevel"/>`, 158},
		"dashes":                      {`<path d="M2 10H38" fill="none" stroke="#000" stroke-width="2" stroke-dasharray="4 2"/>`, 48},
		"a ring of strokes":           {`<circle cx="20" cy="20" r="10" fill="none" stroke="#000" stroke-width="3"/>`, math.Pi * 60},
		"a clip":                      {`<defs><clipPath id="c"><path d="M0 0l20 0l0 20l-20 0Z"/></clipPath></defs><g clip-path="url(#c)"><rect x="10" y="10" width="20" height="20"/></g>`, 100},
		"a round clip":                {`<defs><clipPath id="c"><circle cx="20" cy="20" r="8"/></clipPath></defs><g clip-path="url(#c)"><rect width="40" height="40"/></g>`, math.Pi * 64},
		"a clip within a clip":        {`<defs><clipPath id="a"><circle cx="20" cy="20" r="8"/></clipPath><clipPath id="b"><path d="M20 0l20 0l0 40l-20 0Z"/></clipPath></defs><g clip-path="url(#a)"><g clip-path="url(#b)"><rect width="40" height="40"/></g></g>`, math.Pi * 32},
		"a gradient from black":       {`<defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="0"><stop offset="0" stop-color="#000"/><stop offset="1" stop-color="#fff"/></linearGradient></defs><rect x="10" y="10" width="20" height="10" fill="url(#g)"/>`, 100},
		"a pattern of stripes":        {`<defs><pattern id="p" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(30)"><rect width="2" height="4" fill="#000"/></pattern></defs><rect x="4" y="4" width="32" height="32" fill="url(#p)"/>`, 512},
		"partly outside":              {`<rect x="-10" y="-10" width="20" height="20"/><rect x="35" y="35" width="20" height="20"/>`, 125},
		"far outside":                 {`<path d="M-1000000 -1000000H-900000V5Z"/>`, 0},
		"scaled, the stroke with it":  {`<path transform="matrix(2 0 0 -2 0 40)" d="M2 10H18" fill="none" stroke="#000" stroke-width="1.5"/>`, 96},
		"a point with a round cap":    {`<path d="M20 20L20 20" fill="none" stroke="#000" stroke-width="8" stroke-linecap="round"/>`, math.Pi * 16},
		"nothing for broken outlines": {`<path d=""/><polyline points=""/><polygon points="5 5"/>`, 0},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			got := total(paint(t, 40, 40, test.inner))
			if math.Abs(got-test.area) > 0.02*test.area+0.4 {
				t.Errorf("the painted area is %.1f, want %.1f", got, test.area)
			}
		})
	}
}

func TestEdgesOnTheGridAreCrisp(t *testing.T) {
	m := paint(t, 20, 20, `<rect x="5" y="5" width="10" height="10"/><path d="M2 2.5H18" fill="none" stroke="#000"/>`)
	for _, p := range []image.Point{{5, 5}, {14, 14}, {10, 2}} {
		if dark(m, p.X, p.Y) < 0.99 {
			t.Errorf("%v is not black", p)
		}
	}
	for _, p := range []image.Point{{4, 5}, {15, 14}, {10, 1}, {10, 3}} {
		if dark(m, p.X, p.Y) > 0.01 {
			t.Errorf("%v is not white", p)
		}
	}
}

func TestTextStandsAtItsAnchor(t *testing.T) {
	extent := func(anchor string) (left, right int) {
		m := paint(t, 80, 20, `<text x="40" y="14" font-size="12" text-anchor="`+anchor+`">HHHH</text>`)
		left = -1
		for x := range 80 {
			for y := range 20 {
				if dark(m, x, y) > 0.4 {
					if left < 0 {
						left = x
					}
					right = x
				}
			}
		}
		return left, right
	}
	if left, _ := extent("start"); left < 40 || left > 42 {
		t.Errorf("a start begins at %d", left)
	}
	if _, right := extent("end"); right > 39 || right < 37 {
		t.Errorf("an end ends at %d", right)
	}
	if left, right := extent("middle"); math.Abs(float64(left+right)/2-39.5) > 1 {
		t.Errorf("a middle runs from %d to %d", left, right)
	}
}

func TestHaloLiesBelowTheLetters(t *testing.T) {
	plain := `<rect width="80" height="20" fill="#000"/><text x="5" y="14" font-size="12" fill="#808080"`
	with := total(paint(t, 80, 20, plain+` stroke="#ffffff" stroke-width="4" paint-order="stroke" stroke-linejoin="round">Hong Kong</text>`))
	without := total(paint(t, 80, 20, plain+`>Hong Kong</text>`))
	if with > without-200 {
		t.Errorf("the halo lightens %.0f pixels' worth, want 200 or more", without-with)
	}
}

func TestShadowIsSoftAndMoved(t *testing.T) {
	m := paint(t, 60, 60, `<defs><filter id="s"><feDropShadow dx="0" dy="6" stdDeviation="3" flood-color="#000000" flood-opacity="0.5"/></filter></defs><rect x="20" y="20" width="20" height="20" fill="#ffffff" filter="url(#s)"/>`)
	below, above := dark(m, 30, 44), dark(m, 30, 17)
	if below < 0.2 || below > 0.5 || above > 0.1 {
		t.Errorf("the shadow is %.2f below and %.2f above", below, above)
	}
}
