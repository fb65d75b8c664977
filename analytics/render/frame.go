package render

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"meridian/analytics/render/text"
)

// A frame is what an exported picture has around its chart: title and subtitle
// above, origin below. It is laid out in the picture's own units, before zoom.
type frame struct {
	width, height float64
	picture       *Picture
	shaper        *text.Shaper
	out           strings.Builder

	// The room left for the chart.
	left, top, right, bottom float64
}

const (
	margin       = 24.0
	narrowMargin = 16.0
	narrow       = 560.0
	// leastChart is the height a chart needs; in a smaller picture the frame yields.
	leastChart = 120.0
)

// newFrame lays out the frame of a picture.
func newFrame(picture *Picture, shaper *text.Shaper) *frame {
	zoom := picture.zoom()
	f := &frame{
		width: float64(picture.Width) / zoom, height: float64(picture.Height) / zoom,
		picture: picture, shaper: shaper,
	}
	f.right, f.bottom = f.width, f.height
	if !picture.WithTitle && !picture.WithFooter {
		return f
	}
	edge := margin
	if f.width < narrow {
		edge = narrowMargin
	}
	f.left, f.top, f.right, f.bottom = edge, edge, f.width-edge, f.height-edge
	if picture.WithTitle {
		f.addTitle()
	}
	if picture.WithFooter && f.bottom-f.top > leastChart {
		f.addFooter()
	}
	return f
}

func (f *frame) addTitle() {
	p, lang := f.picture.Payload, f.picture.Lang
	title := text.Style{Family: text.Serif, Size: 23, Weight: 600}
	if lang != "en" { // figures in serif beside Chinese in sans would not match
		title.Family, title.Weight = text.Sans, 700
	}
	if f.width < narrow {
		title.Size = 19
	}
	before := f.top
	lines := wrap(f.shaper, p.Title, title, lang, f.right-f.left, 2)
	for _, line := range emphasise(lines, p.Title, p.TitleEmphasis, f.picture.Palette.Accent) {
		f.top += title.Size * 1.26
		f.line(f.left, f.top-title.Size*0.3, title, f.picture.Palette.Ink, line)
	}
	subtitle := text.Style{Size: 14, Weight: 400}
	for _, line := range wrap(f.shaper, p.Subtitle, subtitle, lang, f.right-f.left, 2) {
		f.top += subtitle.Size * 1.43
		f.line(f.left, f.top-subtitle.Size*0.36, subtitle, f.picture.Palette.Ink2, []span{{line, ""}})
	}
	if f.top > before {
		f.top += 12
	}
}

// A span is a part of a line; an empty colour is the line's own.
type span struct{ text, colour string }

// line writes a line of text whose baseline is at y.
func (f *frame) line(x, y float64, style text.Style, colour string, spans []span) {
	family := ""
	if style.Family == text.Serif {
		family = fmt.Sprintf(" font-family=%q", serifStack(f.picture.Lang))
	}
	weight := ""
	if style.Weight != 400 {
		weight = fmt.Sprintf(" font-weight=\"%d\"", style.Weight)
	}
	fmt.Fprintf(&f.out, `<text x="%s" y="%s"%s font-size="%s"%s fill="%s">`,
		short(x), short(y), family, short(style.Size), weight, colour)
	for _, part := range spans {
		if part.colour == "" {
			f.out.WriteString(escape(part.text))
			continue
		}
		fmt.Fprintf(&f.out, `<tspan fill="%s">%s</tspan>`, part.colour, escape(part.text))
	}
	f.out.WriteString("</text>\n")
}

// emphasise splits the title's lines so that the emphasised part, which may run
// over a line's end, takes the accent. Spaces do not count: wrapping moves them.
func emphasise(lines []string, title, emphasis, accent string) [][]span {
	start := strings.Index(title, emphasis)
	if emphasis == "" || start < 0 {
		emphasis, start = "", len(title)
	}
	from := inked(title[:start])
	to := from + inked(emphasis)
	seen := 0
	var marked [][]span
	for _, line := range lines {
		var spans []span
		for _, char := range line {
			colour := ""
			if seen >= from && seen < to {
				colour = accent
			}
			if n := len(spans); n > 0 && (spans[n-1].colour == colour || char == ' ') {
				spans[n-1].text += string(char)
			} else {
				spans = append(spans, span{string(char), colour})
			}
			if char != ' ' {
				seen++
			}
		}
		marked = append(marked, spans)
	}
	return marked
}

// inked counts the characters that are not spaces.
func inked(line string) int {
	return utf8.RuneCountInString(strings.ReplaceAll(line, " ", ""))
}
