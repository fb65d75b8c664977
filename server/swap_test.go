package server

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"meridian/analytics"
	"meridian/data/ingest"
	"meridian/data/library"
)

// swapped is a server over a library with two versions of the default data: as it is, and with half the mobility.
type swapped struct {
	server  *Server
	dir     string
	kept    *library.Library
	live    *analytics.Live
	whole   library.Entry
	half    library.Entry
	address string
}

func newSwapped(t *testing.T) *swapped {
	t.Helper()
	ctx := t.Context()
	w := &swapped{dir: t.TempDir()}
	kept, err := library.Open(ctx, library.Options{Dir: w.dir})
	if err != nil {
		t.Fatal(err)
	}
	w.kept = kept
	w.whole, w.half = w.add(t, "../data/polyu"), w.add(t, halved(t))
	open := func(ctx context.Context, e library.Entry) (*analytics.Network, error) {
		snapshot, err := kept.Snapshot(ctx, e.Version)
		if err != nil {
			return nil, err
		}
		return analytics.New(ctx, snapshot)
	}
	network, err := open(ctx, kept.Current())
	if err != nil {
		t.Fatal(err)
	}
	w.live = analytics.NewLive(network, func(err error) { t.Error(err) })
	kept.OnActivate(func(ctx context.Context, e library.Entry) error {
		network, err := open(ctx, e)
		if err != nil {
			return err
		}
		return w.live.Swap(network)
	})
	c, err := config()
	if err != nil {
		t.Fatal(err)
	}
	c.Live, c.Library = w.live, kept
	if w.server, err = New(c); err != nil {
		t.Fatal(err)
	}
	w.listen(t)
	return w
}

func (w *swapped) listen(t *testing.T) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	w.address = "http://" + listener.Addr().String()
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- w.server.Serve(ctx, listener) }()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
		if err := w.live.Close(context.Background()); err != nil {
			t.Error(err)
		}
		if err := w.kept.Close(); err != nil {
			t.Error(err)
		}
	})
}

