package chart

import (
	"encoding/json"
	"slices"
	"testing"
)

// A chart drawn narrow and then wide again looks as it did: the last case holds what the narrow ones change.
func TestNarrowGivesWayAgain(t *testing.T) {
	o := Option{"grid": []Option{{"right": 100, "top": 4}}}.
		Narrow(480, Option{"grid": []Option{{"right": 10}}}).
		Narrow(320, Option{"grid": []Option{{"left": 2}}})
	text, err := json.Marshal(o["media"])
	if err != nil {
		t.Fatal(err)
	}
	want := `[{"option":{"grid":[{"right":10}]},"query":{"maxWidth":480}},` +
		`{"option":{"grid":[{"left":2}]},"query":{"maxWidth":320}},` +
		`{"option":{"grid":[{"left":null,"right":100}]}}]`
	if string(text) != want {
		t.Errorf("media is\n%s\nwant\n%s", text, want)
	}
}

func TestEveryYearFillsGaps(t *testing.T) {
	got := everyYear([]string{"2010/2011", "2013/2014"})
	if want := []string{"2010/2011", "2011/2012", "2012/2013", "2013/2014"}; !slices.Equal(got, want) {
		t.Errorf("years %v, want %v", got, want)
	}
}

// Shanghai and Hangzhou are a degree apart: their names must be a line apart. Beijing's stays where it is.
func TestNeighboursNamesStandApart(t *testing.T) {
	dot := func(lat float64) item {
		return item{Value: []any{120.0, lat}, Label: Option{"position": "right"}}
	}
	dots := []item{dot(30.3), dot(31.2), dot(39.9)}
	apart(dots)
	hangzhou, shanghai := dots[0].Label["offset"].([]float64)[1], dots[1].Label["offset"].([]float64)[1]
	if hangzhou <= 0 || shanghai >= 0 || hangzhou-shanghai < 8 {
		t.Errorf("Hangzhou's name is moved by %v, Shanghai's by %v", hangzhou, shanghai)
	}
	if dots[2].Label["offset"] != nil {
		t.Error("Beijing's name is moved though nothing is near")
	}
}

// Numbers in cells and tiles must be legible on every fill of every theme.
func TestTextOnFills(t *testing.T) {
	for _, id := range ThemeIDs() {
		theme, err := ThemeByID(id)
		if err != nil {
			t.Fatal(err)
		}
		for _, fill := range slices.Concat(theme.Sequential, theme.hues(), []string{theme.Edge}) {
			a, b := luminance(fill), luminance(on(fill))
			if ratio := (max(a, b) + 0.05) / (min(a, b) + 0.05); ratio < 4 {
				t.Errorf("%s: text on %s has a contrast of %.1f", id, fill, ratio)
			}
		}
	}
}
