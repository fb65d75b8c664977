package read

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// alphabet is an encoding of one byte a letter, and how well the sample reads in it.
type alphabet struct {
	name, label string
	page        *charmap.Charmap
	everyday    string // small letters beyond ASCII that its languages use every day
	score       int
}

// latin are the encodings of plain letters with marks. Where two fit alike, the earlier one is taken.
func latin() []alphabet {
	const western, central = "àâäåæçèéêëíîïñóôöøùúûüßœáãõìòðþ", "ąćęłńóśźżáčďéěíňřšťúůýžľôäöőüűăâîşß"
	return []alphabet{
		{name: windows1252, label: "Western European", page: charmap.Windows1252, everyday: western},
		{name: macintosh, label: "Western European (Mac)", page: charmap.Macintosh, everyday: western},
		{name: windows1254, label: "Turkish", page: charmap.Windows1254, everyday: "çğıöşüİâî"},
		{name: windows1250, label: "Central European", page: charmap.Windows1250, everyday: central},
		{name: iso88592, label: "Central European (ISO)", page: charmap.ISO8859_2, everyday: central},
	}
}

// otherScripts are the encodings in which whole words stand beyond ASCII.
func otherScripts() []alphabet {
	return []alphabet{
		{name: windows1251, label: "Cyrillic", page: charmap.Windows1251},
		{name: windows1253, label: "Greek", page: charmap.Windows1253},
	}
}

// look weighs one byte of the sample.
func (a *alphabet) look(piece []byte, at int) {
	if a.everyday == "" {
		a.score += letterScore(a.page, piece, at)
		return
	}
	r, before, after := a.page.DecodeByte(piece[at]), neighbour(a.page, piece, at-1), neighbour(a.page, piece, at+1)
	switch {
	case unicode.IsControl(r) || r == utf8.RuneError:
		a.score -= 6
	case unicode.IsUpper(r) && unicode.IsLower(before):
		a.score -= 3
	case unicode.IsLetter(r) && a.usual(r, after):
		a.score += 2
	case unicode.IsLetter(r):
		a.score--
	case unicode.IsLetter(before) && unicode.IsLetter(after):
		a.score -= 3
	}
}

// usual is true of a letter where its languages write it: ì and ù end Italian words, õ stands before e in Portuguese.
func (a *alphabet) usual(r, after rune) bool {
	switch {
	case a.name != windows1252 && a.name != macintosh:
	case (r == 'ì' || r == 'ù') && unicode.IsLetter(after), r == 'õ' && after != 'e':
		return false
	}
	return strings.ContainsRune(a.everyday, r) || strings.ContainsRune(a.everyday, unicode.ToLower(r))
}

// fewLetters is how many bytes beyond ASCII are too few to tell another script by.
const fewLetters = 8

// judgeLetters names an encoding of one byte a letter, other than the Western ones, when the sample fits it better.
func (e *evidence) judgeLetters() (encoding, why string) {
	if e.high >= fewLetters && e.paired*10 >= e.high*8 { // words without plain letters
		if best := fittest(e.scripts); best.score > 2*min(e.high, enoughHigh) {
			return best.name, fmt.Sprintf("%s beyond ASCII, not UTF-8; they stand together in words, and fit %s best (score %d)",
				counted(e.high, "character"), best.label, best.score)
		}
	}
	best := fittest(e.latin)
	if best.name == windows1252 || best.name == macintosh {
		return "", ""
	}
	return best.name, fmt.Sprintf("%s beyond ASCII, not UTF-8; the letters are more those of %s than of %s text (score %d to %d)",
		counted(e.high, "character"), best.label, e.latin[0].label, best.score, e.latin[0].score)
}

// fittest is the first of those with the highest score.
func fittest(list []alphabet) alphabet {
	best := list[0]
	for _, a := range list[1:] {
		if a.score > best.score {
			best = a
		}
	}
	return best
}

// OneByte is true of the encodings with one byte a letter: every text can be read in each of them, so that which one
// a file is in can only be guessed.
func OneByte(encoding string) bool {
	_, is := decoding(encoding).(*charmap.Charmap)
	return is
}
