package ingest

import (
	"context"
	"slices"
	"strings"

	"meridian/data/match"
)

// The bounds of what is kept for matching.
const (
	placesListed       = 500
	institutionsListed = 20_000
	candidatesListed   = 3
	institutionsHeld   = 500_000
)

// matching holds institutions back until all of them have been read, where there is a ROR extract to match them with.
type matching struct {
	organisations []match.Organisation
	held          []heldRow
	unplaced      map[string]*UnmatchedPlace
}

type heldRow struct {
	file string
	line int
	row  []any
}

// useROR takes the extract that does not come with the data set: what it holds is part of the version.
func (in *importer) useROR() {
	for _, o := range in.source.ROR {
		in.digest(o.ID, []byte(o.Name+strings.Join(o.Aliases, "|")+strings.Join(o.Acronyms, "|")+o.Country+o.City+o.Website))
	}
	in.matching.organisations = slices.Clone(in.source.ROR)
}

// holds is true of institutions that wait to be matched.
func (f *file) holds() bool {
	return f.table.Name == "institutions" && len(f.matching.organisations) > 0 && len(f.matching.held) < institutionsHeld
}

// hold takes the row last handed out away from the batch.
func (f *file) hold(row []any) {
	f.matching.held = append(f.matching.held, heldRow{f.name, f.line, slices.Clone(row)})
}

// collect remembers a record of the ROR extract.
func (f *file) collect(row []any) {
	cell := f.cells(row)
	f.matching.organisations = append(f.matching.organisations, match.Organisation{ID: cell("ror_id"), Name: cell("name"),
		Aliases: match.List(cell("aliases")), Acronyms: match.List(cell("acronyms")), Country: cell("country_code"), City: cell("city"),
		Point: f.pointOf(row), Website: cell("website")})
}

// cells gives a row's texts by their columns' names.
func (f *file) cells(row []any) func(column string) string {
	return func(column string) string {
		text, _ := row[f.table.column(column)].(string)
		return strings.Clone(text)
	}
}

func (f *file) pointOf(row []any) *match.Point {
	lng, east := row[f.table.column("lng")].(float64)
	lat, north := row[f.table.column("lat")].(float64)
	if !east || !north {
		return nil
	}
	return &match.Point{Lng: lng, Lat: lat}
}

// matchInstitutions gives the institutions held back the ROR ids that are sure, and hands them on.
func (in *importer) matchInstitutions(ctx context.Context) error {
	held := in.matching.held
	in.matching.held = nil
	if len(held) == 0 {
		return nil
	}
	registry, err := match.NewRegistry(in.matching.organisations)
	if err != nil {
		return err
	}
	f := &file{importer: in}
	f.table, _ = tableNamed("institutions")
	institutions := make([]match.Institution, len(held))
	for i, h := range held {
		cell := f.cells(h.row)
		institutions[i] = match.Institution{ID: cell("institution_id"), Name: cell("name"), ROR: cell("ror_id"), Country: cell("country_code"),
			Names: []string{cell("name_zh_hant"), cell("name_zh_hans")}, City: cell("city"), Point: f.pointOf(h.row), Website: cell("schac")}
	}
	found, err := registry.Match(ctx, institutions, in.decisions)
	if err != nil {
		return err
	}
	in.tellMatches(found)
	in.tellFaults(found.Faults)
	return in.handOn(held, found.Links, f.table.column("ror_id"))
}

func (in *importer) handOn(held []heldRow, links []match.Link, at int) error {
	targets := map[string]string{}
	for _, link := range links {
		targets[link.Institution] = link.Target
	}
	for _, h := range held {
		if in.report.Errors > 0 {
			return nil
		}
		if target := targets[h.row[0].(string)]; target != "" {
			h.row[at] = target
			in.naming.link(h.row[0].(string), target)
		}
		if err := in.store("institutions", h.row); err != nil {
			return err
		}
	}
	return nil
}

// tellMatches keeps what was found for the report.
func (in *importer) tellMatches(found match.Matching) {
	m := &in.report.Matches.Institutions
	m.Matched, m.Unmatched = len(found.Links), len(found.Unmatched)
	m.List = found.Unmatched[:min(institutionsListed, len(found.Unmatched))]
	for _, link := range found.Links {
		if link.How == match.ByName || link.How == match.ByDomain {
			m.Links = append(m.Links, link)
		}
	}
	file := in.filesOf("institutions")
	if n := len(m.Links); n > 0 {
		in.report.add(Problem{Severity: Note, File: file, Column: "ror_id", Reason: counted(n, "institution") +
			" got the ROR id of the record that has the same domain, or much the same name and place",
			Remedy: "meridian match lists them; decide otherwise in " + match.DecisionsFile})
	}
	if m.Unmatched > 0 {
		in.report.add(Problem{Severity: Note, File: file, Column: "ror_id", Reason: counted(m.Unmatched, "institution") +
			" met no record of the ROR extract for certain", Remedy: "meridian match lists them with the nearest records; decide in " + match.DecisionsFile})
	}
}

func (in *importer) tellFaults(faults []match.Fault) {
	for _, fault := range faults {
		problem := Problem{Severity: Warning, File: in.filesOf("institutions"), Column: fault.Column, Value: shorten(fault.Value),
			Reason: decided(fault), Remedy: fault.Remedy}
		if fault.Line > 0 {
			problem.Severity, problem.File, problem.Row = Error, match.DecisionsFile, fault.Line
		}
		in.report.add(problem)
	}
}
