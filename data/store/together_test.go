package store_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"meridian/data/store"
)

func memory(t *testing.T, s *store.Snapshot) string {
	t.Helper()
	return fmt.Sprint(query(t, s, "SELECT current_setting('memory_limit')", nil))
}

// TestOneFileOpenedByMany opens, asks, compares and closes one file from many sides at once.
func TestOneFileOpenedByMany(t *testing.T) {
	ctx := context.Background()
	path := built(t, "a.duckdb", nil)
	failed := make(chan error, 80)
	var all sync.WaitGroup
	for i := range 40 {
		all.Go(func() {
			open := store.Open
			if i%2 == 0 {
				open = store.OpenBeside
			}
			s, err := open(ctx, path)
			if err != nil {
				failed <- err
				return
			}
			_, err = s.Query(ctx, "SELECT count(*) FROM mobility", nil)
			failed <- errors.Join(err, s.Close(), s.Close())
			if i%8 == 0 {
				_, err := store.Compare(ctx, path, path)
				failed <- err
			}
		})
	}
	all.Wait()
	close(failed)
	for err := range failed {
		if err != nil {
			t.Error(err)
		}
	}
}

// TestOneHolderLeaves: who closes first takes away neither the data nor the folder for what does not fit in memory.
func TestOneHolderLeaves(t *testing.T) {
	ctx := context.Background()
	t.Setenv("TMPDIR", t.TempDir())
	path := built(t, "a.duckdb", nil)
	first, err := store.OpenBeside(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	little := memory(t, first)
	second, err := store.Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	if memory(t, second) == little {
		t.Errorf("what is shown is held to %s, the part of a comparison", little)
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	scratch := fmt.Sprint(query(t, second, "SELECT current_setting('temp_directory')", nil))
	if _, err := os.Stat(scratch[2 : len(scratch)-2]); err != nil {
		t.Errorf("the folder of a file that is still open: %v", err)
	}
	expect(t, "rows", query(t, second, "SELECT count(*) FROM mobility", nil), "[[5]]")
	if _, err := second.Query(ctx, "SET memory_limit = '1GB'", nil); err == nil {
		t.Error("the settings of what is shown can be changed")
	}
	if err := second.Close(); err != nil {
		t.Fatal(err)
	}
	left, _ := filepath.Glob(filepath.Join(os.TempDir(), "meridian-*"))
	expect(t, "folders left", fmt.Sprint(left), "[]")
}

func TestOpeningWaitsNoLongerThanItsContext(t *testing.T) {
	path := built(t, "a.duckdb", nil)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := store.Open(ctx, path)
	if refusal := new(store.NotSnapshotError); !errors.Is(err, context.Canceled) || errors.As(err, &refusal) {
		t.Errorf("open: %v", err)
	}
	if _, err := store.Compare(ctx, path, path); !errors.Is(err, context.Canceled) {
		t.Errorf("compare: %v", err)
	}
}
