package raster

import (
	"math"

	"meridian/analytics/render/display"
)

// maxDashes bounds the dashes of one line; a pattern finer than that is drawn solid.
const maxDashes = 20_000

// dash cuts a line into the dashes of a pattern.
func dash(line polyline, pattern []float64, offset float64) []polyline {
	points := line.points
	if line.closed && len(points) > 1 {
		points = append(points[:len(points):len(points)], points[0])
	}
	at, left := dashStart(pattern, offset)
	var dashes []polyline
	var current []display.Point
	if at%2 == 0 {
		current = append(current, points[0])
	}
	for i := 1; i < len(points); i++ {
		from, to := points[i-1], points[i]
		length := math.Hypot(to.X-from.X, to.Y-from.Y)
		for done := 0.0; done < length; {
			step := math.Min(left, length-done)
			done += step
			left -= step
			here := display.Point{X: from.X + (to.X-from.X)*done/length, Y: from.Y + (to.Y-from.Y)*done/length}
			if at%2 == 0 {
				current = append(current, here)
			}
			if left > 1e-9 {
				continue
			}
			if at%2 == 0 {
				dashes = append(dashes, polyline{points: distinct(current)})
				current = nil
			} else {
				current = []display.Point{here}
			}
			at = (at + 1) % len(pattern)
			left = pattern[at]
			if len(dashes) > maxDashes {
				return []polyline{line}
			}
		}
	}
	if len(current) > 1 {
		dashes = append(dashes, polyline{points: distinct(current)})
	}
	return dashes
}

// dashStart is the dash a line begins in and what is left of it.
func dashStart(pattern []float64, offset float64) (at int, left float64) {
	sum := 0.0
	for _, length := range pattern {
		sum += length
	}
	offset = math.Mod(offset, sum)
	if offset < 0 {
		offset += sum
	}
	for offset >= pattern[at] {
		offset -= pattern[at]
		at = (at + 1) % len(pattern)
	}
	return at, pattern[at] - offset
}
