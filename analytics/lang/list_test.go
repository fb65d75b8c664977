package lang

import "testing"

func TestList(t *testing.T) {
	for _, c := range []struct {
		lang  Lang
		names []string
		want  string
	}{
		{English, nil, ""},
		{English, []string{"A"}, "A"},
		{English, []string{"A", "B"}, "A and B"},
		{English, []string{"A", "B", "C"}, "A, B and C"},
		{Traditional, []string{"甲", "乙", "丙"}, "甲、乙及丙"},
		{Simplified, []string{"甲", "乙", "丙"}, "甲、乙和丙"},
	} {
		if got := List(c.lang, c.names); got != c.want {
			t.Errorf("List(%s, %v) = %q, want %q", c.lang, c.names, got, c.want)
		}
	}
}
