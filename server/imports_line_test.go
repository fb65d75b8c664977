package server

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"meridian/data/guess"
	"meridian/data/ingest"
	"meridian/data/library"
	"meridian/server/job"
)

// gated is a library whose builds wait for a sign.
type gated struct {
	job.Library
	open    chan struct{}
	at      *atomic.Int32 // builds at once
	highest *atomic.Int32
}

func newGated(l job.Library) gated {
	return gated{l, make(chan struct{}), &atomic.Int32{}, &atomic.Int32{}}
}

func (g gated) Build(ctx context.Context, source ingest.Source, origin library.Origin) (*library.Draft, *ingest.Report, error) {
	g.highest.Store(max(g.highest.Load(), g.at.Add(1)))
	defer g.at.Add(-1)
	select {
	case <-g.open:
		return g.Library.Build(ctx, source, origin)
	case <-ctx.Done():
		return nil, nil, ctx.Err()
	}
}

func (s site) begin(files map[string]string, texts map[string]string) string {
	s.Helper()
	status, body := s.upload(files, texts)
	if status != http.StatusAccepted {
		s.Fatalf("status %d: %s", status, body)
	}
	i := decode[toldImport](s.T, body)
	if i.State != job.Reading {
		s.Fatalf("%s: %+v", i.State, i.Error)
	}
	return i.ID
}

// One import is built at a time, eight wait, more are asked to come again; each can be cancelled wherever it stands.
func TestImportsWaitInLine(t *testing.T) {
	var g gated
	s := newSite(t, func(o *job.Options, _ *Config) { g = newGated(o.Library); o.Library = g })
	var ids []string
	var mu sync.Mutex
	var all sync.WaitGroup
	for range 9 {
		all.Go(func() {
			id := s.begin(small(), map[string]string{"dataset": smallSettings})
			mu.Lock()
			defer mu.Unlock()
			ids = append(ids, id)
		})
		time.Sleep(300 * time.Millisecond) // no more than four uploads at once
	}
	all.Wait()
	body, contentType := multipartForm(t, small(), nil)
	response, answer := s.ask(http.MethodPost, uploads, body, "Content-Type", contentType)
	s.refused("the tenth", response.StatusCode, answer, http.StatusServiceUnavailable, "busy", "8 imports wait")
	if response.Header.Get("Retry-After") == "" {
		t.Error("nobody says when to come again")
	}
	for _, id := range ids[:7] {
		if response, _ := s.ask(http.MethodDelete, uploads+"/"+id, nil); response.StatusCode != http.StatusNoContent {
			t.Errorf("DELETE: %d", response.StatusCode)
		}
	}
	close(g.open)
	for _, id := range ids[7:] {
		if i := s.end(id); i.State != job.Ready {
			t.Errorf("%s: %+v", i.State, i.Error)
		}
	}
	if g.highest.Load() != 1 {
		t.Errorf("%d were built at once", g.highest.Load())
	}
}

// A second run takes the place of one under way, with its own settings.
func TestAnotherRunCancelsTheFirst(t *testing.T) {
	var g gated
	s := newSite(t, func(o *job.Options, _ *Config) { g = newGated(o.Library); o.Library = g })
	id := s.begin(small(), map[string]string{"dataset": smallSettings})
	go func() { time.Sleep(200 * time.Millisecond); close(g.open) }()
	i := s.again(id, map[string]any{"dataset": map[string]any{"id": "other", "name": "Another", "home_place": "GB", "as_of": "2018-08-31"}})
	if i.State != job.Ready || i.Dataset.ID != "other" || !strings.Contains(i.DatasetYAML, "other") || i.Guessed {
		t.Errorf("%s %+v %+v", i.State, i.Dataset, i.Error)
	}
}

// What goes wrong inside is told under an id that stands in the log, and the next import works.
func TestPanicIsTold(t *testing.T) {
	fail := &atomic.Bool{}
	s := newSite(t, func(o *job.Options, _ *Config) {
		o.Look = func(ctx context.Context, source ingest.Source) (*guess.Proposal, error) {
			if fail.CompareAndSwap(false, true) {
				panic("a mistake of ours")
			}
			return guess.Propose(ctx, source)
		}
	})
	i := s.imported(small(), map[string]string{"dataset": smallSettings})
	if i.State != job.Failed || i.Error == nil || i.Error.Code != "internal" || strings.Contains(i.Error.Message, "mistake") ||
		!strings.Contains(s.logs(), i.Error.ID) || !strings.Contains(s.logs(), "a mistake of ours") {
		t.Errorf("%s %+v; log %.300s", i.State, i.Error, s.logs())
	}
	if i = s.again(i.ID, map[string]any{}); i.State != job.Ready {
		t.Errorf("the next run: %s %+v", i.State, i.Error)
	}
}

// An import that takes too long ends, and says so.
func TestImportHasItsTime(t *testing.T) {
	s := newSite(t, func(o *job.Options, _ *Config) { o.Library, o.Time = newGated(o.Library), 300*time.Millisecond })
	if i := s.imported(small(), nil); i.State != job.Failed || i.Error.Code != "too_large" || !strings.Contains(i.Error.Message, "took longer than 300ms") {
		t.Errorf("%s %+v", i.State, i.Error)
	}
}

// Imports go after their time, and the oldest when there are too many; at most two drafts are kept.
func TestImportsAreForgotten(t *testing.T) {
	s := newSite(t, func(o *job.Options, _ *Config) { o.Keep = time.Second })
	first := s.imported(small(), map[string]string{"dataset": smallSettings})
	for range 100 {
		if response, _ := s.ask(http.MethodGet, uploads+"/"+first.ID, nil); response.StatusCode == http.StatusNotFound {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Error("an import is kept beyond its time")
}

// Of 22 imports the newest 20 are kept; one whose draft is gone is built again when it is put in place.
func TestOldestImportsGo(t *testing.T) {
	s := newSite(t, nil)
	var ids []string
	for n := range 22 {
		files := map[string]string{"institutions.csv": fmt.Sprintf("institution_id,name,country_code\nhome,Small %d,HK\n", n)}
		if n < 19 {
			files["institutions.csv"] += "broken\n" // refused soon
		}
		ids = append(ids, s.imported(files, map[string]string{"dataset": smallSettings}).ID)
	}
	for n, id := range ids {
		want := http.StatusOK
		if n < 2 {
			want = http.StatusNotFound
		}
		if response, _ := s.ask(http.MethodGet, uploads+"/"+id, nil); response.StatusCode != want {
			t.Errorf("import %d: %d, want %d", n, response.StatusCode, want)
		}
	}
	if i := s.again(ids[19], map[string]any{"commit": true}); i.State != job.Committed || s.live.Version() != i.Version {
		t.Errorf("%s %+v", i.State, i.Error)
	}
}
