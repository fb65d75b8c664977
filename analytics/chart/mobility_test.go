package chart

import (
	"math"
	"strings"
	"testing"

	"meridian/analytics/finding"
	"meridian/analytics/table"
)

func checkFinding(t *testing.T, name string, got finding.Finding, want string) {
	t.Helper()
	if plain := strings.ReplaceAll(got.Text, "\u00a0", " "); plain != want {
		t.Errorf("%s: %q, want %q", name, plain, want)
	}
}

func TestFlowShareIsTheShareOfTheFiveLargest(t *testing.T) {
	places := func(n int, first int64) *table.Table {
		rows := [][]any{}
		for i := range n {
			rows = append(rows, []any{"United States", int64(10)})
			if i == 0 {
				rows[0][1] = first
			}
		}
		return answer("place participants", rows...)
	}
	checkFinding(t, "eleven places", flowShare(english(t, places(11, 60))), "Five of 11 places hold 63 % of exchange, led by the United States")
	checkFinding(t, "ten places", flowShare(english(t, places(10, 60))), "")
	few := places(11, 1)
	for r := range few.Rows {
		few.Rows[r][1] = int64(1)
	}
	checkFinding(t, "too few students", flowShare(english(t, few)), "")
}

func TestArcsBulgeNorthWhicheverWayTheyRun(t *testing.T) {
	for _, c := range []struct {
		name     string
		lng, lat float64
		sign     float64
	}{
		{"United States, east over the Pacific", -97.5, 39, 1},
		{"United Kingdom, west", -2.5, 53.9, -1},
		{"Brazil, east to the edge", -52, -10, 1},
		{"Russia, whose meridian is west but whose place on the map is east", 105, 72, 1},
		{"Taiwan", 121, 23.7, 1},
	} {
		if got := (Input{Home: Home{Place: "HK", Lng: 114.2}}).curveness(114.2, 22.3, c.lng, c.lat); got*c.sign <= 0 {
			t.Errorf("%s bends by %v", c.name, got)
		}
	}
	if got := (Input{Home: Home{Place: "PT", Lng: -9.16}}).curveness(-9.16, 38.7, -97.5, 39); got >= 0 {
		t.Errorf("seen from Lisbon the United States lie west, yet the arc bends by %v", got)
	}
	for world, at := range map[string]float64{worldMap: 150, atlanticMap: 11} {
		if x, y := onWorld(world, at, 0); math.Abs(x)+math.Abs(y) > 1e-9 {
			t.Errorf("%s: the middle of the map lies at %v, %v", world, x, y)
		}
		if x, _ := onWorld(world, at+179.9999, 0); math.Abs(x-2.7066) > 0.001 {
			t.Errorf("%s: the eastern edge lies at %v, want 2.7066 radii", world, x)
		}
	}
}

func TestLargestBalanceNamesOnePlace(t *testing.T) {
	places := func(nets ...int64) Input {
		rows := [][]any{}
		for i, net := range nets {
			rows = append(rows, []any{[]string{"Netherlands", "Japan", "Chile"}[i], net})
		}
		return english(t, answer("place net", rows...))
	}
	for _, c := range []struct {
		name string
		in   Input
		want string
	}{
		{"in", places(40, -5, 0), "40 more students come from the Netherlands than go to it"},
		{"out", places(20, -41, 3), "41 more students go to Japan than come from it"},
		{"ten", places(10, -3, 1), "10 more students come from the Netherlands than go to it"},
		{"nine", places(9, -3, 1), ""},
		{"two as far", places(40, -40, 1), ""},
		{"one place", places(40), ""},
	} {
		checkFinding(t, c.name, largestBalance(c.in, byBalance(c.in.Table, "net")), c.want)
	}
}

// The number beside the longest bar stands between the bar and the places' names, on a narrow page too.
func TestBalanceLeavesRoomForItsNumbers(t *testing.T) {
	rows := answer("place net", []any{"Japan", int64(4)}, []any{"South Africa", int64(-85)})
	for _, width := range []float64{wideBars, narrowBars} {
		axis := balanceAxis(rows, []int{0, 1}, "net", width)
		low, high := axis["min"].(float64), axis["max"].(float64)
		pixels := width / (high - low)
		if before := (-85 - low) * pixels; before < textWidth("−85", sizeSmall)+8 {
			t.Errorf("%.0f pixels wide: %.1f pixels left of the bar", width, before)
		}
		if after := (high - 4) * pixels; after < textWidth("+4", sizeSmall)+8 {
			t.Errorf("%.0f pixels wide: %.1f pixels right of the bar", width, after)
		}
	}
	if axis := balanceAxis(rows, []int{1}, "net", wideBars); axis["max"].(float64) != 0 {
		t.Errorf("with bars to one side the axis runs on to %v", axis["max"])
	}
}

