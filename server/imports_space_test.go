package server

import (
	"bytes"
	"io"
	"net/http"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"meridian/server/job"
)

// What was put in place keeps no file, and can still be read; another run over it is refused with what to do.
func TestCommittedImportKeepsNoFiles(t *testing.T) {
	folder := t.TempDir()
	s := newSite(t, func(o *job.Options, _ *Config) { o.Folder = folder })
	stored := func(id string) int {
		files, err := filepath.Glob(filepath.Join(folder, "*", id, "*.csv"))
		s.must(err)
		return len(files)
	}
	i := s.imported(small(), map[string]string{"dataset": smallSettings})
	if n := stored(i.ID); n != 2 {
		t.Fatalf("after the dry run %d files are kept, want 2", n)
	}
	done := s.again(i.ID, map[string]any{"commit": true})
	if n := stored(i.ID); done.State != job.Committed || n != 0 {
		t.Errorf("%s, %d files are kept", done.State, n)
	}
	if done.Report == nil || done.Changes == nil || len(done.Files) != 2 {
		t.Errorf("what is told is gone, too: %+v", done)
	}
	if response, report := s.ask(http.MethodGet, uploads+"/"+i.ID+"/report.txt", nil); response.StatusCode != http.StatusOK || len(report) == 0 {
		t.Errorf("report: %d %s", response.StatusCode, report)
	}
	response, answer := s.ask(http.MethodPut, uploads+"/"+i.ID, strings.NewReader(`{"commit":true}`), "Content-Type", "application/json")
	s.refused("another run", response.StatusCode, answer, http.StatusConflict, "conflict", "send them again")
}

// An upload that the disk cannot hold beside the others is refused before it is taken, or where its size is not told,
// when the disk fills up; nothing of it stays, and what fits is taken.
func TestUploadsKeepToTheDisk(t *testing.T) {
	folder, free := t.TempDir(), atomic.Int64{}
	s := newSite(t, func(o *job.Options, _ *Config) {
		o.Folder, o.Free = folder, func(string) (int64, error) { return free.Load(), nil }
	})
	free.Store(96 << 20)
	body, contentType := multipartForm(t, map[string]string{"a.csv": strings.Repeat("x", 40<<20)}, nil)
	response, answer := s.ask(http.MethodPost, uploads, bytes.NewReader(body.Bytes()), "Content-Type", contentType)
	s.refused("with a length", response.StatusCode, answer, http.StatusInsufficientStorage, "no_space", "takes 32 MB more")

	filling := &fills{from: bytes.NewReader(body.Bytes()), free: &free}
	response, answer = s.ask(http.MethodPost, uploads, filling, "Content-Type", contentType)
	s.refused("in chunks", response.StatusCode, answer, http.StatusInsufficientStorage, "no_space", "no room for the rest")
	if left, _ := filepath.Glob(filepath.Join(folder, "*", "*", "a.csv")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	free.Store(96 << 20)
	for range 2 { // what was announced once is not held against the next
		if i := s.imported(small(), map[string]string{"dataset": smallSettings}); i.State != job.Ready {
			t.Errorf("%s %+v", i.State, i.Error)
		}
	}
}

// fills is a body whose bytes, and others, take up the disk.
type fills struct {
	from io.Reader
	free *atomic.Int64
}

func (f *fills) Read(p []byte) (int, error) {
	n, err := f.from.Read(p)
	f.free.Add(-2 * int64(n))
	return n, err
}

// Uploads on their way are counted by what they announced.
func TestUploadsOnTheirWayAreCounted(t *testing.T) {
	s := newSite(t, func(o *job.Options, _ *Config) {
		o.Free = func(string) (int64, error) { return 164 << 20, nil }
	})
	first, err := s.imports.Receive(80 << 20)
	s.must(err)
	if _, err := s.imports.Receive(30 << 20); err == nil || !strings.Contains(err.Error(), "takes 20 MB more") {
		t.Errorf("the second: %v", err)
	}
	s.must(first.Abandon())
	second, err := s.imports.Receive(30 << 20)
	s.must(err)
	s.must(second.Abandon())
}

// A page that was opened anew finds the imports again, the newest first.
func TestImportsAreListed(t *testing.T) {
	s := newSite(t, nil)
	list := func() []job.Listed {
		response, body := s.ask(http.MethodGet, uploads, nil)
		if response.StatusCode != http.StatusOK || response.Header.Get("Cache-Control") != "no-store" {
			t.Fatalf("%d %v %s", response.StatusCode, response.Header, body)
		}
		if !bytes.Contains(body, []byte(`"imports":[`)) {
			t.Fatalf("no list: %s", body)
		}
		return decode[struct{ Imports []job.Listed }](t, body).Imports
	}
	if found := list(); len(found) != 0 {
		t.Errorf("before any import: %+v", found)
	}
	first := s.imported(small(), map[string]string{"dataset": smallSettings})
	second := s.imported(map[string]string{"flows.csv": "academic_year_id\nx\n"}, nil)
	found := list()
	if len(found) != 2 || found[0].ID != second.ID || found[1].ID != first.ID || found[0].State != second.State ||
		found[1].State != job.Ready || !found[1].CreatedAt.Equal(first.CreatedAt) || len(found[1].Files) != 2 || found[0].Files[0] != "flows.csv" {
		t.Errorf("%+v", found)
	}
	s.ask(http.MethodDelete, uploads+"/"+first.ID, nil)
	if found := list(); len(found) != 1 || found[0].ID != second.ID {
		t.Errorf("after one was removed: %+v", found)
	}
}
