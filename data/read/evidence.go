package read

import (
	"bytes"
	"fmt"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// enoughHigh is how many bytes beyond ASCII are weighed as letters of one encoding or another.
const enoughHigh = 200_000

// evidence is what the bytes of a sample say about a file's encoding.
type evidence struct {
	foreign string // what the file is when it is no text at all
	strange int    // control characters that no text has, NUL among them
	zeros   [2]int // NUL bytes at even and at odd places
	seen    int
	breaks  [2]int // line feeds, carriage returns
	valid   int    // characters beyond ASCII that are right in UTF-8
	invalid int    // bytes beyond ASCII that are not
	high    int    // bytes beyond ASCII
	paired  int    // of them, those that stand beside another
	scores  [2]int // how well the letters read as Windows-1252 and as Mac Roman
	chinese [2]pairs
	latin   []alphabet
	scripts []alphabet
}

func newEvidence() *evidence {
	return &evidence{chinese: [2]pairs{gbPairs(), big5Pairs()}, latin: latin(), scripts: otherScripts()}
}

// look adds one piece of the sample.
func (e *evidence) look(piece []byte) {
	e.seen += len(piece)
	e.breaks[0] += bytes.Count(piece, []byte{'\n'})
	e.breaks[1] += bytes.Count(piece, []byte{'\r'})
	if bytes.IndexByte(piece, 0) >= 0 {
		for i, b := range piece {
			if b == 0 {
				e.zeros[i%2]++
			}
		}
	}
	for i := 0; i < len(piece); {
		if piece[i] < utf8.RuneSelf {
			if piece[i] < ' ' && strangeControl(piece[i]) {
				e.strange++
			}
			i++
			continue
		}
		i += e.run(piece, i)
	}
}

// run looks at a run of bytes beyond ASCII and gives its length.
func (e *evidence) run(piece []byte, from int) int {
	to := from
	for to < len(piece) && piece[to] >= utf8.RuneSelf {
		to++
	}
	run := piece[from:to]
	e.high += len(run)
	if len(run) > 1 {
		e.paired += len(run)
	}
	e.tryUTF8(run, from == 0, to == len(piece))
	if e.high > enoughHigh {
		return to - from
	}
	for i := from; i < to; i++ {
		e.scores[0] += letterScore(charmap.Windows1252, piece, i)
		e.scores[1] += letterScore(charmap.Macintosh, piece, i)
		for n := range e.latin {
			e.latin[n].look(piece, i)
		}
		for n := range e.scripts {
			e.scripts[n].look(piece, i)
		}
	}
	for i := range e.chinese {
		e.chinese[i].look(piece[from:min(to+1, len(piece))])
	}
	return to - from
}

// tryUTF8 counts what is right and wrong in UTF-8. A piece may begin and end within a character, which is neither.
func (e *evidence) tryUTF8(run []byte, first, last bool) {
	for first && len(run) > 0 && !utf8.RuneStart(run[0]) {
		run = run[1:]
	}
	for len(run) > 0 {
		if last && !utf8.FullRune(run) {
			return
		}
		_, size := utf8.DecodeRune(run)
		if size > 1 {
			e.valid++
		} else {
			e.invalid++
		}
		run = run[size:]
	}
}

// letterScore tells how well a byte reads as a character among its neighbours: letters within words do, capitals
// after small letters and signs within words do not.
func letterScore(page *charmap.Charmap, piece []byte, at int) int {
	r := page.DecodeByte(piece[at])
	before, after := neighbour(page, piece, at-1), neighbour(page, piece, at+1)
	word := unicode.IsLetter(before) || unicode.IsLetter(after)
	switch {
	case unicode.IsControl(r) || r == utf8.RuneError:
		return -6
	case r == '’' && unicode.IsLetter(before):
		return 3
	case unicode.IsUpper(r) && unicode.IsLower(before):
		return -3
	case unicode.IsLetter(r) && word:
		return 3
	case unicode.IsLetter(r):
		return -2
	case unicode.IsLetter(before) && unicode.IsLetter(after):
		return -2
	}
	return 1
}

func neighbour(page *charmap.Charmap, piece []byte, at int) rune {
	if at < 0 || at >= len(piece) {
		return ' '
	}
	return page.DecodeByte(piece[at])
}

// judge names the encoding that fits and says why.
func (e *evidence) judge() (encoding, why string) {
	if even, odd := e.zeros[0], e.zeros[1]; even+odd > max(3, e.seen/10) {
		if odd > 4*even {
			return utf16LE, "every other byte of most characters is zero"
		}
		if even > 4*odd {
			return utf16BE, "every other byte of most characters is zero"
		}
	}
	switch {
	case e.high == 0:
		return utf8Name, "only plain ASCII characters were seen"
	case e.valid > e.invalid && e.invalid > 0:
		return utf8Name, fmt.Sprintf("%s fit UTF-8, %s not", counted(e.valid, "character"), doNot(e.invalid))
	case e.valid > e.invalid:
		return utf8Name, counted(e.valid, "character") + " beyond ASCII, all right in UTF-8"
	}
	if name, why := e.judgeChinese(); name != "" {
		return name, why
	}
	if name, why := e.judgeLetters(); name != "" {
		return name, why
	}
	name, other, score := windows1252, "Mac Roman", e.scores
	if e.scores[1] > e.scores[0] {
		name, other, score = macintosh, "Windows-1252", [2]int{e.scores[1], e.scores[0]}
	}
	return name, fmt.Sprintf("%s beyond ASCII, not UTF-8; its letters make more sense than as %s (score %d to %d)",
		counted(e.high, "character"), other, score[0], score[1])
}

func doNot(n int) string {
	if n == 1 {
		return "1 byte does"
	}
	return fmt.Sprintf("%d bytes do", n)
}

// newline is what ends the lines: old Macintosh programs wrote carriage returns alone.
func (e *evidence) newline(encoding string) byte {
	if e.breaks[0] == 0 && e.breaks[1] > 0 && encoding != utf16LE && encoding != utf16BE {
		return '\r'
	}
	return '\n'
}
