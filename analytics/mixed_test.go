package analytics

import (
	"encoding/csv"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"meridian/analytics/chart"
	"meridian/analytics/filter"
	"meridian/analytics/lang"
	"meridian/analytics/table"
	"meridian/data/store"
)

// mixed is the default data set with every other alliance membership, figure, event, establishment, programme and
// meeting graded illustrative.
func mixed(t *testing.T) *Network {
	t.Helper()
	files := fstest.MapFS{}
	entries, err := os.ReadDir("../data/polyu")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		text, err := os.ReadFile(path.Join("../data/polyu", entry.Name()))
		if err != nil {
			t.Fatal(err)
		}
		switch entry.Name() {
		case "memberships.csv", "figures.csv", "milestones.csv", "establishments.csv", "programmes.csv", "board.csv", "alliances.csv":
			text = everyOther(t, string(text))
		}
		files[entry.Name()] = &fstest.MapFile{Data: text}
	}
	snapshot, _, err := store.Load(t.Context(), store.Source{Dataset: files, Geo: os.DirFS("../data/geo")})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := snapshot.Close(); err != nil {
			t.Error(err)
		}
	})
	n, err := New(t.Context(), snapshot)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func everyOther(t *testing.T, text string) []byte {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	evidence := slices.Index(rows[0], "evidence")
	for i := 2; i < len(rows); i += 2 {
		rows[i][evidence] = "illustrative"
	}
	var b strings.Builder
	if err := csv.NewWriter(&b).WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	return []byte(b.String())
}

func ofGrade(grade string) Question {
	return Question{Lang: lang.English, Filter: filter.Filter{Evidence: []string{grade}}}
}

// What a chart of alliances or events shows of one grade and what it shows of the other is all it shows.
func TestAlliancesAndEventsHeedTheEvidenceAskedFor(t *testing.T) {
	n := mixed(t)
	for id, count := range map[string]string{"alliance-network": "", "alliance-places": "members", "alliance-figures": "", "milestones": ""} {
		published, illustrative := shownOf(t, n, id, "published", count), shownOf(t, n, id, "illustrative", count)
		all := amount(chartTable(t, n, id, filter.Filter{}), count)
		if published == 0 || illustrative == 0 || published+illustrative != all {
			t.Errorf("%s: %v published and %v illustrative of %v", id, published, illustrative, all)
		}
	}
	for _, grade := range []string{"published", "illustrative"} { // the map is of one alliance, which may be another then
		if shownOf(t, n, "belt-road-map", grade, "") == 0 {
			t.Errorf("belt-road-map has nothing %s", grade)
		}
		t.Run(grade, func(t *testing.T) { explainAll(t, n, filter.Filter{Evidence: []string{grade}}, 3) })
	}
}

func shownOf(t *testing.T, n *Network, id, grade, count string) float64 {
	t.Helper()
	answer := chartTable(t, n, id, ofGrade(grade).Filter)
	for r, g := range answer.Grades {
		if g != grade {
			t.Errorf("%s: row %d is %s, asked for %s", id, r, g, grade)
		}
	}
	return amount(answer, count)
}

// chartTable is a chart's table under the filters that the chart heeds.
func chartTable(t *testing.T, n *Network, id string, f filter.Filter) *table.Table {
	t.Helper()
	c, known := chart.ByID(id)
	if !known {
		t.Fatalf("there is no chart %s", id)
	}
	return answerOf(t, n, c.Metric, f.Only(c.Filters))
}

// amount is the sum of a column, or with none the number of rows.
func amount(t *table.Table, column string) float64 {
	sum := 0.0
	for r := range t.Rows {
		if column == "" {
			sum++
			continue
		}
		sum += t.Value(r, column)
	}
	return sum
}

// listSizes counts what the lists hold: alliances, their members and figures, establishments, events, programmes, meetings.
func listSizes(t *testing.T, n *Network, q Question) map[string]int {
	t.Helper()
	sizes := map[string]int{}
	alliances, err := n.Alliances(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range alliances {
		sizes["members"] += len(a.Members)
		sizes["figures"] += len(a.Figures)
	}
	establishments, err := n.Establishments(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	history, err := n.History(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	board, err := n.Board(t.Context(), "", q)
	if err != nil {
		t.Fatal(err)
	}
	sizes["alliances"], sizes["establishments"], sizes["meetings"] = len(alliances), len(establishments), len(board.Meetings)
	sizes["milestones"], sizes["programmes"] = len(history.Milestones), len(history.Programmes)
	return sizes
}

func TestListsOfFactsHeedTheEvidenceAskedFor(t *testing.T) {
	n := mixed(t)
	all := listSizes(t, n, Question{Lang: lang.English})
	published, illustrative := listSizes(t, n, ofGrade("published")), listSizes(t, n, ofGrade("illustrative"))
	for what, count := range all {
		inParts := what != "members" && what != "figures" // those of an alliance of the other grade go with it
		if published[what] == 0 || illustrative[what] == 0 || inParts && published[what]+illustrative[what] != count || published[what] >= count {
			t.Errorf("%s: %d published and %d illustrative of %d", what, published[what], illustrative[what], count)
		}
	}
	if _, err := n.Board(t.Context(), "iab-2015", ofGrade("published")); err != nil {
		t.Errorf("a meeting of other evidence cannot be compared with by its id: %v", err)
	}
}
