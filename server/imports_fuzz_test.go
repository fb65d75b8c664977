package server

import (
	"context"
	"io"
	"net/http"
	"strings"
	"testing"

	"meridian/data/fault"
	"meridian/data/guess"
	"meridian/data/ingest"
	"meridian/server/job"
)

// FuzzImportForm sends whatever: every answer is an import or a refusal in words, and never a fault of ours.
func FuzzImportForm(f *testing.F) {
	f.Add("files", "a.csv", "text/csv", []byte("a,b\n1,2\n"))
	f.Add("files", "../a.csv", "", []byte("a"))
	f.Add("dataset", "", "", []byte("id: x\n"))
	f.Add("dataset", "", "", []byte(`{"id":"x","files":[{"file":"a.csv","columns":{"a":{"lookup":{}}}}]}`))
	f.Add("decisions", "d.csv", "", []byte("kind,value\n"))
	f.Add("commit", "", "", []byte("true\n"))
	f.Add("", "\x00", "\r\n", []byte("--b--"))
	c, err := config()
	if err != nil {
		f.Fatal(err)
	}
	c.Imports, err = job.New(job.Options{Library: c.Library, Folder: f.TempDir(), Log: c.Log,
		Look: func(context.Context, ingest.Source) (*guess.Proposal, error) {
			return nil, fault.Refuse("", "not here")
		}})
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { _ = c.Imports.Close() })
	s, err := New(c)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, name, filename, kind string, content []byte) {
		body := "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + filename + "\"\r\nContent-Type: " + kind + "\r\n\r\n" + string(content) + "\r\n--b--\r\n"
		request, err := http.NewRequest(http.MethodPost, "http://localhost"+uploads, strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		request.Header.Set("Content-Type", "multipart/form-data; boundary=b")
		response, err := s.App().Test(request, -1)
		if err != nil {
			t.Fatal(err)
		}
		defer response.Body.Close()
		answer, err := io.ReadAll(response.Body)
		if err != nil || response.StatusCode >= 500 && response.StatusCode != http.StatusServiceUnavailable {
			t.Fatalf("%d %v %s", response.StatusCode, err, answer)
		}
	})
}
