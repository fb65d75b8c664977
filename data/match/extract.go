package match

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// extractColumns are the names under which tables of ROR have what is needed: the import format's, and those of ROR's
// own data dumps of schema 1 and 2.
var extractColumns = map[string][]string{
	"id":       {"ror_id", "id"},
	"name":     {"name", "names.types.ror_display"},
	"aliases":  {"aliases", "names.types.alias"},
	"labels":   {"labels", "names.types.label"},
	"acronyms": {"acronyms", "names.types.acronym"},
	"country":  {"country_code", "country.country_code", "locations.geonames_details.country_code"},
	"city":     {"city", "addresses[0].city", "locations.geonames_details.name"},
	"lat":      {"lat", "addresses[0].lat", "locations.geonames_details.lat"},
	"lng":      {"lng", "addresses[0].lng", "locations.geonames_details.lng"},
	"website":  {"website", "links", "links.type.website"},
	"status":   {"status"},
}

// ReadExtract reads a table of ROR records as CSV, UTF-8. Records that are no longer active are left out. The error
// names the line.
func ReadExtract(r io.Reader) ([]Organisation, error) {
	buffered := bufio.NewReader(r)
	if mark, _ := buffered.Peek(3); bytes.Equal(mark, []byte("\xef\xbb\xbf")) {
		_, _ = buffered.Discard(3) // the three bytes just peeked at
	}
	rows := csv.NewReader(buffered)
	rows.FieldsPerRecord = -1
	header, err := rows.Read()
	if err != nil {
		return nil, fmt.Errorf("read the header of the ROR extract: %w", err)
	}
	cell, err := extractCells(header)
	if err != nil {
		return nil, err
	}
	var list []Organisation
	for {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return list, nil
		}
		if err != nil {
			return nil, fmt.Errorf("read the ROR extract: %w", err)
		}
		if status := cell(row, "status"); status != "" && !strings.EqualFold(status, "active") {
			continue
		}
		list = append(list, Organisation{ID: cell(row, "id"), Name: cell(row, "name"),
			Aliases:  append(List(cell(row, "aliases")), List(cell(row, "labels"))...),
			Acronyms: List(cell(row, "acronyms")), Country: strings.ToUpper(cell(row, "country")), City: cell(row, "city"),
			Point: pointAt(cell(row, "lat"), cell(row, "lng")), Website: firstOf(cell(row, "website"))})
	}
}

// extractCells finds the columns; the id, the name and the country must be there.
func extractCells(header []string) (func(row []string, what string) string, error) {
	at := map[string]int{}
	for what, names := range extractColumns {
		for _, name := range names {
			for i, written := range header {
				if _, found := at[what]; !found && strings.EqualFold(strings.TrimSpace(written), name) {
					at[what] = i
				}
			}
		}
	}
	for _, what := range []string{"id", "name", "country"} {
		if _, found := at[what]; !found {
			return nil, fmt.Errorf("the ROR extract has no column %s; its header must have ror_id, name and country_code",
				strings.Join(extractColumns[what], " or "))
		}
	}
	return func(row []string, what string) string {
		i, found := at[what]
		if !found || i >= len(row) {
			return ""
		}
		return strings.TrimSpace(row[i])
	}, nil
}

func pointAt(lat, lng string) *Point {
	y, err := strconv.ParseFloat(lat, 64)
	if err != nil {
		return nil
	}
	x, err := strconv.ParseFloat(lng, 64)
	if err != nil {
		return nil
	}
	return &Point{Lng: x, Lat: y}
}

// firstOf is the first of several addresses in a cell.
func firstOf(cell string) string {
	first, _, _ := strings.Cut(cell, ";")
	return strings.TrimSpace(first)
}
