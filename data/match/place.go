package match

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"
)

// Place is one row of the places table as far as its names go.
type Place struct {
	Code    string   // ISO 3166-1 alpha-2, XK, or ZZ for “other or not stated”
	Alpha3  string   // empty where there is none
	Names   []string // the English name first, then Chinese
	Aliases []string
}

// placeColumns are what ReadPlaces needs of places.csv.
var placeColumns = []string{"code", "name", "name_zh_hant", "name_zh_hans", "alpha3", "aliases"}

// ReadPlaces reads places.csv. Aliases stand in one cell, parted by |.
func ReadPlaces(r io.Reader) ([]Place, error) {
	rows := csv.NewReader(r)
	rows.ReuseRecord = true
	header, err := rows.Read()
	if err != nil {
		return nil, fmt.Errorf("read the header of the places: %w", err)
	}
	at := map[string]int{}
	for i, name := range header {
		at[strings.Clone(name)] = i
	}
	for _, name := range placeColumns {
		if _, ok := at[name]; !ok {
			return nil, fmt.Errorf("the places have no column %s", name)
		}
	}
	var places []Place
	for {
		row, err := rows.Read()
		if err == io.EOF {
			return places, nil
		}
		if err != nil {
			return nil, fmt.Errorf("read the places: %w", err)
		}
		cell := func(name string) string { return strings.Clone(row[at[name]]) }
		places = append(places, Place{Code: cell("code"), Alpha3: cell("alpha3"),
			Names:   filled(cell("name"), cell("name_zh_hant"), cell("name_zh_hans")),
			Aliases: filled(strings.Split(cell("aliases"), "|")...)})
	}
}

func filled(texts ...string) []string {
	var kept []string
	for _, text := range texts {
		if text = strings.TrimSpace(text); text != "" {
			kept = append(kept, text)
		}
	}
	return kept
}
