package chart_test

import (
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"

	"meridian/analytics"
)

var placeholder = regexp.MustCompile(`\{\w+\}|NaN|Inf`)

// checkWords: no placeholder left open, no number that is none, and the point of a finding is part of it.
func checkWords(t *testing.T, a *analytics.ChartAnswer) {
	t.Helper()
	for _, text := range []string{a.Title, a.Subtitle, a.Summary, a.Note} {
		if wrong := placeholder.FindString(text); wrong != "" {
			t.Errorf("%s %v says %q: %s", a.ID, a.Filters, wrong, text)
		}
	}
	if !strings.Contains(a.Title, a.TitleEmphasis) {
		t.Errorf("%s: %q is no part of %q", a.ID, a.TitleEmphasis, a.Title)
	}
	if a.Summary == "" {
		t.Errorf("%s %v has no summary", a.ID, a.Filters)
	}
}

// checkOption: plain JSON without functions or string formatters, whose marks name rows that are there.
func checkOption(t *testing.T, a *analytics.ChartAnswer) {
	t.Helper()
	text, err := json.Marshal(a.Option)
	if err != nil {
		t.Fatalf("%s %v: %v", a.ID, a.Filters, err)
	}
	for _, bad := range []string{"__f__", `"formatter":`, "function"} {
		if strings.Contains(string(text), bad) {
			t.Errorf("%s: the option holds %s", a.ID, bad)
		}
	}
	var option any
	if err := json.Unmarshal(text, &option); err != nil {
		t.Fatal(err)
	}
	checkRows(t, a, option)
}

func checkRows(t *testing.T, a *analytics.ChartAnswer, node any) {
	t.Helper()
	switch v := node.(type) {
	case map[string]any:
		if row, ok := v["row"].(float64); ok && (row < 0 || int(row) >= len(a.Rows)) {
			t.Errorf("%s %v: a mark names row %v of %d", a.ID, a.Filters, row, len(a.Rows))
		}
		for _, child := range v {
			checkRows(t, a, child)
		}
	case []any:
		for _, child := range v {
			checkRows(t, a, child)
		}
	}
}

// formatterIDs reads the names from the file that holds the formatters.
func formatterIDs(t *testing.T) map[string]bool {
	t.Helper()
	text, err := os.ReadFile("../../web/src/chart/formatters.ts")
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^  (\w+)[:,]`).FindAllStringSubmatch(string(text), -1) {
		ids[m[1]] = true
	}
	return ids
}
