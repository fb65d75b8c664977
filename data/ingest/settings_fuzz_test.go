package ingest_test

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"meridian/data/ingest"
	"meridian/data/internal/sample"
)

// FuzzSettings: whatever stands in dataset.yaml, it is read or refused with a reason, soon.
func FuzzSettings(f *testing.F) {
	for _, seed := range []string{
		"id: x\nname: X\nhome_place: HK\n",
		`{"id":"x","name":"X","files":[{"file":"a.csv","table":"flows","columns":{"origin_code":"o"}}]}`,
		"files:\n  - file: a.csv\n    table: flows\n    columns:\n      kind: {constant: student-studies}\n      level: {column: l, values: {a: b}, lookup: {file: a.csv, key: o, value: d}}\n    count_rows: participants\n",
		"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
		"? - - - -\n: x",
		"totals: [{table: flows, column: participants, where: {origin_code: HK}, value: 1}]\nyears: {incomplete: [2019]}\n",
		"academic_year: {start_month: 1}\nhome_lng: .inf\nhome_lat: .nan\n",
		"%YAML 1.2\n---\n!!binary |\n  aaaa\n...\n---\n",
		"id: 'x\nname: \"\\xZ\"\n\t- x",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		start := time.Now()
		folder := fstest.MapFS{"a.csv": {Data: []byte("o,d\nHK,GB\n")}}
		report, err := ingest.Check(context.Background(), ingest.Source{Dataset: folder, Geo: sample.Geo(), Settings: []byte(text)})
		if err != nil {
			t.Fatal(err)
		}
		for _, problem := range report.Problems {
			if problem.Reason == "" {
				t.Errorf("a problem without a reason: %+v", problem)
			}
		}
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%d bytes took %s", len(text), took)
		}
	})
}

// TestHostileSettings: small texts that would grow or nest without end are refused at once.
func TestHostileSettings(t *testing.T) {
	bomb := "a: &a [x,x,x,x,x,x,x,x,x,x]\n"
	for _, name := range "bcdefghij" {
		bomb += string(name) + ": &" + string(name) + " [" + strings.TrimSuffix(strings.Repeat("*"+string(name-1)+",", 10), ",") + "]\n"
	}
	for name, text := range map[string]string{
		"anchors":   bomb,
		"in values": strings.ReplaceAll(bomb, "a: &a", "notes: &a"),
		"flow":      strings.Repeat("{a: ", 3000),
		"dashes":    strings.Repeat("- ", 3000),
		"indents": func() string {
			var s strings.Builder
			for i := range 2000 {
				s.WriteString(strings.Repeat(" ", i) + "a:\n")
			}
			return s.String()
		}(),
		"keys":  strings.Repeat("? ", 3000),
		"alias": "id: &x x\nname: *x\n",
	} {
		start := time.Now()
		_, problem := ingest.ParseSettings([]byte(text))
		if problem == nil {
			t.Errorf("%s: read", name)
		}
		if took := time.Since(start); took > 2*time.Second {
			t.Errorf("%s: took %s", name, took)
		}
	}
}
