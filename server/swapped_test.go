package server

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

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
		case strings.HasSuffix(r.path, "/explain"):
			list = append(list, r.path+"?kpi=projects", r.path+"?chart=mobility-trend&row=0")
		case strings.HasSuffix(r.path, "/partners/:id"), strings.HasSuffix(r.path, "/places/:code"):
			list = append(list, strings.NewReplacer(":id", "tudelft", ":code", "DE").Replace(r.path))
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
