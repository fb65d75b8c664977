package display

import (
	"strconv"
	"strings"
)

// ParseColour reads #rgb, #rrggbb, #rrggbbaa, rgb(), rgba() and the few names
// charts use; false for anything else.
func ParseColour(text string) (Colour, bool) {
	text = strings.TrimSpace(text)
	switch {
	case strings.HasPrefix(text, "#"):
		return parseHex(text[1:])
	case strings.HasPrefix(text, "rgb"):
		return parseRGB(text)
	}
	named, ok := names[strings.ToLower(text)]
	return named, ok
}

var names = map[string]Colour{
	"black": {0, 0, 0, 1}, "white": {1, 1, 1, 1}, "transparent": {},
	"red": {1, 0, 0, 1}, "blue": {0, 0, 1, 1}, "green": {0, 128. / 255, 0, 1},
	"gray": {128. / 255, 128. / 255, 128. / 255, 1}, "grey": {128. / 255, 128. / 255, 128. / 255, 1},
}

func parseHex(digits string) (Colour, bool) {
	if len(digits) == 3 || len(digits) == 4 {
		var long strings.Builder
		for _, digit := range digits {
			long.WriteRune(digit)
			long.WriteRune(digit)
		}
		digits = long.String()
	}
	value, err := strconv.ParseUint(digits, 16, 32)
	switch {
	case err != nil:
		return Colour{}, false
	case len(digits) == 6:
		value = value<<8 | 0xff
	case len(digits) != 8:
		return Colour{}, false
	}
	part := func(shift uint) float64 { return float64(value>>shift&0xff) / 255 }
	return Colour{part(24), part(16), part(8), part(0)}, true
}

func parseRGB(text string) (Colour, bool) {
	open, end := strings.IndexByte(text, '('), strings.IndexByte(text, ')')
	if open < 0 || end < open {
		return Colour{}, false
	}
	parts := strings.FieldsFunc(text[open+1:end], func(r rune) bool { return r == ',' || r == ' ' || r == '/' })
	if len(parts) != 3 && len(parts) != 4 {
		return Colour{}, false
	}
	var channels [4]float64
	channels[3] = 1
	for i, part := range parts {
		value, err := strconv.ParseFloat(part, 64)
		if err != nil {
			return Colour{}, false
		}
		if i < 3 {
			value /= 255
		}
		channels[i] = min(1, max(0, value))
	}
	return Colour{channels[0], channels[1], channels[2], channels[3]}, true
}
