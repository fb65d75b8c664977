package server

import (
	"bytes"
	"encoding/json"
	"fmt"
	"mime/multipart"
	"net/http"
	"slices"
	"testing"
	"time"

	"meridian/analytics"
	"meridian/server/job"
)

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
