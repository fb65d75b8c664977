package chart

import (
	"math"
	"reflect"
	"testing"
)

func TestMostMembersNamesALeadingPlace(t *testing.T) {
	places := func(first, second int64) Input {
		return english(t, answer("country_code place members",
			[]any{"CN", "Chinese mainland", first}, []any{"RU", "Russia", second}, []any{"FR", "France", int64(1)}))
	}
	checkFinding(t, "leads", mostMembers(places(5, 4)), "5 of 10 named memberships are in the Chinese mainland")
	checkFinding(t, "shares the lead", mostMembers(places(4, 4)), "")
}

func TestNamedOfKeepsTheQualifier(t *testing.T) {
	in := english(t, answer("alliance_id alliance named stated qualifier",
		[]any{"u", "UANSR", int64(28), int64(150), "more than"}, []any{"x", "X", int64(3), nil, nil}))
	if got := namedOf(in, "u"); got != "UANSR: 28 of 150+ named" {
		t.Errorf("said %q", got)
	}
	if got := namedOf(in, "x"); got != "X: 3 named" {
		t.Errorf("an alliance nobody counted: %q", got)
	}
}

func TestAllianceGrowthComparesDatedStatementsOnly(t *testing.T) {
	columns := "alliance_id alliance as_of stated qualifier"
	in := english(t, answer(columns,
		[]any{"i", "ISTA", "2018", int64(27), "exactly"}, []any{"i", "ISTA", "2019-10-11", int64(29), "exactly"}, []any{"i", "ISTA", nil, int64(99), "exactly"},
		[]any{"u", "UANSR", "2015", int64(100), "nearly"}, []any{"u", "UANSR", "2023", int64(160), "over"}))
	checkFinding(t, "dated", allianceGrowth(in), "UANSR went from just under 100 members in 2015 to 160+ in 2023")
	in = english(t, answer(columns, []any{"i", "ISTA", "2018", int64(27), "exactly"}, []any{"i", "ISTA", nil, int64(31), "exactly"}))
	checkFinding(t, "one date", allianceGrowth(in), "")
}

func TestStatementsKeepUndatedOnesApart(t *testing.T) {
	in := english(t, answer("alliance_id alliance as_of stated qualifier",
		[]any{"i", "ISTA", "2018", int64(27), "exactly"}, []any{"i", "ISTA", nil, int64(26), "some"}))
	dated, apart := statements(in, "i")
	if len(dated) != 1 || len(apart) != 1 || dated[0].Title != "ISTA 27" || apart[0].Title != "≈26" {
		t.Errorf("dated %+v, apart %+v", dated, apart)
	}
}

func TestSharedMembersAreCountedOnce(t *testing.T) {
	columns := "alliance_id institution_id institution alliances"
	in := english(t, answer(columns,
		[]any{"a", "x", "X", int64(2)}, []any{"b", "x", "X", int64(2)}, []any{"a", "y", "Y", int64(2)}, []any{"b", "y", "Y", int64(2)}, []any{"a", "z", "Z", int64(1)}))
	checkFinding(t, "two shared", sharedMembers(in), "2 of 3 named institutions belong to more than one alliance")
	in.Table.Rows = in.Table.Rows[:2]
	checkFinding(t, "one shared", sharedMembers(in), "")
}

func TestNetworkIsPlacedAlikeEveryTimeAndNothingMeets(t *testing.T) {
	var members []member
	add := func(n int, hubs ...int) {
		for range n {
			members = append(members, member{id: string(rune('A' + len(members))), hubs: hubs, lines: 1 + len(members)%2})
		}
	}
	add(5, 0)
	add(25, 1)
	add(18, 2)
	add(7, 1, 2)
	add(3, 0, 1)
	add(1, 0, 1, 2)
	wide := wideNetwork()
	hubs := wide.placeHubs([]int{9, 36, 26})
	first := wide.placeNetwork(members, hubs)
	if !reflect.DeepEqual(first, wide.placeNetwork(members, wide.placeHubs([]int{9, 36, 26}))) {
		t.Error("the same members came to other points")
	}
	if len(first) != len(members) {
		t.Fatalf("%d of %d members have a point", len(first), len(members))
	}
	for a, p := range first {
		for b, q := range first {
			if a < b && math.Hypot(p.x-q.x, p.y-q.y) < 14 {
				t.Errorf("%s and %s stand %.0f px apart", a, b, math.Hypot(p.x-q.x, p.y-q.y))
			}
		}
		for _, hub := range hubs {
			if math.Hypot(p.x-hub.x, p.y-hub.y) < 38 {
				t.Errorf("%s stands on an alliance", a)
			}
		}
	}
}

func TestLanesKeepTextsAndPolesApart(t *testing.T) {
	flags := []flag{{15, 200}, {470, 200}, {490, 200}, {620, 200}, {625, 200}, {690, 200}, {720, 200}, {720, 200}}
	set := lanes(flags)
	for i, a := range flags {
		from, to := a.x, a.x+a.width
		if set[i].left {
			from, to = a.x-a.width, a.x
		}
		for j, b := range flags {
			if i == j || set[i].lane*set[j].lane < 0 {
				continue
			}
			if high := set[j].lane*set[j].lane >= set[i].lane*set[i].lane; high && b.x > from && b.x < to {
				t.Errorf("the pole of flag %d runs through the text of flag %d: %v", j, i, set)
			}
		}
	}
	if !set[1].left || set[0].left {
		t.Errorf("the text after an empty stretch reaches back over it, the first has nowhere to: %v", set)
	}
	highest := 0
	for _, f := range set {
		highest = max(highest, f.lane, -f.lane)
	}
	if highest > 3 {
		t.Errorf("eight events take %d lanes a side: %v", highest, set)
	}
}

func TestMomentStandsInTheMiddleOfWhatIsKnown(t *testing.T) {
	for iso, want := range map[string]float64{"2015": 2015.5, "2015-07": 2015 + 6.5/12, "2015-01-01": 2015 + 0.5/31/12} {
		if got, ok := moment(iso); !ok || math.Abs(got-want) > 1e-9 {
			t.Errorf("moment(%s) = %v, %v; want %v", iso, got, ok, want)
		}
	}
	for _, iso := range []string{"", "undated", "2015-05-01-02"} {
		if _, ok := moment(iso); ok {
			t.Errorf("%q is no date", iso)
		}
	}
}
