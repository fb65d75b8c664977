package server

import (
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"testing"

	"meridian/analytics"
	"meridian/analytics/render"
	"meridian/data/library"
	"meridian/data/store"
	"meridian/server/job"
)

// shared is the default data set's server; it is the same for every test and never changes.
var shared = sync.OnceValues(func() (*Server, error) {
	c, err := config()
	if err != nil {
		return nil, err
	}
	return New(c)
})

// config is what the default data set's server is made of.
var config = sync.OnceValues(func() (c Config, err error) {
	ctx := context.Background()
	dir, err := began()
	if err != nil {
		return c, err
	}
	versions, err := library.Open(ctx, library.Options{Dir: dir})
	if err != nil {
		return c, err
	}
	snapshot, _, err := store.Load(ctx, store.Source{Dataset: os.DirFS("../data/polyu"), Geo: os.DirFS("../data/geo")})
	if err != nil {
		return c, err
	}
	network, err := analytics.New(ctx, snapshot)
	if err != nil {
		return c, err
	}
	draw, err := render.New(render.Assets{
		Script: os.DirFS("../web/dist/render"), Fonts: os.DirFS("../web/fonts"), Maps: os.DirFS("../data/geo"),
	}, render.Options{})
	if err != nil {
		return c, err
	}
	log := slog.New(slog.NewTextHandler(io.Discard, nil))
	imports, err := job.New(job.Options{Library: versions, Geo: os.DirFS("../data/geo"), Log: log})
	if err != nil {
		return c, err
	}
	return Config{
		Library: versions, Imports: imports,
		Live: analytics.NewLive(network, nil), Renderer: draw, Pages: os.DirFS("../web/dist/site"),
		Maps: os.DirFS("../data/geo"), Build: "test", Log: log,
	}, nil
})

func server(t *testing.T) *Server {
	t.Helper()
	s, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// get asks for an address; headers come in pairs.
func get(t *testing.T, address string, headers ...string) (*http.Response, []byte) {
	t.Helper()
	return ask(t, http.MethodGet, address, headers...)
}

func ask(t *testing.T, method, address string, headers ...string) (*http.Response, []byte) {
	t.Helper()
	request := httptest.NewRequest(method, address, nil)
	request.Host = "localhost"
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	response, err := server(t).App().Test(request, -1)
	if err != nil {
		t.Fatalf("%s %s: %v", method, address, err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatalf("%s %s: %v", method, address, err)
	}
	return response, body
}

func decode[T any](t *testing.T, body []byte) T {
	t.Helper()
	var v T
	if err := json.Unmarshal(body, &v); err != nil {
		t.Fatalf("not JSON: %v in %.200s", err, body)
	}
	return v
}

func TestEntityTagsSpareRepeats(t *testing.T) {
	const address = "/api/v1/charts/partner-map?lang=en"
	first, _ := get(t, address)
	tag := first.Header.Get("ETag")
	if tag == "" {
		t.Fatal("no entity tag")
	}
	again, body := get(t, address, "If-None-Match", tag)
	if again.StatusCode != http.StatusNotModified || len(body) != 0 {
		t.Errorf("the same question gave %d with %d bytes", again.StatusCode, len(body))
	}
	other, _ := get(t, "/api/v1/charts/partner-map?lang=zh-Hans", "If-None-Match", tag)
	if other.StatusCode != http.StatusOK {
		t.Errorf("another question gave %d for the first one's tag", other.StatusCode)
	}
	bad, _ := get(t, "/api/v1/charts/partner-map?lang=fr")
	if bad.Header.Get("ETag") != "" {
		t.Error("a refusal carries an entity tag")
	}
}

func TestEveryAnswerIsGuarded(t *testing.T) {
	for _, address := range []string{"/", "/mobility", "/api/v1/charts", "/api/v1/charts/none", "/healthz", "/no-such-page"} {
		response, _ := get(t, address)
		csp := response.Header.Get("Content-Security-Policy")
		if !strings.Contains(csp, "script-src 'self'") || strings.Contains(csp, "unsafe") {
			t.Errorf("%s: content security policy %q", address, csp)
		}
		if response.Header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: the media type may be guessed", address)
		}
	}
}

func TestPagesAndAssets(t *testing.T) {
	for address, status := range map[string]int{
		"/": 200, "/collaboration": 200, "/mobility": 200, "/alliances": 200, "/mainland": 200, "/data": 200,
		"/no-such-page": 404, "/assets/none.js": 404, "/../go.mod": 404, "/%2e%2e/go.mod": 404, "/index.html.br": 404,
	} {
		response, _ := get(t, address)
		if response.StatusCode != status {
			t.Errorf("%s: status %d, want %d", address, response.StatusCode, status)
		}
	}
	plain, text := get(t, "/")
	pressed, small := get(t, "/", "Accept-Encoding", "br")
	if plain.Header.Get("Content-Encoding") != "" || !strings.Contains(string(text), "<!doctype html>") {
		t.Errorf("without Accept-Encoding: %q, %.60s", plain.Header.Get("Content-Encoding"), text)
	}
	if len(text) > 1024 && (pressed.Header.Get("Content-Encoding") != "br" || len(small) >= len(text)) {
		t.Errorf("with brotli: %q, %d bytes of %d", pressed.Header.Get("Content-Encoding"), len(small), len(text))
	}
}

func TestReadOnly(t *testing.T) {
	for _, method := range []string{http.MethodPost, http.MethodPut, http.MethodDelete, http.MethodPatch} {
		if response, body := ask(t, method, "/api/v1/charts"); response.StatusCode != http.StatusNotFound {
			t.Errorf("%s: status %d %s", method, response.StatusCode, body)
		}
	}
}
