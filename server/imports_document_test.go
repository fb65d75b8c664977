package server

import (
	"bytes"
	"net/http"
	"testing"

	"meridian/server/job"
)

// answered holds an answer against what the document says of its address, method and status.
func (s site) answered(document map[string]any, path, method, address string, status int, contentType string, body *bytes.Buffer) []byte {
	s.Helper()
	if body == nil {
		body = &bytes.Buffer{}
	}
	response, answer := s.ask(map[string]string{"get": http.MethodGet, "post": http.MethodPost, "put": http.MethodPut, "delete": http.MethodDelete}[method],
		address, body, "Content-Type", contentType)
	if response.StatusCode != status {
		s.Fatalf("%s %s: status %d, want %d: %s", method, address, response.StatusCode, status, answer)
	}
	code := response.Status[:3]
	at(s.T, document, "paths", path, method, "responses", code)
	if len(answer) > 0 {
		conform(s.T, document, []string{"paths", path, method, "responses", code, "content", "application/json", "schema"}, answer)
	}
	return answer
}

// The answers about imports and snapshots are what the document says of them, the refusals too.
func TestImportAnswersMatchTheDocument(t *testing.T) {
	s := newSite(t, nil)
	document := strict(t)
	const imports, one = "/api/v1/imports", "/api/v1/imports/{id}"
	files := small()
	files["institutions.csv"] += "xx1,Nowhere,Atlantis\n"
	body, contentType := multipartForm(t, files, map[string]string{"dataset": smallSettings, "decisions": "kind,value,target,note\nplace,Avalon,ZZ,gone\n"})
	i := decode[toldImport](t, s.answered(document, imports, "post", imports+"?lang=zh-Hans", http.StatusAccepted, contentType, body))
	address := imports + "/" + i.ID
	if refused := s.end(i.ID); refused.State != job.Refused || len(refused.Matches.Places) != 1 || refused.Matches.Places[0].Value != "Atlantis" || len(refused.Decisions) != 1 {
		t.Errorf("%s %+v %+v", refused.State, refused.Matches, refused.Decisions)
	}
	s.answered(document, imports, "get", imports, http.StatusOK, "", nil)
	s.answered(document, one, "get", address, http.StatusOK, "", nil)
	s.answered(document, one+"/report.{format}", "get", address+"/report.json", http.StatusOK, "", nil)

	change := bytes.NewBufferString(`{"decisions":[{"kind":"place","value":"Atlantis","target":"ZZ","note":""}],"commit":false}`)
	s.answered(document, one, "put", address, http.StatusAccepted, "application/json", change)
	ready := s.end(i.ID)
	if ready.State != job.Ready || len(ready.Files) != 2 || len(ready.Files[0].Preview.Rows) == 0 {
		t.Fatalf("%s: %+v %+v", ready.State, ready.Report, ready.Error)
	}
	s.answered(document, one, "get", address+"?lang=zh-Hant", http.StatusOK, "", nil)
	s.answered(document, one, "put", address, http.StatusAccepted, "application/json", bytes.NewBufferString(`{"commit":true}`))
	if done := s.end(i.ID); done.State != job.Committed {
		t.Errorf("%s: %+v", done.State, done.Error)
	}
	s.answered(document, one, "put", address, http.StatusConflict, "application/json", bytes.NewBufferString(`{}`))

	const snapshots = "/api/v1/snapshots"
	list := decode[struct {
		Current   string          `json:"current"`
		Snapshots []snapshotEntry `json:"snapshots"`
	}](t, s.answered(document, snapshots, "get", snapshots, http.StatusOK, "", nil))
	if len(list.Snapshots) != 2 || list.Current != ready.Version || !list.Snapshots[0].Current {
		t.Fatalf("%+v", list)
	}
	before := list.Snapshots[1].Version
	changes := snapshots + "/" + ready.Version + "/changes"
	s.answered(document, snapshots+"/{version}/changes", "get", changes+"?against="+before+"&lang=zh-Hans", http.StatusOK, "", nil)
	s.answered(document, snapshots+"/{version}/changes", "get", changes+"?against=none", http.StatusNotFound, "", nil)
	s.answered(document, snapshots+"/{version}/activate", "post", snapshots+"/"+before+"/activate", http.StatusOK, "", nil)
	if s.live.Version() != before {
		t.Errorf("after going back %s is shown, not %s", s.live.Version(), before)
	}
	s.answered(document, snapshots+"/{version}/activate", "post", snapshots+"/none/activate", http.StatusNotFound, "", nil)

	s.answered(document, one, "delete", address, http.StatusNoContent, "", nil)
	for _, method := range []string{"get", "delete"} {
		s.answered(document, one, method, address, http.StatusNotFound, "", nil)
	}
	s.answered(document, one, "put", address, http.StatusNotFound, "application/json", bytes.NewBufferString(`{}`))
	s.answered(document, one, "put", address, http.StatusUnsupportedMediaType, "text/plain", bytes.NewBufferString(`{}`))
	s.answered(document, imports, "post", imports, http.StatusUnsupportedMediaType, "application/json", bytes.NewBufferString(`{}`))
}
