package server

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"meridian/analytics"
	"meridian/data/library"
	"meridian/data/store"
	"meridian/server/job"
)

// began is a data folder whose library holds the default data set; tests work on copies.
var began = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "meridian-began-")
	if err != nil {
		return "", err
	}
	ctx := context.Background()
	l, err := library.Open(ctx, library.Options{Dir: dir})
	if err != nil {
		return "", err
	}
	draft, _, err := l.Build(ctx, store.Source{Dataset: os.DirFS("../data/polyu"), Geo: os.DirFS("../data/geo")}, library.Origin{Kind: library.Builtin})
	if err != nil {
		return "", err
	}
	if _, err := draft.Commit(ctx); err != nil {
		return "", err
	}
	return dir, l.Close()
})

// site is a whole server on a socket, with a library of its own.
type site struct {
	*testing.T
	address string
	library *library.Library
	live    *analytics.Live
	imports *job.Queue
	log     *bytes.Buffer
	logged  *sync.Mutex
}

// Write takes the log.
func (s site) Write(p []byte) (int, error) {
	s.logged.Lock()
	defer s.logged.Unlock()
	return s.log.Write(p)
}

func (s site) logs() string {
	s.logged.Lock()
	defer s.logged.Unlock()
	return s.log.String()
}

// newSite starts a server whose parts a test may change before.
func newSite(t *testing.T, change func(*job.Options, *Config)) site {
	t.Helper()
	c, err := config()
	if err != nil {
		t.Fatal(err)
	}
	s := site{T: t, log: &bytes.Buffer{}, logged: &sync.Mutex{}}
	dir := s.copyOf(began)
	s.library, err = library.Open(t.Context(), library.Options{Dir: dir})
	s.must(err)
	s.live = analytics.NewLive(s.network(s.library.Current().Version), func(err error) { t.Error(err) })
	s.library.OnActivate(func(_ context.Context, e library.Entry) error { return s.live.Swap(s.network(e.Version)) })
	o := job.Options{Library: s.library, Geo: os.DirFS("../data/geo"), Folder: t.TempDir(), Log: slog.New(slog.NewTextHandler(s, nil))}
	c.Live, c.Library, c.Log = s.live, s.library, o.Log
	if change != nil {
		change(&o, &c)
	}
	s.imports, err = job.New(o)
	s.must(err)
	c.Imports = s.imports
	server, err := New(c)
	s.must(err)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	s.must(err)
	s.address = "http://" + listener.Addr().String()
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(ctx, listener) }()
	t.Cleanup(func() {
		stop()
		s.must(<-ended)
		s.must(s.imports.Close())
		s.must(s.live.Close(context.Background()))
		s.must(s.library.Close())
		if left, _ := filepath.Glob(filepath.Join(o.Folder, "*")); len(left) > 0 {
			t.Errorf("files are left behind: %v", left)
		}
	})
	return s
}

func (s site) must(err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}

func (s site) copyOf(made func() (string, error)) string {
	from, err := made()
	s.must(err)
	dir := filepath.Join(s.TempDir(), "data")
	s.must(os.CopyFS(dir, os.DirFS(from)))
	return dir
}

func (s site) network(version string) *analytics.Network {
	snapshot, err := s.library.Snapshot(context.Background(), version)
	s.must(err)
	network, err := analytics.New(context.Background(), snapshot)
	s.must(err)
	return network
}

// ask sends a request; headers come in pairs.
func (s site) ask(method, path string, body io.Reader, headers ...string) (*http.Response, []byte) {
	s.Helper()
	request, err := http.NewRequest(method, s.address+path, body)
	s.must(err)
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	response, err := http.DefaultClient.Do(request)
	s.must(err)
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	s.must(err)
	return response, answer
}
