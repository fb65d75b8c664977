package display

import (
	"fmt"
	"strings"
)

// defs holds what items refer to by id. Definitions come before their use.
type defs struct {
	clips     map[string]*Clip
	gradients map[string]*Gradient
	patterns  map[string]*Pattern
	shadows   map[string]*Shadow

	// Being read.
	clip     *Clip
	gradient *Gradient
	pattern  *Pattern
	depth    int // of groups around the pattern
	filter   string
}

func newDefs() *defs {
	return &defs{
		clips: map[string]*Clip{}, gradients: map[string]*Gradient{},
		patterns: map[string]*Pattern{}, shadows: map[string]*Shadow{},
	}
}

func (d *defs) paint(id string, opacity float64) (Paint, error) {
	if gradient, ok := d.gradients[id]; ok {
		return Paint{On: true, Gradient: gradient, Opacity: opacity}, nil
	}
	if pattern, ok := d.patterns[id]; ok {
		return Paint{On: true, Pattern: pattern, Opacity: opacity}, nil
	}
	return Paint{}, fmt.Errorf("the paint %q is not defined", id)
}

// enterDefinition reads the elements of <defs>; false for any other.
func (p *parser) enterDefinition(t *tag) (bool, error) {
	d := p.defs
	switch t.name {
	case "defs":
	case "clipPath":
		d.clip = &Clip{Transform: Identity}
		d.clips[t.get("id")] = d.clip
	case "linearGradient", "radialGradient":
		return true, d.enterGradient(t)
	case "stop":
		return true, d.addStop(t)
	case "pattern":
		return true, p.enterPattern(t)
	case "filter":
		d.filter = t.get("id")
	case "feDropShadow":
		d.addShadow(t)
	default:
		return false, nil
	}
	return true, nil
}

func (p *parser) leaveDefinition(name string) {
	switch name {
	case "clipPath":
		p.defs.clip = nil
	case "pattern":
		if p.defs.pattern != nil {
			p.defs.pattern = nil
			p.items = &p.list.Items
			p.stack = p.stack[:p.defs.depth]
		}
	}
}

func (d *defs) enterGradient(t *tag) error {
	matrix, err := parseTransform(t.get("gradientTransform"))
	if err != nil {
		return err
	}
	n := func(name string, missing float64) float64 {
		value, length := scanNumber(t.get(name))
		if length == 0 {
			return missing
		}
		if strings.HasSuffix(t.get(name), "%") {
			return value / 100
		}
		return value
	}
	g := &Gradient{
		Radial:   t.name == "radialGradient",
		BoxUnits: t.get("gradientUnits") != "userSpaceOnUse", Transform: matrix,
	}
	if g.Radial {
		g.X1, g.Y1, g.R = n("cx", 0.5), n("cy", 0.5), n("r", 0.5)
	} else {
		g.X1, g.Y1, g.X2, g.Y2 = n("x1", 0), n("y1", 0), n("x2", 1), n("y2", 0)
	}
	d.gradient = g
	d.gradients[t.get("id")] = g
	return nil
}

func (d *defs) addStop(t *tag) error {
	if d.gradient == nil {
		return fmt.Errorf("a <stop> stands outside a gradient")
	}
	colour := Colour{A: 1}
	if value := t.get("stop-color"); value != "none" {
		parsed, ok := ParseColour(value)
		if !ok {
			return fmt.Errorf("the colour %q is not understood", value)
		}
		colour = parsed
	} else {
		colour.A = 0
	}
	colour.A *= fraction(t.get("stop-opacity"))
	offset := 0.0
	if value := t.get("offset"); value != "" {
		offset = fraction(value)
	}
	d.gradient.Stops = append(d.gradient.Stops, Stop{offset, colour})
	return nil
}

func (p *parser) enterPattern(t *tag) error {
	if t.get("patternUnits") != "userSpaceOnUse" {
		return fmt.Errorf("the pattern %q is not in user space, which cannot be drawn", t.get("id"))
	}
	matrix, err := parseTransform(t.get("patternTransform"))
	if err != nil {
		return err
	}
	pattern := &Pattern{Transform: matrix}
	pattern.Width, _ = scanNumber(t.get("width"))
	pattern.Height, _ = scanNumber(t.get("height"))
	if !(pattern.Width > 0 && pattern.Height > 0) {
		return fmt.Errorf("the pattern %q has no size", t.get("id"))
	}
	if p.defs.pattern != nil || t.empty {
		return fmt.Errorf("the pattern %q is empty or within another", t.get("id"))
	}
	p.defs.pattern, p.defs.depth = pattern, len(p.stack)
	p.defs.patterns[t.get("id")] = pattern
	p.items = &pattern.Items
	p.stack = append(p.stack, context{transform: Identity})
	return nil
}

func (d *defs) addShadow(t *tag) {
	n := func(name string) float64 {
		value, _ := scanNumber(t.get(name))
		return value
	}
	colour, ok := ParseColour(t.get("flood-color"))
	if !ok {
		return
	}
	colour.A *= fraction(t.get("flood-opacity"))
	d.shadows[d.filter] = &Shadow{DX: n("dx"), DY: n("dy"), Blur: n("stdDeviation"), Colour: colour}
}
