package lang

import "testing"

func TestDateIsAsPreciseAsItsSource(t *testing.T) {
	for _, c := range []struct{ iso, en, zh string }{
		{"2015", "2015", "2015年"},
		{"2015-05", "May 2015", "2015年5月"},
		{"2011-03-06", "6 March 2011", "2011年3月6日"},
		{"2011-13", "2011-13", "2011-13"},
		{"", "", ""},
		{"undated", "undated", "undated"},
	} {
		if got := Date(English, c.iso); got != c.en {
			t.Errorf("Date(en, %q) = %q, want %q", c.iso, got, c.en)
		}
		for _, l := range []Lang{Traditional, Simplified} {
			if got := Date(l, c.iso); got != c.zh {
				t.Errorf("Date(%s, %q) = %q, want %q", l, c.iso, got, c.zh)
			}
		}
	}
}
