package guess

import (
	"meridian/data/ingest"
	"path"
	"slices"
	"strings"
)

// score adds up what speaks for a table.
func (p *proposer) score(made *plan, l *look) float64 {
	total := 0.0
	for _, column := range made.table.Columns {
		a, ok := made.assigned[column.Name]
		switch {
		case ok && (column.Required || p.needed(made.table, column.Name)):
			total += weightRequired * a.certainty
		case ok:
			total += a.certainty / 2
		case column.Required && !p.supplied(made, column.Name):
			total += weightMissing
		}
	}
	title := fold(strings.TrimSuffix(l.name, path.Ext(l.name)))
	if l.sheet != "" {
		title += " " + fold(l.sheet)
	}
	return total + weightHint*likeness(title, append([]string{fold(made.table.Name)}, p.words.tables[made.table.Name]...))
}

func (p *proposer) needed(table ingest.Table, column string) bool {
	return slices.ContainsFunc(table.Needs, func(group []string) bool { return slices.Contains(group, column) })
}

// supplied is true of a required column that something else than a column can stand for.
func (p *proposer) supplied(made *plan, column string) bool {
	switch made.table.Name + "." + column {
	case "mobility.direction", "mobility.participants":
		return true
	case "institutions.institution_id":
		_, byROR := made.assigned["ror_id"]
		_, byName := made.assigned["name"]
		return byROR || byName
	}
	return false
}

// sound is false of a plan that lacks what makes the table.
func (p *proposer) sound(made *plan, l *look) bool {
	for _, column := range made.table.Columns {
		if _, ok := made.assigned[column.Name]; column.Required && !ok && !p.supplied(made, column.Name) && column.Name != "agreement_id" {
			return false
		}
	}
	for _, group := range made.table.Needs {
		if !slices.ContainsFunc(group, func(name string) bool { _, ok := made.assigned[name]; return ok }) {
			return false
		}
	}
	return p.mobile(made, l)
}

// mobile is false of a table of moving students in which nothing tells of students: a direction, a number, or a
// person's details.
func (p *proposer) mobile(made *plan, l *look) bool {
	if made.table.Name != "mobility" {
		return true
	}
	_, directed := made.assigned["direction"]
	_, counted := made.assigned["participants"]
	in, _ := p.bothWays(l)
	if directed || counted || in != nil || l.people() {
		return true
	}
	_, word := p.directionWord(fold(l.name + " " + l.sheet))
	return word != ""
}
