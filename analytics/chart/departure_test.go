package chart

import (
	"fmt"
	"testing"
)

// A series whose last whole year lies far off its line has no growth; one that is off in the middle has.
func TestNoGrowthIsSaidToAYearFarOff(t *testing.T) {
	course := func(values ...int64) Input {
		var rows [][]any
		for i, v := range values {
			rows = append(rows, []any{fmt.Sprintf("%d/%d", 2010+i, 2011+i), "outbound", "Outbound", v})
		}
		return english(t, answer("academic_year_id direction direction_name participants", rows...))
	}
	checkFinding(t, "level, then far above", mobilityGrowth(course(100, 102, 101, 103, 104, 106, 105, 300)), "")
	checkFinding(t, "far below in the middle", mobilityGrowth(course(100, 104, 107, 20, 115, 121, 125, 129)), "Outbound exchange has grown by 29 % since 2010/11")
}
