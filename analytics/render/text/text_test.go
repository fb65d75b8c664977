package text

import (
	"math"
	"os"
	"testing"
)

func load(t testing.TB) *Shaper {
	t.Helper()
	fonts, err := Load(os.DirFS("../../../web/fonts"))
	if err != nil {
		t.Fatal(err)
	}
	return fonts.NewShaper()
}

func TestDigitsShareOneWidth(t *testing.T) {
	s := load(t)
	for _, style := range []Style{{Sans, 12, 400}, {Sans, 12, 600}, {Sans, 12, 700}, {Serif, 24, 600}} {
		want := s.Width("0", style, "en")
		for _, digit := range "123456789" {
			if got := s.Width(string(digit), style, "en"); math.Abs(got-want) > 1e-9 {
				t.Errorf("%+v: %q is %.3f wide, 0 is %.3f", style, digit, got, want)
			}
		}
	}
}

func TestPairsAreKerned(t *testing.T) {
	s := load(t)
	style := Style{Sans, 100, 400}
	if pair, apart := s.Width("To", style, "en"), s.Width("T", style, "en")+s.Width("o", style, "en"); pair >= apart {
		t.Errorf("To is %.1f wide, T and o %.1f: no kerning", pair, apart)
	}
}

func TestChineseFallsBackByLanguage(t *testing.T) {
	s := load(t)
	for lang, want := range map[string]string{"zh-Hant": notoHK, "zh-Hans": notoSC, "en": notoHK} {
		glyphs, width := s.Shape("學年 2017/18", Style{Sans, 12, 400}, lang)
		if glyphs[0].Face.Font != s.fonts.files[fontKey{want, 400}] {
			t.Errorf("%s: 學 is not drawn with %s", lang, want)
		}
		if glyphs[4].Face.Font != s.fonts.files[fontKey{sourceSans, 400}] {
			t.Errorf("%s: figures are not drawn with Source Sans", lang)
		}
		if width <= 24 {
			t.Errorf("%s: width %.1f", lang, width)
		}
	}
}

func TestMissingCharactersAreReported(t *testing.T) {
	s := load(t)
	s.Shape("Łódź – Universität 香港理工大學 岭南大学 深圳 龘", Style{Sans, 12, 700}, "zh-Hant")
	if got := s.Missing(); got != "" {
		t.Errorf("missing %q, want none", got)
	}
	s.Shape("สวัสดี", Style{Sans, 12, 400}, "en")
	if s.Missing() == "" {
		t.Error("Thai is not in the fonts, yet nothing was reported")
	}
}

func TestParseCSS(t *testing.T) {
	tests := map[string]Style{
		"12px sans-serif":                        {Sans, 12, 400},
		"bold 13.5px 'Source Sans 3', serif":     {Sans, 13.5, 700},
		"italic 600 16px 'Source Serif 4',serif": {Serif, 16, 600},
		"normal normal 20px sans-serif":          {Sans, 20, 400},
		"":                                       {Sans, 12, 400},
	}
	for css, want := range tests {
		if got := ParseCSS(css); got != want {
			t.Errorf("ParseCSS(%q) = %+v, want %+v", css, got, want)
		}
	}
}

// The numbers are Chromium's, from measureText with the baseline in the middle.
func TestMiddleOfALineIsWhereABrowserHasIt(t *testing.T) {
	s := load(t)
	for size, want := range map[float64]float64{10: 2.1875, 12: 2.625, 12.5: 2.734375, 13: 2.84375, 20: 4.375} {
		if got := s.Middle(Style{Sans, size, 400}); got != want {
			t.Errorf("at %g px the baseline is %g below the middle, want %g", size, got, want)
		}
	}
}
