package chart

import (
	"strings"
	"testing"

	"meridian/analytics/lang"
	"meridian/analytics/table"
)

// answer makes a metric's answer by hand: column names parted by spaces, and rows.
func answer(columns string, rows ...[]any) *table.Table {
	t := &table.Table{Rows: rows}
	for _, name := range strings.Fields(columns) {
		t.Columns = append(t.Columns, table.Column{Name: name, Label: name})
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
