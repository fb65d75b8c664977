package disclose

import (
	"fmt"
	"reflect"
	"testing"

	"meridian/analytics/table"
)

// people is a table of places with the people who went to each.
func people(values ...any) *table.Table {
	t := &table.Table{Columns: []table.Column{{Name: "place", Type: "string", Dimension: "place"}, {Name: "n", Type: "int", People: true}}}
	for i, v := range values {
		t.Rows = append(t.Rows, []any{fmt.Sprint("P", i), v})
	}
	return t
}

// shown is a column as a reader sees it.
func shown(t *table.Table, column string) []string {
	var cells []string
	for r := range t.Rows {
		if w, is := t.WithheldIn(r, column); is {
			if t.Rows[r][t.Index(column)] != nil {
				cells = append(cells, "left in the rows")
				continue
			}
			cells = append(cells, w.Shown)
			continue
		}
		cells = append(cells, fmt.Sprint(t.Rows[r][t.Index(column)]))
	}
	return cells
}

func TestRound(t *testing.T) {
	for people, want := range map[float64]float64{0: 0, 1: 0, 2: 0, 2.4: 0, 2.5: 5, 3: 5, 7: 5, 7.5: 10, 8: 10, 22: 20, 23: 25, 1097: 1095, 1098: 1100, -2: 0, -3: -5, -7.5: -10} {
		if got := Round(people); got != want {
			t.Errorf("Round(%v) = %v, want %v", people, got, want)
		}
	}
}

func TestDown(t *testing.T) {
	for people, want := range map[float64]float64{0: 0, 5: 5, 9: 5, 9.9: 5, 10: 10, 1099: 1095, -9: -5, -4: 0} {
		if got := Down(people); got != want {
			t.Errorf("Down(%v) = %v, want %v", people, got, want)
		}
	}
}

func TestOffLeavesAnAnswerAlone(t *testing.T) {
	for _, mode := range []Mode{"", Off} {
		answer := people(int64(1), int64(3), int64(1097))
		Apply(answer, mode)
		if got := shown(answer, "n"); !reflect.DeepEqual(got, []string{"1", "3", "1097"}) {
			t.Errorf("%q: %v", mode, got)
		}
	}
}

// A total is rounded after it is summed: 3 + 3 + 3 are shown as 5, 5 and 5, and their total as 10.
func TestHESARounds(t *testing.T) {
	answer := people(int64(3), int64(3), int64(3), int64(9), 2.0, nil, int64(0))
	Apply(answer, HESA)
	if got := shown(answer, "n"); !reflect.DeepEqual(got, []string{"5", "5", "5", "10", "0", "<nil>", "0"}) {
		t.Error(got)
	}
	if len(answer.Withheld) > 0 {
		t.Errorf("rounding withholds nothing: %v", answer.Withheld)
	}
}

func ratios(kind, unit string, rows ...[]any) *table.Table {
	return &table.Table{Columns: []table.Column{
		{Name: "year", Type: "year"}, {Name: "ratio", Type: kind, Unit: unit, Base: "n"}, {Name: "n", Type: "int", People: true},
	}, Rows: rows}
}

func TestRatiosOfFewPeopleAreWithheld(t *testing.T) {
	for _, c := range []struct {
		kind, unit string
		ratio      float64
		over       any
		want       string
	}{
		{"share", "", 0.5, int64(22), ".."},
		{"share", "", 0.5, 22.5, "0.5"},
		{"percent", "", 10.0 / 23, int64(23), "0.435"},
		{"percent", "", 0, int64(23), "0"},
		{"percent", "", 1, int64(23), "1"},
		{"percent", "", 4.0 / 47, int64(47), ".."},       // four people
		{"percent", "", 43.0 / 47, int64(47), ".."},      // all but four
		{"percent", "", 5.0 / 47, int64(47), "0.106"},    // no more exactly than a tenth of a percent
		{"float", "", 1 - 46.0/50, int64(50), ".."},      // reciprocity: two of fifty went the other way
		{"float", "", 1 - 10.0/50, int64(50), "0.8"},     // an index
		{"float", "months", 4.25, int64(7), ".."},        // an average
		{"float", "months", 4.25, int64(8), "4.3"},       //
		{"money", "HK$", 12345.67, int64(7), ".."},       //
		{"money", "HK$", 12345.67, int64(8), "12345.67"}, // money is not rounded
		{"share", "", 0.5, nil, ".."},                    // nobody knows of how many
		{"share", "", 0.5, "a text where a number is", ".."},
	} {
		answer := ratios(c.kind, c.unit, []any{"2017/2018", c.ratio, c.over})
		Apply(answer, HESA)
		if got := shown(answer, "ratio"); got[0] != c.want {
			t.Errorf("%s %s %v of %v is shown as %s, want %s", c.kind, c.unit, c.ratio, c.over, got[0], c.want)
		}
	}
}

