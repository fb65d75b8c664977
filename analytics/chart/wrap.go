package chart

import (
	"math"
	"strings"
	"unicode"
)

// textWidth is about how wide a text is in Source Sans, a little generously: no font is at hand here.
func textWidth(text string, size float64) float64 {
	ems := 0.0
	for _, r := range text {
		ems += em(r)
	}
	return math.Ceil(ems * size * 1.04)
}

// em is about how wide a character is beside its height.
func em(r rune) float64 {
	switch {
	case isSquare(r):
		return 1
	case r == ' ':
		return 0.2
	case strings.ContainsRune("iljI.,:;'’·|!", r):
		return 0.26
	case strings.ContainsRune("tfr()-/", r):
		return 0.35
	case strings.ContainsRune("mwMW%≈+", r):
		return 0.78
	case unicode.IsUpper(r):
		return 0.58
	default:
		return 0.51
	}
}

// isSquare tells Chinese characters and their punctuation, which may part a line anywhere.
func isSquare(r rune) bool { return r >= 0x2E80 }

// wrap breaks a text into lines no wider than width, between words or Chinese characters. ECharts
// would leave the space before a word at the head of its line, and tells nobody how many lines there are.
func wrap(text string, size, width float64) []string {
	var lines []string
	line := ""
	for _, piece := range pieces(text) {
		if line != "" && textWidth(line+strings.TrimRight(piece, " "), size) > width {
			lines = append(lines, strings.TrimRight(line, " "))
			line = ""
		}
		line += piece
	}
	return append(lines, strings.TrimRight(line, " "))
}

// pieces parts a text where a line may end: after a space, and between Chinese characters unless
// the next is a mark that may not begin a line.
func pieces(text string) []string {
	var out []string
	var piece strings.Builder
	runes := []rune(text)
	for i, r := range runes {
		piece.WriteRune(r)
		last := i == len(runes)-1
		if last || r == ' ' || (isSquare(r) || isSquare(runes[i+1])) && mayPart(r, runes[i+1]) {
			out = append(out, piece.String())
			piece.Reset()
		}
	}
	return out
}

func mayPart(before, after rune) bool {
	const opening, closing = "「『（《“‘", "」』）》”’，。、；：？！%"
	return !strings.ContainsRune(opening, before) && !strings.ContainsRune(closing, after) && !unicode.IsSpace(after)
}

// roomFor is what the widest title of some marks takes beside them, in CSS pixels.
func roomFor(items []item, size float64) float64 {
	widest := 0.0
	for _, one := range items {
		widest = max(widest, textWidth(one.Title, size))
	}
	return widest*1.06 + 18
}
