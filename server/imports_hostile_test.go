package server

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"meridian/server/job"
)

// refused wants a refusal with a status, a code and words in its message.
func (s site) refused(what string, status int, body []byte, wantStatus int, wantCode, words string) {
	s.Helper()
	if status != wantStatus {
		s.Errorf("%s: status %d, want %d: %.300s", what, status, wantStatus, body)
		return
	}
	if got := decode[problem](s.T, body).Error; got.Code != wantCode || !strings.Contains(got.Message, words) || got.ID == "" {
		s.Errorf("%s: %+v, want %s with %q", what, got, wantCode, words)
	}
}

// Names that lead elsewhere, hide or deceive are refused by name, and nothing is written.
func TestFileNamesThatAreTricks(t *testing.T) {
	folder := t.TempDir()
	s := newSite(t, func(o *job.Options, _ *Config) { o.Folder = folder })
	for name, words := range map[string]string{
		"../evil.csv": "leads elsewhere", "a/../../evil.csv": "leads elsewhere", "/etc/evil.csv": "path of one machine", "C:\\evil.csv": "path of one machine",
		"..\\evil.csv": "path of one machine", ".hidden.csv": "begins with a dot", "..": "leads elsewhere", "a\x00b.csv": "damaged",
		"evil\u202evsc.csv": "not shown", strings.Repeat("n", 121) + ".csv": "longer than 120", "run.exe": "not read", "data.zip": "archive",
		"old.xls": "save it as .xlsx", "": "is empty", "lock": "not read",
	} {
		body := "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + strings.ReplaceAll(name, `\`, `\\`) + "\"\r\n\r\nx\r\n--b--\r\n"
		response, answer := s.ask(http.MethodPost, uploads, strings.NewReader(body), "Content-Type", "multipart/form-data; boundary=b")
		s.refused(fmt.Sprintf("%q", name), response.StatusCode, answer, http.StatusBadRequest, "invalid", words)
	}
	_ = filepath.WalkDir(filepath.Dir(folder), func(path string, _ os.DirEntry, _ error) error {
		if strings.Contains(path, "evil") {
			t.Errorf("%s was written", path)
		}
		return nil
	})
	status, body := s.upload(map[string]string{"folder/mobility.csv": "a\n1\n", "MOBILITY.csv": "a\n1\n"}, nil)
	s.refused("two of one name", status, body, http.StatusBadRequest, "invalid", "twice")
}

// Forms that are no forms of an import are refused.
func TestHostileForms(t *testing.T) {
	s := newSite(t, func(_ *job.Options, c *Config) { c.MaxUpload = 8 << 20 })
	part := func(disposition, content string) string {
		return "--b\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n"
	}
	many := &strings.Builder{}
	for n := range 10_000 {
		many.WriteString(part(fmt.Sprintf(`name="files"; filename="f%d.csv"`, n), "a"))
	}
	for what, try := range map[string]struct {
		contentType, body string
		status            int
		code, words       string
	}{
		"no boundary":        {"multipart/form-data", "x", 400, "invalid", "boundary"},
		"another type":       {"text/csv", "x", 415, "invalid", "multipart/form-data"},
		"no type":            {"", "x", 415, "invalid", "multipart/form-data"},
		"no body":            {"multipart/form-data; boundary=b", "", 400, "invalid", "no file"},
		"no form":            {"multipart/form-data; boundary=b", "this is no form", 400, "invalid", "no file"},
		"cut off":            {"multipart/form-data; boundary=b", part(`name="files"; filename="a.csv"`, "x"), 400, "invalid", "damaged"},
		"10,000 parts":       {"multipart/form-data; boundary=b", many.String(), 413, "too_large", "64 files"},
		"huge part headers":  {"multipart/form-data; boundary=b", "--b\r\nX-A: " + strings.Repeat("a", 16<<20) + "\r\n\r\n", 413, "too_large", "--max-upload"},
		"many part headers":  {"multipart/form-data; boundary=b", "--b\r\n" + strings.Repeat("X-A: a\r\n", 20_000) + "\r\n\r\n--b--", 400, "invalid", "damaged"},
		"unknown part":       {"multipart/form-data; boundary=b", part(`name="password"`, "x") + "--b--\r\n", 400, "invalid", "password"},
		"commit=maybe":       {"multipart/form-data; boundary=b", part(`name="commit"`, "maybe") + "--b--\r\n", 400, "invalid", "commit=maybe"},
		"settings twice":     {"multipart/form-data; boundary=b", part(`name="dataset"`, "id: a") + part(`name="dataset"`, "id: b") + "--b--\r\n", 400, "invalid", "twice"},
		"settings too large": {"multipart/form-data; boundary=b", part(`name="dataset"`, strings.Repeat("#", 1<<20+1)) + "--b--\r\n", 413, "too_large", "1 MB"},
		"upload too large":   {"multipart/form-data; boundary=b", part(`name="files"; filename="a.csv"`, strings.Repeat("x", 9<<20)) + "--b--\r\n", 413, "too_large", "--max-upload"},
	} {
		response, answer := s.ask(http.MethodPost, uploads, strings.NewReader(try.body), "Content-Type", try.contentType)
		s.refused(what, response.StatusCode, answer, try.status, try.code, try.words)
		if what == "upload too large" { // the same where no length is told beforehand
			response, answer = s.ask(http.MethodPost, uploads, io.MultiReader(strings.NewReader(try.body)), "Content-Type", try.contentType)
			s.refused(what+", in chunks", response.StatusCode, answer, try.status, try.code, try.words)
		}
	}
	if i := s.imported(small(), map[string]string{"dataset": smallSettings}); i.State != job.Ready {
		t.Errorf("after all that an import is %s", i.State)
	}
}

