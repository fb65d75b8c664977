package guess

import (
	"meridian/data/ingest"
	"slices"
)

// connect sees that what refers to institutions finds them: by their id, by their name through a lookup, or not at
// all, when there is no list of them.
func (p *proposer) connect() {
	partners := p.lookFor("institutions")
	for _, l := range p.looks {
		if l.plan == nil || l.mapping == nil || l.entry != nil && len(l.entry.Columns) > 0 {
			continue
		}
		for _, column := range l.plan.table.Columns {
			a, ok := l.plan.assigned[column.Name]
			if !ok || column.Refers != "institutions" {
				continue
			}
			if partners == nil {
				p.withoutPartners(l, column, a)
				continue
			}
			p.refer(l, column, a, partners)
		}
	}
}

// withoutPartners leaves a column of institutions out where there is no list of them, if the places say enough.
func (p *proposer) withoutPartners(l *look, column ingest.Column, a assignment) {
	for _, group := range l.plan.table.Needs {
		for _, other := range group {
			if _, ok := l.mapping.Columns[other]; ok && other != column.Name && contains(group, column.Name) {
				delete(l.mapping.Columns, column.Name)
				p.forget(l, column.Name)
				l.mapping.Ignore = append(l.mapping.Ignore, a.field.name)
				p.guess(l, column.Name, a.field.name, 0.6, "left out, since no file lists the institutions with their places; %s says where they are", other)
				return
			}
		}
	}
	p.need("institutions", "a file that lists the institutions that “%s” of %s names: an id, a name and a country or region for each", a.field.name, l.name)
}

// forget takes back what was guessed about a column.
func (p *proposer) forget(l *look, column string) {
	p.proposal.Guesses = slices.DeleteFunc(p.proposal.Guesses, func(g Guess) bool {
		return g.File == l.name && g.Sheet == l.sheet && g.Column == column
	})
}

// refer connects a column with the list of institutions.
func (p *proposer) refer(l *look, column ingest.Column, a assignment, partners *look) {
	id, name := partners.column("institution_id"), partners.column("name")
	if id == nil || overlap(a.field, id) >= 0.5 || name == nil || overlap(a.field, name) < 0.5 {
		return
	}
	mapped := l.mapping.Columns[column.Name]
	mapped.Lookup = &ingest.Lookup{File: partners.name, Sheet: partners.sheet, Key: name.name, Value: id.name}
	l.mapping.Columns[column.Name] = mapped
	p.guess(l, column.Name, a.field.name, 0.8, "the names stand in %s, which gives their ids", partners.name)
}

// column is the field that one of our columns is read from.
func (l *look) column(ours string) *field {
	if l.mapping != nil {
		return l.field(l.mapping.Columns[ours].Column)
	}
	return l.field(ours)
}

// overlap is the part of a field's values that another has too.
func overlap(f, other *field) float64 {
	known := map[string]bool{}
	for _, value := range other.values {
		known[fold(value)] = true
	}
	return f.share(func(value string) bool { return known[fold(value)] })
}

func contains(list []string, name string) bool {
	for _, one := range list {
		if one == name {
			return true
		}
	}
	return false
}
