package store_test

import (
	"context"
	"sync"
	"testing"
	"time"

	"meridian/data/store"
)

// TestComparisonsThatNobodyWaitsFor ends forty comparisons at as many moments of their work; the file can be compared
// and asked afterwards as before.
func TestComparisonsThatNobodyWaitsFor(t *testing.T) {
	before := built(t, "a.duckdb", nil)
	after := built(t, "b.duckdb", map[string]string{"projects.csv": ""})
	serving, err := store.Open(t.Context(), before)
	if err != nil {
		t.Fatal(err)
	}
	defer serving.Close()
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		var all sync.WaitGroup
		for i := range 40 {
			all.Go(func() {
				ctx, stop := context.WithTimeout(context.Background(), time.Duration(i)*20*time.Millisecond)
				defer stop()
				_, _ = store.Compare(ctx, before, after) // ended early or not: what follows is what counts
			})
		}
		all.Wait()
	}()
	select {
	case <-ended:
	case <-time.After(time.Minute):
		t.Fatal("comparisons whose time is over do not end")
	}
	changes, err := store.Compare(t.Context(), before, after)
	if err != nil || len(changes.Tables) == 0 {
		t.Errorf("one more: %+v, %v", changes, err)
	}
	expect(t, "rows", query(t, serving, "SELECT count(*) FROM mobility", nil), "[[5]]")
}
