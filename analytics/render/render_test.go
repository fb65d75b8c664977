package render

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// lightPalette is the light theme's frame.
var lightPalette = Palette{
	Background: "#FFFFFF", Ink: "#0F2129", Ink2: "#3D5059", Ink3: "#586A72", Rule: "#D5DEDC",
	Accent: "#B63811", Brand: "#0D5451", OK: "#2C6B45", Warn: "#8A5300",
}

func newRenderer(t testing.TB, options Options) *Renderer {
	t.Helper()
	root := os.DirFS("../..")
	sub := func(dir string) (assets Assets) { return assets }
	_ = sub
	r, err := New(Assets{
		Script: os.DirFS("../../web/dist/render"),
		Fonts:  os.DirFS("../../web/fonts"),
		Maps:   os.DirFS("../../data/geo"),
	}, options)
	_ = root
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(r.Close)
	return r
}

func picture(t testing.TB, name string) Picture {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "payload", name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	payload, err := ParsePayload(data)
	if err != nil {
		t.Fatal(err)
	}
	lang := "en"
	if name == "stacked-bar" {
		lang = "zh-Hant"
	}
	return Picture{Payload: payload, Width: 960, Height: 540, Lang: lang, Palette: lightPalette, WithTitle: true, WithFooter: true}
}

func TestDump(t *testing.T) {
	r := newRenderer(t, Options{})
	files, _ := filepath.Glob("testdata/payload/*.json")
	for _, file := range files {
		name := filepath.Base(file[:len(file)-5])
		svg, err := r.SVG(t.Context(), picture(t, name))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		os.WriteFile("/tmp/rb/out/"+name+".svg", svg, 0o644)
		for _, k := range []float64{1, 2} {
			p := picture(t, name)
			p.Scale = k
			png, err := r.PNG(t.Context(), p)
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			os.WriteFile(fmt.Sprintf("/tmp/rb/out/%s.own%g.png", name, k), png, 0o644)
		}
	}
}
