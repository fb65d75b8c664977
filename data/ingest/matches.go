package ingest

import (
	"cmp"
	"slices"
	"strings"

	"meridian/data/match"
)

// Matches is what the names of places and institutions were and were not understood as.
type Matches struct {
	Places       []UnmatchedPlace    `json:"places"`
	Institutions MatchedInstitutions `json:"institutions"`
}

// UnmatchedPlace is a text in a column of places that means none for certain.
type UnmatchedPlace struct {
	Value      string            `json:"value"`
	Count      int               `json:"count"` // cells that hold it
	Why        string            `json:"why"`
	Candidates []match.Candidate `json:"candidates"`
}

// MatchedInstitutions tells how the institutions met a ROR extract. Without an extract all is zero.
type MatchedInstitutions struct {
	Matched   int               `json:"matched"`
	Unmatched int               `json:"unmatched"`
	Links     []match.Link      `json:"links"` // those found by domain or name
	List      []match.Unmatched `json:"list"`  // of the unmatched, the first
}

// refusePlace says why a text is no place, and what it may be. The cells that hold it are counted.
func (in *importer) refusePlace(text string, out *outcome) match.Refusal {
	if in.matching.unplaced == nil {
		in.matching.unplaced = map[string]*UnmatchedPlace{}
	}
	known, there := in.matching.unplaced[text]
	if !there && len(in.matching.unplaced) >= placesListed {
		return in.places.Refused(text, 0) // a column of other things: looking for what each is like would take hours
	}
	refusal := in.places.Refused(text, candidatesListed)
	if !there {
		known = &UnmatchedPlace{Value: strings.Clone(text), Why: refusal.Reason, Candidates: refusal.Candidates}
		in.matching.unplaced[known.Value] = known
	}
	out.place = known
	return refusal
}

// listPlaces puts the unmatched places into the report, the most frequent first.
func (in *importer) listPlaces() {
	for _, place := range in.matching.unplaced {
		in.report.Matches.Places = append(in.report.Matches.Places, *place)
	}
	slices.SortFunc(in.report.Matches.Places, func(a, b UnmatchedPlace) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
	})
}
