package outline_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"meridian/data/geo/outline"
)

// real reads a file of the public data that lies beside the project, or skips.
func real(t *testing.T, name string) []map[string]string {
	t.Helper()
	dir := os.Getenv("MERIDIAN_REAL_DATA")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "..", "shared", "real-data")
	}
	path := filepath.Join(dir, name)
	file, err := os.Open(path)
	if os.IsNotExist(err) {
		t.Skipf("%s is not there; set MERIDIAN_REAL_DATA to the folder that holds it", path)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	records, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, record := range records[1:] {
		row := map[string]string{}
		for i, name := range records[0] {
			row[name] = record[i]
		}
		rows = append(rows, row)
	}
	return rows
}

// point reads a row's coordinates; a row without any has none to check.
func point(t *testing.T, row map[string]string) (lng, lat float64) {
	t.Helper()
	lng, errLng := strconv.ParseFloat(row["lng"], 64)
	lat, errLat := strconv.ParseFloat(row["lat"], 64)
	if errLng != nil || errLat != nil {
		t.Fatalf("no point in %v", row)
	}
	return lng, lat
}

// Seven institutions are on the wrong continent. The eighth, a school near Rennes, is in the Algerian desert.
func TestErasmusInstitutions(t *testing.T) {
	want := map[string]string{
		"E  ALICANT05": "US", "E  AVILA06": "MX", "E  BILBAO24": "MX", "E  GUADALA03": "MX", "E  OVIEDO05": "US",
		"I  AGRIGEN02": "US", "MK SKOPJE02": "US", "F  RENNES44": "DZ",
	}
	iso := map[string]string{"UK": "GB", "EL": "GR"}
	found := map[string]string{}
	for _, row := range real(t, "erasmus-2013-14/institutions.csv") {
		code := row["country"]
		if iso[code] != "" {
			code = iso[code]
		}
		lng, lat := point(t, row)
		if inside, where, _ := outline.Check(code, lng, lat); !inside {
			found[strings.Join(strings.Fields(row["erasmus_code"]), " ")] = where
		}
	}
	for code, where := range want {
		code = strings.Join(strings.Fields(code), " ")
		if found[code] != where {
			t.Errorf("%s is found in %q, want %q", code, found[code], where)
		}
		delete(found, code)
	}
	if len(found) > 0 {
		t.Errorf("reported besides: %v", found)
	}
}

// The registry's points are right, but were they written the wrong way round nearly all would be found.
func TestResearchOrganisations(t *testing.T) {
	rows, swapped := real(t, "ror/ror_education_active.csv"), 0
	start := time.Now()
	for _, row := range rows {
		lng, lat := point(t, row)
		if inside, where, km := outline.Check(row["country_code"], lng, lat); !inside {
			t.Errorf("%s, %s: in %q, %.0f km off", row["name"], row["city"], where, km)
		}
	}
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("%d points took %v, want well under a second on an idle machine", len(rows), took)
	}
	for _, row := range rows {
		if lng, lat := point(t, row); lng >= -90 && lng <= 90 {
			if inside, _, _ := outline.Check(row["country_code"], lat, lng); inside {
				swapped++
			}
		}
	}
	if share := float64(swapped) / float64(len(rows)); share > 0.03 {
		t.Errorf("%d of %d points pass with longitude and latitude swapped", swapped, len(rows))
	}
}
