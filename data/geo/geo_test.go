package geo

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// special are the map features that are no place: lines, the coast of others,
// and the glacier that nobody is given.
var special = []string{"graticule", "CN-SCS", "frame", "land", "X-SIACHEN"}

func TestCodesAreUniqueAndNamed(t *testing.T) {
	for _, file := range []string{PlacesFile, RegionsFile, SubdivisionsFile} {
		seen := map[string]bool{}
		for _, row := range rows(t, file) {
			if seen[row["code"]] {
				t.Errorf("%s: code %s is there twice", file, row["code"])
			}
			seen[row["code"]] = true
			for _, column := range []string{"name", "name_zh_hant", "name_zh_hans"} {
				if strings.TrimSpace(row[column]) == "" {
					t.Errorf("%s: %s has no %s", file, row["code"], column)
				}
			}
		}
	}
}

func TestPlaces(t *testing.T) {
	places, regions := rows(t, PlacesFile), codes(rows(t, RegionsFile))
	last := places[len(places)-1]
	places = places[:len(places)-1]
	if got, want := len(places), 250; got != want {
		t.Errorf("%d places, want the 249 of ISO 3166-1 and Kosovo", got)
	}
	if last["code"] != Unstated || last["region"] != "unstated" || last["lng"]+last["lat"]+last["alpha3"] != "" {
		t.Errorf("the last row is %v, want what is not stated, with neither point nor alpha-3 code", last)
	}
	alpha3 := map[string]bool{}
	for _, place := range places {
		code := place["code"]
		if !slices.Contains(regions, place["region"]) {
			t.Errorf("%s: region %q is not in %s", code, place["region"], RegionsFile)
		}
		if !regexp.MustCompile(`^[A-Z]{3}$`).MatchString(place["alpha3"]) || alpha3[place["alpha3"]] {
			t.Errorf("%s: alpha-3 code %q is missing or there twice", code, place["alpha3"])
		}
		alpha3[place["alpha3"]] = true
		if place["small"] != "true" && place["small"] != "false" {
			t.Errorf("%s: small is %q", code, place["small"])
		}
		checkPoint(t, place)
	}
	if regions[len(regions)-1] != last["region"] {
		t.Errorf("the last region is %s, want that of what is not stated", regions[len(regions)-1])
	}
	for _, region := range regions[:len(regions)-1] {
		if !slices.ContainsFunc(places, func(place map[string]string) bool { return place["region"] == region }) {
			t.Errorf("region %s has no place", region)
		}
	}
}

func TestRegionsAndGroupings(t *testing.T) {
	want := map[string][2]string{
		"HK": {"east-asia", "home"}, "CN": {"mainland", "mainland_taiwan"}, "TW": {"east-asia", "mainland_taiwan"},
		"MO": {"east-asia", "overseas"}, "JP": {"east-asia", "overseas"}, "SG": {"southeast-asia", "overseas"},
		"IN": {"south-central-asia", "overseas"}, "KZ": {"south-central-asia", "overseas"}, "TR": {"middle-east", "overseas"},
		"RU": {"europe", "overseas"}, "XK": {"europe", "overseas"}, "EG": {"africa", "overseas"},
		"US": {"north-america", "overseas"}, "BM": {"north-america", "overseas"}, "MX": {"latin-america", "overseas"},
		"AU": {"oceania", "overseas"},
	}
	alone := 0
	for _, place := range rows(t, PlacesFile) {
		if place["region"] == "mainland" {
			alone++
		}
		expected, listed := want[place["code"]]
		if listed && [2]string{place["region"], place["grouping"]} != expected {
			t.Errorf("%s is in %s, %s; want %v", place["code"], place["region"], place["grouping"], expected)
		}
	}
	if alone != 1 {
		t.Errorf("%d places in the region mainland, want CN alone", alone)
	}
}

// A spelling that means two places would put a partner in the wrong one.
func TestAliasesMeanOnePlace(t *testing.T) {
	owner := map[string]string{}
	claim := func(spelling, code string) {
		key := strings.ToLower(spelling)
		if other, taken := owner[key]; taken && other != code {
			t.Errorf("%q means both %s and %s", spelling, other, code)
		}
		owner[key] = code
	}
	for _, place := range rows(t, PlacesFile) {
		spellings := []string{place["code"], place["name"], place["name_zh_hant"], place["name_zh_hans"]}
		if place["alpha3"] != "" {
			spellings = append(spellings, place["alpha3"])
		}
		if place["aliases"] != "" {
			spellings = append(spellings, strings.Split(place["aliases"], "|")...)
		}
		for _, spelling := range spellings {
			claim(spelling, place["code"])
		}
	}
	for spelling, code := range map[string]string{
		"uk": "GB", "el": "GR", "usa": "US", "korea": "KR", "hong kong": "HK", "macau": "MO", "china": "CN",
		"not stated": "ZZ", "taiwan": "TW", "viet nam": "VN", "russian federation": "RU", "czech republic": "CZ", "内地": "CN",
	} {
		if owner[spelling] != code {
			t.Errorf("%q means %q, want %s", spelling, owner[spelling], code)
		}
	}
}

func TestSubdivisions(t *testing.T) {
	provinces := rows(t, SubdivisionsFile)
	if len(provinces) != 31 {
		t.Errorf("%d subdivisions, want the 31 of the Chinese mainland", len(provinces))
	}
	places := codes(rows(t, PlacesFile))
	for _, province := range provinces {
		if country, _, _ := strings.Cut(province["code"], "-"); country != province["country_code"] || !slices.Contains(places, country) {
			t.Errorf("%s: country code %q", province["code"], province["country_code"])
		}
		checkPoint(t, province)
	}
}

func TestEveryMapFeatureHasAName(t *testing.T) {
	known := append(codes(rows(t, PlacesFile)), codes(rows(t, SubdivisionsFile))...)
	for _, name := range MapNames() {
		seen := map[string]bool{}
		for _, id := range features(t, name) {
			if seen[id] {
				t.Errorf("%s: feature %s is there twice", name, id)
			}
			seen[id] = true
			if !slices.Contains(known, id) && !slices.Contains(special, id) {
				t.Errorf("%s: feature %q is in no name table", name, id)
			}
		}
	}
}

// A place without a shape on the world map must be marked as a dot.
func TestPlacesWithoutShapeAreSmall(t *testing.T) {
	shapes := slices.Sorted(slices.Values(features(t, World)))
	if atlantic := slices.Sorted(slices.Values(features(t, Atlantic))); !slices.Equal(shapes, atlantic) {
		t.Errorf("the two maps of the world have other features: %v and %v", shapes, atlantic)
	}
	if slices.Contains(shapes, Unstated) {
		t.Errorf("the world map shows %s", Unstated)
	}
	for _, place := range rows(t, PlacesFile) {
		if place["code"] != Unstated && place["small"] == "false" && !slices.Contains(shapes, place["code"]) {
			t.Errorf("%s is not small, yet the world map has no shape of it", place["code"])
		}
	}
	for _, province := range rows(t, SubdivisionsFile) {
		if !slices.Contains(features(t, China), province["code"]) {
			t.Errorf("the map of China lacks %s", province["code"])
		}
	}
}
