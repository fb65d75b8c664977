// Package text measures and shapes text with the fonts a picture is drawn in.
package text

import (
	"bytes"
	"fmt"
	"io/fs"

	"github.com/go-text/typesetting/font"
)

// A Style says how a piece of text looks.
type Style struct {
	Family Family
	Size   float64 // CSS pixels
	Weight int     // 400, 600 or 700; others take the nearest
}

// Family is a Latin typeface; Chinese falls back to the sans serif of the language.
type Family int

const (
	// Sans is Source Sans 3, the typeface of charts and labels.
	Sans Family = iota
	// Serif is Source Serif 4, the typeface of findings.
	Serif
)

// Fonts holds the parsed font files. It is safe for concurrent use; each
// goroutine shapes with a [Shaper] of its own.
type Fonts struct {
	files map[fontKey]*font.Font
}

type fontKey struct {
	name   string
	weight int
}

// The typefaces by file name, and the weights each is shipped in.
const (
	sourceSans  = "SourceSans3"
	sourceSerif = "SourceSerif4"
	notoHK      = "NotoSansHK"
	notoSC      = "NotoSansSC"
)

var shipped = []fontKey{
	{sourceSans, 400}, {sourceSans, 600}, {sourceSans, 700},
	{sourceSerif, 600},
	{notoHK, 400}, {notoHK, 700},
	{notoSC, 400}, {notoSC, 700},
}

// Load reads the font files from a directory such as web/fonts.
func Load(dir fs.FS) (*Fonts, error) {
	fonts := &Fonts{files: make(map[fontKey]*font.Font, len(shipped))}
	for _, key := range shipped {
		name := fmt.Sprintf("%s-%d.ttf", key.name, key.weight)
		data, err := fs.ReadFile(dir, name)
		if err != nil {
			return nil, fmt.Errorf("load fonts: %w", err)
		}
		face, err := font.ParseTTF(bytes.NewReader(data))
		if err != nil {
			return nil, fmt.Errorf("load font %s: %w", name, err)
		}
		fonts.files[key] = face.Font
	}
	return fonts, nil
}

// chain lists the fonts asked for a character, first choice first. The other
// script's font comes last: a rare form is better than an empty box.
func chain(style Style, lang string) []fontKey {
	cjk := []string{notoHK, notoSC}
	if lang == "zh-Hans" {
		cjk = []string{notoSC, notoHK}
	}
	keys := []fontKey{latinKey(style)}
	weight := 400
	if style.Weight >= 600 {
		weight = 700
	}
	for _, name := range cjk {
		keys = append(keys, fontKey{name, weight})
	}
	if weight == 700 { // the bold subsets are smaller than the regular ones
		for _, name := range cjk {
			keys = append(keys, fontKey{name, 400})
		}
	}
	return append(keys, fontKey{sourceSans, 400})
}

func latinKey(style Style) fontKey {
	switch {
	case style.Family == Serif:
		return fontKey{sourceSerif, 600}
	case style.Weight >= 700:
		return fontKey{sourceSans, 700}
	case style.Weight >= 550:
		return fontKey{sourceSans, 600}
	default:
		return fontKey{sourceSans, 400}
	}
}
