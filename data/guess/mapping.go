package guess

import (
	"slices"
	"strings"

	"meridian/data/ingest"
)

// mapFile proposes the entry of one file and tells what it looks like.
func (p *proposer) mapFile(l *look) {
	if l.failed != "" {
		return
	}
	if l.plan == nil {
		if l.entry == nil {
			p.leaveOut(l)
		}
		return
	}
	if l.entry != nil && len(l.entry.Columns) > 0 {
		l.mapping = p.entryOf(l)
		return // every word of it is somebody's decision
	}
	if l.entry == nil && p.native(l) {
		return
	}
	mapping := p.entryFor(l)
	table := l.plan.table
	for _, column := range table.Columns {
		if a, ok := l.plan.assigned[column.Name]; ok {
			mapping.Columns[column.Name] = ingest.ColumnMapping{Column: a.field.name, Values: p.values(l, column, a.field)}
			p.guess(l, column.Name, a.field.name, a.certainty, "%s", because(column, a))
		}
	}
	if !p.mapBothWays(l, mapping) {
		p.supply(l, mapping)
	}
	p.describeYears(l, mapping)
	p.ignoreRest(l, mapping)
}

// entryFor is the entry of the file among the data set's, new or as settings began it.
func (p *proposer) entryFor(l *look) *ingest.FileMapping {
	set := &p.proposal.Dataset
	if l.entry != nil {
		p.entryOf(l)
	} else {
		l.at = len(set.Files)
		set.Files = append(set.Files, ingest.FileMapping{File: l.name, Sheet: l.sheet, Table: l.plan.table.Name})
		p.guess(l, "", "", min(0.95, 0.3+l.plan.score/14), "the file looks like the table %s", l.plan.table.Name)
	}
	entry := set.Files[l.at]
	entry.Columns = map[string]ingest.ColumnMapping{}
	if l.facts.HeaderRow > 1 && entry.HeaderRow == 0 {
		entry.HeaderRow = l.facts.HeaderRow
		p.guess(l, "", "", 0.9, "row %d names the columns", entry.HeaderRow)
	}
	if l.facts.Encoding != "" && l.facts.Encoding != "utf-8" && entry.Encoding == "" {
		entry.Encoding = strings.TrimSuffix(strings.TrimSuffix(l.facts.Encoding, "le"), "be")
		p.guess(l, "", "", 0.9, "the text is %s: %s", l.facts.Encoding, l.facts.Evidence)
	}
	if l.facts.Delimiter == ";" && entry.Delimiter == "" {
		entry.Delimiter = ";"
	}
	set.Files[l.at] = entry
	l.mapping = &set.Files[l.at]
	return l.mapping
}

// entryOf is the entry that settings began.
func (p *proposer) entryOf(l *look) *ingest.FileMapping {
	files := p.proposal.Dataset.Files
	l.at = slices.IndexFunc(files, func(f ingest.FileMapping) bool { return f.File == l.entry.File && f.Sheet == l.entry.Sheet })
	return &files[l.at]
}

// leaveOut lists a file that fits no table as known, so that no import warns of it.
func (p *proposer) leaveOut(l *look) {
	if strings.HasSuffix(strings.ToLower(l.name), ".txt") {
		return // more often a text to read than a table, and no import asks about it
	}
	l.at = len(p.proposal.Dataset.Files)
	p.proposal.Dataset.Files = append(p.proposal.Dataset.Files, ingest.FileMapping{File: l.name, Sheet: l.sheet, Table: ingest.NoTable})
	p.guess(l, "", "", 0.5, "the file fits no table and is left out")
}

// native is true of a file that is in the import format already and needs no entry.
func (p *proposer) native(l *look) bool {
	table := l.plan.table
	base := strings.ToLower(l.name)
	if at := strings.LastIndexByte(base, '.'); at > 0 {
		base = base[:at]
	}
	if base != table.Name && strings.ToLower(strings.TrimSpace(l.sheet)) != table.Name {
		return false
	}
	names := map[string]bool{}
	for _, field := range l.fields {
		names[strings.ToLower(field.name)] = true
	}
	for _, column := range table.Columns {
		if column.Required && !names[column.Name] {
			return false
		}
	}
	p.guess(l, "", "", 1, "the file is in the import format already and is read as it is")
	return true
}

// because says why a column is taken for one of ours.
func because(column ingest.Column, a assignment) string {
	content := ""
	switch {
	case a.field.filled == 0:
		content = "; its cells are empty"
	case column.Type != ingest.Text && column.Type != ingest.ID:
		content = "; " + percent(a.content) + " of its cells fit (" + string(column.Type) + ")"
		if column.Type == ingest.Enum {
			content = "; " + percent(a.content) + " of its cells mean one of " + strings.Join(column.Values, ", ")
		}
	}
	switch {
	case a.name >= 0.8:
		return "the name says so" + content
	case a.name > 0:
		return "the name is like it" + content
	}
	return "by what it holds" + content
}

// ignoreRest lists the columns that nothing is read from.
func (p *proposer) ignoreRest(l *look, mapping *ingest.FileMapping) {
	for _, name := range l.unused(mapping) {
		if !slices.Contains(mapping.Ignore, name) {
			mapping.Ignore = append(mapping.Ignore, name)
		}
	}
}

// unused are the columns of a file that its mapping reads nothing from.
func (l *look) unused(mapping *ingest.FileMapping) []string {
	read := map[string]bool{}
	for _, column := range mapping.Columns {
		read[column.Column] = true
	}
	names := []string{}
	for _, field := range l.fields {
		if field.name != "" && !read[field.name] && !slices.Contains(names, field.name) {
			names = append(names, field.name)
		}
	}
	return names
}
