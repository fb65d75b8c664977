package server

import (
	"bytes"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"os"
	"path/filepath"
	"runtime/metrics"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"meridian/data/ingest"
	"meridian/server/job"
)

// letters is a text of one line without an end.
type letters struct{}

func (letters) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

// heap is how much the program's own data takes now, in bytes.
func heap() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// A file of one line of a gigabyte is taken in and refused with a reason, and never held in memory.
func TestGigabyteOfOneLine(t *testing.T) {
	size := int64(1) << 30
	if testing.Short() {
		size = 64 << 20
	}
	s := newSite(t, nil)
	body, w := io.Pipe()
	form := multipart.NewWriter(w)
	go func() {
		part, err := form.CreateFormFile("files", "flows.csv")
		if err == nil {
			_, err = io.CopyN(part, letters{}, size)
		}
		if err == nil {
			err = form.Close()
		}
		_ = w.CloseWithError(err)
	}()
	before, highest, done := heap(), atomic.Uint64{}, make(chan struct{})
	go func() {
		for {
			select {
			case <-done:
				return
			case <-time.After(5 * time.Millisecond):
				highest.Store(max(highest.Load(), heap()))
			}
		}
	}()
	response, answer := s.ask(http.MethodPost, uploads, body, "Content-Type", form.FormDataContentType())
	if response.StatusCode != http.StatusAccepted {
		t.Fatalf("%d %s", response.StatusCode, answer)
	}
	i := s.end(decode[toldImport](t, answer).ID)
	close(done)
	if i.State != job.Refused || !slices.ContainsFunc(i.Report.Problems, func(p ingest.Problem) bool { return p.File == "flows.csv" && p.Remedy != "" }) {
		t.Errorf("%s: %+v %+v", i.State, i.Report, i.Error)
	}
	grown := int64(highest.Load()) - int64(before)
	t.Logf("%d MB taken in; the heap grew by at most %d MB", size>>20, grown>>20)
	if grown > 128<<20 {
		t.Errorf("the heap grew by %d MB", grown>>20)
	}
}

// While imports are put in place one after another, no request is lost and none is answered from two data sets.
func TestCommitsUnderLoad(t *testing.T) {
	s := newSite(t, nil)
	var asked, lost atomic.Int64
	var all sync.WaitGroup
	stop := make(chan struct{})
	for range 3 {
		all.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				response, err := http.Get(s.address + "/api/v1/charts/mobility-trend")
				if err != nil {
					lost.Add(1)
					t.Error(err)
					return
				}
				body, err := io.ReadAll(response.Body)
				response.Body.Close()
				if err != nil || response.StatusCode != http.StatusOK || bytes.Count(body, []byte(`"version"`)) != 1 {
					lost.Add(1)
					t.Errorf("%d %v %.200s", response.StatusCode, err, body)
					return
				}
				asked.Add(1)
				time.Sleep(5 * time.Millisecond) // two cores also have to import
			}
		})
	}
	for n := range 3 {
		files := small()
		files["mobility.csv"] += fmt.Sprintf("2015/2016,outbound,uk1,%d\n", n+1)
		if i := s.imported(files, map[string]string{"dataset": smallSettings, "commit": "true"}); i.State != job.Committed || s.live.Version() != i.Version {
			t.Errorf("%s %+v %+v", i.State, i.Error, i.Report)
		}
	}
	close(stop)
	all.Wait()
	t.Logf("%d requests during 3 commits, %d lost", asked.Load(), lost.Load())
}

// A server that stops ends uploads and imports, and leaves no file.
func TestStopEndsImports(t *testing.T) {
	folder := t.TempDir()
	o := job.Options{}
	s := newSite(t, func(options *job.Options, _ *Config) {
		options.Folder, options.Library = folder, newGated(options.Library)
		o = *options
	})
	id := s.begin(small(), map[string]string{"dataset": smallSettings})
	s.imports.Stop()
	if i := s.end(id); i.State != job.Cancelled {
		t.Errorf("%s %+v", i.State, i.Error)
	}
	status, body := s.upload(small(), nil)
	s.refused("an upload after the stop", status, body, http.StatusServiceUnavailable, "busy", "stopping")
	s.must(s.imports.Close())
	if left, _ := filepath.Glob(filepath.Join(folder, "*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	dead := filepath.Join(folder, "meridian-imports-1")
	s.must(os.MkdirAll(dead, 0o700))
	s.must(os.WriteFile(filepath.Join(dead, "lock"), nil, 0o600))
	next, err := job.New(o)
	s.must(err)
	defer next.Close()
	if _, err := os.Stat(dead); !os.IsNotExist(err) {
		t.Error("the folder of a program that was killed is still there")
	}
}
