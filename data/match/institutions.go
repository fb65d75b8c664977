package match

import (
	"cmp"
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// How an institution was matched, beside ByName and ByDecision.
const (
	ByID     = "id"
	ByDomain = "domain"
)

// Link is an institution and the record that is it.
type Link struct {
	Institution string  `json:"value"`
	Target      string  `json:"target"` // its ROR id; empty where a decision says that it has none
	Name        string  `json:"name"`   // the record's
	How         string  `json:"how"`    // ByID, ByDomain, ByName or ByDecision
	Score       float64 `json:"score"`
	Reason      string  `json:"reason"`
}

// Unmatched is an institution without a sure match.
type Unmatched struct {
	Institution string      `json:"value"`
	Name        string      `json:"name"`
	Place       string      `json:"place"` // its country's code
	Why         string      `json:"why"`
	Candidates  []Candidate `json:"candidates"`
}

// Matching is what became of a list of institutions, in their order.
type Matching struct {
	Links     []Link      `json:"links"`
	Unmatched []Unmatched `json:"unmatched"`
	Faults    []Fault     `json:"faults"` // decisions that point nowhere, ids that are none
}

// proposals is how many candidates are listed for an institution.
const proposals = 3

// Match finds the records of institutions: by a decision, by id, by web domain, by name and place. No record is given to
// two institutions; where two claim one, the surer has it when it is clearly so, and otherwise neither.
func (r *Registry) Match(ctx context.Context, institutions []Institution, decisions *Decisions) (Matching, error) {
	m := matching{Registry: r, claims: map[string][]claim{}}
	for i, institution := range institutions {
		if i%64 == 0 && ctx.Err() != nil {
			return Matching{}, ctx.Err()
		}
		m.one(institution, decisions)
	}
	return m.settle(), nil
}

type matching struct {
	*Registry
	results []claim
	claims  map[string][]claim // by record
	faults  []Fault
}

// claim is what was found for one institution: a link, or candidates only.
type claim struct {
	at          int
	institution Institution
	link        Link
	linked      bool
	why         string
	candidates  []Candidate
}

func (m *matching) one(institution Institution, decisions *Decisions) {
	c := claim{at: len(m.results), institution: institution}
	if !m.decided(&c, decisions) && !m.identified(&c) {
		m.search(&c)
	}
	m.results = append(m.results, c)
	if c.linked && c.link.Target != "" {
		m.claims[c.link.Target] = append(m.claims[c.link.Target], c)
	}
}

func (m *matching) decided(c *claim, decisions *Decisions) bool {
	target, ok := decisions.Target(KindInstitution, c.institution.ID)
	if !ok {
		return false
	}
	c.link = Link{Institution: c.institution.ID, How: ByDecision, Score: 1, Reason: "decided"}
	c.linked = true
	if target == "" {
		return true
	}
	id, valid := ROR(target)
	at, there := m.byID[id]
	if !valid || !there && len(m.records) > 0 {
		reason := "is not a ROR id"
		if valid {
			reason = "is not in the ROR extract"
		}
		m.faults = append(m.faults, Fault{decisions.Line(KindInstitution, c.institution.ID), "target", target, reason,
			"correct the decision for " + c.institution.ID + " or remove it"})
		c.linked = false
		return false
	}
	c.link.Target = id
	if there {
		c.link.Name = m.records[at].Name
	}
	return true
}

// identified takes the id an institution comes with.
func (m *matching) identified(c *claim) bool {
	if c.institution.ROR == "" {
		return false
	}
	id, valid := ROR(c.institution.ROR)
	if !valid {
		m.faults = append(m.faults, Fault{0, "ror_id", c.institution.ROR, "is not a ROR id: its check digits do not fit",
			"look the institution up on ror.org and copy its id"})
		return false
	}
	c.link = Link{Institution: c.institution.ID, Target: id, How: ByID, Score: 1, Reason: "the id is given"}
	if at, there := m.byID[id]; there {
		c.link.Name = m.records[at].Name
	} else if len(m.records) > 0 {
		c.link.Reason = "the id is given; the ROR extract does not have it"
	}
	c.linked = true
	return true
}

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

// settle gives each record to one institution at most.
func (m *matching) settle() Matching {
	for id, claims := range m.claims {
		if len(claims) > 1 {
			m.contest(id, claims)
		}
	}
	var result Matching
	for _, c := range m.results {
		if c.linked {
			result.Links = append(result.Links, c.link)
			continue
		}
		result.Unmatched = append(result.Unmatched, Unmatched{c.institution.ID, c.institution.Name, c.institution.Country, c.why, c.candidates})
	}
	result.Faults = m.faults
	return result
}

// contest leaves a record with the institution that has the clearly best claim. A decision or an id stands.
func (m *matching) contest(id string, claims []claim) {
	slices.SortFunc(claims, func(a, b claim) int { return cmp.Or(cmp.Compare(b.strength(), a.strength()), cmp.Compare(a.at, b.at)) })
	best := claims[0]
	for i, c := range claims {
		if c.strength() > 1 {
			if i > 0 {
				m.faults = append(m.faults, Fault{0, "ror_id", id, fmt.Sprintf("stands for both %s and %s", best.institution.ID, c.institution.ID),
					"correct one of the two, or put the two together"})
			}
			continue
		}
		if i == 0 && claims[1].strength() < best.strength()-margin {
			continue
		}
		other := best.institution.ID
		if i == 0 {
			other = claims[1].institution.ID
		}
		loser := &m.results[c.at]
		loser.linked = false
		loser.why = "its record is claimed by " + other + " too"
	}
}

// strength orders claims: a decision, an id, then by score.
func (c claim) strength() float64 {
	switch c.link.How {
	case ByDecision:
		return 3
	case ByID:
		return 2
	}
	return c.link.Score
}
