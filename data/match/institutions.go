package match

import "context"

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
