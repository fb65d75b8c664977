package job

import (
	"meridian/data/ingest"
	"meridian/data/match"
)

// Matches is what was not recognised for certain, with the nearest candidates.
type Matches struct {
	Places       []PlaceMatch `json:"places"`
	Institutions Institutions `json:"institutions"`
}

// PlaceMatch is a text that is no known place.
type PlaceMatch struct {
	Value      string            `json:"value"`
	Count      int               `json:"count"` // cells
	Candidates []match.Candidate `json:"candidates"`
}

// Institutions counts the institutions with a ROR id and lists those without.
type Institutions struct {
	Matched   int                `json:"matched"`
	Unmatched int                `json:"unmatched"`
	List      []InstitutionMatch `json:"list"`
}

// InstitutionMatch is an institution whose ROR id is not certain.
type InstitutionMatch struct {
	Value      string            `json:"value"`
	Name       string            `json:"name"`
	Place      string            `json:"place"`
	Candidates []match.Candidate `json:"candidates"`
}

// matchesListed bounds each list of an answer; the report counts them all.
const matchesListed = 500

// matchesOf is what a reading found, the most frequent places first and no list longer than a page can show.
func matchesOf(found ingest.Matches) *Matches {
	matches := &Matches{Places: []PlaceMatch{}, Institutions: Institutions{Matched: found.Institutions.Matched,
		Unmatched: found.Institutions.Unmatched, List: []InstitutionMatch{}}}
	for _, place := range found.Places[:min(matchesListed, len(found.Places))] {
		matches.Places = append(matches.Places, PlaceMatch{place.Value, place.Count, place.Candidates})
	}
	for _, one := range found.Institutions.List[:min(matchesListed, len(found.Institutions.List))] {
		matches.Institutions.List = append(matches.Institutions.List, InstitutionMatch{one.Institution, one.Name, one.Place, one.Candidates})
	}
	return matches
}
