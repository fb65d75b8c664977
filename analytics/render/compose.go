package render

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// The CSS stacks of exported SVG files, the same the pages use.
func sansStack(lang string) string {
	if lang == "zh-Hans" {
		return "'Source Sans 3', 'Noto Sans SC', 'Noto Sans HK', system-ui, sans-serif"
	}
	return "'Source Sans 3', 'Noto Sans HK', 'Noto Sans SC', system-ui, sans-serif"
}

func serifStack(lang string) string {
	return "'Source Serif 4', 'Noto Serif HK', 'Noto Serif SC', " + strings.TrimPrefix(sansStack(lang), "'Source Sans 3', ")
}

// compose puts the chart into its frame as one SVG file.
func (f *frame) compose(chart string) string {
	p := f.picture
	var out strings.Builder
	out.Grow(len(chart) + f.out.Len() + 512)
	fmt.Fprintf(&out, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %s %s" role="img" lang="%s" font-family="%s" style="font-variant-numeric:lining-nums tabular-nums">`+"\n",
		p.Width, p.Height, short(f.width), short(f.height), p.Lang, sansStack(p.Lang))
	if p.Payload.Title != "" {
		fmt.Fprintf(&out, "<title>%s</title>\n", escape(p.Payload.Title))
	}
	if said := f.described(); said != "" {
		fmt.Fprintf(&out, "<desc>%s</desc>\n", escape(said))
	}
	if p.Palette.Background != "" {
		fmt.Fprintf(&out, `<rect width="%s" height="%s" fill="%s"/>`+"\n", short(f.width), short(f.height), p.Palette.Background)
	}
	out.WriteString(f.out.String())
	fmt.Fprintf(&out, "<g transform=\"translate(%s %s)\">\n", short(f.left), short(f.top))
	out.WriteString(chart)
	out.WriteString("</g>\n</svg>\n")
	return out.String()
}

// chartSize is the room the frame leaves, in whole units as a browser would give.
func (f *frame) chartSize() (width, height float64) {
	return math.Max(1, math.Floor(f.right-f.left)), math.Max(1, math.Floor(f.bottom-f.top))
}

// short writes a coordinate with at most two decimals.
func short(value float64) string {
	return strconv.FormatFloat(math.Round(value*100)/100, 'f', -1, 64)
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// escape makes text safe within XML. What XML 1.0 has no place for is dropped: control characters, bytes that are
// not UTF-8, U+FFFE and U+FFFF.
func escape(text string) string {
	text = strings.Map(func(char rune) rune {
		switch {
		case char == '\t' || char == '\n' || char == '\r':
			return ' '
		case char < ' ' || char == utf8.RuneError || char == 0xFFFE || char == 0xFFFF:
			return -1
		}
		return char
	}, text)
	return escaper.Replace(text)
}

// described is the picture in words, and where it is from: it stays in the file when the footer is left out.
func (f *frame) described() string {
	p, said := f.picture.Payload, languages[f.picture.Lang]
	all := titles(p.Sources)
	var parts []string
	for _, part := range []string{p.Summary, said.grade(p), said.sources(all, len(all)), said.origin(p, f.picture.Lang), p.DisclosureNote} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, " · ")
}
