package server

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"mime/multipart"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

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

// multipartForm writes a multipart body: files by name, and the other parts.
func multipartForm(t *testing.T, files, texts map[string]string) (body *bytes.Buffer, contentType string) {
	t.Helper()
	body = &bytes.Buffer{}
	w := multipart.NewWriter(body)
	for name, text := range texts {
		if err := w.WriteField(name, text); err != nil {
			t.Fatal(err)
		}
	}
	for name, content := range files {
		part, err := w.CreateFormFile("files", name)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(part, content)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return body, w.FormDataContentType()
}

// upload sends files and gives the answer's status and body.
func (s site) upload(files, texts map[string]string) (int, []byte) {
	s.Helper()
	body, contentType := multipartForm(s.T, files, texts)
	response, answer := s.ask(http.MethodPost, "/api/v1/imports", body, "Content-Type", contentType)
	return response.StatusCode, answer
}

// toldImport is an import as it is answered.
type toldImport struct {
	job.Import
	Changes *analytics.ChangesAnswer `json:"changes"`
}

// imported uploads and waits for the end of the import.
func (s site) imported(files, texts map[string]string) toldImport {
	s.Helper()
	status, body := s.upload(files, texts)
	if status != http.StatusAccepted {
		s.Fatalf("status %d: %s", status, body)
	}
	return s.end(decode[toldImport](s.T, body).ID)
}

// end waits for an import to end.
func (s site) end(id string) toldImport {
	s.Helper()
	for range 600 {
		response, body := s.ask(http.MethodGet, "/api/v1/imports/"+id, nil)
		if response.StatusCode != http.StatusOK {
			s.Fatalf("status %d: %s", response.StatusCode, body)
		}
		i := decode[toldImport](s.T, body)
		if !slices.Contains([]job.State{job.Reading, job.Building}, i.State) {
			return i
		}
		time.Sleep(50 * time.Millisecond)
	}
	s.Fatal("the import did not end")
	return toldImport{}
}

// again runs an import over its files once more and waits for the end.
func (s site) again(id string, change map[string]any) toldImport {
	s.Helper()
	text, err := json.Marshal(change)
	s.must(err)
	response, body := s.ask(http.MethodPut, "/api/v1/imports/"+id, bytes.NewReader(text), "Content-Type", "application/json")
	if response.StatusCode != http.StatusAccepted {
		s.Fatalf("status %d: %s", response.StatusCode, body)
	}
	return s.end(id)
}

const smallSettings = "id: small\nname: Small University\nhome_place: HK\nas_of: 2018-08-31\n"

// small is a data set in the program's own format.
func small() map[string]string {
	return map[string]string{
		"institutions.csv": "institution_id,name,country_code\nhome,Small University,HK\nuk1,First of Britain,GB\nde1,Erste,DE\n",
		"mobility.csv": "academic_year_id,direction,institution_id,participants\n" +
			"2016/2017,outbound,uk1,10\n2017/2018,outbound,uk1,12\n2017/2018,outbound,de1,7\n2017/2018,inbound,uk1,5\n",
	}
}

// A dry run says everything and changes nothing; its commit does not read the files again.
func TestDryRunThenCommit(t *testing.T) {
	s := newSite(t, nil)
	before := s.live.Version()
	i := s.imported(small(), map[string]string{"dataset": smallSettings})
	if i.State != job.Ready || i.Report == nil || i.Report.Errors != 0 || i.Version == "" {
		t.Fatalf("%+v", i)
	}
	if s.live.Version() != before || s.library.Current().Version != before {
		t.Error("a dry run changed the data")
	}
	if i.Changes == nil || i.Changes.From != before || i.Changes.To != i.Version || len(i.Changes.Tables) == 0 {
		t.Errorf("changes: %+v", i.Changes)
	}
	built := time.Now()
	done := s.again(i.ID, map[string]any{"commit": true})
	if done.State != job.Committed || done.Version != i.Version || s.live.Version() != i.Version {
		t.Errorf("after the commit: %s %s, live %s; %v", done.State, done.Version, s.live.Version(), done.Error)
	}
	for _, entry := range s.library.List() {
		if entry.Version == i.Version && entry.CreatedAt.After(built) {
			t.Error("the commit built the draft again")
		}
	}
	_, chart := s.ask(http.MethodGet, "/api/v1/charts/mobility-trend", nil)
	if !strings.Contains(string(chart), i.Version) {
		t.Errorf("the chart is not of the new data: %.300s", chart)
	}
}

// commit=true puts the data in place in one go.
func TestCommitInOneGo(t *testing.T) {
	s := newSite(t, nil)
	i := s.imported(small(), map[string]string{"dataset": smallSettings, "commit": "true"})
	if i.State != job.Committed || s.live.Version() != i.Version {
		t.Errorf("%s %s, live %s: %+v", i.State, i.Version, s.live.Version(), i.Error)
	}
}

// Data with errors is refused with each of them, and leaves what is shown alone, also with commit=true.
func TestRefusedImport(t *testing.T) {
	s := newSite(t, nil)
	before := s.live.Version()
	files := small()
	files["mobility.csv"] += "2017/2018,sideways,uk1,5\n"
	i := s.imported(files, map[string]string{"dataset": smallSettings, "commit": "true"})
	if i.State != job.Refused || i.Report == nil || i.Report.Errors != 1 || i.Version != "" || s.live.Version() != before {
		t.Fatalf("%s, version %q, %+v", i.State, i.Version, i.Report)
	}
	if p := i.Report.Problems[0]; p.File != "mobility.csv" || p.Row != 6 || p.Column != "direction" {
		t.Errorf("the problem is %+v", p)
	}
	for format, begins := range map[string]string{"json": "{", "csv": "severity", "txt": "file", "html": "<!doctype html>"} {
		response, report := s.ask(http.MethodGet, "/api/v1/imports/"+i.ID+"/report."+format, nil)
		if response.StatusCode != http.StatusOK || !strings.HasPrefix(strings.TrimPrefix(string(report), "\ufeff"), begins) || !strings.Contains(string(report), "sideways") {
			t.Errorf("report.%s: %d %.200s", format, response.StatusCode, report)
		}
	}
	if response, _ := s.ask(http.MethodGet, "/api/v1/imports/"+i.ID+"/report.pdf", nil); response.StatusCode != http.StatusNotFound {
		t.Errorf("report.pdf: %d", response.StatusCode)
	}
}

// Removing an import leaves nothing of it.
func TestRemovedImport(t *testing.T) {
	s := newSite(t, nil)
	i := s.imported(small(), map[string]string{"dataset": smallSettings})
	for _, want := range []int{http.StatusNoContent, http.StatusNotFound} {
		if response, body := s.ask(http.MethodDelete, "/api/v1/imports/"+i.ID, nil); response.StatusCode != want {
			t.Errorf("DELETE: %d %s, want %d", response.StatusCode, body, want)
		}
	}
	if response, _ := s.ask(http.MethodGet, "/api/v1/imports/"+i.ID, nil); response.StatusCode != http.StatusNotFound {
		t.Errorf("GET: %d", response.StatusCode)
	}
}
