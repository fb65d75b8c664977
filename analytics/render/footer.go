package render

import (
	"fmt"

	"meridian/analytics/render/text"
)

const (
	footerSize = 12.0
	footerLine = 17.0
)

// A note is a line of the footer and how far it is moved in.
type note struct {
	text   string
	indent float64
}

// addFooter writes where the numbers come from, under a hairline: evidence and
// source, then date and data version; the mark stands at the right of the first row.
func (f *frame) addFooter() {
	p, palette := f.picture.Payload, f.picture.Palette
	style := text.Style{Size: footerSize, Weight: 400}
	notes := f.notes(style)
	top := f.bottom - float64(len(notes))*footerLine
	if top-14-f.top < leastChart {
		return
	}
	fmt.Fprintf(&f.out, `<path d="M%s %sH%s" fill="none" stroke="%s"/>`+"\n", short(f.left), short(top-8), short(f.right), palette.Rule)
	y := top + footerSize
	f.mark(f.right-markWidth(f), y)
	f.evidence(p.Evidence, languages[f.picture.Lang].grade(p), y)
	for i, row := range notes {
		if row.text != "" {
			f.line(f.left+row.indent, y+float64(i)*footerLine, style, palette.Ink3, []span{{row.text, ""}})
		}
	}
	f.bottom = top - 20
}

// notes are the rows of the footer. The first leaves room for the mark; in a
// narrow picture the evidence has it to itself.
func (f *frame) notes(style text.Style) []note {
	p, lang := f.picture.Payload, f.picture.Lang
	said := languages[lang]
	width := f.right - f.left
	indent := 0.0
	if label := said.grade(p); label != "" {
		indent = 14 + f.shaper.Width(label, text.Style{Size: footerSize, Weight: 600}, lang) + 12
	}
	var notes []note
	add := func(paragraph string, indent, width float64, lines int) {
		for _, line := range wrap(f.shaper, paragraph, style, lang, width, lines) {
			notes = append(notes, note{line, indent})
		}
	}
	if f.width < narrow {
		notes = append(notes, note{})
		add(f.sources(style, width, 3), 0, width, 3)
	} else {
		beside := width - indent - markWidth(f) - 16
		add(f.sources(style, beside, 2), indent, beside, 2)
		if len(notes) == 0 {
			notes = append(notes, note{})
		}
	}
	add(said.origin(p, lang), 0, width, 2)
	add(p.Note, 0, width, 3)
	add(p.DisclosureNote, 0, width, 2)
	return notes
}

// sources names as many publications in full as the lines hold, and counts the rest.
func (f *frame) sources(style text.Style, width float64, lines int) string {
	p, lang := f.picture.Payload, f.picture.Lang
	all := titles(p.Sources)
	for n := len(all); n > 1; n-- {
		said := languages[lang].sources(all, n)
		if len(wrap(f.shaper, said, style, lang, width, lines+1)) <= lines {
			return said
		}
	}
	return languages[lang].sources(all, min(len(all), 1))
}

// evidence draws the grade as on the page: a full dot for what was published, a
// half one for what follows from it, a hollow one for illustrations.
func (f *frame) evidence(grade, label string, y float64) {
	if label == "" {
		return
	}
	colour := f.picture.Palette.OK
	if grade == "illustrative" {
		colour = f.picture.Palette.Warn
	}
	x, middle := f.left+4, y-footerSize*0.33
	fmt.Fprintf(&f.out, `<circle cx="%s" cy="%s" r="3.25" fill="none" stroke="%s" stroke-width="1.5"/>`+"\n", short(x), short(middle), colour)
	switch grade {
	case "published":
		fmt.Fprintf(&f.out, `<circle cx="%s" cy="%s" r="3.25" fill="%s"/>`+"\n", short(x), short(middle), colour)
	case "derived":
		fmt.Fprintf(&f.out, `<path d="M%s %sa3.25 3.25 0 0 1 0 -6.5Z" fill="%s"/>`+"\n", short(x), short(middle+3.25), colour)
	}
	f.line(f.left+14, y, text.Style{Size: footerSize, Weight: 600}, colour, []span{{label, ""}})
}

const (
	product  = "Meridian"
	markSize = 14.0
)

var markStyle = text.Style{Family: text.Serif, Size: markSize, Weight: 600}

func markWidth(f *frame) float64 {
	return 20 + f.shaper.Width(product, markStyle, f.picture.Lang)
}

// mark draws the globe with its meridian, and the name.
func (f *frame) mark(x, y float64) {
	palette := f.picture.Palette
	cx, cy, r := x+7, y-markSize*0.33, 6.5
	stroke := func(d, colour string, width float64) {
		fmt.Fprintf(&f.out, `<path d="%s" fill="none" stroke="%s" stroke-width="%s"/>`+"\n", d, colour, short(width))
	}
	fmt.Fprintf(&f.out, `<circle cx="%s" cy="%s" r="%s" fill="none" stroke="%s"/>`+"\n", short(cx), short(cy), short(r), palette.Brand)
	stroke(fmt.Sprintf("M%s %sH%sM%s %sH%sM%s %sH%s",
		short(cx-r), short(cy), short(cx+r),
		short(cx-r*0.87), short(cy-r*0.5), short(cx+r*0.87),
		short(cx-r*0.87), short(cy+r*0.5), short(cx+r*0.87)), palette.Brand, 0.75)
	stroke(fmt.Sprintf("M%s %sA%s %s 0 0 0 %s %s", short(cx), short(cy-r), short(r*0.55), short(r), short(cx), short(cy+r)), palette.Brand, 0.75)
	stroke(fmt.Sprintf("M%s %sA%s %s 0 0 1 %s %s", short(cx), short(cy-r), short(r*0.55), short(r), short(cx), short(cy+r)), palette.Accent, 1.25)
	f.line(x+20, y, markStyle, palette.Ink2, []span{{product, ""}})
}
