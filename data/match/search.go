package match

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// search compares the institution with the records of its country that share a word, the domain or the city.
func (m *matching) search(c *claim) {
	q := m.query(c.institution)
	type found struct {
		Candidate
		likeness
	}
	var list []found
	for _, at := range m.candidates(q) {
		rec := &m.records[at]
		likeness := m.compare(q, rec)
		if score, reason := likeness.score(); score >= 0.5 {
			list = append(list, found{Candidate{rec.ID, rec.Name, score, reason}, likeness})
		}
	}
	slices.SortFunc(list, func(a, b found) int { return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Target, b.Target)) })
	for _, one := range list[:min(proposals, len(list))] {
		c.candidates = append(c.candidates, one.Candidate)
	}
	switch {
	case len(list) == 0:
		c.why = "nothing like it is in the ROR extract"
	case list[0].Score < sure:
		c.why = "no record is like enough"
	case len(list) > 1 && list[0].Score-list[1].Score < margin:
		c.why = "two records are alike enough"
	default:
		how := ByName
		if list[0].domain {
			how = ByDomain
		}
		c.link = Link{c.institution.ID, list[0].Target, list[0].Name, how, list[0].Score, list[0].Reason}
		c.linked = true
	}
}

func (r *Registry) query(institution Institution) query {
	q := query{Institution: institution, variants: r.words.variants(institution.Name),
		city: r.cityWords(institution.City), domain: domain(institution.Website), acronym: acronyms(institution.Name)}
	for _, name := range institution.Names {
		q.variants = append(q.variants, r.words.variants(name)...)
	}
	return q
}

var isWord = regexp.MustCompile(`[\p{L}\d]+`)

// acronyms are the words of a name that may be its acronym: in parentheses, or written in capitals before a break.
func acronyms(name string) []string {
	var list []string
	for _, inside := range isParenthesis.FindAllString(name, -1) {
		list = append(list, strings.Join(split(inside), ""))
	}
	for i, word := range isWord.FindAllString(name, 3) {
		if strings.IndexFunc(word, unicode.IsLower) < 0 && len(word) > 2 && (i == 0 || len(isWord.FindAllString(name, 3)) < 3) {
			list = append(list, strings.Join(split(word), ""))
		}
	}
	return list
}

// candidates are the records worth comparing, each once.
func (r *Registry) candidates(q query) []int {
	seen := map[int]bool{}
	var list []int
	take := func(records []int) {
		for _, at := range records {
			if !seen[at] {
				seen[at] = true
				list = append(list, at)
			}
		}
	}
	for _, variant := range q.variants {
		for _, t := range variant.terms {
			if t.class != sort {
				take(r.byWord[q.Country+block(t)])
			}
		}
	}
	for _, acronym := range q.acronym {
		take(r.byWord[q.Country+"="+acronym])
	}
	for _, word := range q.city {
		take(r.byCity[q.Country+word])
	}
	if q.domain != "" {
		take(r.byDomain[q.domain])
	}
	return list
}
