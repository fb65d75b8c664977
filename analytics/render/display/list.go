package display

// A List is a picture: its size, what it paints in order, back to front.
type List struct {
	Width, Height float64 // of the view box
	Items         []Item
}

// An Item is a painted path or a line of text.
type Item struct {
	Path        Path
	Text        *Text // in place of Path
	Transform   Matrix
	Fill        Paint
	Stroke      Stroke
	StrokeFirst bool // the stroke is a halo below the fill
	Clip        *Clip
	Shadow      *Shadow
}

// A Text is one line, its baseline starting, centred or ending at a point.
type Text struct {
	At     Point
	Anchor Anchor
	Family string // CSS stack
	Size   float64
	Weight int
	Runs   []Run
}

// A Run is a part of a line; it has a colour of its own, or the line's.
type Run struct {
	Text string
	Fill *Colour
}

// Anchor is the part of a line that stands at its point.
type Anchor uint8

// Where a line stands.
const (
	Start Anchor = iota
	Middle
	End
)

// A Colour has straight alpha; channels run from 0 to 1.
type Colour struct{ R, G, B, A float64 }

// A Paint is a colour, a gradient or a pattern; the zero Paint paints nothing.
type Paint struct {
	On       bool
	Colour   Colour
	Gradient *Gradient
	Pattern  *Pattern
	Opacity  float64 // of gradients and patterns; colours carry their own
}

// A Gradient runs along a line, or from a centre outwards.
type Gradient struct {
	Radial    bool
	BoxUnits  bool // coordinates are parts of the painted shape's box
	X1, Y1    float64
	X2, Y2    float64 // linear only
	R         float64 // radial only
	Stops     []Stop
	Transform Matrix
}

// A Stop is a gradient's colour at a part of its way.
type Stop struct {
	Offset float64
	Colour Colour
}

// A Pattern is a tile repeated over the plane.
type Pattern struct {
	Width, Height float64
	Transform     Matrix
	Items         []Item
}

// A Stroke is a painted outline.
type Stroke struct {
	Paint
	Width      float64
	Cap        Cap
	Join       Join
	MiterLimit float64
	Dashes     []float64
	DashOffset float64
}

// Cap is the shape of a line's ends.
type Cap uint8

// Join is the shape of a line's corners.
type Join uint8

// The caps and joins of SVG.
const (
	ButtCap Cap = iota
	RoundCap
	SquareCap

	MiterJoin Join = iota - 3
	RoundJoin
	BevelJoin
)

// A Clip bounds what is painted, within the clip it lies in.
type Clip struct {
	Path      Path
	Transform Matrix
	Outer     *Clip
}

// A Shadow is painted below an item, blurred.
type Shadow struct {
	DX, DY, Blur float64
	Colour       Colour
}
