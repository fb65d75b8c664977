package display

import (
	"fmt"
	"math"
)

// ParsePath reads SVG path data.
func ParsePath(data string) (Path, error) {
	r := pathReader{data: data}
	for {
		r.skip()
		if r.at >= len(r.data) {
			return r.path, r.err
		}
		command := r.data[r.at]
		switch {
		case isLetter(command):
			r.at++
		case r.command == 0 || r.command&^0x20 == 'Z':
			return r.path, fmt.Errorf("path has %q where a command should stand", command)
		default:
			command = r.repeat()
		}
		r.step(command)
		if r.err != nil {
			return r.path, r.err
		}
		r.command = command
	}
}

type pathReader struct {
	data    string
	at      int
	command byte
	path    Path
	pen     Point
	start   Point
	control Point // of the curve before, for its smooth continuation
	err     error
}

// repeat is the command numbers without a letter belong to.
func (r *pathReader) repeat() byte {
	switch r.command {
	case 'M':
		return 'L'
	case 'm':
		return 'l'
	}
	return r.command
}

func (r *pathReader) step(command byte) {
	relative := command >= 'a'
	switch command &^ 0x20 {
	case 'M':
		r.pen = r.point(relative)
		r.start = r.pen
		r.path.Move(r.pen)
	case 'L':
		r.lineTo(r.point(relative))
	case 'H':
		x := r.number()
		if relative {
			x += r.pen.X
		}
		r.lineTo(Point{x, r.pen.Y})
	case 'V':
		y := r.number()
		if relative {
			y += r.pen.Y
		}
		r.lineTo(Point{r.pen.X, y})
	case 'C':
		a, b, c := r.point(relative), r.point(relative), r.point(relative)
		r.cubeTo(a, b, c)
	case 'S':
		a := r.mirrored("CcSs")
		b, c := r.point(relative), r.point(relative)
		r.cubeTo(a, b, c)
	case 'Q':
		a, b := r.point(relative), r.point(relative)
		r.quadTo(a, b)
	case 'T':
		a := r.mirrored("QqTt")
		r.quadTo(a, r.point(relative))
	case 'A':
		r.arc(relative)
	case 'Z':
		r.path.Close()
		r.pen = r.start
	default:
		r.err = fmt.Errorf("path has unknown command %q", command)
	}
}

func (r *pathReader) lineTo(to Point) {
	r.path.Line(to)
	r.pen = to
}

func (r *pathReader) quadTo(control, to Point) {
	r.path.Quad(control, to)
	r.control, r.pen = control, to
}

func (r *pathReader) cubeTo(a, b, to Point) {
	r.path.Cube(a, b, to)
	r.control, r.pen = b, to
}

func (r *pathReader) mirrored(after string) Point {
	for i := range len(after) {
		if r.command == after[i] {
			return Point{2*r.pen.X - r.control.X, 2*r.pen.Y - r.control.Y}
		}
	}
	return r.pen
}

func (r *pathReader) arc(relative bool) {
	rx, ry, turn := r.number(), r.number(), r.number()
	large, sweep := r.flag(), r.flag()
	to := r.point(relative)
	addArc(&r.path, r.pen, rx, ry, turn*math.Pi/180, large, sweep, to)
	r.pen = to
}

func (r *pathReader) point(relative bool) Point {
	p := Point{r.number(), r.number()}
	if relative {
		p.X += r.pen.X
		p.Y += r.pen.Y
	}
	return p
}

func (r *pathReader) flag() bool {
	r.skip()
	if r.at < len(r.data) && (r.data[r.at] == '0' || r.data[r.at] == '1') {
		r.at++
		return r.data[r.at-1] == '1'
	}
	r.fail()
	return false
}

func (r *pathReader) number() float64 {
	r.skip()
	value, length := scanNumber(r.data[r.at:])
	if length == 0 {
		r.fail()
		return 0
	}
	r.at += length
	return value
}

func (r *pathReader) fail() {
	if r.err == nil {
		r.err = fmt.Errorf("path breaks off at byte %d", r.at)
	}
}

func (r *pathReader) skip() {
	for r.at < len(r.data) && (r.data[r.at] <= ' ' || r.data[r.at] == ',') {
		r.at++
	}
}

func isLetter(c byte) bool { return (c|0x20) >= 'a' && (c|0x20) <= 'z' }