// Bodies of other addresses keep to 1 MB, told beforehand or not.
func TestOtherBodiesStaySmall(t *testing.T) {
	s := newSite(t, nil)
	large := strings.Repeat(" ", largestBody+1)
	for what, body := range map[string]io.Reader{"with a length": strings.NewReader(large), "in chunks": io.MultiReader(strings.NewReader(large))} {
		response, answer := s.ask(http.MethodPut, uploads+"/x", body, "Content-Type", "application/json")
		s.refused(what, response.StatusCode, answer, http.StatusRequestEntityTooLarge, "too_large", "larger")
	}
	response, answer := s.ask(http.MethodPut, uploads+"/x", strings.NewReader(large[:largestBody]), "Content-Type", "application/json")
	if response.StatusCode == http.StatusRequestEntityTooLarge {
		t.Errorf("1 MB is too large: %s", answer)
	}
}

// What a refused request leaves on its connection is not taken for another request.
func TestNoRequestHidesInABody(t *testing.T) {
	s := newSite(t, nil)
	hidden := "DELETE /api/v1/imports/x HTTP/1.1\r\nHost: localhost\r\n\r\n"
	body := strings.Repeat(hidden, 20_000)
	conn, err := net.Dial("tcp", strings.TrimPrefix(s.address, "http://"))
	s.must(err)
	defer conn.Close()
	go fmt.Fprintf(conn, "POST /api/v1/imports HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\nContent-Length: %d\r\n\r\n%sGET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", len(body), body)
	_ = conn.SetReadDeadline(time.Now().Add(20 * time.Second))
	answers, err := io.ReadAll(conn)
	s.must(err)
	if n := bytes.Count(answers, []byte("HTTP/1.1 ")); n != 2 || !bytes.HasSuffix(answers, []byte(`{"status":"ok"}`)) {
		t.Errorf("%d answers: %.600s", n, answers)
	}
}

// Another site's page may change nothing; a program that is no browser may.
func TestOtherSitesChangeNothing(t *testing.T) {
	s := newSite(t, nil)
	own := s.address
	for _, try := range []struct {
		headers []string
		allowed bool
	}{
		{nil, true}, {[]string{"Origin", own}, true}, {[]string{"Origin", own, "Sec-Fetch-Site", "same-origin"}, true},
		{[]string{"Origin", "https://" + strings.TrimPrefix(own, "http://")}, true}, {[]string{"Sec-Fetch-Site", "none"}, true},
		{[]string{"Origin", "http://evil.example"}, false}, {[]string{"Origin", "null"}, false}, {[]string{"Origin", own + ".evil.example"}, false},
		{[]string{"Origin", "http://localhost:1"}, false}, {[]string{"Sec-Fetch-Site", "cross-site"}, false}, {[]string{"Sec-Fetch-Site", "same-site"}, false},
		{[]string{"Origin", own, "Sec-Fetch-Site", "cross-site"}, false},
	} {
		for method, path := range map[string]string{
			http.MethodPost: "/api/v1/snapshots/none/activate", http.MethodPut: uploads + "/none", http.MethodDelete: uploads + "/none",
		} {
			response, answer := s.ask(method, path, strings.NewReader("{}"), append(try.headers, "Content-Type", "application/json")...)
			if try.allowed && response.StatusCode != http.StatusNotFound {
				t.Errorf("%s %s with %v: %d %s", method, path, try.headers, response.StatusCode, answer)
			}
			if !try.allowed {
				s.refused(fmt.Sprint(method, try.headers), response.StatusCode, answer, http.StatusForbidden, "forbidden", "only pages of this server")
			}
		}
	}
}

// A sender who stops, or drips, is told so and is gone; nothing of the upload stays.
func TestSlowSenders(t *testing.T) {
	folder := t.TempDir()
	s := newSite(t, func(o *job.Options, c *Config) { o.Folder, c.Pace = folder, 400*time.Millisecond })
	for what, every := range map[string]time.Duration{"stops": time.Hour, "drips": 50 * time.Millisecond} {
		conn, err := net.Dial("tcp", strings.TrimPrefix(s.address, "http://"))
		s.must(err)
		defer conn.Close()
		fmt.Fprint(conn, "POST /api/v1/imports HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 99999999\r\n\r\n"+
			"--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.csv\"\r\n\r\n"+strings.Repeat("x", 32<<10))
		gone := make(chan struct{})
		go func() {
			for {
				select {
				case <-time.After(every):
					fmt.Fprint(conn, "x")
				case <-gone:
					return
				}
			}
		}()
		began := time.Now()
		_ = conn.SetReadDeadline(began.Add(10 * time.Second))
		answer, _ := io.ReadAll(conn)
		close(gone)
		if !bytes.HasPrefix(answer, []byte("HTTP/1.1 408 ")) || !bytes.Contains(answer, []byte("took too long to arrive")) || time.Since(began) > 8*time.Second {
			t.Errorf("a sender who %s got, after %v: %.300s", what, time.Since(began), answer)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(folder, "*", "*", "a.csv")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}
