package render

import (
	"encoding/json"
	"fmt"
	"math"
	"meridian/data/fault"
	"regexp"
)

// A Picture is a chart to be drawn and how.
type Picture struct {
	Payload    Payload
	Width      int     // of the picture, 1 to 8000
	Height     int     // of the picture, 1 to 8000
	Scale      float64 // pixels of a PNG per unit of width, 1 to 4; 0 means 1
	Lang       string  // en, zh-Hant or zh-Hans
	Palette    Palette
	WithTitle  bool // title and subtitle above the chart
	WithFooter bool // source, date, evidence and data version below it
}

// Payload is what the renderer reads of a chart payload.
type Payload struct {
	ID            string          `json:"id"`
	Title         string          `json:"title"`
	TitleEmphasis string          `json:"title_emphasis"`
	Subtitle      string          `json:"subtitle"`
	Kind          string          `json:"kind"`
	Evidence      string          `json:"evidence"`
	EvidenceLabel string          `json:"evidence_label"` // what the grade is called in the data set
	Sources       []Source        `json:"sources"`
	AsOf          string          `json:"as_of"`
	Dataset       Dataset         `json:"dataset"`
	Option        json.RawMessage `json:"option"`
	Formatters    json.RawMessage `json:"formatters"`
	Maps          []string        `json:"maps"`
	Summary       string          `json:"summary"`
	Note          string          `json:"note"`

	DisclosureNote string `json:"disclosure_note"` // the rule its numbers of people were shown by
}

// Source is a publication the numbers come from.
type Source struct {
	Title     string `json:"title"`
	Publisher string `json:"publisher"`
}

// Dataset is the data set, and the version of it, a chart was made from.
type Dataset struct {
	ID      string `json:"id"`
	Version string `json:"version"`
	Name    string `json:"name"`
}

// ParsePayload reads a chart payload.
func ParsePayload(data []byte) (Payload, error) {
	var payload Payload
	if err := json.Unmarshal(data, &payload); err != nil {
		return Payload{}, fmt.Errorf("read chart payload: %w", err)
	}
	return payload, nil
}

// Palette holds the colours of the frame, as #RRGGBB. An empty Background
// leaves the picture transparent.
type Palette struct {
	Background string
	Ink        string // title
	Ink2       string // subtitle
	Ink3       string // footer
	Rule       string // hairlines
	Accent     string // the emphasised part of the title
	Brand      string // the mark
	OK         string // published evidence
	Warn       string // illustrative evidence
}

const (
	maxSide   = 8000
	maxPixels = 64_000_000 // of a PNG; an SVG has none
	// baseWidth and baseHeight are the layout charts are designed for; a larger
	// picture is the same layout, scaled up.
	baseWidth  = 960
	baseHeight = 540
)

// check validates a picture and fills in its defaults.
func (p *Picture) check() error {
	if p.Scale == 0 {
		p.Scale = 1
	}
	if p.Lang == "" {
		p.Lang = "en"
	}
	switch {
	case p.Width < 1 || p.Width > maxSide:
		return fault.Refuse("width", "the width is %d; give 1 to %d", p.Width, maxSide)
	case p.Height < 1 || p.Height > maxSide:
		return fault.Refuse("height", "the height is %d; give 1 to %d", p.Height, maxSide)
	case !(p.Scale >= 1 && p.Scale <= 4):
		return fault.Refuse("scale", "the scale is %g; give 1 to 4", p.Scale)
	case p.Lang != "en" && p.Lang != "zh-Hant" && p.Lang != "zh-Hans":
		return fault.Refuse("lang", "the language is %q; give en, zh-Hant or zh-Hans", p.Lang)
	case len(p.Payload.Option) == 0:
		return fault.Refuse("option", "the chart has no option to draw")
	}
	return p.Palette.check()
}

// checkPixels bounds a PNG. The sides alone, at scale 1, cannot pass the bound: the scale is what is too much.
func (p *Picture) checkPixels() error {
	if p.pixels() <= maxPixels {
		return nil
	}
	return fault.Refuse("scale", "%d × %d at scale %g has %.0f million pixels; at most %d million are drawn: give a smaller scale",
		p.Width, p.Height, p.Scale, p.pixels()/1e6, maxPixels/1_000_000)
}

func (p *Picture) pixels() float64 {
	return float64(p.Width) * float64(p.Height) * p.Scale * p.Scale
}

// zoom is how much larger the picture is than the layout it is drawn with.
func (p *Picture) zoom() float64 {
	return max(1, math.Min(float64(p.Width)/baseWidth, float64(p.Height)/baseHeight))
}

var hexColour = regexp.MustCompile(`^#[0-9A-Fa-f]{6}$`)

func (c Palette) check() error {
	if c.Background != "" && !hexColour.MatchString(c.Background) {
		return fault.Refuse("palette", "the background %q is not a colour like #F2F5F4", c.Background)
	}
	for _, colour := range []string{c.Ink, c.Ink2, c.Ink3, c.Rule, c.Accent, c.Brand, c.OK, c.Warn} {
		if !hexColour.MatchString(colour) {
			return fault.Refuse("palette", "%q is not a colour like #0F2129", colour)
		}
	}
	return nil
}

// script is the part of a payload the chart code needs; the rows stay behind.
func (p Payload) script() (string, error) {
	formatters := p.Formatters
	if len(formatters) == 0 {
		formatters = json.RawMessage("[]")
	}
	data, err := json.Marshal(struct {
		ID         string          `json:"id"`
		Kind       string          `json:"kind"`
		Option     json.RawMessage `json:"option"`
		Formatters json.RawMessage `json:"formatters"`
		Maps       []string        `json:"maps"`
	}{p.ID, p.Kind, p.Option, formatters, p.Maps})
	if err != nil {
		return "", fault.Refuse("option", "the chart's option is not JSON: %v", err)
	}
	return string(data), nil
}
