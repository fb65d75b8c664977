package outline_test

import (
	"encoding/csv"
	"os"
	"strconv"
	"testing"

	"meridian/data/geo/outline"
)

func TestCheck(t *testing.T) {
	for name, c := range map[string]struct {
		code     string
		lng, lat float64
		inside   bool
		where    string
	}{
		"in its place":                       {"ES", -3.7, 40.4, true, "ES"},
		"Alcoy, set down in California":      {"ES", -118.185, 34.169, false, "US"},
		"Skopje, set down in New York":       {"MK", -74.006, 40.713, false, "US"},
		"the open sea":                       {"PT", -30, 30, false, ""},
		"longitude and latitude swapped":     {"HK", 22.3, 114.2, false, ""},
		"zero, zero":                         {"FR", 0, 0, false, ""},
		"a pier":                             {"FR", -3.12, 47.5, true, ""},
		"across a border, but near it":       {"SK", 17.05, 48.1, true, "AT"},
		"Fiji, east of 180°":                 {"FJ", -179.95, -16.8, true, "FJ"},
		"Chukotka, beyond 180°":              {"RU", -173, 66.5, true, "RU"},
		"Alaska":                             {"US", -150, 65, true, "US"},
		"Réunion is in France":               {"FR", 55.5, -21.1, true, "RE"},
		"Réunion is in Réunion":              {"RE", 55.5, -21.1, true, "RE"},
		"France is not in Réunion":           {"RE", 2.35, 48.85, false, "FR"},
		"Puerto Rico":                        {"US", -66.1, 18.4, true, "PR"},
		"Gibraltar, too small for the atlas": {"GB", -5.35, 36.14, true, "GI"},
		"Hong Kong":                          {"HK", 114.17, 22.32, true, "HK"},
		"Hong Kong is told apart":            {"TW", 114.17, 22.32, false, "HK"},
		"Taipei":                             {"TW", 121.5, 25.0, true, "TW"},
		"Ceuta":                              {"ES", -5.32, 35.89, true, "ES"},
		"Melilla":                            {"ES", -2.946, 35.29, true, "ES"},
		"Crimea, in data of either":          {"RU", 34.1, 45.0, true, "UA"},
		"Itanagar":                           {"IN", 93.6, 27.1, true, "CN"},
		"what is not stated":                 {"ZZ", -118, 34, true, ""},
	} {
		inside, where, km := outline.Check(c.code, c.lng, c.lat)
		if inside != c.inside || where != c.where {
			t.Errorf("%s: inside %v, in %q, %.0f km away; want %v, %q", name, inside, where, km, c.inside, c.where)
		}
	}
}

func TestDistanceIsToTheBorder(t *testing.T) {
	for name, c := range map[string]struct {
		code     string
		lng, lat float64
		least    float64
		most     float64
	}{
		"Paris to Spain":              {"ES", 2.35, 48.85, 580, 700},
		"New York to North Macedonia": {"MK", -74, 40.7, 7300, 7600},
		"Samoa to Fiji, across 180°":  {"FJ", -171.8, -13.8, 600, 900},
		"at home":                     {"FR", 2.35, 48.85, 0, 0},
	} {
		if _, _, km := outline.Check(c.code, c.lng, c.lat); km < c.least || km > c.most {
			t.Errorf("%s: %.0f km, want between %.0f and %.0f", name, km, c.least, c.most)
		}
	}
}

// Every place of the name table has an outline, and the point its label stands on lies in it.
func TestEveryPlaceHasAnOutline(t *testing.T) {
	file, err := os.Open("../places.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	records, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, record := range records[1:] {
		code := record[0]
		if known := outline.Known(code); known == (code == "ZZ") {
			t.Errorf("%s has an outline: %v", code, known)
		}
		lng, errLng := strconv.ParseFloat(record[6], 64)
		lat, errLat := strconv.ParseFloat(record[7], 64)
		if code == "ZZ" || errLng != nil || errLat != nil {
			continue
		}
		if inside, where, km := outline.Check(code, lng, lat); !inside || km > 10 {
			t.Errorf("the label of %s lies %.0f km off, in %q", code, km, where)
		}
	}
}

func TestOutlinesAreSmall(t *testing.T) {
	info, err := os.Stat("outlines.json")
	if err != nil {
		t.Fatal(err)
	}
	if info.Size() > 300<<10 {
		t.Errorf("outlines.json has %d KB, want 300 at most", info.Size()>>10)
	}
}
