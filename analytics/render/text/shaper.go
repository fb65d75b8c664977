package text

import (
	"maps"
	"math"
	"slices"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// A Shaper turns text into placed glyphs. It is not safe for concurrent use.
type Shaper struct {
	fonts    *Fonts
	faces    map[fontKey]*font.Face
	harfbuzz shaping.HarfbuzzShaper
	widths   map[widthKey]float64
	missing  map[rune]struct{}
}

// A Glyph is an outline at its place on the line, in pixels from the start.
type Glyph struct {
	Face  *font.Face
	ID    font.GID
	X, Y  float64
	Scale float64 // font units to pixels
}

type widthKey struct {
	style Style
	lang  string
	text  string
}

// maxWidths bounds the remembered widths; labels repeat, so most are found.
const maxWidths = 20_000

// shapeSize is the size everything is shaped at and then scaled from, so that
// widths grow in proportion and no hinting step shows.
const shapeSize = 1000

// NewShaper returns a shaper over the fonts.
func (f *Fonts) NewShaper() *Shaper {
	return &Shaper{
		fonts:   f,
		faces:   map[fontKey]*font.Face{},
		widths:  map[widthKey]float64{},
		missing: map[rune]struct{}{},
	}
}

// Width is the advance of a line of text in pixels.
func (s *Shaper) Width(line string, style Style, lang string) float64 {
	key := widthKey{style, lang, line}
	if width, ok := s.widths[key]; ok {
		return width
	}
	_, width := s.Shape(line, style, lang)
	if len(s.widths) >= maxWidths {
		clear(s.widths)
	}
	s.widths[key] = width
	return width
}

// Shape places the glyphs of a line and returns its advance in pixels.
func (s *Shaper) Shape(line string, style Style, lang string) ([]Glyph, float64) {
	runes := []rune(line)
	keys := chain(style, lang)
	scale := style.Size / shapeSize
	glyphs := make([]Glyph, 0, len(runes))
	x := 0.0
	for start := 0; start < len(runes); {
		key := s.pick(runes[start], keys)
		end := start + 1
		for end < len(runes) && s.stays(runes[end], key, keys) {
			end++
		}
		out := s.shapeRun(runes, start, end, key, lang)
		upem := float64(out.Face.Upem())
		for _, glyph := range out.Glyphs {
			glyphs = append(glyphs, Glyph{
				Face: out.Face, ID: glyph.GlyphID,
				X: x + toFloat(glyph.XOffset)*scale, Y: -toFloat(glyph.YOffset) * scale,
				Scale: style.Size / upem,
			})
			x += toFloat(glyph.Advance) * scale
		}
		start = end
	}
	return glyphs, x
}

// Missing returns the characters met so far that no font has, and forgets them.
func (s *Shaper) Missing() string {
	found := slices.Sorted(maps.Keys(s.missing))
	clear(s.missing)
	return string(found)
}

func (s *Shaper) shapeRun(runes []rune, start, end int, key fontKey, lang string) shaping.Output {
	script := language.Latin
	if key.name == notoHK || key.name == notoSC {
		script = language.Han
	}
	return s.harfbuzz.ShapeNoExtents(shaping.Input{
		Text: runes, RunStart: start, RunEnd: end,
		Direction: di.DirectionLTR,
		Face:      s.face(key),
		Size:      fixed.I(shapeSize),
		Script:    script,
		Language:  language.NewLanguage(lang),
		FontFeatures: []shaping.FontFeature{
			{Tag: ot.MustNewTag("tnum"), Value: 1},
			{Tag: ot.MustNewTag("lnum"), Value: 1},
		},
	})
}

// pick returns the first font that has the character; a character none has is
// remembered and drawn with the first font's empty box.
func (s *Shaper) pick(char rune, keys []fontKey) fontKey {
	for _, key := range keys {
		if _, ok := s.face(key).NominalGlyph(char); ok {
			return key
		}
	}
	if !invisible(char) {
		s.missing[char] = struct{}{}
	}
	return keys[0]
}

// stays reports whether a character continues the run before it.
func (s *Shaper) stays(char rune, key fontKey, keys []fontKey) bool {
	return invisible(char) || s.pick(char, keys) == key
}

// invisible characters take the font of what stands before them.
func invisible(char rune) bool {
	return char == '\u200b' || char == '\u200d' || char == '\ufe0f' || char < ' '
}

func (s *Shaper) face(key fontKey) *font.Face {
	face, ok := s.faces[key]
	if !ok {
		face = font.NewFace(s.fonts.files[key])
		s.faces[key] = face
	}
	return face
}

// Middle is how far below the middle of a line its baseline lies, in pixels:
// where a canvas puts text whose baseline is "middle". Like a browser it reckons
// in 64ths of a pixel, or a line halfway between two rows would end on another.
func (s *Shaper) Middle(style Style) float64 {
	extents, ok := s.face(latinKey(style)).FontHExtents()
	if !ok {
		return style.Size / 4
	}
	ascent, descent := float64(extents.Ascender), -float64(extents.Descender)
	part := func(of float64) float64 { return math.Round(of/(ascent+descent)*style.Size*64) / 64 }
	return (part(ascent) - part(descent)) / 2
}

func toFloat(value fixed.Int26_6) float64 { return float64(value) / 64 }
