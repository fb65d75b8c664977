package server

import (
	"testing"

	"meridian/data/match"
	"meridian/server/job"
)

// What is not understood is listed with candidates, and a decision about it makes the same files importable.
func TestMatchesAndDecisions(t *testing.T) {
	s := newSite(t, nil)
	files := small()
	files["institutions.csv"] = "institution_id,name,country_code,city\nhome,Small University,HK,\nuk1,First of Britain,GB,\nde1,Erste,Germny,\n" +
		"it1,UNIVERSITÀ DI BOLOGNA,IT,Bologna\n"
	files["ror.csv"] = "ror_id,name,country_code,city\nhttps://ror.org/01111rn36,University of Bologna,IT,Bologna\n"
	i := s.imported(files, map[string]string{"dataset": smallSettings})
	if i.State != job.Refused || i.Matches == nil {
		t.Fatalf("%s, matches %+v", i.State, i.Matches)
	}
	places := i.Matches.Places
	if len(places) != 1 || places[0].Value != "Germny" || places[0].Count != 1 || len(places[0].Candidates) == 0 || places[0].Candidates[0].Target != "DE" {
		t.Errorf("places: %+v", places)
	}
	done := s.again(i.ID, map[string]any{"decisions": []match.Decision{{Kind: match.KindPlace, Value: "Germny", Target: "DE"}}})
	if done.State != job.Ready || len(done.Matches.Places) != 0 {
		t.Fatalf("%s: %+v, %+v", done.State, done.Matches, done.Report)
	}
	if found := done.Matches.Institutions; found.Matched != 1 || found.Unmatched != 3 || len(found.List) != 3 {
		t.Errorf("institutions: %+v", found)
	}
}
