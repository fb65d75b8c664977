package guess

import (
	"meridian/data/ingest"
	"path"
	"regexp"
	"slices"
	"strings"
)

var notID = regexp.MustCompile(`[^a-z0-9]+`)

// finish says what is left about the data set as a whole, and tells what the files look like.
func (p *proposer) finish() {
	set := &p.proposal.Dataset
	main := p.largest()
	if set.ID == "" {
		set.ID = "data"
		if main != nil {
			set.ID = idOf(main.name)
		}
		p.need("id", "a short name of the data set in small letters without spaces; %s is taken from a file's name", set.ID)
	}
	if set.Name == "" {
		set.Name = set.ID
		p.need("name", "the name of the institution or network, as pages show it")
	}
	if set.HomePlace == "" && p.hasHome() {
		p.need("home_place", "the code of the place where the institution is, such as HK; leave it out for a network without one home")
	}
	if set.AcademicYear.StartMonth == 0 && p.calendar() {
		set.AcademicYear.StartMonth = 1
		p.proposal.Guesses = append(p.proposal.Guesses, Guess{File: ingest.DatasetFile, Column: "academic_year.start_month",
			Says: "all years stand alone: they are calendar years", Certainty: 0.8})
	}
	if set.AsOf == "" {
		p.need("as_of", "the day the data tells of, as 2018-08-31; the day of the import when left out")
	}
	for _, l := range p.looks {
		p.proposal.Files = append(p.proposal.Files, p.show(l))
	}
	if len(set.Files) == 0 {
		set.Files = nil
	}
	p.proposal.YAML = p.write()
}

// largest is the file with a table that has the most bytes: the one the data set is about.
func (p *proposer) largest() *look {
	var most *look
	for _, l := range p.looks {
		if l.plan != nil && (most == nil || l.facts.Size > most.facts.Size) {
			most = l
		}
	}
	return most
}

func idOf(name string) string {
	id := strings.Trim(notID.ReplaceAllString(strings.ToLower(strings.TrimSuffix(name, path.Ext(name))), "-"), "-")
	if id == "" {
		return "data"
	}
	return id
}

// hasHome is true of data that one institution keeps about its own partners.
func (p *proposer) hasHome() bool {
	for _, table := range []string{"mobility", "agreements", "projects", "enrolment", "targets"} {
		if p.lookFor(table) != nil {
			return true
		}
	}
	return false
}

// show is what a file looks like.
func (p *proposer) show(l *look) FileLook {
	shown := FileLook{Name: l.name, Facts: l.facts, Header: l.header(), Table: ingest.NoTable, Unused: []string{}, Error: l.failed, Preview: l.preview}
	shown.Sheet = l.sheet
	if l.plan != nil {
		shown.Table = l.plan.table.Name
	}
	if l.mapping != nil {
		shown.Unused = l.unused(l.mapping)
		if l.second != nil {
			shown.Unused = slices.DeleteFunc(shown.Unused, func(name string) bool { return name == l.second.name })
		}
	}
	if shown.Preview.Lines == nil {
		shown.Preview = Preview{Lines: []int{}, Rows: [][]string{}}
	}
	return shown
}
