package analytics

import (
	"context"
	"errors"
	"os"
	"testing"
	"testing/fstest"

	"meridian/analytics/filter"
	"meridian/analytics/lang"
	"meridian/analytics/table"
	"meridian/data/store"
)

// TestAvailableInAnyYear: a chart whose rows end before the last year of the data set is available all the same.
func TestAvailableInAnyYear(t *testing.T) {
	folder := fstest.MapFS{}
	for name, text := range map[string]string{
		"dataset.yaml":       "id: net\nname: Net\nacademic_year: {start_month: 1}\nas_of: 2018-12-31\n",
		"flows.csv":          "academic_year_id,origin_code,destination_code,participants\n2012,CN,GB,5\n",
		"copublications.csv": "academic_year_id,place_a,place_b,works\n2017,CN,GB,5\n",
	} {
		folder[name] = &fstest.MapFile{Data: []byte(text)}
	}
	snapshot, _, err := store.Load(t.Context(), store.Source{Dataset: folder, Geo: os.DirFS("../data/geo")})
	if err != nil {
		t.Fatal(err)
	}
	defer snapshot.Close()
	n, err := New(t.Context(), snapshot)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]bool{}
	for _, entry := range n.Charts(lang.English) {
		got[entry.ID] = entry.Available
	}
	for id, want := range map[string]bool{"flow-trend": true, "flow-pairs": true, "copublication-trend": true, "mobility-trend": false} {
		if got[id] != want {
			t.Errorf("%s available: %v, want %v", id, got[id], want)
		}
	}
}

// TestOneMetricIsAskedOnce for all figures of a request, and again where the filter differs or nothing was answered.
func TestOneMetricIsAskedOnce(t *testing.T) {
	asked := 0
	ask := once(func(_ context.Context, metric string, _ Question) (*table.Table, error) {
		asked++
		if metric == "broken" {
			return nil, errors.New("no answer")
		}
		return &table.Table{}, nil
	})
	all, some := Question{Lang: lang.English}, Question{Lang: lang.English, Filter: filter.Filter{Place: []string{"GB"}}}
	for _, c := range []struct {
		metric string
		q      Question
		want   int
	}{{"reach", all, 1}, {"reach", all, 1}, {"reach", some, 2}, {"other", all, 3}, {"broken", all, 4}, {"broken", all, 5}} {
		_, err := ask(t.Context(), c.metric, c.q)
		if asked != c.want || (err != nil) != (c.metric == "broken") {
			t.Errorf("%s %v: asked %d times, want %d; %v", c.metric, c.q.Filter, asked, c.want, err)
		}
	}
}
