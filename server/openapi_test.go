package server

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The document and the route table name the same addresses.
func TestOpenAPINamesEveryRoute(t *testing.T) {
	document := decode[struct {
		OpenAPI string                    `json:"openapi"`
		Paths   map[string]map[string]any `json:"paths"`
	}](t, openAPIDocument)
	parameter := regexp.MustCompile(`:(\w+)`)
	var routed []string
	for _, r := range server(t).table() {
		path := parameter.ReplaceAllString(r.path, "{$1}")
		routed = append(routed, path)
		if _, ok := document.Paths[path][strings.ToLower(r.method)]; !ok {
			t.Errorf("openapi.json lacks %s %s", r.method, path)
		}
	}
	for path := range document.Paths {
		if !slices.Contains(routed, path) {
			t.Errorf("openapi.json has %s, which is not routed", path)
		}
	}
}

// Every reference inside the document leads somewhere.
func TestOpenAPIReferencesResolve(t *testing.T) {
	document := decode[map[string]any](t, openAPIDocument)
	for _, found := range regexp.MustCompile(`"\$ref":\s*"#/([^"]+)"`).FindAllSubmatch(openAPIDocument, -1) {
		var at any = document
		for _, key := range strings.Split(string(found[1]), "/") {
			object, ok := at.(map[string]any)
			if !ok || object[key] == nil {
				t.Errorf("#/%s leads nowhere", found[1])
				break
			}
			at = object[key]
		}
	}
}
