// Package match finds out which place or institution a text means. What is certain is resolved; what is only likely is
// proposed, with a score and the reason in words.
package match

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// folding says what letters become that Unicode does not take apart, and what is written for apostrophes.
var folding = strings.NewReplacer(
	"'", "", "’", "", "‘", "", "ʼ", "", "ʻ", "", "`", "", "´", "", "＇", "",
	"ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "æ", "ae", "œ", "oe", "ß", "ss", "ı", "i", "ħ", "h",
	"&", " and ", "＆", " and ",
)

// fold brings a name into the form in which two spellings of it are the same text: small letters without accents,
// words parted by one space, no punctuation, no “the”, “saint” for St, “and” for &, UK for U.K.
func fold(text string) string {
	words := strings.FieldsFunc(norm.NFKD.String(folding.Replace(lower(text))), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r)
	})
	var kept []string
	initials := false
	for _, word := range words {
		word = bare(word)
		single := len(word) == 1
		switch {
		case word == "" || word == "the":
		case single && initials:
			kept[len(kept)-1] += word
		default:
			kept = append(kept, spelled(word))
		}
		initials = single
	}
	return joinHan(kept)
}

// lower also narrows full-width letters, so that they meet the replacements.
func lower(text string) string { return strings.ToLower(norm.NFKC.String(text)) }

func bare(word string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, word)
}

func spelled(word string) string {
	switch word {
	case "st", "ste", "sainte":
		return "saint"
	}
	return word
}

// joinHan puts words together with spaces, except between Chinese characters.
func joinHan(words []string) string {
	var text strings.Builder
	last := ' '
	for _, word := range words {
		runes := []rune(word)
		joined := unicode.Is(unicode.Han, last) && unicode.Is(unicode.Han, runes[0])
		if text.Len() > 0 && !joined {
			text.WriteByte(' ')
		}
		text.WriteString(word)
		last = runes[len(runes)-1]
	}
	return text.String()
}
