package match

import (
	"cmp"
	"fmt"
	"slices"
)

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
