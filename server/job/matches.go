package job

import "meridian/data/match"

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
