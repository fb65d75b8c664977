package match

import (
	"regexp"
	"slices"
	"strings"
)

// variant is one way to read a name, with what is taken off for it.
type variant struct {
	text  string
	terms []term
	share float64
}

var (
	isParenthesis = regexp.MustCompile(`\s*[(（\[][^)）\]]*[)）\]]`)
	isBreak       = regexp.MustCompile(`\s+[-–—/|]+\s*|\s*[-–—/|]+\s+|\s*[;,:]\s+`)
)

// longestName bounds what is compared of a name, in bytes.
const longestName = 500

// variants reads a name as it stands, and without what only says it again: an acronym, or the name in another language.
// A part that may tell a campus from its university is never left out.
func (l *lexicon) variants(name string) []variant {
	if len(name) > longestName {
		name = strings.ToValidUTF8(name[:longestName], "")
	}
	list := []variant{{name, l.terms(name), 1}}
	bare := isParenthesis.ReplaceAllStringFunc(name, func(inside string) string {
		if text := strings.Trim(inside, " ()（）[]"); l.repeats(text, name) {
			return ""
		}
		return inside
	})
	if bare != name && strings.TrimSpace(bare) != "" {
		list = append(list, variant{bare, l.terms(bare), 0.99})
	}
	parts := isBreak.Split(bare, -1)
	for i, part := range parts {
		others := slices.Delete(slices.Clone(parts), i, i+1)
		loses := slices.ContainsFunc(others, func(other string) bool { return !l.repeats(other, part) })
		if terms := l.terms(part); len(parts) > 1 && !loses && telling(terms) {
			list = append(list, variant{part, terms, 0.97})
		}
	}
	return list
}

var isCapitals = regexp.MustCompile(`^\p{Lu}[\p{Lu}\d.-]{1,9}$`)

// repeats is true of a part that adds nothing to another: its acronym, words without a name, or a whole name.
func (l *lexicon) repeats(part, of string) bool {
	part = strings.TrimSpace(part)
	terms := l.terms(part)
	if telling(terms) || !slices.ContainsFunc(terms, func(t term) bool { return t.class != sort }) {
		return true
	}
	applied := slices.ContainsFunc(terms, func(t term) bool { return t.class == proper })
	if !applied && has(terms, "university") {
		return true
	}
	return isCapitals.MatchString(part) && strings.HasPrefix(fold(of), fold(part[:1])) || isCapitals.MatchString(part) && len(part) <= 5
}

// telling is true of words that can be an institution's whole name: what it is, and a name or two fields.
func telling(terms []term) bool {
	names, sorted := 0, false
	for _, t := range terms {
		switch t.class {
		case proper:
			names += 2
		case field:
			names++
		case sort:
			sorted = sorted || t.text == "university"
		}
	}
	return sorted && names >= 2
}
