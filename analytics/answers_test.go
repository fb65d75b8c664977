package analytics

import (
	"context"
	"errors"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

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
	a, asked := kept(t, 1<<20), atomic.Int64{}
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
	a, asked := kept(t, 1<<20), atomic.Int64{}
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
	a, asked := kept(t, 1<<20), atomic.Int64{}
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
	a, asked := kept(t, 6*cellBytes), atomic.Int64{}
	for _, metric := range []string{"a", "b", "c", "d", "d", "a"} {
		if _, err := a.get(t.Context(), metric, Question{}, countedAsk(&asked, nil)); err != nil {
			t.Fatal(err)
		}
	}
	if a.bytes > 6*cellBytes || a.kept.Len() != 3 || asked.Load() != 5 {
		t.Errorf("%d bytes in %d answers after %d queries", a.bytes, a.kept.Len(), asked.Load())
	}
}

// Text takes room as well as cells.
func TestLongTextsTakeTheirRoom(t *testing.T) {
	a := kept(t, 10_000)
	for _, metric := range []string{"a", "b", "c"} {
		_, err := a.get(t.Context(), metric, Question{}, func(context.Context, string, Question) (*table.Table, error) {
			return &table.Table{Columns: []table.Column{{Name: "n"}}, Rows: [][]any{{strings.Repeat("x", 4000)}}, Cited: []string{strings.Repeat("y", 400)}}, nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if a.kept.Len() != 2 || a.bytes < 8800 {
		t.Errorf("%d answers of 4,400 letters are kept in room for 10,000, counted as %d", a.kept.Len(), a.bytes)
	}
}

// Who waits for another's answer waits no longer than they would for their own.
func TestWaitersGoWhenTheyAreTold(t *testing.T) {
	a, begun, release := kept(t, 1<<20), make(chan struct{}), make(chan struct{})
	slow := func(context.Context, string, Question) (*table.Table, error) {
		close(begun)
		<-release
		return &table.Table{}, nil
	}
	first := make(chan error, 1)
	go func() {
		_, err := a.get(t.Context(), "m", Question{}, slow)
		first <- err
	}()
	<-begun
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
	defer cancel()
	waited := make(chan error, 1)
	go func() {
		_, err := a.get(ctx, "m", Question{}, slow)
		waited <- err
	}()
	select {
	case err := <-waited:
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("gone with %v", err)
		}
	case <-time.After(5 * time.Second):
		t.Error("still waiting")
	}
	close(release)
	if err := <-first; err != nil {
		t.Errorf("the one who asked first: %v", err)
	}
}

// A panic beside the request is told as an error: it must not end the process.
func TestPanicsAreErrors(t *testing.T) {
	a := kept(t, 1<<20)
	_, err := a.get(t.Context(), "m", Question{}, func(context.Context, string, Question) (*table.Table, error) { panic("no such column") })
	if err == nil || !strings.Contains(err.Error(), "no such column") {
		t.Errorf("told as %v", err)
	}
}

// What people type into a search is not kept: every letter would push out an answer that others ask for.
func TestSearchesAreNotKept(t *testing.T) {
	a, asked := kept(t, 1<<20), atomic.Int64{}
	for _, search := range []string{"u", "un", "uni", "uni"} {
		if _, err := a.get(t.Context(), "m", Question{List: Listing{Search: search}}, countedAsk(&asked, nil)); err != nil {
			t.Fatal(err)
		}
	}
	if a.kept.Len() != 0 || asked.Load() != 4 {
		t.Errorf("%d of %d searches are kept", a.kept.Len(), asked.Load())
	}
}

func TestUnknownMetricsAreStillRefused(t *testing.T) {
	var refused *fault.Error
	if _, err := network(t).Answer(t.Context(), "nothing", Question{}); !errors.As(err, &refused) {
		t.Errorf("refused with %v", err)
	}
}
