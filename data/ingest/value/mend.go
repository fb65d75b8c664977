package value

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Code mends what nobody sees in an id or a code: any kind of space becomes one plain space, characters without a
// width go, and full-width letters and digits become plain ones. It is false when there was nothing to mend.
func Code(text string) (string, bool) {
	if plainCode(text) {
		return text, false
	}
	var mended strings.Builder
	space := false
	for _, char := range text {
		switch {
		case isSpace(char):
			space = mended.Len() > 0
			continue
		case unicode.Is(unicode.Cf, char):
			continue
		}
		if space {
			mended.WriteByte(' ')
			space = false
		}
		mended.WriteRune(narrow(char))
	}
	return mended.String(), mended.String() != text
}

// plainCode is true of text that needs no mending: the usual case, told quickly.
func plainCode(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] >= utf8.RuneSelf || (text[i] <= ' ' && (text[i] != ' ' || i == 0 || i == len(text)-1 || text[i-1] == ' ')) {
			return false
		}
	}
	return true
}

func isSpace(char rune) bool {
	return unicode.IsSpace(char) || unicode.Is(unicode.Zs, char)
}

// narrow is the plain form of a full-width letter, digit or sign.
func narrow(char rune) rune {
	if char >= '！' && char <= '～' {
		return char - '！' + '!'
	}
	return char
}

// Unstated is true of what people write into a cell of numbers to say that the number is not known.
func Unstated(text string) bool {
	switch strings.ToLower(text) {
	case "null", "na", "n/a", "#n/a", "n.a.", "-", "--", "–", "—", "..", "...", "…", "?", "none", "nil":
		return true
	}
	return false
}
