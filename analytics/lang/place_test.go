package lang

import "testing"

func TestPlaceTakesItsArticleInEnglishOnly(t *testing.T) {
	for _, c := range []struct {
		l          Lang
		name, want string
	}{
		{English, "United States", "the United States"},
		{English, "Chinese mainland", "the Chinese mainland"},
		{English, "Solomon Islands", "the Solomon Islands"},
		{English, "France", "France"},
		{Traditional, "美國", "美國"},
	} {
		if got := Place(c.l, c.name); got != c.want {
			t.Errorf("Place(%s, %q) = %q, want %q", c.l, c.name, got, c.want)
		}
	}
	if got := Capital(Place(English, "Netherlands") + " sends"); got != "The Netherlands sends" {
		t.Errorf("a sentence begins %q", got)
	}
}
