package chart

import (
	"reflect"
	"testing"
)

func TestSidesKeepNamesApart(t *testing.T) {
	// Two points side by side that both want their name to the left: the second turns elsewhere.
	got := sides([]spot{{-200, 0, "United Kingdom", "left"}, {-180, 5, "Germany", "left"}}, -480, 480)
	if got[0] != "left" || got[1] == "left" || got[1] == "" {
		t.Errorf("sides %v", got)
	}
	if got := sides([]spot{{470, 0, "United States 1,151", "right"}}, -480, 480); got[0] != "left" {
		t.Errorf("a name at the right edge stands %q", got[0])
	}
	if got := sides([]spot{{0, 0, "A name wider than the map itself is", "right"}}, -60, 60); got[0] != "" {
		t.Errorf("a name without room stands %q", got[0])
	}
}

func TestWrapBreaksBetweenWordsAndChineseCharacters(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float64
		want  []string
	}{
		{"International Advisory Board", 100, []string{"International", "Advisory Board"}},
		{"Short", 100, []string{"Short"}},
		{"成立國際顧問委員會", 53, []string{"成立國際", "顧問委員", "會"}},
		{"甲乙丙，丁", 40, []string{"甲乙", "丙，丁"}},
		{"", 100, []string{""}},
	} {
		if got := wrap(c.text, sizeSmall, c.width); !reflect.DeepEqual(got, c.want) {
			t.Errorf("wrap(%q, %v) = %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

func TestAxisEndsOnARoundNumber(t *testing.T) {
	for largest, want := range map[float64]float64{0: 1, 3: 3, 7: 8, 147: 150, 668: 800, 906: 1000, 1041: 1250} {
		if got := axisEnd(largest); got != want {
			t.Errorf("axisEnd(%v) = %v, want %v", largest, got, want)
		}
	}
}
