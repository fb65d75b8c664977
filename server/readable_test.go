package server

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// noText are bytes that are no text, as an address writes them.
var noText = []string{"%FF", "%FF%FE", "DE,%FF", "%ED%A0%80", "a%00b", "%C3%28"}

// readablePaths are the addresses that read a part of the path, with * for it.
var readablePaths = []string{
	"/partners/*", "/places/*", "/*", "/assets/*", "/api/v1/*", "/api/v1/partners/*", "/api/v1/places/*", "/api/v1/charts/*", "/api/v1/charts/*.json",
	"/api/v1/charts/*.csv", "/api/v1/charts/*.svg", "/api/v1/charts/*.png", "/api/v1/metrics-catalog/*", "/api/v1/maps/*.json",
	"/api/v1/imports/*", "/api/v1/imports/*/report.json", "/api/v1/snapshots/*/changes",
}

// Bytes that are no text are refused in words at every address and in every parameter, and the server goes on.
func TestBytesThatAreNoTextAreRefused(t *testing.T) {
	for _, bytes := range noText {
		for _, path := range readablePaths {
			refusesBytes(t, strings.Replace(path, "*", bytes, 1))
		}
	}
	tried := 0
	for path, described := range at(t, decode[map[string]any](t, openAPIDocument), "paths") {
		operation, ok := described.(map[string]any)["get"].(map[string]any)
		if !ok {
			continue
		}
		address := strings.NewReplacer("{id}", "partner-map", "{code}", "DE", "{name}", "meridian-world", "{version}", "none", "{format}", "json").Replace(path)
		for _, name := range parametersOf(t, operation) {
			tried++
			for _, bytes := range noText {
				refusesBytes(t, address+"?"+url.QueryEscape(name)+"="+bytes)
			}
		}
		refusesBytes(t, address+"?%FF=1")
	}
	if tried < 50 {
		t.Errorf("%d parameters tried", tried)
	}
	for _, address := range []string{"/partners", "/", "/places/DE", "/data"} {
		refusesBytes(t, address+"?partner=%FF")
	}
	if response, _ := get(t, "/api/v1/kpis?place=DE"); response.StatusCode != http.StatusOK {
		t.Errorf("after all this: status %d", response.StatusCode)
	}
	if response, _ := get(t, "/api/v1/partners?q=%E5%8C%97%E4%BA%AC"); response.StatusCode != http.StatusOK {
		t.Errorf("text is refused: status %d", response.StatusCode)
	}
}

func refusesBytes(t *testing.T, address string) {
	t.Helper()
	response, body := get(t, address)
	if (response.StatusCode != http.StatusBadRequest && response.StatusCode != http.StatusNotFound) || !strings.Contains(string(body), "UTF-8") {
		t.Errorf("%s: status %d: %.120s", address, response.StatusCode, body)
	}
}

// parametersOf are the names of an address's query parameters.
func parametersOf(t *testing.T, operation map[string]any) (names []string) {
	t.Helper()
	list, _ := operation["parameters"].([]any)
	for _, parameter := range objects(list) {
		if reference, ok := parameter["$ref"].(string); ok {
			parameter = at(t, decode[map[string]any](t, openAPIDocument), strings.Split(strings.TrimPrefix(reference, "#/"), "/")...)
		}
		if parameter["in"] == "query" {
			names = append(names, parameter["name"].(string))
		}
	}
	return names
}
