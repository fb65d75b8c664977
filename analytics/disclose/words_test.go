package disclose

import "testing"

// Of a text on rounded rows only what is true of the exact ones is said.
func TestOnlyTrueSentencesAreSaid(t *testing.T) {
	const exact = "More come than go: 118 places. Even: 34. Of St. Gallen 28 came, the most. In all 5,598 came and 12 % of them stayed."
	for shown, want := range map[string]string{
		exact: exact,
		"More come than go: 118 places. Even: 34. Of St. Gallen 30 came, the most. In all 5,600 came and 12 % of them stayed.": "More come than go: 118 places. Even: 34. Of St. Gallen 30 came, the most. In all 5,600 came and 12 % of them stayed.",
		"More come than go: 79 places. Even: 34. Of Leeds 30 came, the most. In all 5,585 came and 12 % of them stayed.":       "Even: 34.",
		"Even: 7.": "",
	} {
		if got := HESA.True(shown, exact); got != want {
			t.Errorf("%q leaves %q, want %q", shown, got, want)
		}
	}
	if got := HESA.True("外訪 130 人。最多的是日本。", "外訪 134 人。最多的是德國。"); got != "" {
		t.Error(got)
	}
	if got := HESA.True("外訪 135 人。最多的是日本。", "外訪 134 人。最多的是德國。"); got != "外訪 135 人。" {
		t.Error(got)
	}
}
