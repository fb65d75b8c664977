package server

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"meridian/analytics/lang"
	"meridian/data/library"
	"meridian/data/store"
)

// TestManyCompareAtOnce asks for forty comparisons at once, then for one more, and for one of a version with itself.
func TestManyCompareAtOnce(t *testing.T) {
	w := newSwapped(t)
	address := func(from, to, language string) string {
		return fmt.Sprintf("/api/v1/snapshots/%s/changes?against=%s&lang=%s", to, from, language)
	}
	var all sync.WaitGroup
	for i := range 40 {
		from, to := w.whole.Version, w.half.Version
		if i%2 == 0 {
			from, to = to, from
		}
		all.Go(func() {
			_, body, err := w.get(address(from, to, string(lang.All()[i%len(lang.All())])))
			if err != nil || !strings.Contains(string(body), `"from":"`+from) || !strings.Contains(string(body), `"mobility"`) {
				t.Errorf("%.200s, %v", body, err)
			}
		})
	}
	all.Wait()
	if _, _, err := w.get(address(w.whole.Version, w.half.Version, "en")); err != nil {
		t.Error(err)
	}
	_, body, err := w.get(address(w.half.Version, w.half.Version, "en"))
	if err != nil || !strings.Contains(string(body), `"figures":[]`) || !strings.Contains(string(body), `"removed":0`) {
		t.Errorf("with itself: %.200s, %v", body, err)
	}
	if _, _, err := w.get(address("none", "none", "en")); err == nil || !strings.Contains(err.Error(), "404") {
		t.Errorf("of a version that is not there: %v", err)
	}
}

// stuck is versions whose comparisons take no notice of their context until they are let go.
type stuck struct {
	library.Library
	begun chan struct{}
	letGo chan struct{}
}

func (s *stuck) Alone(context.Context) (func(), error) { return func() {}, nil }

func (s *stuck) Compare(_ context.Context, _, _ string) (library.Changes, error) {
	s.begun <- struct{}{}
	<-s.letGo
	return library.Changes{}, errors.New("let go")
}

func (s *stuck) SnapshotBeside(context.Context, string) (*store.Snapshot, error) {
	return nil, errors.New("not asked for")
}

// TestAStuckComparisonHoldsNobody: who asked and who waits are answered when their time is over.
func TestAStuckComparisonHoldsNobody(t *testing.T) {
	versions := &stuck{begun: make(chan struct{}, 1), letGo: make(chan struct{})}
	c, err := newComparisons(versions, "")
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		ctx, stop := context.WithTimeout(t.Context(), 50*time.Millisecond)
		if _, err := c.compare(ctx, comparison{"a", "b", lang.English}); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("while one is stuck: %v", err)
		}
		stop()
	}
	if len(versions.begun) != 1 {
		t.Errorf("%d comparisons began", len(versions.begun))
	}
	<-versions.begun
	close(versions.letGo)
	if _, err := c.compare(t.Context(), comparison{"a", "b", lang.English}); err == nil || !strings.Contains(err.Error(), "let go") {
		t.Errorf("once it is let go: %v", err)
	}
}
