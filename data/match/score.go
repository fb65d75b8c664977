package match

import (
	"math"
	"slices"
	"strings"
)

// The shares of a score: the name's, and what the same place adds.
const (
	nameShare  = 0.86
	placeShare = 1 - nameShare
)

// sure is the score from which a match is taken without asking, and margin how far the next must be behind. Both are set
// so that of the labelled pairs none that is wrong is taken.
const (
	sure   = 0.92
	margin = 0.03
)

// query is an institution made ready to be compared.
type query struct {
	Institution
	variants []variant
	city     []string
	domain   string
	acronym  []string // words of the name in which an acronym may stand
}

// likeness is how one record compares with a query.
type likeness struct {
	name    float64
	as      string // the record's name that was compared
	place   nearby
	domain  bool
	acronym bool
}

func (r *Registry) compare(q query, rec *record) likeness {
	l := likeness{place: compare(q.city, rec.city, q.Point, rec.Point), as: rec.Name}
	for _, a := range q.variants {
		for _, b := range rec.variants {
			if score := a.share * b.share * r.alike(a.terms, b.terms, rec, l.place); score > l.name {
				l.name, l.as = score, b.text
			}
		}
	}
	l.domain = q.domain != "" && q.domain == rec.domain
	for _, acronym := range rec.Acronyms {
		l.acronym = l.acronym || slices.Contains(q.acronym, strings.Join(split(acronym), ""))
	}
	return l
}

// alike compares two names, from 0 to 1: twice the weight of the words in common by the weight of all words.
func (r *Registry) alike(a, b []term, rec *record, place nearby) float64 {
	weigh := func(t term, other []term) (whole, common float64) {
		whole = r.weight(t, rec.Country)
		common = whole * found(t, other)
		if common == 0 && place == samePlace && slices.Contains(rec.city, t.text) {
			whole *= 0.3 // the city goes without saying, but not another one: a campus is not its university
		}
		return whole, common
	}
	var whole, common, named float64
	for _, t := range a {
		all, both := weigh(t, b)
		whole, common = whole+all, common+both
		if t.class != sort {
			named += both
		}
	}
	for _, t := range b {
		all, both := weigh(t, a)
		whole, common = whole+all, common+both
	}
	if named == 0 || whole == 0 {
		return 0
	}
	return common / whole * agreement(a, b)
}

// found is 1 for a word among others, and less for one spelt much like it.
func found(t term, others []term) float64 {
	best := 0.0
	for _, other := range others {
		if other == t {
			return 1
		}
		if t.class != proper || other.class != proper {
			continue
		}
		if t.text+"s" == other.text || other.text+"s" == t.text { // Lunds universitet
			return 0.95
		}
		if min(len(t.text), len(other.text)) < 5 {
			continue
		}
		if score := jaroWinkler([]rune(t.text), []rune(other.text)); score >= 0.93 && score > best {
			best = 0.95 * score
		}
	}
	return best
}

// agreement is 1 for two names of the same kind of institution, and less for each field that only one of them names.
func agreement(a, b []term) float64 {
	share := 1.0
	onlyUniversity := has(a, "university") != has(b, "university")
	switch {
	case onlyUniversity && sorted(a) && sorted(b):
		share = 0.88
	case onlyUniversity:
		share = 0.96
	}
	return share * math.Pow(0.85, float64(missing(a, b)+missing(b, a)))
}

// missing counts the fields of one name that the other does not have.
func missing(a, b []term) int {
	count := 0
	for _, t := range a {
		if t.class == field && !slices.Contains(b, t) {
			count++
		}
	}
	return count
}

func has(terms []term, text string) bool {
	return slices.ContainsFunc(terms, func(t term) bool { return t.text == text })
}

func sorted(terms []term) bool {
	return slices.ContainsFunc(terms, func(t term) bool { return t.class == sort })
}

// score is a likeness as one number from 0 to 1, with the reason in words.
func (l likeness) score() (float64, string) {
	name := l.name
	reasons := []string{}
	if l.acronym && l.place == samePlace {
		name = max(name, min(0.9, 0.6+0.4*name))
	}
	score := nameShare * name
	switch {
	case name >= 0.99:
		reasons = append(reasons, "the same name")
	case name > 0:
		reasons = append(reasons, "much the same name as “"+l.as+"”")
	}
	if l.acronym {
		reasons = append(reasons, "the same acronym")
	}
	switch l.place {
	case samePlace:
		score += placeShare
		reasons = append(reasons, "in the same place")
	case notKnown:
		score += placeShare / 2
	case farApart:
		reasons = append(reasons, "but far apart")
	}
	if l.domain {
		reasons = append([]string{"the same web domain"}, reasons...)
		score = max(score, 0.86)
		if l.name >= 0.3 {
			score = max(score, 0.98)
		}
	}
	return score, strings.Join(reasons, ", ")
}
