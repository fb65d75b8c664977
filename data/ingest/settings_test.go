package ingest_test

import (
	"encoding/json"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"

	"meridian/data/ingest"
)

// TestSettingsAsJSON: the mapping is the same in YAML and JSON, and comes back as it was.
func TestSettingsAsJSON(t *testing.T) {
	set, problem := ingest.ParseSettings([]byte(`
id: x
name: X
academic_year: {start_month: 1}
years: {incomplete: [2019]}
disclosure: {screen: hesa, files: off}
files:
  - file: a.csv
    table: flows
    columns: {origin_code: from, kind: {constant: student-studies}, level: {column: l, values: {1: one}, lookup: {file: f, key: k, value: v}}}
totals: [{table: flows, column: participants, where: {academic_year_id: 2018}, value: 3.5}]
`))
	if problem != nil {
		t.Fatal(problem)
	}
	same(t, "the rules for numbers of people", set.Disclosure, ingest.Disclosure{Screen: "hesa", Files: "off"})
	same(t, "short form", set.Files[0].Columns["origin_code"], ingest.ColumnMapping{Column: "from"})
	asJSON, err := json.Marshal(set)
	if err != nil {
		t.Fatal(err)
	}
	asYAML, err := yaml.Marshal(set)
	if err != nil {
		t.Fatal(err)
	}
	var decoded ingest.Dataset
	if err := json.Unmarshal(asJSON, &decoded); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string][]byte{"JSON": asJSON, "YAML": asYAML} {
		again, problem := ingest.ParseSettings(text)
		if problem != nil {
			t.Fatalf("%s: %v\n%s", name, problem, text)
		}
		if diff := cmp.Diff(set, again, cmp.AllowUnexported(ingest.Total{})); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	if diff := cmp.Diff(set, decoded, cmp.AllowUnexported(ingest.Total{})); diff != "" {
		t.Error(diff)
	}
}
