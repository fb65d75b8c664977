package match_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"meridian/data/match"
)

func places(t testing.TB) *match.Places {
	t.Helper()
	file, err := os.Open(filepath.Join("..", "geo", "places.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := match.ReadPlaces(file)
	if err != nil {
		t.Fatal(err)
	}
	places, err := match.NewPlaces(rows)
	if err != nil {
		t.Fatal(err)
	}
	return places
}

// foreign opens a file that is not part of the project, or skips the test.
func foreign(t testing.TB, name string) [][]string {
	t.Helper()
	file, err := os.Open(filepath.Join("..", "..", "..", "shared", "real-data", name))
	if os.IsNotExist(err) {
		t.Skipf("%s is not here: put the real data beside the project to run this test", name)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	reader := csv.NewReader(file)
	if strings.Contains(name, "ISO2codes") {
		reader.Comma = ';'
	}
	rows, err := reader.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestUISNames(t *testing.T) {
	p := places(t)
	refused := map[string]bool{}
	for _, row := range foreign(t, "uis-student-flows/popular-destinations-by-origin.csv")[1:] {
		for _, name := range row[1:3] {
			if _, ok := p.Resolve(name); !ok {
				refused[name] = true
			}
		}
	}
	for name := range refused {
		t.Log(name, p.Refused(name, 3))
	}
}
