package value_test

import (
	"strings"
	"testing"

	"meridian/data/ingest/value"
)

// column reads the cells of one column, all of them having been looked at first, and joins what came out.
func column(decimal string, whole bool, cells ...string) string {
	d := value.NewDecimals(decimal, whole)
	for i, cell := range cells {
		d.Observe(cell, i+2)
	}
	var read []string
	for i, cell := range cells {
		number, fault := d.Read(cell, i+2)
		if fault != nil {
			read = append(read, "! "+fault.Reason)
			continue
		}
		read = append(read, number.Text)
	}
	return strings.Join(read, " | ")
}

func TestNumbersOfAColumn(t *testing.T) {
	for _, c := range []struct {
		decimal string
		whole   bool
		cells   []string
		want    string
	}{
		{"", false, []string{"1,234.5", "12.5", "1,234"}, "1234.5 | 12.5 | 1234"},
		{"", false, []string{"1.234,5", "12,5", "1.234"}, "1234.5 | 12.5 | 1234"},
		{"", false, []string{"1234,5"}, "1234.5"},
		{"", false, []string{"1.234.567", "2,5"}, "1234567 | 2.5"},
		{"", false, []string{"1 234,5", "1\u202f234", "1'234"}, "1234.5 | 1234 | 1234"},
		{"", false, []string{"１２３", "−5", "+7", "50 %", "1e3", "1.5E-2"}, "123 | -5 | 7 | 50 | 1e3 | 1.5E-2"},
		{"", false, []string{".5", "0.123", "0,5"}, ".5 | 0.123 | ! “0,5” has a decimal comma, while “.5” on line 2 is read with a decimal point"},
		{"", false, []string{"12,5", "3,5", "1.5"}, "12.5 | 3.5 | ! “1.5” has a decimal point, while “12,5” on line 2 is read with a decimal comma"},
		{"comma", false, []string{"1.234", "2,5"}, "1234 | 2.5"},
		{"point", false, []string{"1,234", "1.234"}, "1234 | 1.234"},
		{"point", false, []string{"2,5"}, "! “2,5” has a decimal comma, dataset.yaml states decimal: point"},
		{"", true, []string{"1.234", "1,234"}, "1234 | 1234"},
		{"", false, []string{"1,2,3", "1,23,456", "12a", "", "1.2.3", "--1", "1 23", "e5", "."},
			"! “1,2,3” is not a number | ! “1,23,456” is not a number | ! “12a” is not a number | ! “” is not a number | ! “1.2.3” is not a number | " +
				"! “--1” is not a number | ! “1 23” is not a number | ! “e5” is not a number | ! “.” is not a number"},
	} {
		if got := column(c.decimal, c.whole, c.cells...); got != c.want {
			t.Errorf("%q %v:\n got %s\nwant %s", c.cells, c.decimal, got, c.want)
		}
	}
}

// TestLateEvidence: what the first rows left open is decided by the first number that tells.
func TestLateEvidence(t *testing.T) {
	d := value.NewDecimals("", false)
	if n, fault := d.Read("12", 2); fault != nil || n.Text != "12" {
		t.Error(n, fault)
	}
	if n, fault := d.Read("0,5", 3); fault != nil || n.Text != "0.5" {
		t.Error(n, fault)
	}
	if _, fault := d.Read("0.5", 4); fault == nil || !strings.Contains(fault.Reason, "“0,5” on line 3") {
		t.Error("the other decimal sign passes:", fault)
	}
	d = value.NewDecimals("", false)
	if n, _ := d.Read("1,234", 2); n.Text != "1234" {
		t.Error(n)
	}
	if text, line, found := d.Doubt(); !found || text != "1,234" || line != 2 {
		t.Error("nobody hears of the assumption", text, line, found)
	}
	if _, fault := d.Read("0,5", 9); fault == nil || !strings.Contains(fault.Reason, "“1,234” on line 2") {
		t.Error("a number that was read otherwise is forgotten:", fault)
	}
}

func TestCodes(t *testing.T) {
	for text, want := range map[string]string{"A  BADEN01": "A BADEN01", "A\u00a0BADEN01": "A BADEN01", " x ": "x", "a\u200bb": "ab",
		"\ufeffid": "id", "ＡＢ１": "AB1", "A BADEN01": "A BADEN01", "é\tü": "é ü", "": ""} {
		got, changed := value.Code(text)
		if got != want || changed != (got != text) {
			t.Errorf("%q became %q (%v), want %q", text, got, changed, want)
		}
	}
}

func FuzzNumber(f *testing.F) {
	for _, seed := range []string{"1.234,5", "1,234.5", "12 %", "1'234", "−5", "1e9", "..", "1,", "\u00a01"} {
		f.Add(seed, seed, false)
	}
	f.Fuzz(func(t *testing.T, first, second string, whole bool) {
		d := value.NewDecimals("", whole)
		d.Observe(first, 1)
		for i, text := range []string{first, second} {
			n, fault := d.Read(text, i+1)
			if fault == nil && (strings.ContainsAny(n.Text, ", '%") || strings.Count(n.Text, ".") > 1 || n.Text == "") {
				t.Errorf("%q was read as %q", text, n.Text)
			}
		}
	})
}
