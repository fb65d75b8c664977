package job

import (
	"meridian/data/ingest"
	"meridian/data/match"
)

// institutionsTold bounds the unmatched institutions that an answer lists.
const institutionsTold = 200

// Matches is what was not recognised for certain, with the nearest candidates.
type Matches struct {
	Places       []ingest.UnmatchedPlace `json:"places"`
	Institutions Institutions            `json:"institutions"`
}

// Institutions tells how the institutions met a ROR extract; all is zero without one.
type Institutions struct {
	Matched   int               `json:"matched"`
	Unmatched int               `json:"unmatched"`
	List      []match.Unmatched `json:"list"` // the first of the unmatched
}

func matchesOf(report *ingest.Report) *Matches {
	found := report.Matches
	m := &Matches{Places: append([]ingest.UnmatchedPlace{}, found.Places...), Institutions: Institutions{
		Matched: found.Institutions.Matched, Unmatched: found.Institutions.Unmatched, List: []match.Unmatched{}}}
	for n := range m.Places {
		m.Places[n].Candidates = listed(m.Places[n].Candidates)
	}
	list := found.Institutions.List
	for _, institution := range list[:min(institutionsTold, len(list))] {
		institution.Candidates = listed(institution.Candidates)
		m.Institutions.List = append(m.Institutions.List, institution)
	}
	return m
}

func listed(candidates []match.Candidate) []match.Candidate {
	return append([]match.Candidate{}, candidates...)
}
