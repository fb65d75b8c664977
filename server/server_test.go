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
	"meridian/data/store"
)

// shared is the default data set's server; it is the same for every test and never changes.
var shared = sync.OnceValues(func() (*Server, error) {
	ctx := context.Background()
	snapshot, _, err := store.Load(ctx, store.Source{Dataset: os.DirFS("../data/polyu"), Geo: os.DirFS("../data/geo")})
	if err != nil {
		return nil, err
	}
	network, err := analytics.New(ctx, snapshot)
	if err != nil {
		return nil, err
	}
	draw, err := render.New(render.Assets{
		Script: os.DirFS("../web/dist/render"), Fonts: os.DirFS("../web/fonts"), Maps: os.DirFS("../data/geo"),
	}, render.Options{})
	if err != nil {
		return nil, err
	}
	return New(Config{
		Network: func() *analytics.Network { return network }, Renderer: draw, Pages: os.DirFS("../web/dist/site"),
		Maps: os.DirFS("../data/geo"), Build: "test", Log: slog.New(slog.NewTextHandler(io.Discard, nil)),
	})
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

// Every chart answers as JSON, CSV, SVG and PNG, in every language, with its evidence and sources.
func TestEveryChartAnswersInEveryFormat(t *testing.T) {
	_, body := get(t, "/api/v1/charts")
	list := decode[struct {
		Charts []analytics.CatalogueEntry `json:"charts"`
	}](t, body)
	if len(list.Charts) < 18 {
		t.Errorf("the catalogue has %d charts, want at least 18", len(list.Charts))
	}
	for _, c := range list.Charts {
		t.Run(c.ID, func(t *testing.T) {
			for _, lang := range []string{"en", "zh-Hant", "zh-Hans"} {
				checkChart(t, c.ID, lang)
			}
			response, svg := get(t, "/api/v1/charts/"+c.ID+".svg")
			if response.StatusCode != http.StatusOK || !strings.HasPrefix(string(svg), "<svg") {
				t.Errorf("svg: status %d, begins %.40q", response.StatusCode, svg)
			}
		})
	}
}

func checkChart(t *testing.T, id, lang string) {
	t.Helper()
	response, body := get(t, "/api/v1/charts/"+id+"?lang="+lang)
	if response.StatusCode != http.StatusOK {
		t.Fatalf("%s: status %d: %s", lang, response.StatusCode, body)
	}
	answer := decode[analytics.ChartAnswer](t, body)
	if answer.Title == "" || answer.Subtitle == "" || answer.Summary == "" || len(answer.Rows) == 0 || len(answer.Option) == 0 {
		t.Errorf("%s: title %q, subtitle %q, summary %q, %d rows, %d option keys", lang,
			answer.Title, answer.Subtitle, answer.Summary, len(answer.Rows), len(answer.Option))
	}
	if answer.Evidence == "" || len(answer.Sources) == 0 {
		t.Errorf("%s: evidence %q with %d sources", lang, answer.Evidence, len(answer.Sources))
	}
	if !strings.Contains(answer.Title, answer.TitleEmphasis) {
		t.Errorf("%s: the title %q does not hold its point %q", lang, answer.Title, answer.TitleEmphasis)
	}
	if text := string(body); strings.Contains(text, "__f__") || strings.Contains(text, "function") && strings.Contains(text, "=>") {
		t.Errorf("%s: a function crosses the wire", lang)
	}
	for _, row := range answer.Rows {
		if len(row) != len(answer.Columns) {
			t.Fatalf("%s: a row of %d cells under %d columns", lang, len(row), len(answer.Columns))
		}
	}
}

func TestBadInputIsRefusedByName(t *testing.T) {
	for address, want := range map[string]struct {
		status      int
		code, field string
	}{
		"/api/v1/charts/none":                                {404, "not_found", "id"},
		"/api/v1/charts/none.png":                            {404, "not_found", "id"},
		"/api/v1/metrics-catalog/none":                       {404, "not_found", "id"},
		"/api/v1/maps/none.json":                             {404, "not_found", "name"},
		"/api/v1/nothing":                                    {404, "not_found", "path"},
		"/api/v1/charts/partner-map?place=ZZ":                {400, "invalid", "place"},
		"/api/v1/charts/partner-map?region=atlantis":         {400, "invalid", "region"},
		"/api/v1/charts/partner-map?type=golf":               {400, "invalid", "type"},
		"/api/v1/charts/partner-map?faculty=X":               {400, "invalid", "faculty"},
		"/api/v1/charts/partner-map?direction=up":            {400, "invalid", "direction"},
		"/api/v1/charts/partner-map?evidence=hearsay":        {400, "invalid", "evidence"},
		"/api/v1/charts/partner-map?from=last":               {400, "invalid", "from"},
		"/api/v1/charts/partner-map?from=1950/1951":          {400, "invalid", "from"},
		"/api/v1/charts/partner-map?from=2017/18&to=2012/13": {400, "invalid", "from"},
		"/api/v1/charts/partner-map?lang=fr":                 {400, "invalid", "lang"},
		"/api/v1/charts/partner-map?theme=pink":              {400, "invalid", "theme"},
		"/api/v1/charts/partner-map?palce=DE":                {400, "invalid", "palce"},
		"/api/v1/charts/partner-map.png?width=0":             {400, "invalid", "width"},
		"/api/v1/charts/partner-map.png?width=100000":        {400, "invalid", "width"},
		"/api/v1/charts/partner-map.png?height=-1":           {400, "invalid", "height"},
		"/api/v1/charts/partner-map.png?scale=9":             {400, "invalid", "scale"},
		"/api/v1/charts/partner-map.png?width=abc":           {400, "invalid", "width"},
		"/api/v1/charts/partner-map.svg?title=maybe":         {400, "invalid", "title"},
		"/api/v1/charts/partner-map.svg?background=red":      {400, "invalid", "background"},
		"/api/v1/kpis?subject=weather":                       {400, "invalid", "subject"},
		"/api/v1/dimensions?lang=xx":                         {400, "invalid", "lang"},
	} {
		response, body := get(t, address)
		got := decode[problem](t, body).Error
		if response.StatusCode != want.status || got.Code != want.code || got.Field != want.field || got.ID == "" || got.Message == "" {
			t.Errorf("%s: %d %+v, want %d %s naming %s", address, response.StatusCode, got, want.status, want.code, want.field)
		}
	}
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
		"/": 200, "/collaboration": 200, "/mobility": 200, "/alliances": 200, "/mainland": 200,
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
