package display

import (
	"math"
	"strings"
	"testing"
)

func parse(t *testing.T, inner string) *List {
	t.Helper()
	list, err := Parse(`<svg viewBox="0 0 100 50">` + inner + `</svg>`)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestShapesAndGroups(t *testing.T) {
	list := parse(t, `<g transform="translate(10 5)"><g transform="scale(2)">
<rect x="1" y="2" width="3" height="4" fill="#ff0000" fill-opacity="0.5"/></g></g>
<circle cx="5" cy="5" r="2" fill="none" stroke="rgb(0,0,255)" stroke-width="3" stroke-dasharray="4,2,1"/>`)
	if list.Width != 100 || len(list.Items) != 2 {
		t.Fatalf("got a width of %g and %d items", list.Width, len(list.Items))
	}
	rect, circle := list.Items[0], list.Items[1]
	if at := rect.Transform.Apply(rect.Path.Points[0]); at != (Point{12, 9}) {
		t.Errorf("the corner is at %v, want 12, 9", at)
	}
	if rect.Fill.Colour != (Colour{1, 0, 0, 0.5}) {
		t.Errorf("the fill is %v", rect.Fill.Colour)
	}
	if circle.Fill.On || !circle.Stroke.On || circle.Stroke.Width != 3 || len(circle.Stroke.Dashes) != 6 {
		t.Errorf("the circle is painted %+v", circle.Stroke)
	}
}

func TestTextRuns(t *testing.T) {
	list := parse(t, `<title>not drawn</title><text x="3" y="9" text-anchor="end" font-size="14" font-weight="bold" fill="#000">A &lt; <tspan fill="#ff0000">B</tspan> C</text>`)
	if len(list.Items) != 1 {
		t.Fatalf("got %d items", len(list.Items))
	}
	text := list.Items[0].Text
	if text.Anchor != End || text.Weight != 700 || text.Size != 14 || len(text.Runs) != 3 {
		t.Fatalf("got %+v", text)
	}
	if text.Runs[0].Text != "A < " || text.Runs[0].Fill != nil || *text.Runs[1].Fill != (Colour{1, 0, 0, 1}) || text.Runs[2].Fill != nil {
		t.Errorf("got runs %+v", text.Runs)
	}
}

func TestDefinitions(t *testing.T) {
	list := parse(t, `<defs><clipPath id="c"><path d="M0 0l10 0l0 10z" fill="none"/></clipPath>
<linearGradient id="g" x1="0" y1="0" x2="0" y2="1"><stop offset="0%" stop-color="#000"/><stop offset="100%" stop-color="#fff" stop-opacity="0.5"/></linearGradient></defs>
<g clip-path="url(#c)"><path d="M0 0H5" fill="url(#g)" stroke="none"/></g><path d="M0 0H5"/>`)
	if list.Items[0].Clip == nil || list.Items[1].Clip != nil {
		t.Error("the clip holds for the wrong items")
	}
	gradient := list.Items[0].Fill.Gradient
	if gradient == nil || len(gradient.Stops) != 2 || gradient.Stops[1].Colour.A != 0.5 || gradient.Y2 != 1 {
		t.Errorf("got %+v", gradient)
	}
}

func TestWhatCannotBeDrawnIsAnError(t *testing.T) {
	for _, inner := range []string{
		`<image href="x"/>`, `<path d="M0 0" fill="url(#none)"/>`, `<path d="M0 0 X"/>`, `<path d="M0 0L1"/>`,
		`<path fill="chartreuse-ish" d="M0 0"/>`, `<g transform="skewX(3)"/>`, `<path d="M0 0`,
	} {
		if _, err := Parse(`<svg viewBox="0 0 1 1">` + inner + `</svg>`); err == nil {
			t.Errorf("%s was accepted", inner)
		}
	}
}

func TestPaths(t *testing.T) {
	path, err := ParsePath("M10-5.5l 3 2-1e1.5zm1,1 H4V8 q1 2 3 4t1 1c1 1 2 2 3 3s4 4 5 5A5 5 0 0130 30")
	if err != nil {
		t.Fatal(err)
	}
	if got := path.Points[1]; got != (Point{13, -3.5}) {
		t.Errorf("the line ends at %v", got)
	}
	if got := path.Points[3]; got != (Point{11, -4.5}) {
		t.Errorf("the second contour begins at %v, want 11, -4.5", got)
	}
	if got := path.Last(); got != (Point{30, 30}) {
		t.Errorf("the path ends at %v", got)
	}
}

func TestArcIsRound(t *testing.T) {
	path, err := ParsePath("M10 0A10 10 0 1 1 0 -10")
	if err != nil {
		t.Fatal(err)
	}
	for i := 3; i < len(path.Points); i += 3 {
		if r := math.Hypot(path.Points[i].X, path.Points[i].Y); math.Abs(r-10) > 1e-6 {
			t.Errorf("a point of the arc is %.4f from its centre, want 10", r)
		}
	}
	if len(path.Points) != 1+3*3 {
		t.Errorf("three quarters of a circle take %d points", len(path.Points))
	}
}

func TestColours(t *testing.T) {
	for text, want := range map[string]Colour{
		"#fff": {1, 1, 1, 1}, "#00000080": {0, 0, 0, 128. / 255}, "rgba(255, 0,0,.5)": {1, 0, 0, 0.5}, "white": {1, 1, 1, 1},
	} {
		if got, ok := ParseColour(text); !ok || got != want {
			t.Errorf("%s is %v", text, got)
		}
	}
	for _, text := range []string{"", "#12", "rgb(1,2)", "no such colour"} {
		if _, ok := ParseColour(text); ok {
			t.Errorf("%q was accepted", text)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(`<path d="M0 0l1 1" fill="#fff"/><text x="1">a</text>`)
	f.Add(`<defs><pattern id="p" width="2" height="2" patternUnits="userSpaceOnUse"><rect width="1" height="1"/></pattern></defs></pattern></g></text>`)
	f.Fuzz(func(t *testing.T, inner string) {
		list, err := Parse(`<svg viewBox="0 0 9 9">` + inner)
		if (list == nil) == (err == nil) {
			t.Error("want either a picture or an error")
		}
		if err != nil && strings.TrimSpace(err.Error()) == "" {
			t.Error("the error says nothing")
		}
	})
}
