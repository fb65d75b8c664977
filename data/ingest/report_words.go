package ingest

import (
	"slices"
	"strings"
	"unicode"
)

// kindOf is a reason without what stands between “ and ” and without its numbers.
func kindOf(reason string) string {
	var kind strings.Builder
	quoted, number := 0, false
	for _, char := range reason {
		if char == '”' && quoted > 0 {
			quoted--
		}
		digit := unicode.IsDigit(char)
		if quoted == 0 && !digit {
			kind.WriteRune(char)
		} else if digit && quoted == 0 && !number {
			kind.WriteByte('0')
		}
		number = digit
		if char == '“' {
			quoted++
		}
	}
	return kind.String()
}

// common is what two sentences of one kind share, word by word, with … for the rest.
func common(a, b string) string {
	if a == b {
		return a
	}
	left, right := words(a), words(b)
	if len(left) != len(right) {
		return shared(left, right)
	}
	for i, word := range left {
		if word != right[i] {
			left[i] = differing(word, right[i])
		}
	}
	return strings.Join(left, " ")
}

// clauses is what two remedies share of their beginnings, up to a semicolon.
func clauses(a, b string) string {
	if a == b {
		return a
	}
	left, right := strings.Split(a, "; "), strings.Split(b, "; ")
	n := 0
	for n < min(len(left), len(right)) && left[n] == right[n] {
		n++
	}
	return strings.Join(left[:n], "; ")
}

// shared keeps the words that both begin and end with.
func shared(a, b []string) string {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	end := 0
	for end < min(len(a), len(b))-n && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	return strings.Join(slices.Concat(a[:n], []string{"…"}, a[len(a)-end:]), " ")
}

func differing(a, b string) string {
	if strings.HasPrefix(a, "“") && strings.HasPrefix(b, "“") {
		_, after, _ := cutLast(a, "”")
		return "“…”" + after
	}
	return "…"
}

func cutLast(text, mark string) (before, after string, found bool) {
	at := strings.LastIndex(text, mark)
	if at < 0 {
		return text, "", false
	}
	return text[:at], text[at+len(mark):], true
}

// words parts a sentence at its spaces, keeping together what stands between “ and ”.
func words(sentence string) []string {
	var list []string
	start, quoted := 0, 0
	for i, char := range sentence {
		switch {
		case char == '“':
			quoted++
		case char == '”' && quoted > 0:
			quoted--
		case char == ' ' && quoted == 0:
			list = append(list, sentence[start:i])
			start = i + 1
		}
	}
	return append(list, sentence[start:])
}

// textKept bounds each text of a problem, in bytes.
const textKept = 1000

// kept is the problem without the memory its texts are cut out of, and without what could act in a reader's terminal.
func (p Problem) kept() Problem {
	for _, text := range []*string{&p.File, &p.Column, &p.Value, &p.Reason, &p.Remedy} {
		*text = strings.Clone(plain(bounded(*text)))
	}
	return p
}

func bounded(text string) string {
	if len(text) > textKept {
		text = strings.ToValidUTF8(text[:textKept], "") + "…"
	}
	return text
}

// plain shows characters that nobody sees, or that turn the writing round, as replaced.
func plain(text string) string {
	return strings.Map(func(char rune) rune {
		turns := '\u202a' <= char && char <= '\u202e' || '\u2066' <= char && char <= '\u2069'
		if turns || unicode.IsControl(char) && char != '\n' && char != '\t' && char != '\r' {
			return unicode.ReplacementChar
		}
		return char
	}, text)
}
