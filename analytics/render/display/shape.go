package display

import (
	"fmt"
	"strings"
)

func (p *parser) enterShape(t *tag) error {
	path, err := shapePath(t)
	if err != nil {
		return err
	}
	if p.defs.clip != nil {
		return p.clipShape(t, path)
	}
	item := Item{Path: path}
	if err := p.dress(t, &item); err != nil {
		return err
	}
	*p.items = append(*p.items, item)
	return nil
}

func (p *parser) clipShape(t *tag, path Path) error {
	matrix, err := parseTransform(t.get("transform"))
	if err != nil {
		return err
	}
	p.defs.clip.Path, p.defs.clip.Transform = path, matrix
	return nil
}

func shapePath(t *tag) (Path, error) {
	n := func(name string) float64 {
		value, _ := scanNumber(t.get(name))
		return value
	}
	switch t.name {
	case "path":
		return ParsePath(t.get("d"))
	case "rect":
		return rectPath(n("x"), n("y"), n("width"), n("height"), n("rx")), nil
	case "circle":
		return Ellipse(n("cx"), n("cy"), n("r"), n("r")), nil
	case "ellipse":
		return Ellipse(n("cx"), n("cy"), n("rx"), n("ry")), nil
	case "line":
		var path Path
		path.Move(Point{n("x1"), n("y1")})
		path.Line(Point{n("x2"), n("y2")})
		return path, nil
	}
	var path Path
	numbers := parseNumbers(t.get("points"))
	for i := 0; i+1 < len(numbers); i += 2 {
		if i == 0 {
			path.Move(Point{numbers[0], numbers[1]})
			continue
		}
		path.Line(Point{numbers[i], numbers[i+1]})
	}
	if t.name == "polygon" {
		path.Close()
	}
	return path, nil
}

func rectPath(x, y, width, height, r float64) Path {
	if r <= 0 {
		return Rect(x, y, width, height)
	}
	r = min(r, width/2, height/2)
	var path Path
	path.Move(Point{x + r, y})
	path.Line(Point{x + width - r, y})
	addArc(&path, path.Last(), r, r, 0, false, true, Point{x + width, y + r})
	path.Line(Point{x + width, y + height - r})
	addArc(&path, path.Last(), r, r, 0, false, true, Point{x + width - r, y + height})
	path.Line(Point{x + r, y + height})
	addArc(&path, path.Last(), r, r, 0, false, true, Point{x, y + height - r})
	path.Line(Point{x, y + r})
	addArc(&path, path.Last(), r, r, 0, false, true, Point{x + r, y})
	path.Close()
	return path
}

// dress reads how an item is painted and where.
func (p *parser) dress(t *tag, item *Item) error {
	c := *p.top()
	if err := p.place(t, &c); err != nil {
		return err
	}
	item.Transform, item.Clip = c.transform, c.clip
	var err error
	if item.Fill, err = p.paint(t, "fill", "#000"); err != nil {
		return err
	}
	if item.Stroke.Paint, err = p.paint(t, "stroke", "none"); err != nil {
		return err
	}
	dressStroke(t, &item.Stroke)
	item.StrokeFirst = strings.HasPrefix(t.get("paint-order"), "stroke")
	if id := reference(t.get("filter")); id != "" {
		item.Shadow = p.defs.shadows[id]
	}
	return nil
}

func (p *parser) paint(t *tag, name, missing string) (Paint, error) {
	value := t.get(name)
	if value == "" {
		value = missing
	}
	if value == "none" {
		return Paint{}, nil
	}
	opacity := fraction(t.get(name+"-opacity")) * fraction(t.get("opacity"))
	if opacity == 0 {
		return Paint{}, nil
	}
	if id := reference(value); id != "" {
		return p.defs.paint(id, opacity)
	}
	colour, ok := ParseColour(value)
	if !ok {
		return Paint{}, fmt.Errorf("the colour %q is not understood", value)
	}
	colour.A *= opacity
	return Paint{On: colour.A > 0, Colour: colour}, nil
}

// fraction reads an opacity; one that is not given is 1.
func fraction(text string) float64 {
	value, length := scanNumber(text)
	if length == 0 {
		return 1
	}
	if strings.HasSuffix(text, "%") {
		value /= 100
	}
	return max(0, min(1, value))
}

func dressStroke(t *tag, stroke *Stroke) {
	stroke.Width, stroke.MiterLimit = 1, 4
	if width, length := scanNumber(t.get("stroke-width")); length > 0 {
		stroke.Width = width
	}
	if limit, length := scanNumber(t.get("stroke-miterlimit")); length > 0 {
		stroke.MiterLimit = limit
	}
	switch t.get("stroke-linecap") {
	case "round":
		stroke.Cap = RoundCap
	case "square":
		stroke.Cap = SquareCap
	}
	switch t.get("stroke-linejoin") {
	case "round":
		stroke.Join = RoundJoin
	case "bevel":
		stroke.Join = BevelJoin
	}
	stroke.Dashes = dashes(t.get("stroke-dasharray"))
	stroke.DashOffset, _ = scanNumber(t.get("stroke-dashoffset"))
}

// dashes reads a dash pattern; an odd one is repeated, one without length is none.
func dashes(text string) []float64 {
	found := parseNumbers(text)
	if len(found)%2 == 1 {
		found = append(found, found...)
	}
	sum := 0.0
	for _, length := range found {
		sum += max(0, length)
	}
	if sum <= 0 {
		return nil
	}
	return found
}
