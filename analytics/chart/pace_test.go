package chart

import (
	"fmt"
	"strings"
	"testing"

	"meridian/analytics/lang"
)

// The bounds of a slope are told where both are on one side of nought, in every language, and not where it may be none.
func TestPaceTellsTheBoundsOfASlope(t *testing.T) {
	of := func(values ...float64) series {
		s := series{values: values, rows: make([]int, len(values)), partial: make([]bool, len(values)), last: len(values) - 1}
		for i := range values {
			s.years = append(s.years, fmt.Sprintf("%d/%d", 2010+i, 2011+i))
		}
		return s
	}
	steady, unsteady := of(100, 141, 180, 225, 262, 305, 344), of(200, 150, 260, 140, 270, 160, 210)
	for l, want := range map[lang.Lang]string{lang.English: "(95 %: +", lang.Traditional: "95% 信賴區間：+", lang.Simplified: "95% 置信区间：+"} {
		if said := steady.pace(l); !strings.Contains(said, want) || strings.Contains(said, "{") {
			t.Errorf("a steady course: %q", said)
		}
		if said := unsteady.pace(l); said == "" || strings.Contains(said, "95") {
			t.Errorf("a course that goes nowhere: %q", said)
		}
	}
}
