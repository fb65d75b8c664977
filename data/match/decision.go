package match

import (
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// The kinds of decisions.
const (
	KindPlace       = "place"       // the value is a text of the data, the target a place's code
	KindInstitution = "institution" // the value is an institution_id, the target a ROR id
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

// ReadDecisions reads decisions.csv: kind, value, target and, if there is one, note. Rows that cannot be used are told
// as faults and left out.
func ReadDecisions(r io.Reader) (*Decisions, []Fault, error) {
	content, err := io.ReadAll(r)
	if err != nil {
		return nil, nil, fmt.Errorf("read decisions: %w", err)
	}
	text := strings.TrimPrefix(string(content), "\ufeff")
	rows := csv.NewReader(strings.NewReader(text))
	rows.FieldsPerRecord = -1
	if first, _, _ := strings.Cut(text, "\n"); strings.Count(first, ";") > strings.Count(first, ",") {
		rows.Comma = ';' // as spreadsheets write in much of Europe
	}
	header, err := rows.Read()
	if errors.Is(err, io.EOF) {
		return &Decisions{}, nil, nil
	}
	if err != nil {
		return nil, nil, fmt.Errorf("read the header of decisions: %w", err)
	}
	d := &Decisions{}
	faults, err := d.read(rows, header)
	return d, faults, err
}

func (d *Decisions) read(rows *csv.Reader, header []string) ([]Fault, error) {
	at := map[string]int{}
	for i, name := range header {
		at[strings.ToLower(strings.TrimSpace(name))] = i
	}
	for _, name := range decisionColumns[:3] {
		if _, there := at[name]; !there {
			return []Fault{{1, name, "", "the column is missing", "give the file the columns kind, value, target and note"}}, nil
		}
	}
	var faults []Fault
	for {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return faults, nil
		}
		if bad := new(csv.ParseError); errors.As(err, &bad) {
			faults = append(faults, Fault{bad.StartLine, "", "", "the row cannot be read", "double quotation marks inside quotation marks"})
			continue
		}
		if err != nil {
			return faults, fmt.Errorf("read decisions: %w", err)
		}
		cell := func(name string) string {
			if i, there := at[name]; there && i < len(row) {
				return strings.TrimSpace(row[i])
			}
			return ""
		}
		line, _ := rows.FieldPos(0)
		one := Decision{cell("kind"), cell("value"), cell("target"), cell("note")}
		if fault, ok := d.check(one, line); !ok {
			if fault.Reason != "" {
				faults = append(faults, fault)
			}
			continue
		}
		d.put(one, line)
	}
}

// check is false for a row that cannot be used; blank rows have no fault.
func (d *Decisions) check(one Decision, line int) (Fault, bool) {
	old, twice := d.Target(one.Kind, one.Value)
	switch {
	case one == Decision{}:
		return Fault{}, false
	case one.Kind != KindPlace && one.Kind != KindInstitution:
		return Fault{line, "kind", one.Kind, "is not a kind of decision", "write place or institution"}, false
	case one.Value == "":
		return Fault{line, "value", "", "the cell is empty", "write the text or the id that is decided about"}, false
	case twice && old != one.Target && one.Target != Open:
		return Fault{line, "value", one.Value, "is decided twice", "remove one of the two rows"}, false
	case one.Kind == KindInstitution && one.Target != "" && one.Target != Open:
		if _, ok := ROR(one.Target); !ok {
			return Fault{line, "target", one.Target, "is not a ROR id", "write it as https://ror.org/0030zas98, or ? to leave it open"}, false
		}
	}
	return Fault{}, true
}

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
