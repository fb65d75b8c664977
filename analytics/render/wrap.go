package render

import (
	"strings"
	"unicode"

	"meridian/analytics/render/text"
)

// wrap breaks a paragraph into at most maxLines lines of a width, at spaces and
// between Chinese characters; what does not fit ends in an ellipsis.
func wrap(shaper *text.Shaper, paragraph string, style text.Style, lang string, width float64, maxLines int) []string {
	var lines []string
	line := ""
	for _, piece := range pieces(paragraph) {
		candidate := line + piece
		if shaper.Width(strings.TrimRight(candidate, " "), style, lang) <= width || line == "" {
			line = candidate
			continue
		}
		lines = append(lines, strings.TrimSpace(line))
		line = strings.TrimLeft(piece, " ")
	}
	if strings.TrimSpace(line) != "" {
		lines = append(lines, strings.TrimSpace(line))
	}
	if len(lines) > maxLines {
		lines[maxLines-1] = strings.Join(lines[maxLines-1:], " ")
		lines = lines[:maxLines]
	}
	for i := range lines {
		lines[i] = shorten(shaper, lines[i], style, lang, width)
	}
	return lines
}

// shorten cuts a line that is too wide and marks the cut.
func shorten(shaper *text.Shaper, line string, style text.Style, lang string, width float64) string {
	if shaper.Width(line, style, lang) <= width {
		return line
	}
	runes := []rune(line)
	low, high := 0, len(runes)
	for low < high {
		middle := (low + high + 1) / 2
		if shaper.Width(cut(runes[:middle]), style, lang) <= width {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return cut(runes[:low])
}

func cut(runes []rune) string {
	return strings.TrimRight(string(runes), " \u00a0,.;:–—，。、；：·") + "…"
}

// pieces splits a paragraph where a line may break. A piece keeps the space
// after it; closing punctuation stays with the character before it.
func pieces(paragraph string) []string {
	var found []string
	var piece strings.Builder
	runes := []rune(paragraph)
	for i, char := range runes {
		piece.WriteRune(char)
		if i+1 < len(runes) && breaks(char, runes[i+1]) {
			found = append(found, piece.String())
			piece.Reset()
		}
	}
	if piece.Len() > 0 {
		found = append(found, piece.String())
	}
	return found
}

// noStart may not begin a line, noEnd may not end one.
const (
	noStart = "，。、；：！？）」』》〉】…—·％,.;:!?)]}%"
	noEnd   = "（「『《〈【([{“‘"
)

func breaks(char, next rune) bool {
	switch {
	case next == ' ':
		return false
	case char == ' ':
		return true
	case strings.ContainsRune(noStart, next) || strings.ContainsRune(noEnd, char):
		return false
	}
	return ideograph(char) || ideograph(next) || char == '–' || char == '—'
}

func ideograph(char rune) bool {
	return unicode.Is(unicode.Han, char) || (char >= 0x3000 && char <= 0x303f) || (char >= 0xff00 && char <= 0xffef)
}
