package analytics

import (
	"os"
	"testing"
	"testing/fstest"

	"meridian/analytics/lang"
	"meridian/data/store"
)

// Rows whose file names no publication are the institution's own records, and are not called published.
func TestOwnRecordsAreNotCalledPublished(t *testing.T) {
	own := lisbonFiles()
	for _, name := range []string{"sources.csv", "figures.csv"} {
		delete(own, name)
	}
	for name, c := range map[string]struct {
		network *Network
		want    map[lang.Lang]string
	}{
		"files only":            {recorded(t, own), map[lang.Lang]string{lang.English: "Own records", lang.Traditional: "機構自有記錄", lang.Simplified: "机构自有记录"}},
		"files and a report":    {lisbon(t), map[lang.Lang]string{lang.English: "Published or own records"}},
		"publications are told": {network(t), map[lang.Lang]string{lang.English: "Published"}},
	} {
		for l, want := range c.want {
			answer, err := c.network.Chart(t.Context(), "milestones", Question{Lang: l})
			if err != nil || answer.EvidenceLabel != want || answer.Evidence != "published" {
				t.Errorf("%s: graded %s, called %q, want %q (%v)", name, answer.Evidence, answer.EvidenceLabel, want, err)
			}
			if named := c.network.Dimensions(l).Evidence; len(named) == 0 || named[0].Label != want {
				t.Errorf("%s: the filter calls it %v, want %q", name, named, want)
			}
		}
	}
}

// A chart that has none of the rows asked for names own records by their name.
func TestAnEmptyChartNamesOwnRecords(t *testing.T) {
	own := lisbonFiles()
	for _, name := range []string{"sources.csv", "figures.csv"} {
		delete(own, name)
	}
	for l, want := range map[lang.Lang]string{
		lang.English:     "No illustrative rows: this chart’s rows are own records.",
		lang.Traditional: "沒有「示例」資料：此圖表的資料屬「機構自有記錄」。",
	} {
		q := ofGrade("illustrative")
		q.Lang = l
		answer, err := recorded(t, own).Chart(t.Context(), "mobility-trend", q)
		if err != nil || answer.Empty != want {
			t.Errorf("%q, want %q (%v)", answer.Empty, want, err)
		}
	}
	if words := recorded(t, own).graded([]string{"published", "derived"}, "own-record", lang.English); words != "own-record or derived" {
		t.Errorf("rows that are not there are called %q", words)
	}
}

// recorded is the network of a data set's files.
func recorded(t *testing.T, files fstest.MapFS) *Network {
	t.Helper()
	snapshot, report, err := store.Load(t.Context(), store.Source{Dataset: files, Geo: os.DirFS("../data/geo")})
	if err != nil {
		t.Fatalf("%v: %v", err, report)
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
