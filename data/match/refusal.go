package match

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Candidate is what a text may mean.
type Candidate struct {
	Target string  `json:"target"` // a place's code or a ROR id
	Name   string  `json:"name"`
	Score  float64 `json:"score"`  // from 0 to 1
	Reason string  `json:"reason"` // in words: why it is proposed
}

// Refusal says why a text is not taken for a place. Kind and Reason do not hold the text, so that many of a kind can be
// told together.
type Refusal struct {
	Kind       string // unknown, dissolved, ambiguous, group, unstated
	Reason     string // as the end of a sentence that begins with the text: “is not a place that is known”
	Remedy     string // what to write instead, with the nearest candidates
	Candidates []Candidate
}

// unstatedWords tell of people whose place is not known, beside what the table calls them.
var unstatedWords = []string{"unknown", "other", "others", "unspecified", "unallocated", "undeclared", "stateless", "elsewhere",
	"not stated", "not specified", "not known", "not available", "not reported", "no answer", "rest of", "na", "none", "null",
	"miscellaneous", "various", "total", "all countries", "未知", "合計", "合计", "總計", "总计"}

// Refused says why Resolve did not resolve a text, with at most n candidates.
func (p *Places) Refused(text string, n int) Refusal {
	text = tidy(text)
	if known, ok := p.unsure[fold(text)]; ok {
		refusal := Refusal{Kind: known.kind, Reason: "is not one place of today: " + known.reason}
		for _, code := range known.candidates[:min(n, len(known.candidates))] {
			refusal.Candidates = append(refusal.Candidates, Candidate{code, p.named[code], 0.5, known.reason})
		}
		return refusal.advised()
	}
	if p.unstated(text) {
		refusal := Refusal{Kind: "unstated", Reason: "names no place",
			Remedy: "write ZZ where the place is other or not stated, map the value to ZZ or decide it in decisions.csv; NA in capitals is Namibia"}
		if name, ok := p.named[Unstated]; ok && n > 0 {
			refusal.Candidates = []Candidate{{Unstated, name, 0.5, "The words say that the place is not known"}}
		}
		return refusal
	}
	return Refusal{Kind: "unknown", Reason: "is not a place that is known", Candidates: p.Nearest(text, n)}.advised()
}

func (p *Places) unstated(text string) bool {
	padded := " " + fold(text) + " "
	return slices.ContainsFunc(slices.Concat(unstatedWords, p.unplaced), func(word string) bool {
		if word[0] >= utf8.RuneSelf { // Chinese is written without spaces
			return strings.Contains(padded, word)
		}
		return strings.Contains(padded, " "+word+" ")
	})
}

func (r Refusal) advised() Refusal {
	r.Remedy = "write an ISO 3166-1 code or decide it in decisions.csv"
	if len(r.Candidates) == 0 {
		return r
	}
	var names []string
	for _, candidate := range r.Candidates {
		names = append(names, fmt.Sprintf("%s (%s)", candidate.Target, candidate.Name))
	}
	r.Remedy += "; it may mean " + strings.Join(names, ", ")
	return r
}

// The score below which a name is no candidate, and how far behind the best it may be.
const leastLikely, lessLikely = 0.75, 0.12

// nameLength is the longest text, in bytes, that is compared with names.
const nameLength = 200

// Nearest lists the places whose names are most like the text, the likeliest first, one entry a place.
func (p *Places) Nearest(text string, n int) []Candidate {
	if n == 0 || len(text) > nameLength {
		return nil
	}
	word := fold(text)
	best := map[string]Candidate{}
	for _, key := range p.keys {
		score := similarity(word, key.text)
		if score < leastLikely || score <= best[key.code].Score || key.code == Unstated {
			continue
		}
		best[key.code] = Candidate{key.code, p.named[key.code], score, fmt.Sprintf("written much like “%s”", key.name)}
	}
	var list []Candidate
	for _, candidate := range best {
		list = append(list, candidate)
	}
	list = likeliest(list, n)
	return slices.DeleteFunc(list, func(c Candidate) bool { return c.Score < list[0].Score-lessLikely })
}

func likeliest(list []Candidate, n int) []Candidate {
	slices.SortFunc(list, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Target, b.Target))
	})
	return list[:min(n, len(list))]
}