// A ratio whose base is not there cannot be judged, so it is not shown.
func TestARatioWithoutItsBaseIsWithheld(t *testing.T) {
	answer := ratios("share", "", []any{"2017/2018", 0.5, int64(100)})
	answer.Columns[1].Base = "missing"
	Apply(answer, HESA)
	if got := shown(answer, "ratio"); got[0] != ".." {
		t.Error(got)
	}
}

// What the other parts leave of a hundred percent gives no part away.
func TestOnePartOfAWholeIsNotWithheldAlone(t *testing.T) {
	answer := ratios("share", "", []any{"a", 3.0 / 50, int64(50)}, []any{"b", 17.0 / 50, int64(50)}, []any{"c", 30.0 / 50, int64(50)})
	Apply(answer, HESA)
	if got := shown(answer, "ratio"); !reflect.DeepEqual(got, []string{"..", "..", "0.6"}) {
		t.Error(got)
	}
}

func TestThresholdWithholdsAndProtects(t *testing.T) {
	answer := people(int64(3), int64(12), int64(48), int64(0))
	Apply(answer, Threshold)
	if got := shown(answer, "n"); !reflect.DeepEqual(got, []string{"<5", "..", "45", "0"}) {
		t.Error(got)
	}
	if first, second := answer.Withheld[0].Reason, answer.Withheld[1].Reason; first != table.FewPeople || second != table.GivesAway {
		t.Errorf("reasons %s, %s", first, second)
	}
	two := people(int64(3), int64(4), int64(48))
	Apply(two, Threshold)
	if got := shown(two, "n"); !reflect.DeepEqual(got, []string{"<5", "<5", "45"}) {
		t.Errorf("two withheld cells protect one another, so nothing else is: %v", got)
	}
}

// Each line of a table is guarded: years, directions, the column of regions, and columns that add up.
func TestThresholdGuardsEveryLine(t *testing.T) {
	answer := &table.Table{Columns: []table.Column{
		{Name: "year", Type: "year"}, {Name: "direction", Type: "string", Dimension: "direction"}, {Name: "direction_name", Type: "string"},
		{Name: "n", Type: "int", People: true},
	}, Rows: [][]any{
		{"2016", "in", "In", int64(2)}, {"2016", "out", "Out", int64(40)},
		{"2017", "in", "In", int64(30)}, {"2017", "out", "Out", int64(50)},
		{"2018", "in", "In", int64(60)}, {"2018", "out", "Out", int64(70)},
	}}
	Apply(answer, Threshold)
	if got := shown(answer, "n"); !reflect.DeepEqual(got, []string{"<5", "..", "..", "..", "60", "70"}) {
		t.Error(got)
	}
	sums := &table.Table{Columns: []table.Column{
		{Name: "place", Type: "string"}, {Name: "all", Type: "int", People: true}, {Name: "out", Type: "int", People: true},
		{Name: "in", Type: "int", People: true}, {Name: "net", Type: "int", People: true},
	}, Rows: [][]any{{"A", int64(22), int64(20), int64(2), int64(-18)}, {"B", int64(90), int64(50), int64(40), int64(-10)}}}
	Apply(sums, Threshold)
	for _, line := range [][]string{{"all", "out", "in"}, {"out", "in", "net"}} {
		withheld := 0
		for _, column := range line {
			if _, is := sums.WithheldIn(0, column); is {
				withheld++
			}
		}
		if withheld == 1 {
			t.Errorf("one of %v alone is withheld: the other two give it away", line)
		}
	}
}

func TestAnswersWithoutPeopleAreLeftAlone(t *testing.T) {
	answer := &table.Table{Columns: []table.Column{{Name: "place", Type: "string"}, {Name: "projects", Type: "int"}}, Rows: [][]any{{"A", int64(2)}}}
	Apply(answer, Threshold)
	if got := shown(answer, "projects"); got[0] != "2" || Covers(answer.Columns) {
		t.Error(got)
	}
}

func TestModes(t *testing.T) {
	if _, err := Parse("some"); err == nil || err.Error() != `"some" is no disclosure mode: give off, hesa, threshold` {
		t.Error(err)
	}
	if m, err := Parse(""); m != Off || err != nil {
		t.Error(m, err)
	}
	if got := Strictest("", HESA, Off); got != HESA {
		t.Error(got)
	}
	if !Off.LessStrict(HESA) || HESA.LessStrict(HESA) || Threshold.LessStrict(HESA) || Mode("").LessStrict(Off) {
		t.Error("order of strictness")
	}
	unknown := people(int64(2))
	Apply(unknown, "misspelt")
	if got := shown(unknown, "n"); got[0] != "<5" {
		t.Errorf("a mode that is none is the strictest: %v", got)
	}
}
