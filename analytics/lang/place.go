package lang

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Place writes the name of a country or region as it stands inside a sentence: the United States, France.
func Place(l Lang, name string) string {
	if l == English && takesArticle(name) {
		return "the " + name
	}
	return name
}

func takesArticle(name string) bool {
	alone := []string{"Chinese mainland", "Netherlands", "Philippines", "Maldives", "Bahamas", "Gambia", "Middle East"}
	return slices.Contains(alone, name) || strings.HasPrefix(name, "United ") ||
		strings.HasSuffix(name, " Islands") || strings.HasSuffix(name, " Republic")
}

// Capital begins a sentence: its first letter becomes a capital.
func Capital(sentence string) string {
	first, size := utf8.DecodeRuneInString(sentence)
	if size == 0 {
		return sentence
	}
	return string(unicode.ToUpper(first)) + sentence[size:]
}
