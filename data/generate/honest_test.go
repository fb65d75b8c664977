package main

import (
	"strings"
	"testing"
)

// graded are the files whose every row carries an evidence grade and a source.
var graded = []string{"institutions.csv", "faculties.csv", "projects.csv", "agreements.csv", "mobility.csv", "alliances.csv", "memberships.csv",
	"establishments.csv", "programmes.csv", "board.csv", "milestones.csv", "targets.csv", "figures.csv", "enrolment.csv"}

func TestEveryRowHasEvidenceAndAKnownSource(t *testing.T) {
	sources := map[string]bool{}
	for _, r := range load(t, "sources.csv") {
		sources[r["source_id"]] = true
		if r["title"] == "" {
			t.Errorf("source %s has no title", r["source_id"])
		}
	}
	madeUp := map[string]bool{generated: true, "assumed": true}
	for _, name := range graded {
		for i, r := range load(t, name) {
			if !sources[r["source_id"]] {
				t.Errorf("%s row %d: unknown source %q", name, i+2, r["source_id"])
			}
			if grade := r["evidence"]; grade != "published" && grade != illustrative {
				t.Errorf("%s row %d: evidence %q", name, i+2, grade)
			}
			if (r["evidence"] == illustrative) != madeUp[r["source_id"]] {
				t.Errorf("%s row %d: %s, yet from %s", name, i+2, r["evidence"], r["source_id"])
			}
		}
	}
}

// A real university's name never stands on a made-up relationship.
func TestNamedInstitutionsHaveOnlyPublishedRelationships(t *testing.T) {
	at := institutions(t)
	for _, name := range []string{"projects.csv", "agreements.csv", "mobility.csv", "memberships.csv", "establishments.csv"} {
		for i, r := range load(t, name) {
			id := r["institution_id"]
			if id == "" {
				continue
			}
			partner, known := at[id]
			if !known {
				t.Errorf("%s row %d: unknown institution %s", name, i+2, id)
			}
			if partner["evidence"] != r["evidence"] {
				t.Errorf("%s row %d: %s row about %s institution %s", name, i+2, r["evidence"], partner["evidence"], id)
			}
		}
	}
	for id, r := range at {
		placeholder := strings.Contains(r["name"], " partner ")
		if placeholder != (r["evidence"] == illustrative) {
			t.Errorf("%s: %q is graded %s", id, r["name"], r["evidence"])
		}
	}
}

func TestPublishedFiguresSayWhereTheyWereRead(t *testing.T) {
	for _, r := range load(t, "figures.csv") {
		if r["quote"] == "" && r["note"] == "" {
			t.Errorf("figure %s has neither a quote nor a note that says why not", r["figure_id"])
		}
		switch r["qualifier"] {
		case "over", "some", "nearly", "up to", "exactly", "more than":
		default:
			t.Errorf("figure %s: qualifier %q", r["figure_id"], r["qualifier"])
		}
	}
}

func TestReferencesAcrossFiles(t *testing.T) {
	for _, ref := range []struct{ file, column, in string }{
		{"memberships.csv", "alliance_id", "alliances.csv"},
		{"programmes.csv", "alliance_id", "alliances.csv"},
		{"projects.csv", "faculty", "faculties.csv"},
		{"mobility.csv", "faculty", "faculties.csv"},
		{"enrolment.csv", "faculty", "faculties.csv"},
	} {
		known := map[string]bool{"": true}
		for _, r := range load(t, ref.in) {
			known[r["alliance_id"]] = true
			known[r["faculty_id"]] = true
		}
		for i, r := range load(t, ref.file) {
			if !known[r[ref.column]] {
				t.Errorf("%s row %d: %s %q is not in %s", ref.file, i+2, ref.column, r[ref.column], ref.in)
			}
		}
	}
}

func TestNamesInThreeLanguages(t *testing.T) {
	for _, f := range []struct{ name, column string }{
		{"institutions.csv", "name"}, {"faculties.csv", "name"}, {"alliances.csv", "name"}, {"alliances.csv", "described"},
		{"establishments.csv", "name"}, {"establishments.csv", "city"}, {"programmes.csv", "name"}, {"programmes.csv", "described"},
		{"board.csv", "title"}, {"milestones.csv", "title"},
	} {
		for i, r := range load(t, f.name) {
			for _, suffix := range []string{"", "_zh_hant", "_zh_hans"} {
				if r[f.column+suffix] == "" {
					t.Errorf("%s row %d: %s is empty", f.name, i+2, f.column+suffix)
				}
			}
		}
	}
}

// The corners of a place, roughly: enough to catch a swapped or mistyped coordinate.
func TestCoordinatesLieWhereTheyShould(t *testing.T) {
	boxes := map[string][4]float64{ // south, north, west, east
		"CN": {18, 54, 73, 135}, "TW": {21, 26, 118, 123}, "HK": {22, 23, 113, 115}, "US": {18, 50, -160, -66}, "CA": {41, 70, -141, -52},
		"GB": {49, 61, -9, 2}, "DE": {47, 56, 5, 16}, "FR": {41, 52, -6, 10}, "AU": {-44, -10, 112, 154}, "NZ": {-48, -34, 166, 179},
		"JP": {24, 46, 123, 146}, "KR": {33, 39, 125, 130}, "BR": {-34, 6, -74, -34}, "ZA": {-35, -22, 16, 33}, "RU": {41, 78, 27, 180},
	}
	for id, r := range institutions(t) {
		box, known := boxes[r["country_code"]]
		if !known {
			box = [4]float64{-60, 75, -180, 180}
		}
		lat, lng := amount(t, r["lat"]), amount(t, r["lng"])
		if lat < box[0] || lat > box[1] || lng < box[2] || lng > box[3] {
			t.Errorf("%s: %v, %v is outside %s", id, lat, lng, r["country_code"])
		}
		if (r["country_code"] == "CN") != (r["subdivision_code"] != "") {
			t.Errorf("%s: subdivision %q in %s", id, r["subdivision_code"], r["country_code"])
		}
	}
}
