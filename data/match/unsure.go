package match

import (
	_ "embed" // unsure.csv
	"encoding/csv"
	"fmt"
	"strings"
)

//go:embed unsure.csv
var unsureCSV string

// unsure is a name that is known and still means no one place.
type unsure struct {
	kind       string // dissolved, ambiguous, group
	reason     string
	candidates []string // codes, the likeliest first
}

func readUnsure() (map[string]unsure, error) {
	rows, err := csv.NewReader(strings.NewReader(unsureCSV)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("read the names that are refused: %w", err)
	}
	refused := map[string]unsure{}
	for _, row := range rows[1:] {
		for _, name := range strings.Split(row[0], "|") {
			refused[fold(name)] = unsure{row[1], row[2], filled(strings.Split(row[3], "|")...)}
		}
	}
	return refused, nil
}
