package analytics

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"

	"meridian/analytics/filter"
	"meridian/analytics/lang"
	"meridian/analytics/table"
	"meridian/data/fault"
)

func kept(t *testing.T, most int) *answers {
	t.Helper()
	a, err := newAnswers(most)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// counted answers with one cell and counts how often it was asked.
func countedAsk(asked *atomic.Int64, err error) answerer {
	return func(context.Context, string, Question) (*table.Table, error) {
		asked.Add(1)
		return &table.Table{Columns: []table.Column{{Name: "n"}}, Rows: [][]any{{int64(1)}}}, err
	}
}

func TestAnswersAreComputedOnceForMany(t *testing.T) {
	a, asked := kept(t, 100), atomic.Int64{}
	var all sync.WaitGroup
	for range 64 {
		all.Go(func() {
			if _, err := a.get(t.Context(), "m", Question{Lang: lang.English}, countedAsk(&asked, nil)); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if asked.Load() != 1 {
		t.Errorf("64 clients cost %d queries, want 1", asked.Load())
	}
}

func TestAnswersOfOtherQuestionsAreOthers(t *testing.T) {
	a, asked := kept(t, 100), atomic.Int64{}
	for _, q := range []Question{{}, {Lang: lang.English}, {Filter: filter.Filter{Place: []string{"DE", "FR"}}}, {Filter: filter.Filter{Place: []string{"DE FR"}}},
		{Disclosure: "hesa"}, {Filter: filter.Filter{Region: []string{"DE", "FR"}}}} {
		if _, err := a.get(t.Context(), "m", q, countedAsk(&asked, nil)); err != nil {
			t.Fatal(err)
		}
	}
	if asked.Load() != 6 {
		t.Errorf("six questions cost %d queries", asked.Load())
	}
}

// What a caller does to an answer, or a query that failed, must not be found by the next.
func TestAnswersAreTheCallersOwn(t *testing.T) {
	a, asked := kept(t, 100), atomic.Int64{}
	first, err := a.get(t.Context(), "m", Question{}, countedAsk(&asked, nil))
	if err != nil {
		t.Fatal(err)
	}
	first.Rows[0][0], first.Columns[0].Name = int64(7), "spoilt"
	again, err := a.get(t.Context(), "m", Question{}, countedAsk(&asked, nil))
	if err != nil || again.Rows[0][0] != int64(1) || again.Columns[0].Name != "n" {
		t.Errorf("the next caller finds %v, %v", again, err)
	}
	failed := errors.New("no")
	if _, err := a.get(t.Context(), "other", Question{}, countedAsk(&asked, failed)); !errors.Is(err, failed) {
		t.Error(err)
	}
	if _, err := a.get(t.Context(), "other", Question{}, countedAsk(&asked, nil)); err != nil {
		t.Errorf("a failure was kept: %v", err)
	}
}

func TestAnswersStayWithinTheirRoom(t *testing.T) {
	a, asked := kept(t, 6), atomic.Int64{}
	for _, metric := range []string{"a", "b", "c", "d", "d", "a"} {
		if _, err := a.get(t.Context(), metric, Question{}, countedAsk(&asked, nil)); err != nil {
			t.Fatal(err)
		}
	}
	if a.cells > 6 || a.kept.Len() != 3 || asked.Load() != 5 {
		t.Errorf("%d cells in %d answers after %d queries", a.cells, a.kept.Len(), asked.Load())
	}
}

func TestUnknownMetricsAreStillRefused(t *testing.T) {
	var refused *fault.Error
	if _, err := network(t).Answer(t.Context(), "nothing", Question{}); !errors.As(err, &refused) {
		t.Errorf("refused with %v", err)
	}
}
