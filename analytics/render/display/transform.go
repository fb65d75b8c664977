package display

import (
	"fmt"
	"math"
	"strings"
)

// parseTransform reads SVG's transform lists.
func parseTransform(text string) (Matrix, error) {
	matrix := Identity
	for rest := strings.TrimSpace(text); rest != ""; {
		open, end := strings.IndexByte(rest, '('), strings.IndexByte(rest, ')')
		if open < 0 || end < open {
			return matrix, fmt.Errorf("transform %q is not understood", text)
		}
		step, err := transformStep(strings.TrimSpace(rest[:open]), parseNumbers(rest[open+1:end]))
		if err != nil {
			return matrix, err
		}
		matrix = matrix.Mul(step)
		rest = strings.TrimLeft(rest[end+1:], " ,\n")
	}
	return matrix, nil
}

func transformStep(name string, v []float64) (Matrix, error) {
	switch {
	case name == "translate" && len(v) == 1:
		return Matrix{A: 1, D: 1, E: v[0]}, nil
	case name == "translate" && len(v) == 2:
		return Matrix{A: 1, D: 1, E: v[0], F: v[1]}, nil
	case name == "scale" && len(v) == 1:
		return Matrix{A: v[0], D: v[0]}, nil
	case name == "scale" && len(v) == 2:
		return Matrix{A: v[0], D: v[1]}, nil
	case name == "matrix" && len(v) == 6:
		return Matrix{v[0], v[1], v[2], v[3], v[4], v[5]}, nil
	case name == "rotate" && (len(v) == 1 || len(v) == 3):
		sin, cos := math.Sincos(v[0] * math.Pi / 180)
		turn := Matrix{A: cos, B: sin, C: -sin, D: cos}
		if len(v) == 1 {
			return turn, nil
		}
		there, back := Matrix{A: 1, D: 1, E: v[1], F: v[2]}, Matrix{A: 1, D: 1, E: -v[1], F: -v[2]}
		return there.Mul(turn).Mul(back), nil
	}
	return Identity, fmt.Errorf("transform %s with %d numbers is not understood", name, len(v))
}

// parseNumbers reads numbers apart by commas, spaces or units such as px.
func parseNumbers(text string) []float64 {
	var numbers []float64
	for at := 0; at < len(text); {
		value, length := scanNumber(text[at:])
		if length == 0 {
			at++
			continue
		}
		numbers = append(numbers, value)
		at += length
	}
	return numbers
}
