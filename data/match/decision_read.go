package match

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
)

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
		if _, ok := ROR(one.Target); !ok && strings.Contains(strings.ToLower(one.Target), "ror.org") {
			return Fault{line, "target", one.Target, "is not a ROR id", "write it as https://ror.org/0030zas98, or ? to leave it open"}, false
		}
	}
	return Fault{}, true
}