func TestFarthestKeepsBothEnds(t *testing.T) {
	table := answer("net", []any{int64(9)}, []any{int64(7)}, []any{int64(5)}, []any{int64(-1)}, []any{int64(-8)}, []any{int64(0)})
	got := farthest(table, byBalance(table, "net"), "net", 2)
	want := []int{0, 1, 3, 4}
	if len(got) != len(want) {
		t.Fatalf("kept rows %v, want %v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("kept rows %v, want %v", got, want)
		}
	}
}

func TestOneSidedCountsPartnersWithoutReturn(t *testing.T) {
	partners := func(n, oneWay int) *table.Table {
		rows := [][]any{}
		for i := range n {
			back := int64(1)
			if i < oneWay {
				back = 0
			}
			rows = append(rows, []any{int64(3), back})
		}
		return answer("outbound inbound", rows...)
	}
	checkFinding(t, "some", oneSided(english(t, partners(10, 2))), "With 2 of 10 partners students move one way only")
	checkFinding(t, "one", oneSided(english(t, partners(10, 1))), "")
	checkFinding(t, "few partners", oneSided(english(t, partners(9, 5))), "")
}

func TestOverseasShareComparesTheDirections(t *testing.T) {
	split := func(out, back int64) Input {
		return english(t, answer("academic_year_id direction grouping participants",
			[]any{"2017/2018", "outbound", "overseas", out}, []any{"2017/2018", "outbound", "mainland_taiwan", 100 - out},
			[]any{"2017/2018", "inbound", "overseas", back}, []any{"2017/2018", "inbound", "mainland_taiwan", 100 - back}))
	}
	checkFinding(t, "apart", overseasShare(split(90, 70)), "In 2017/18, 90 % of outbound exchange was overseas, but 70 % of inbound")
	checkFinding(t, "five points", overseasShare(split(75, 70)), "In 2017/18, 75 % of outbound exchange was overseas, but 70 % of inbound")
	checkFinding(t, "four points", overseasShare(split(74, 70)), "")
	unfinished := english(t, answer("academic_year_id direction grouping participants incomplete",
		[]any{"2016/2017", "outbound", "overseas", int64(80), false}, []any{"2016/2017", "outbound", "mainland_taiwan", int64(20), false},
		[]any{"2016/2017", "inbound", "overseas", int64(40), false}, []any{"2016/2017", "inbound", "mainland_taiwan", int64(60), false},
		[]any{"2017/2018", "outbound", "overseas", int64(90), true}, []any{"2017/2018", "inbound", "mainland_taiwan", int64(70), true}))
	checkFinding(t, "an unfinished year is not compared", overseasShare(unfinished), "In 2016/17, 80 % of outbound exchange was overseas, but 40 % of inbound")
}

func TestRegionGrowthNamesTheLargestGain(t *testing.T) {
	regions := func(a, b int64) (Input, []regionLine) {
		in := english(t, answer("academic_year_id region region_name participants",
			[]any{"2016/2017", "a", "Middle East", int64(100)}, []any{"2016/2017", "b", "Europe", int64(200)},
			[]any{"2017/2018", "a", "Middle East", a}, []any{"2017/2018", "b", "Europe", b}))
		return in, regionLines(in.Table, []string{"2016/2017", "2017/2018"})
	}
	for _, c := range []struct {
		name string
		a, b int64
		want string
	}{
		{"small one gains more", 130, 210, "The Middle East gained the most: 30 more students since 2016/17"},
		{"ten", 110, 200, "The Middle East gained the most: 10 more students since 2016/17"},
		{"nine", 109, 200, ""},
		{"none gains", 90, 180, ""},
		{"both gain as much", 130, 230, ""},
	} {
		in, lines := regions(c.a, c.b)
		checkFinding(t, c.name, regionGrowth(in, lines, fastest(lines)), c.want)
	}
}

func TestAidIsComparedWithThePublishedCap(t *testing.T) {
	aid := func(covered, limit any, aided int64) Input {
		return english(t, answer("academic_year_id aid_coverage aid_cap aided_participants", []any{"2017/2018", covered, limit, aided}))
	}
	checkFinding(t, "below", belowCap(aid(0.341, 0.5, 100)), "Aid met 34.1 % of eligible cost in 2017/18; the cap is 50 %")
	checkFinding(t, "at the cap", belowCap(aid(0.5, 0.5, 100)), "")
	checkFinding(t, "no cap published", belowCap(aid(0.341, nil, 100)), "")
	checkFinding(t, "too few students", belowCap(aid(0.341, 0.5, 22)), "")
	unfinished := english(t, answer("academic_year_id aid_coverage aid_cap aided_participants incomplete",
		[]any{"2016/2017", 0.4, 0.5, int64(90), false}, []any{"2017/2018", 0.2, 0.5, int64(60), true}))
	checkFinding(t, "an unfinished year", belowCap(unfinished), "Aid met 40 % of eligible cost in 2016/17; the cap is 50 %")
}
