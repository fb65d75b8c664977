package match

import (
	"cmp"
	"slices"
	"strings"
)

// The kinds of decisions.
const (
	KindPlace       = "place"       // the value is a text of the data, the target a place's code
	KindInstitution = "institution" // the value is an institution_id, the target a ROR id; or a text and an institution_id
)

// Open as a target means that nobody has decided yet.
const Open = "?"

// Decision is what somebody decided about a text or an institution. It wins over what is found out.
type Decision struct {
	Kind   string `json:"kind"`
	Value  string `json:"value"`
	Target string `json:"target"` // empty: it is none
	Note   string `json:"note,omitempty"`
}

// Fault is something wrong in a table that people keep.
type Fault struct {
	Line   int    `json:"line,omitempty"` // of the file, where it is known
	Column string `json:"column"`
	Value  string `json:"value"`
	Reason string `json:"reason"` // without the value
	Remedy string `json:"remedy"`
}

// Decisions are the rows of decisions.csv. A nil one has none.
type Decisions struct {
	rows  []Decision
	at    map[[2]string]int
	lines []int
}

// DecisionsFile is the name of the file in a data set's folder.
const DecisionsFile = "decisions.csv"

var decisionColumns = []string{"kind", "value", "target", "note"}

func (d *Decisions) put(one Decision, line int) {
	if d.at == nil {
		d.at = map[[2]string]int{}
	}
	key := [2]string{one.Kind, tidy(one.Value)}
	if at, there := d.at[key]; there {
		if one.Note == "" {
			one.Note = d.rows[at].Note
		}
		d.rows[at] = one
		return
	}
	d.at[key] = len(d.rows)
	d.rows = append(d.rows, one)
	d.lines = append(d.lines, line)
}

// Put adds a decision or takes the place of an older one; a note is kept when the new one has none.
func (d *Decisions) Put(one Decision) { d.put(one, 0) }

// Has is true of what somebody decided or is still to decide.
func (d *Decisions) Has(kind, value string) bool {
	if d == nil {
		return false
	}
	_, there := d.at[[2]string{kind, tidy(value)}]
	return there
}

// Target is what was decided; false when nothing was, or when it is left open.
func (d *Decisions) Target(kind, value string) (string, bool) {
	if d == nil {
		return "", false
	}
	at, there := d.at[[2]string{kind, tidy(value)}]
	if !there || d.rows[at].Target == Open {
		return "", false
	}
	return d.rows[at].Target, true
}

// Line is where a decision stands in its file, 0 when it is not from one.
func (d *Decisions) Line(kind, value string) int {
	if d == nil {
		return 0
	}
	at, there := d.at[[2]string{kind, tidy(value)}]
	if !there {
		return 0
	}
	return d.lines[at]
}

// Rows are all decisions, sorted by kind and value.
func (d *Decisions) Rows() []Decision {
	if d == nil {
		return nil
	}
	rows := slices.Clone(d.rows)
	slices.SortFunc(rows, func(a, b Decision) int { return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Value, b.Value)) })
	return rows
}

// Decide makes decisions about places count in Resolve. A target that is no place is a fault, and does not count.
func (p *Places) Decide(decisions *Decisions) []Fault {
	p.mu.Lock()
	defer p.mu.Unlock()
	clear(p.cache)
	var faults []Fault
	for _, row := range decisions.Rows() {
		if row.Kind != KindPlace || row.Target == Open {
			continue
		}
		code := strings.ToUpper(row.Target)
		if _, there := p.named[code]; !there && code != "" {
			faults = append(faults, Fault{decisions.Line(KindPlace, row.Value), "target", row.Target, "is not the code of a place",
				"write an ISO 3166-1 alpha-2 code, XK, ZZ for other or not stated, or ? to leave it open"})
			continue
		}
		p.decided[tidy(row.Value)] = Resolution{code, ByDecision, 1}
	}
	return faults
}
