package read

import "fmt"

// pairs counts how the runs of high bytes read as one of the two-byte encodings of Chinese.
type pairs struct {
	name, label string
	second      func(byte) bool // may be the second byte of a character
	frequent    [2]byte         // first bytes of the characters in everyday use
	read        int
	everyday    int
	broken      int
}

func gbPairs() pairs {
	return pairs{name: gb18030, label: "GB 18030", frequent: [2]byte{0xb0, 0xd7},
		second: func(b byte) bool { return b >= 0x40 && b <= 0xfe && b != 0x7f }}
}

func big5Pairs() pairs {
	return pairs{name: big5, label: "Big5", frequent: [2]byte{0xa4, 0xc6},
		second: func(b byte) bool { return b >= 0x40 && b <= 0x7e || b >= 0xa1 && b <= 0xfe }}
}

// look reads a run of high bytes, with the byte after it, which may belong to its last character.
func (p *pairs) look(run []byte) {
	for i := 0; i < len(run) && run[i] >= 0x80; i += 2 {
		if i+1 >= len(run) || !p.second(run[i+1]) || run[i] == 0x80 || run[i] == 0xff {
			p.broken++
			return
		}
		p.read++
		if run[i] >= p.frequent[0] && run[i] <= p.frequent[1] {
			p.everyday++
		}
	}
}

// judgeChinese names a two-byte encoding when nearly all bytes beyond ASCII read as characters in everyday use.
// In Western text such bytes stand alone between plain letters.
func (e *evidence) judgeChinese() (encoding, why string) {
	best := e.chinese[0]
	if second := e.chinese[1]; second.share() > best.share() {
		best = second
	}
	if e.paired*2 < e.high || best.share() < 0.7 {
		return "", ""
	}
	return best.name, fmt.Sprintf("%s beyond ASCII, not UTF-8; %d %% of them are everyday Chinese as %s",
		counted(best.read+best.broken, "character"), int(best.share()*100), best.label)
}

func (p pairs) share() float64 {
	if p.read == 0 {
		return 0
	}
	return float64(p.everyday) / float64(p.read+p.broken)
}
