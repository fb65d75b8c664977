package render

import (
	"os"
	"reflect"
	"strings"
	"testing"

	"meridian/analytics/render/display"
	"meridian/analytics/render/text"
)

func newShaper(t *testing.T) *text.Shaper {
	t.Helper()
	fonts, err := text.Load(os.DirFS("../../web/fonts"))
	if err != nil {
		t.Fatal(err)
	}
	return fonts.NewShaper()
}

func TestWrap(t *testing.T) {
	shaper := newShaper(t)
	style := text.Style{Size: 20, Weight: 400}
	tests := map[string]struct {
		paragraph string
		width     float64
		want      []string
	}{
		"it fits":             {"Short title", 400, []string{"Short title"}},
		"at spaces":           {"Exchange grew by a third in five years", 200, []string{"Exchange grew by a", "third in five years"}},
		"between characters":  {"學生交流佔全部項目四成", 120, []string{"學生交流佔全", "部項目四成"}},
		"no stop at the head": {"按學年及類型劃分，全部", 160, []string{"按學年及類型劃", "分，全部"}},
		"cut short":           {"One two three four five six seven eight nine ten eleven twelve", 120, []string{"One two three", "four five six…"}},
		"no-break spaces":     {"grew 38\u00a0% in all", 66, []string{"grew", "38\u00a0%…"}},
		"nothing":             {"", 100, nil},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			got := wrap(shaper, test.paragraph, style, "en", test.width, 2)
			if !reflect.DeepEqual(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
			for _, line := range got {
				if width := shaper.Width(line, style, "en"); width > test.width {
					t.Errorf("%q is %.0f wide, more than %.0f", line, width, test.width)
				}
			}
		})
	}
}

func TestEmphasisRunsOverTheLineEnd(t *testing.T) {
	marked := emphasise([]string{"Exchange grew", "38 % in all"}, "Exchange grew 38 % in all", "grew 38 %", "red")
	want := [][]span{{{"Exchange ", ""}, {"grew", "red"}}, {{"38 % ", "red"}, {"in all", ""}}}
	if !reflect.DeepEqual(marked, want) {
		t.Errorf("got %q, want %q", marked, want)
	}
	plain := emphasise([]string{"No finding"}, "No finding", "38 %", "red")
	if !reflect.DeepEqual(plain, [][]span{{{"No finding", ""}}}) {
		t.Errorf("got %q for an emphasis the title does not have", plain)
	}
}

// Whatever stands in a payload is text: it cannot become part of the picture's code.
func TestTextIsEscaped(t *testing.T) {
	r := newRenderer(t, Options{Engines: 1})
	p := picture(t, "line-band")
	p.Payload.Title = `</text><script>alert(1)</script>`
	p.Payload.Summary = `<image href="x"/>`
	p.Payload.Sources[0].Title = `"><b>&`
	svg, err := r.SVG(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(svg), "<script") || strings.Contains(string(svg), "<b>") || strings.Contains(string(svg), "<image") {
		t.Error("text became markup")
	}
	if _, err := display.Parse(string(svg)); err != nil {
		t.Error(err)
	}
}

func TestFrameSaysWhereTheNumbersComeFrom(t *testing.T) {
	r := newRenderer(t, Options{Engines: 1})
	for lang, words := range map[string][]string{
		"en":      {"Source: Global engagement report 2018", "As of 31 August 2018", "data version 2018.1", "Illustrative", "Meridian"},
		"zh-Hant": {"資料來源：Global", "截至2018年8月31日", "數據版本 2018.1", "示例"},
		"zh-Hans": {"资料来源：Global", "截至2018年8月31日", "数据版本 2018.1", "示例"},
	} {
		p := picture(t, "line-band")
		p.Lang = lang
		svg, err := r.SVG(t.Context(), p)
		if err != nil {
			t.Fatal(err)
		}
		for _, word := range words {
			if !strings.Contains(string(svg), word) {
				t.Errorf("%s: the picture does not say %q", lang, word)
			}
		}
	}
}

func TestBareChartHasNoFrame(t *testing.T) {
	r := newRenderer(t, Options{Engines: 1})
	p := picture(t, "line-band")
	p.WithTitle, p.WithFooter = false, false
	svg, err := r.SVG(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	described, drawn, found := strings.Cut(string(svg), "</desc>")
	if strings.Contains(drawn, "Source:") || strings.Contains(drawn, "Meridian") || !strings.Contains(drawn, "translate(0 0)") {
		t.Error("the frame was drawn")
	}
	if !found || !strings.Contains(described, "Source:") || !strings.Contains(described, "data version") {
		t.Errorf("the file does not say where it is from: %.300s", described)
	}
}
