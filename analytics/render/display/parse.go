package display

import (
	"fmt"
	"strings"
)

// Parse reads the SVG that charts and frames are written in. An element it does
// not know is an error: a picture must not lose a part silently.
func Parse(svg string) (*List, error) {
	p := &parser{scanner: scanner{data: svg}, list: &List{}, defs: newDefs()}
	p.stack = []context{{transform: Identity}}
	p.items = &p.list.Items
	for {
		more, err := p.scanner.next()
		if err != nil {
			return nil, err
		}
		if !more {
			return p.list, nil
		}
		if err := p.take(&p.scanner.tag); err != nil {
			return nil, err
		}
	}
}

type parser struct {
	scanner scanner
	list    *List
	defs    *defs
	stack   []context
	items   *[]Item // where painted things go: the picture, or a pattern
	text    *Item   // the text being read
	run     *Colour // the colour of the tspan being read
	skip    string  // the element whose content is not drawn
}

// A context is what an element passes on to those within.
type context struct {
	transform Matrix
	clip      *Clip
}

func (p *parser) top() *context { return &p.stack[len(p.stack)-1] }

func (p *parser) take(t *tag) error {
	if t.name == "" {
		p.takeText(t.text)
		return nil
	}
	if p.skip != "" {
		if t.end && t.name == p.skip {
			p.skip = ""
		}
		return nil
	}
	if t.end {
		p.leave(t.name)
		return nil
	}
	return p.enter(t)
}

func (p *parser) enter(t *tag) error {
	switch t.name {
	case "svg":
		return p.enterRoot(t)
	case "g":
		return p.enterGroup(t)
	case "title", "desc", "metadata":
		if !t.empty {
			p.skip = t.name
		}
		return nil
	case "path", "rect", "circle", "ellipse", "line", "polyline", "polygon":
		return p.enterShape(t)
	case "text":
		return p.enterText(t)
	case "tspan":
		if colour, ok := ParseColour(t.get("fill")); ok {
			p.run = &colour
		}
		return nil
	}
	if known, err := p.enterDefinition(t); known || err != nil {
		return err
	}
	return fmt.Errorf("the picture holds <%s>, which cannot be drawn", t.name)
}

func (p *parser) enterRoot(t *tag) error {
	box := parseNumbers(t.get("viewBox"))
	if len(box) != 4 {
		box = append([]float64{0, 0}, append(parseNumbers(t.get("width")), parseNumbers(t.get("height"))...)...)
	}
	if len(box) != 4 {
		return fmt.Errorf("the SVG says no size")
	}
	p.list.Width, p.list.Height = box[2], box[3]
	return nil
}

func (p *parser) enterGroup(t *tag) error {
	inner := *p.top()
	if err := p.place(t, &inner); err != nil {
		return err
	}
	if !t.empty {
		p.stack = append(p.stack, inner)
	}
	return nil
}

// place applies an element's transform and clip.
func (p *parser) place(t *tag, c *context) error {
	if text := t.get("transform"); text != "" {
		matrix, err := parseTransform(text)
		if err != nil {
			return err
		}
		c.transform = c.transform.Mul(matrix)
	}
	if id := reference(t.get("clip-path")); id != "" {
		clip, ok := p.defs.clips[id]
		if !ok {
			return fmt.Errorf("the clip %q is not defined", id)
		}
		c.clip = &Clip{Path: clip.Path, Transform: c.transform.Mul(clip.Transform), Outer: c.clip}
	}
	return nil
}

func (p *parser) leave(name string) {
	switch name {
	case "g":
		if len(p.stack) > 1 && (p.defs.pattern == nil || len(p.stack) > p.defs.depth+1) {
			p.stack = p.stack[:len(p.stack)-1]
		}
	case "text":
		if p.text != nil && len(p.text.Text.Runs) > 0 {
			*p.items = append(*p.items, *p.text)
		}
		p.text = nil
	case "tspan":
		p.run = nil
	default:
		p.leaveDefinition(name)
	}
}

func (p *parser) takeText(text string) {
	if p.text != nil && p.skip == "" && text != "" {
		p.text.Text.Runs = append(p.text.Text.Runs, Run{Text: text, Fill: p.run})
	}
}

// reference is the id within url(#id).
func reference(value string) string {
	value, found := strings.CutPrefix(value, "url(#")
	if !found {
		return ""
	}
	return strings.TrimSuffix(value, ")")
}
