package guess

import (
	"path"
	"slices"
	"strings"

	"meridian/data/ingest"
)

// supply fills in what no column says: the direction of a file, one row a person, the kind of institution.
func (p *proposer) supply(l *look, mapping *ingest.FileMapping) {
	missing := func(column string) bool { _, ok := mapping.Columns[column]; return !ok }
	switch table := l.plan.table.Name; table {
	case "mobility":
		if missing("direction") {
			p.supplyDirection(l, mapping)
		}
		if missing("participants") {
			p.countRows(l, mapping)
		}
	case "institutions":
		if missing("institution_id") {
			p.supplyID(l, mapping)
		}
		if missing("kind") && !missing("institution_id") && p.schools(l) {
			mapping.Columns["kind"] = ingest.ColumnMapping{Constant: "university"}
			p.guess(l, "kind", "", 0.6, "most names are those of universities and schools")
		}
	case "agreements":
		if missing("agreement_id") {
			p.need(p.key(l, "agreement_id"), "no column of %s numbers the agreements: add one", l.name)
		}
	}
}

// supplyID takes the ROR id of an institution, or else its name, for the id that a list does not give it.
func (p *proposer) supplyID(l *look, mapping *ingest.FileMapping) {
	for _, other := range []string{"ror_id", "name"} {
		if a, ok := l.plan.assigned[other]; ok {
			mapping.Columns["institution_id"] = ingest.ColumnMapping{Column: a.field.name}
			l.plan.assigned["institution_id"] = a
			p.guess(l, "institution_id", a.field.name, 0.6, "no column has ids of its own, so that of %s serves", other)
			return
		}
	}
}

func (p *proposer) countRows(l *look, mapping *ingest.FileMapping) {
	mapping.CountRows = "participants"
	certainty := 0.5
	if l.people() {
		certainty = 0.9
	}
	p.guess(l, "participants", "", certainty, "no column counts people: one row is one person, and rows that agree are added up")
}

// people is true of a file with a column that only a list of persons has.
func (l *look) people() bool { return slices.ContainsFunc(l.fields, (*field).personal) }

// personal is true of a column that tells one person from another, by its name.
func (f *field) personal() bool {
	return likeness(f.folded, foldAll("student id|student no|student name|studentid|matriculation no|surname|first name|"+
		"given name|last name|gender|sex|date of birth|學號|学号|學生編號|学生编号|姓名|學生姓名|学生姓名|性別|性别")) > 0.8
}

// schools is true when names look like those of universities.
func (p *proposer) schools(l *look) bool {
	a, ok := l.plan.assigned["name"]
	return ok && a.field.share(func(name string) bool {
		name = fold(name)
		for _, word := range []string{"univ", "colleg", "hochschul", "school", "ecole", "institut", "escuela", "politecn", "academ", "akadem", "大學", "大学", "學院", "学院", "haute", "scuola", "facult"} {
			if strings.Contains(name, word) {
				return true
			}
		}
		return false
	}) > 0.5
}

// supplyDirection reads the direction from the names of the file, its sheet and its columns.
func (p *proposer) supplyDirection(l *look, mapping *ingest.FileMapping) {
	direction, certainty, says := p.directionOf(l)
	if direction == "" { // left open, so that the import stops until somebody says it
		p.need(p.key(l, "direction"), "whether the students of %s went out (direction: {constant: outbound}) or came in (direction: {constant: inbound}), "+
			"or which column says it: %s", l.name, says)
		return
	}
	mapping.Columns["direction"] = ingest.ColumnMapping{Constant: direction}
	p.guess(l, "direction", "", certainty, "%s", says)
	if certainty < 0.7 {
		p.need(p.key(l, "direction"), "whether the students of %s went out (outbound) or came in (inbound)", l.name)
	}
}

func (p *proposer) directionOf(l *look) (direction string, certainty float64, says string) {
	title := fold(strings.TrimSuffix(l.name, path.Ext(l.name)) + " " + l.sheet)
	if word, ours := p.directionWord(title); ours != "" {
		return ours, 0.85, "the file's name says “" + word + "”"
	}
	for _, field := range l.fields {
		if word, ours := p.directionWord(field.folded); ours != "" {
			return ours, 0.75, "the column “" + field.name + "” says “" + word + "”"
		}
	}
	for _, clue := range []struct{ ours, words string }{
		{"outbound", "host institution|host university|host country|receiving institution|destination|接收院校|前往國家|前往地區|交換院校|目的地"},
		{"inbound", "home institution|home university|home country|sending institution|nationality|country of origin|國籍|国籍|來源地|来源地|派出院校|原校"},
	} {
		for _, field := range l.fields {
			if likeness(field.folded, foldAll(clue.words)) > 0.8 {
				return clue.ours, 0.6, "the column “" + field.name + "” belongs to students who are " + clue.ours
			}
		}
	}
	return "", 0, "nothing in the file tells"
}

// directionWord is a word for one of the directions within a folded text.
func (p *proposer) directionWord(text string) (word, ours string) {
	for theirs, direction := range p.words.values["direction"] {
		if len(theirs) > 3 && within(text, theirs) && len(theirs) > len(word) {
			word, ours = theirs, direction
		}
	}
	return word, ours
}

// describeYears says what a year without a second one means.
func (p *proposer) describeYears(l *look, mapping *ingest.FileMapping) {
	a, ok := l.plan.assigned["academic_year_id"]
	if !ok || mapping.Years != "" {
		return
	}
	if bare := a.field.share(isBare.MatchString); bare == 0 || bare == 1 && p.calendar() {
		return
	}
	mapping.Years = "starts"
	p.guess(l, "academic_year_id", a.field.name, 0.5, "a year such as 2017 is taken as the academic year that starts in it, 2017/2018")
	p.need(p.key(l, "academic_year_id"), "whether a year such as 2017 in %s is the academic year that starts or ends in it (years: starts or ends)", l.name)
}

// calendar is true of files all of whose years stand alone, in tables of whole networks, which count by calendar year.
func (p *proposer) calendar() bool {
	seen := false
	for _, l := range p.looks {
		if l.plan == nil {
			continue
		}
		a, ok := l.plan.assigned["academic_year_id"]
		if !ok {
			continue
		}
		if name := l.plan.table.Name; name != "flows" && name != "copublications" || a.field.share(isBare.MatchString) < 1 {
			return false
		}
		seen = true
	}
	return seen
}
