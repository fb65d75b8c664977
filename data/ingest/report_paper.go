package ingest

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// tinted is a severity as a terminal shows it.
func (p Paper) tinted(severity Severity) string {
	colours := map[Severity]string{Error: "\x1b[1;31m", Warning: "\x1b[1;33m", Note: "\x1b[1;36m"}
	if !p.Colour {
		return string(severity)
	}
	return colours[severity] + string(severity) + "\x1b[0m"
}

func (p Paper) strong(text string, on bool) string {
	if !p.Colour || !on {
		return text
	}
	return "\x1b[1m" + text + "\x1b[0m"
}

// columnsOf is the width of a text on a terminal.
func columnsOf(text string) int {
	n := 0
	for _, char := range text {
		n += columnsOfRune(char)
	}
	return n
}

func columnsOfRune(char rune) int {
	if unicode.In(char, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	switch width.LookupRune(char).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

func padRight(text string, columns int) string {
	return text + strings.Repeat(" ", max(0, columns-columnsOf(text)))
}

func padLeft(text string, columns int) string {
	return strings.Repeat(" ", max(0, columns-columnsOf(text))) + text
}

// cut shortens a text to a width, with … at the end of what is cut.
func cut(text string, columns int) string {
	text = plain(text)
	if columnsOf(text) <= columns {
		return text
	}
	n := 0
	for i, char := range text {
		if n += columnsOfRune(char); n > columns-1 {
			return text[:i] + "…"
		}
	}
	return text
}

// wrap writes a text in lines no wider than a width: at spaces, and inside what is longer than a line, as Chinese is.
func wrap(out *strings.Builder, text, first, next string, columns int) {
	out.WriteString(first)
	at, indent := columnsOf(first), columnsOf(next)
	begun := false
	for _, word := range strings.Fields(text) {
		if begun && at+1+columnsOf(word) > columns {
			out.WriteString("\n" + next)
			at, begun = indent, false
		}
		if begun {
			out.WriteByte(' ')
			at++
		}
		begun = true
		for _, char := range word {
			wide := columnsOfRune(char)
			if at+wide > columns {
				out.WriteString("\n" + next)
				at = indent
			}
			out.WriteRune(char)
			at += wide
		}
	}
	out.WriteByte('\n')
}