func (w *swapped) add(t *testing.T, dir string) library.Entry {
	t.Helper()
	draft, _, err := w.kept.Build(t.Context(), ingest.Source{Dataset: os.DirFS(dir), Geo: os.DirFS("../data/geo")}, library.Origin{Kind: library.Upload})
	if err != nil {
		t.Fatal(err)
	}
	entry, err := draft.Commit(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return entry
}

// halved is a copy of the default data with every second row of mobility.
func halved(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../data/polyu")); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "mobility.csv")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var kept []string
	for i, line := range strings.SplitAfter(string(text), "\n") {
		if i%2 == 0 {
			kept = append(kept, line)
		}
	}
	if err := os.WriteFile(path, []byte(strings.Join(kept, "")), 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}

// addresses are those of every route whose answer depends on the data.
func (w *swapped) addresses(t *testing.T) []string {
	t.Helper()
	var list []string
	for _, r := range w.server.table() {
		if r.method != http.MethodGet || strings.Contains(r.path, "imports") || strings.Contains(r.path, "snapshots") {
			continue
		}
		switch {
		case strings.HasSuffix(r.path, ".png"), strings.HasSuffix(r.path, ".svg"):
			list = append(list, strings.Replace(r.path, ":id", "mobility-trend", 1)+"?width=400&height=300")
		case strings.HasPrefix(r.path, "/api/v1/charts/:id"):
			for i, chart := range w.charts(t) {
				if !strings.HasSuffix(r.path, ".json") && i%5 > 0 {
					continue // the same rows in another dress
				}
				list = append(list, strings.Replace(r.path, ":id", chart, 1))
			}
		case strings.Contains(r.path, "/metrics-catalog/:id"):
			list = append(list, strings.Replace(r.path, ":id", "exchange_reach", 1))
		case strings.Contains(r.path, ":name"):
			list = append(list, strings.Replace(r.path, ":name", "meridian-world", 1))
		case !strings.Contains(r.path, ":"):
			list = append(list, r.path)
		}
	}
	return list
}

func (w *swapped) charts(t *testing.T) []string {
	t.Helper()
	_, body, err := w.get("/api/v1/charts")
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, c := range decode[struct {
		Charts []struct {
			ID string `json:"id"`
		} `json:"charts"`
	}](t, body).Charts {
		ids = append(ids, c.ID)
	}
	return ids
}

func (w *swapped) get(address string) (tag string, body []byte, err error) {
	response, err := http.Get(w.address + address)
	if err != nil {
		return "", nil, err
	}
	defer response.Body.Close()
	body, err = io.ReadAll(response.Body)
	if err == nil && response.StatusCode != http.StatusOK {
		err = fmt.Errorf("%s: status %d, %.200s", address, response.StatusCode, body)
	}
	return response.Header.Get("ETag"), body, err
}

// answer is what an address gives for a version: by its entity tag, or by its bytes where it has none.
type answer struct{ tag, body string }

// TestSwapsLoseNothing asks every route from sixteen sides while two data sets take turns. Each answer must be, byte
// for byte, the one that its version gives when it is served alone.
func TestSwapsLoseNothing(t *testing.T) {
	w := newSwapped(t)
	addresses := w.addresses(t)
	alone := map[string]map[answer]bool{}
	differ := 0
	for _, e := range []library.Entry{w.whole, w.half} {
		if _, err := w.kept.Activate(t.Context(), e.Version); err != nil {
			t.Fatal(err)
		}
		for _, address := range addresses {
			tag, body, err := w.get(address)
			if err != nil {
				t.Fatal(err)
			}
			if alone[address] == nil {
				alone[address] = map[answer]bool{}
			}
			alone[address][answer{tag, string(body)}] = true
			if bytes.Contains(body, []byte(`"version":"`)) && !bytes.Contains(body, []byte(`"version":"`+e.Version)) {
				t.Errorf("%s names another version than %s", address, e.Version)
			}
		}
	}
	for _, answers := range alone {
		if len(answers) == 2 {
			differ++
		}
	}
	if differ < len(addresses)/2 {
		t.Fatalf("only %d of %d answers tell the two data sets apart", differ, len(addresses))
	}
	asked := w.hammer(t, addresses, alone)
	t.Logf("%d addresses, %d requests during 20 swaps", len(addresses), asked)
}

// hammer asks until twenty swaps are done, and looks at files and memory.
func (w *swapped) hammer(t *testing.T, addresses []string, alone map[string]map[answer]bool) int64 {
	t.Helper()
	var asked, failed atomic.Int64
	var all sync.WaitGroup
	stop := make(chan struct{})
	for from := range 16 {
		all.Go(func() {
			for i := from; ; i++ {
				select {
				case <-stop:
					return
				default:
				}
				address := addresses[(i*7)%len(addresses)]
				tag, body, err := w.get(address)
				asked.Add(1)
				if (err != nil || !alone[address][answer{tag, string(body)}]) && failed.Add(1) < 5 {
					t.Errorf("%s: %v; tag %s, %d bytes are no version's", address, err, tag, len(body))
				}
			}
		})
	}
	var early int64
	for i := range 20 {
		if i == 8 {
			early = resident(t)
		}
		e := []library.Entry{w.whole, w.half}[i%2]
		if _, err := w.kept.Activate(t.Context(), e.Version); err != nil {
			t.Error(err)
		}
		time.Sleep(100 * time.Millisecond)
	}
	close(stop)
	all.Wait()
	debug.FreeOSMemory()
	late := resident(t)
	t.Logf("resident %d MB after 8 swaps, %d MB after 20", early>>20, late>>20)
	if late > early+64<<20 {
		t.Errorf("memory grew from %d MB to %d MB", early>>20, late>>20)
	}
	w.oneOpen(t)
	return asked.Load()
}

// oneOpen waits for the files of older networks to be closed: one snapshot is open, once.
func (w *swapped) oneOpen(t *testing.T) {
	t.Helper()
	var open []string
	for range 50 {
		open = open[:0]
		links, err := filepath.Glob("/proc/self/fd/*")
		if err != nil || len(links) == 0 {
			t.Skip("the system does not list open files")
		}
		for _, link := range links {
			if target, err := os.Readlink(link); err == nil && strings.HasPrefix(target, w.dir) && strings.Contains(target, ".duckdb") {
				open = append(open, target)
			}
		}
		if len(open) == 1 {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Errorf("open snapshots: %v", open)
}

// resident is the memory the process holds, in bytes.
func resident(t *testing.T) int64 {
	t.Helper()
	text, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		t.Skip("the system does not tell of memory")
	}
	var size, pages int64
	if _, err := fmt.Sscan(string(text), &size, &pages); err != nil {
		t.Fatal(err)
	}
	return pages * int64(os.Getpagesize())
}
