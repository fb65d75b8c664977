package analytics

import (
	"slices"
	"strings"
	"testing"

	"meridian/analytics/lang"
	"meridian/data/ingest"
)

// The default data set's rows all have a grade and a source, and no table is forgotten.
func TestProvenanceCountsEveryRowOnce(t *testing.T) {
	told, err := network(t).Provenance(t.Context(), lang.English)
	if err != nil {
		t.Fatal(err)
	}
	counted, err := network(t).snapshot.Tables(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var rows, read int64
	for _, want := range counted {
		if want.Table == "sources" {
			continue
		}
		at := slices.IndexFunc(told.Tables, func(g GradedTable) bool { return g.Table == want.Table })
		if at < 0 {
			t.Errorf("%s has %d rows and is not told of", want.Table, want.Rows)
			continue
		}
		if g := told.Tables[at]; g.Rows != want.Rows || g.Published+g.Derived+g.Illustrative != want.Rows {
			t.Errorf("%s has %d rows, told as %+v", want.Table, want.Rows, g.Grades)
		}
		rows += want.Rows
	}
	for _, source := range told.Sources {
		if source.Title == "" || source.Rows == 0 {
			t.Errorf("a source without a title or rows: %+v", source)
		}
		read += source.Rows
	}
	if rows == 0 || rows != read {
		t.Errorf("%d rows in tables, %d by source", rows, read)
	}
}

// A table that the format gains and this query does not know would go missing without a word.
func TestProvenanceKnowsEveryTableOfTheFormat(t *testing.T) {
	for _, table := range ingest.Tables() {
		if table.Geo || table.Reference || table.Name == "sources" {
			continue
		}
		if !strings.Contains(sqlProvenance, " FROM "+table.Name+" ") {
			t.Errorf("query/provenance.sql leaves out %s", table.Name)
		}
	}
}

func TestProvenanceNamesHomeInTheReadersLanguage(t *testing.T) {
	for l, want := range map[lang.Lang]string{lang.English: "Hong Kong, China", lang.Traditional: "中國香港"} {
		told, err := network(t).Provenance(t.Context(), l)
		if err != nil {
			t.Fatal(err)
		}
		if told.Dataset.HomePlace != "HK" || told.Dataset.Home != want {
			t.Errorf("home in %s is %q (%s), want %s", l, told.Dataset.Home, told.Dataset.HomePlace, want)
		}
	}
}

// Home is named though nobody moves within it, and no row has it as a place.
func TestProvenanceNamesAHomeThatNoRowIsIn(t *testing.T) {
	n := uppsala(t, "2024-03-01", register())
	for l, want := range map[lang.Lang]string{lang.English: "Sweden", lang.Traditional: "瑞典", lang.Simplified: "瑞典"} {
		told, err := n.Provenance(t.Context(), l)
		if err != nil {
			t.Fatal(err)
		}
		if told.Dataset.Home != want || told.Dataset.HomePlace != "SE" {
			t.Errorf("home in %s is %q (%s), want %s", l, told.Dataset.Home, told.Dataset.HomePlace, want)
		}
	}
	if told, err := wholeNetwork(t).Provenance(t.Context(), lang.English); err != nil || told.Dataset.Home != "" {
		t.Errorf("a network without a home has %q (%v)", told.Dataset.Home, err)
	}
}
