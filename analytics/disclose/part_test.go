package disclose

import (
	"reflect"
	"testing"

	"meridian/analytics/table"
)

// A target and its share, or places and those left, do not give back the people that are rounded or withheld.
func TestWhatRestsOnPeopleIsWorkedOutOfWhatIsShown(t *testing.T) {
	answer := func() *table.Table {
		return &table.Table{Columns: []table.Column{
			{Name: "of", Type: "string"}, {Name: "n", Type: "int", People: true}, {Name: "aim", Type: "float"},
			{Name: "reached", Type: "percent", Base: "base", Part: "n"}, {Name: "base", Type: "float"},
			{Name: "free", Type: "int", People: true, Part: "n"},
		}, Rows: [][]any{
			{"a", int64(27), 50.0, 27.0 / 50, 1e9, int64(23)}, {"b", int64(2), 50.0, 2.0 / 50, 1e9, int64(48)},
			{"c", int64(31), 25.0, 31.0 / 25, 1e9, int64(-6)}, {"d", nil, 4.0, 0.75, 1e9, nil}, {"e", int64(4), 20.0, 0.2, 0.0, int64(16)},
		}}
	}
	hesa, threshold := answer(), answer()
	Apply(hesa, HESA)
	Apply(threshold, Threshold)
	for name, c := range map[string]struct{ got, want []string }{
		"shares, hesa":      {shown(hesa, "reached"), []string{"0.5", "0", "1.2", "0.75", ".."}},
		"left, hesa":        {shown(hesa, "free"), []string{"25", "50", "-5", "<nil>", "15"}},
		"shares, threshold": {shown(threshold, "reached"), []string{"0.5", "..", "1.2", "0.75", ".."}},
		"left, threshold":   {shown(threshold, "free"), []string{"25", "..", "-5", "<nil>", ".."}},
	} {
		if !reflect.DeepEqual(c.got, c.want) {
			t.Errorf("%s: %v, want %v", name, c.got, c.want)
		}
	}
}
