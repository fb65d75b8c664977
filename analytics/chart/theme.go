package chart

import "fmt"

// Theme is the one place for a chart's colours and type sizes. Colours are
// those of the interface, so that a chart and the card around it are one.
type Theme struct {
	ID                               string
	Canvas, Surface, Sunk, Land      string
	Ink, Ink2, Ink3                  string
	Brand, Accent, Edge, Muted, Rule string
	OK, Warn                         string
	Categorical                      []string // eight, told apart under the three colour-vision deficiencies
	Sequential                       []string // seven, from few to many
	Diverging                        []string // seven, from less than nothing to more
	Decals                           bool     // patterns beside colours
}

// The type sizes of a chart, in CSS pixels.
const (
	sizeSmall = 12
	sizeText  = 13
	sizeLarge = 14
)

// ThemeIDs lists the themes a picture can be asked for in.
func ThemeIDs() []string { return []string{"light", "dark", "hc", "print"} }

// ThemeByID finds a theme; empty is light.
func ThemeByID(id string) (Theme, error) {
	switch id {
	case "", "light":
		return light(), nil
	case "dark":
		return dark(), nil
	case "hc":
		return highContrast(), nil
	case "print":
		t := light()
		t.ID, t.Canvas, t.Sunk = "print", "#FFFFFF", "#F4F7F6"
		return t, nil
	}
	return Theme{}, fmt.Errorf("unknown theme %q: use light, dark, hc or print", id)
}

func light() Theme {
	return Theme{
		ID: "light", Canvas: "#F2F5F4", Surface: "#FFFFFF", Sunk: "#E6EDEB", Land: "#CBD8D5",
		Ink: "#0F2129", Ink2: "#3D5059", Ink3: "#586A72",
		Brand: "#0D5451", Accent: "#B63811", Edge: "#748589", Muted: "#7D8F96", Rule: "#D5DEDC",
		OK: "#2C6B45", Warn: "#8A5300",
		Categorical: []string{"#0D5451", "#B63811", "#C47C1F", "#404ABB", "#9C5B80", "#387B50", "#4790BF", "#653025"},
		Sequential:  []string{"#E3EFEC", "#BFDAD4", "#96C2BB", "#68A7A1", "#3E8985", "#1C6A68", "#0D4A4A"},
		Diverging:   []string{"#8F2708", "#C4552B", "#E59F7C", "#EFE9E2", "#9CC4BF", "#4A928E", "#0D5451"},
	}
}

func dark() Theme {
	return Theme{
		ID: "dark", Canvas: "#0B1519", Surface: "#111F25", Sunk: "#0E1B21", Land: "#263A41",
		Ink: "#EAF1F0", Ink2: "#BCCACB", Ink3: "#93A5A9",
		Brand: "#6FC7BC", Accent: "#FF7F54", Edge: "#6B8088", Muted: "#637A83", Rule: "#243740",
		OK: "#86CBA0", Warn: "#F0BE6A",
		Categorical: []string{"#41AA9A", "#DA5A28", "#EFC631", "#6674E3", "#C59AE1", "#8FC884", "#AFE8FA", "#9D776A"},
		Sequential:  []string{"#17323A", "#1E4A50", "#276568", "#378280", "#55A199", "#84C2B6", "#BFE3D8"},
		Diverging:   []string{"#FF8A5C", "#D4683F", "#96503A", "#2A3A40", "#2F6B6A", "#4E9F98", "#8FD8CB"},
	}
}

func highContrast() Theme {
	t := dark()
	t.ID, t.Canvas, t.Surface, t.Sunk, t.Land = "hc", "#000000", "#000000", "#0A0A0A", "#3A3A3A"
	t.Ink, t.Ink2, t.Ink3 = "#FFFFFF", "#FFFFFF", "#E6E6E6"
	t.Brand, t.Accent, t.Edge, t.Muted, t.Rule = "#7DF9FF", "#FFD400", "#FFFFFF", "#A0A0A0", "#8C8C8C"
	t.OK, t.Warn, t.Decals = "#8CFF9E", "#FFD400", true
	c := t.Categorical
	// The second is the one no series takes: here the yellow, which is next to the accent. The third,
	// which tells outbound from inbound, must not be red beside green.
	c[1], c[2], c[5], c[6] = c[2], c[6], c[1], c[5]
	return t
}
