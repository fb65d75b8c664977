package chart

// flag is an event on a line of time: its pole stands at x, its text reaches from x to the right.
type flag struct{ x, width float64 }

// lane is how high a flag flies: 1, 2, 3 … above the line, −1, −2, −3 … below it.
type lane int

// lanes gives each flag the lowest lane, above or below, where its text meets no other text and no
// pole. Flags come in order of x. They are set from the right, because a text covers what follows it.
func lanes(flags []flag) []lane {
	out := make([]lane, len(flags))
	above := true
	for i := len(flags) - 1; i >= 0; i-- {
		up, down := free(flags, out, i, 1), free(flags, out, i, -1)
		switch {
		case up < -down, up == -down && above:
			out[i] = up
		default:
			out[i] = down
		}
		above = out[i] < 0
	}
	return out
}

// free is the lowest lane on one side (1 above, −1 below) that holds flag i beside those after it.
func free(flags []flag, set []lane, i int, side lane) lane {
	for level := lane(1); ; level++ {
		if fits(flags, set, i, side*level) {
			return side * level
		}
	}
}

func fits(flags []flag, set []lane, i int, at lane) bool {
	for j := i + 1; j < len(flags); j++ {
		covered := flags[j].x < flags[i].x+flags[i].width
		if covered && set[j]*at > 0 && abs(float64(set[j])) >= abs(float64(at)) {
			return false
		}
	}
	return true
}
