package ingest

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"

	"meridian/data/match"
)

// decisionBytes bounds decisions.csv.
const decisionBytes = 16 << 20

// readDecisions makes what people decided about places and institutions count.
func (in *importer) readDecisions() error {
	content := in.source.Decisions
	if content == nil {
		var err error
		content, err = readBounded(in.source.Dataset, match.DecisionsFile, decisionBytes)
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read %s: %w", match.DecisionsFile, err)
		}
	}
	if len(content) > decisionBytes {
		in.report.add(Problem{File: match.DecisionsFile, Reason: fmt.Sprintf("the file has more than %d bytes", decisionBytes),
			Remedy: "keep only the decisions that the data needs"})
		return nil
	}
	in.digest(match.DecisionsFile, content)
	decisions, faults, err := match.ReadDecisions(bytes.NewReader(content))
	if err != nil {
		in.report.add(Problem{File: match.DecisionsFile, Row: 1, Reason: err.Error(), Remedy: "save the file as CSV with the columns kind, value, target and note"})
		return nil
	}
	in.decisions = decisions
	for _, fault := range append(faults, in.places.Decide(decisions)...) {
		in.report.add(Problem{File: match.DecisionsFile, Row: fault.Line, Column: fault.Column, Value: shorten(fault.Value),
			Reason: decided(fault), Remedy: fault.Remedy})
	}
	return nil
}

func decided(fault match.Fault) string {
	if fault.Value == "" {
		return fault.Reason
	}
	return quote(fault.Value) + " " + fault.Reason
}

// identify gives an institution the ROR id that somebody decided on, or takes away the file's.
func (f *file) identify(row []any) {
	target, found := f.decisions.Target(match.KindInstitution, row[0].(string))
	if !found {
		return
	}
	at := f.table.column("ror_id")
	row[at] = nil
	if id, valid := match.ROR(target); valid {
		row[at] = id
	}
	t := f.tell("ror_id", row[0].(string), "ROR ids taken from decisions.csv", "")
	t.count++
}
