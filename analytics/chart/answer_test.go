package chart

import (
	"slices"
	"strings"
	"testing"

	"meridian/analytics/lang"
	"meridian/analytics/table"
)

// answer makes a metric's answer by hand: column names parted by spaces, and rows. A place without a code is its own.
func answer(columns string, rows ...[]any) *table.Table {
	t := &table.Table{Rows: rows}
	for _, name := range strings.Fields(columns) {
		t.Columns = append(t.Columns, table.Column{Name: name, Label: name})
	}
	fields := strings.Fields(columns)
	if at := slices.Index(fields, "place"); at >= 0 && !slices.Contains(fields, "country_code") {
		t.Columns = append(t.Columns, table.Column{Name: "country_code", Label: "country_code"})
		for r, cells := range rows {
			t.Rows[r] = append(slices.Clone(cells), cells[at])
		}
	}
	return t
}

// english is an input that is told in English in the light theme.
func english(t *testing.T, answer *table.Table) Input {
	t.Helper()
	theme, err := ThemeByID("light")
	if err != nil {
		t.Fatal(err)
	}
	return Input{Table: answer, Lang: lang.English, Theme: theme, Home: Home{Name: "Home", Place: "HK", Lng: 114.2, Lat: 22.3}}
}
