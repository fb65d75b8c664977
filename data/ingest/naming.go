package ingest

import (
	"strings"

	"meridian/data/ingest/value"
	"meridian/data/match"
)

// naming is what institutions are called, for the cells that name one instead of giving its id.
type naming struct {
	match.Names
	byROR map[string]string // institution by ROR id
}

// call remembers the names of an institution.
func (f *file) call(row []any) {
	cell := f.cells(row)
	id := cell("institution_id")
	for _, column := range []string{"name", "name_zh_hant", "name_zh_hans"} {
		f.naming.Add(id, cell(column))
	}
	f.naming.link(id, cell("ror_id"))
}

func (n *naming) link(id, ror string) {
	if n.byROR == nil {
		n.byROR = map[string]string{}
	}
	if ror != "" {
		n.byROR[ror] = id
	}
}

// callByROR adds the other names that the ROR extract has for institutions, once these have their ROR ids.
func (in *importer) callByROR() {
	for _, o := range in.matching.organisations {
		id, listed := in.naming.byROR[o.ID]
		if !listed {
			continue
		}
		for _, name := range append([]string{o.Name}, o.Aliases...) {
			in.naming.Add(id, name)
		}
	}
}

// institution reads a cell that is no id of an institution: as somebody decided, or as the name of exactly one.
func (f *file) institution(c *column, text string, out *outcome) (any, *value.Fault) {
	if target, decided := f.decisions.Target(match.KindInstitution, text); decided {
		out.tell(f.toldAs(c, text, target, asWritten(match.ByDecision)+" read as institutions"))
		if target == "" {
			c.parseEmpty(f, out)
			return out.value, out.fault
		}
		if id, listed := f.decidedInstitution(target); listed {
			return id, nil
		}
	}
	ids := f.naming.Find(text)
	if len(ids) == 1 {
		out.tell(f.toldAs(c, text, ids[0], "names read as ids of institutions"))
		return ids[0], nil
	}
	if len(ids) > 1 {
		return nil, wrong(text, "is the name of several institutions", "write one of the ids "+list(ids[:min(len(ids), examples)])+
			", or decide it in "+match.DecisionsFile)
	}
	remedy := "write an id or a name of " + f.filesOf(c.Refers) + ", add it there, or decide it in " + match.DecisionsFile
	if near := f.naming.Nearest(text, candidatesListed); len(near) > 0 {
		var names []string
		for _, candidate := range near {
			names = append(names, visible(shorten(candidate.Target))+" ("+visible(shorten(candidate.Name))+")")
		}
		remedy += "; nearest: " + strings.Join(names, ", ")
	}
	return nil, wrong(text, "is not in "+f.filesOf(c.Refers)+", neither as an id nor as a name", remedy)
}

func (f *file) toldAs(c *column, text, id, reason string) *told {
	t := f.tell(c.Name, text, reason, "")
	t.example(text, id)
	return t
}

// decidedInstitution is the institution that a decision names by its id or its ROR id.
func (in *importer) decidedInstitution(target string) (string, bool) {
	if in.known["institutions"].has(target) {
		return target, true
	}
	ror, _ := match.ROR(target)
	id, listed := in.naming.byROR[ror]
	return id, listed
}

// checkDecisions refuses decisions about institutions that point nowhere: the target for an institution of the data set
// is a ROR id, that for a text the id of an institution.
func (in *importer) checkDecisions() {
	if in.broken["institutions"] {
		return
	}
	for _, row := range in.decisions.Rows() {
		_, valid := match.ROR(row.Target)
		if row.Kind != match.KindInstitution || row.Target == "" || row.Target == match.Open || valid {
			continue
		}
		reason := ""
		switch listed := in.known["institutions"].has(row.Value); {
		case listed && len(in.matching.organisations) == 0: // otherwise the matching says it
			reason = "is not a ROR id"
		case !listed && !in.known["institutions"].has(row.Target):
			reason = "is neither a ROR id nor the id of an institution of " + in.filesOf("institutions")
		}
		if reason != "" {
			in.report.add(Problem{File: match.DecisionsFile, Row: in.decisions.Line(row.Kind, row.Value), Column: "target",
				Value: shorten(row.Target), Reason: quote(row.Target) + " " + reason, Remedy: "correct the decision for " + quote(row.Value) +
					", remove it, or write ? to leave it open"})
		}
	}
}
