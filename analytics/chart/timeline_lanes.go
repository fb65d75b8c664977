package chart

// flag is an event on a line of time: its pole stands at x, its text is so wide.
type flag struct{ x, width float64 }

// flown is where a flag flies: its lane is 1, 2, 3 … above the line or −1, −2, −3 … below it, and its
// text reaches to the right of its pole, or to the left.
type flown struct {
	lane int
	left bool
}

// lanes gives each flag the lowest lane, above or below, where its text meets no other text and no
// pole. Flags come in order of x, which begins at 0. Where the line before a flag is empty its text
// reaches back over it. The others reach forward and are set from the last, because a text covers what follows it.
func lanes(flags []flag) []flown {
	out := make([]flown, len(flags))
	faceBack(flags, out)
	above := true
	for i := len(flags) - 1; i >= 0; i-- {
		if out[i].left {
			continue
		}
		up, down := lowest(flags, out, i, 1), lowest(flags, out, i, -1)
		out[i].lane = down
		if up < -down || up == -down && above {
			out[i].lane = up
		}
		above = out[i].lane < 0
	}
	return out
}

// faceBack turns the texts back that have an empty line before them, next to the line itself.
func faceBack(flags []flag, out []flown) {
	side := 1
	for i := range flags {
		for _, lane := range []int{side, -side} {
			if emptyBefore(flags, out, i, lane) {
				out[i], side = flown{lane, true}, -lane
				break
			}
		}
	}
}

func emptyBefore(flags []flag, out []flown, i, lane int) bool {
	from := flags[i].x - flags[i].width
	for j := range i {
		end := flags[j].x + flags[j].width // it may come to face forward, on either side
		if out[j].left {
			if out[j].lane != lane {
				continue
			}
			end = flags[j].x
		}
		if end > from {
			return false
		}
	}
	return from >= 0
}

// lowest is the lowest lane on one side (1 above, −1 below) that holds flag i beside those after it.
func lowest(flags []flag, set []flown, i, side int) int {
	lane := side
	for !free(flags, set, i, lane) {
		lane += side
	}
	return lane
}

func free(flags []flag, set []flown, i, lane int) bool {
	for j := i + 1; j < len(flags); j++ {
		covered := flags[j].x < flags[i].x+flags[i].width
		if covered && set[j].lane*lane > 0 && set[j].lane*set[j].lane >= lane*lane {
			return false
		}
	}
	return true
}
