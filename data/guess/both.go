package guess

import (
	"slices"

	"meridian/data/ingest"
)

// bothWays are the columns of a summary that counts those who came in and those who went out side by side.
func (p *proposer) bothWays(l *look) (in, out *field) {
	for _, f := range l.fields {
		if f.filled == 0 || f.share(isNumber.MatchString) < 0.9 {
			continue
		}
		switch _, ours := p.directionWord(f.folded); {
		case ours == "inbound" && in == nil:
			in = f
		case ours == "outbound" && out == nil:
			out = f
		}
	}
	if in == nil || out == nil {
		return nil, nil
	}
	return in, out
}

// mapBothWays reads a summary of both directions twice, once for each.
func (p *proposer) mapBothWays(l *look, mapping *ingest.FileMapping) bool {
	in, out := p.bothWays(l)
	if _, directed := l.plan.assigned["direction"]; in == nil || directed || l.plan.table.Name != "mobility" || l.entry != nil {
		return false
	}
	l.second = out
	for _, column := range []string{"months", "participants"} {
		if a, ok := l.plan.assigned[column]; ok && (a.field == in || a.field == out) {
			delete(mapping.Columns, column)
			p.forget(l, column)
		}
	}
	mapping.Columns["direction"] = ingest.ColumnMapping{Constant: "inbound"}
	mapping.Columns["participants"] = ingest.ColumnMapping{Column: in.name}
	p.guess(l, "participants", in.name, 0.85, "the file counts both directions side by side and is read twice: this column is inbound")
	p.guess(l, "participants", out.name, 0.85, "the file counts both directions side by side and is read twice: this column is outbound")
	return true
}

// addSecond adds the entry of the other direction, once that of the first is whole.
func (p *proposer) addSecond(l *look) {
	if l.second == nil {
		return
	}
	other := *l.mapping
	other.Columns = map[string]ingest.ColumnMapping{}
	for ours, mapped := range l.mapping.Columns {
		other.Columns[ours] = mapped
	}
	other.Ignore = slices.DeleteFunc(slices.Clone(l.mapping.Ignore), func(name string) bool { return name == l.second.name })
	other.Ignore = append(other.Ignore, l.mapping.Columns["participants"].Column)
	other.Columns["direction"] = ingest.ColumnMapping{Constant: "outbound"}
	other.Columns["participants"] = ingest.ColumnMapping{Column: l.second.name}
	p.proposal.Dataset.Files = append(p.proposal.Dataset.Files, other)
}
