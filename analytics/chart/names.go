package chart

// spot is a name that wants to stand beside its point, in CSS pixels; y grows downward.
type spot struct {
	x, y   float64
	text   string
	prefer string // the side it takes when it is free
}

// box is a rectangle: left, top, right, bottom.
type box [4]float64

func (b box) meets(other box) bool {
	return b[0] < other[2] && other[0] < b[2] && b[1] < other[3] && other[1] < b[3]
}

// sides gives each name the side of its point where it meets no point and no name given a side
// before it, and stays between left and right; empty where there is none. ECharts can only hide
// a name that meets another; a top place should keep its name.
func sides(spots []spot, left, right float64) []string {
	const reach = 5 // a point with its edge
	var taken []box
	for _, s := range spots {
		taken = append(taken, box{s.x - reach, s.y - reach, s.x + reach, s.y + reach})
	}
	out := make([]string, len(spots))
	for i, s := range spots {
		for _, side := range []string{s.prefer, "right", "left", "top", "bottom"} {
			b := s.beside(side)
			if b[0] < left || b[2] > right || meetsAny(b, taken, i) {
				continue
			}
			out[i], taken = side, append(taken, b)
			break
		}
	}
	return out
}

func meetsAny(b box, taken []box, own int) bool {
	for i, other := range taken {
		if i != own && b.meets(other) {
			return true
		}
	}
	return false
}

// beside is the room a name takes on one side of its point.
func (s spot) beside(side string) box {
	const gap, height = 6, 16
	w := textWidth(s.text, sizeText)
	switch side {
	case "left":
		return box{s.x - gap - w, s.y - height/2, s.x - gap, s.y + height/2}
	case "top":
		return box{s.x - w/2, s.y - gap - height, s.x + w/2, s.y - gap}
	case "bottom":
		return box{s.x - w/2, s.y + gap, s.x + w/2, s.y + gap + height}
	default:
		return box{s.x + gap, s.y - height/2, s.x + gap + w, s.y + height/2}
	}
}
