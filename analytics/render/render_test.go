package render

import (
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
	return newRendererWith(t, "../../data/geo", options)
}

func newRendererWith(t testing.TB, maps string, options Options) *Renderer {
	t.Helper()
	r, err := New(Assets{
		Script: os.DirFS("../../web/dist/render"),
		Fonts:  os.DirFS("../../web/fonts"),
		Maps:   os.DirFS(maps),
	}, options)
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
	switch name {
	case "stacked-bar":
		lang = "zh-Hant"
	case "islands":
		lang = "zh-Hans"
	}
	return Picture{Payload: payload, Width: 960, Height: 540, Lang: lang, Palette: lightPalette, WithTitle: true, WithFooter: true}
}
