package server

import (
	"bytes"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// examples are the ids the answers of an address are tried with, and parameters worth another try.
var examples = map[string][]string{
	"/api/v1/charts/{id}":          {"partner-map", "mobility-trend", "alliance-network", "milestones", "partner-map?place=GB&lang=zh-Hans", "partner-map?place=GB&region=africa"},
	"/api/v1/charts/{id}.json":     {"mobility-flows"},
	"/api/v1/charts/{id}.csv":      {"mobility-trend"},
	"/api/v1/charts/{id}.svg":      {"mobility-trend"},
	"/api/v1/charts/{id}.png":      {"mobility-trend"},
	"/api/v1/metrics-catalog/{id}": {"agreements_by_status"},
	"/api/v1/maps/{name}.json":     {"meridian-world"},
	"/api/v1/explain":              {"?kpi=projects", "?kpi=projects&region=europe", "?chart=partner-map&row=2", "?chart=milestones&lang=zh-Hant", "?chart=aid-coverage&column=aid_coverage&lang=zh-Hans"},
	"/api/v1/findings":             {"", "?subject=collaboration", "?region=europe&lang=zh-Hant", "?evidence=published"},
	"/api/v1/board":                {"", "?evidence=published", "?since=2016/2017", "?lang=zh-Hant"},
	"/api/v1/alliances":            {"", "?evidence=published", "?evidence=illustrative&lang=zh-Hans"},
	"/api/v1/establishments":       {"", "?evidence=published"},
	"/api/v1/milestones":           {"", "?evidence=published"},
	"/api/v1/partners/{id}":        {"zju"},
	"/api/v1/places/{code}":        {"GB"},
	"/api/v1/kpis":                 {"", "?subject=mobility", "?subject=alliances&lang=zh-Hant", "?subject=mainland", "?subject=collaboration&region=europe"},
}

// Every answer is what the document says of it: nothing required is absent, and nothing is there that is not described.
func TestAnswersMatchTheDocument(t *testing.T) {
	document := strict(t)
	paths := document["paths"].(map[string]any)
	for path, described := range paths {
		if _, asked := described.(map[string]any)["get"]; !asked || strings.Contains(path, "/imports") || strings.Contains(path, "/snapshots") {
			continue // TestImportAnswersMatchTheDocument
		}
		tries := examples[path]
		if tries == nil {
			tries = []string{""}
		}
		for _, try := range tries {
			t.Run(path+" "+try, func(t *testing.T) { checkAnswer(t, document, path, try) })
		}
	}
}

func checkAnswer(t *testing.T, document map[string]any, path, try string) {
	value, query, asked := strings.Cut(try, "?")
	address := strings.NewReplacer("{id}", value, "{name}", value, "{code}", value).Replace(path)
	if asked {
		address += "?" + query
	}
	response, body := get(t, address)
	if response.StatusCode != http.StatusOK {
		t.Fatalf("%s: status %d: %.200s", address, response.StatusCode, body)
	}
	described := at(t, document, "paths", path, "get", "responses", "200", "content")
	mediaType, _, _ := strings.Cut(response.Header.Get("Content-Type"), ";")
	if described[mediaType] == nil {
		t.Fatalf("%s: the media type is %s, which is not described", address, mediaType)
	}
	if mediaType == "application/json" {
		conform(t, document, []string{"paths", path, "get", "responses", "200", "content", mediaType, "schema"}, body)
	}
}

// Every refusal is a Problem.
func TestRefusalsMatchTheDocument(t *testing.T) {
	document := strict(t)
	for _, address := range []string{"/api/v1/charts/none", "/api/v1/charts/partner-map?place=ZZ", "/api/v1/nothing", "/api/v1/kpis?subject=x"} {
		_, body := get(t, address)
		conform(t, document, []string{"components", "schemas", "Problem"}, body)
	}
}

// conform holds a body against the schema at a place of the document.
func conform(t *testing.T, document map[string]any, place []string, body []byte) {
	t.Helper()
	compiler := jsonschema.NewCompiler()
	compiler.DefaultDraft(jsonschema.Draft2020)
	if err := compiler.AddResource("file:///openapi.json", any(document)); err != nil {
		t.Fatal(err)
	}
	pointer := ""
	for _, key := range place {
		pointer += "/" + url.PathEscape(strings.ReplaceAll(strings.ReplaceAll(key, "~", "~0"), "/", "~1"))
	}
	schema, err := compiler.Compile("file:///openapi.json#" + pointer)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := jsonschema.UnmarshalJSON(bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(answer); err != nil {
		t.Errorf("%v\nin %.300s", err, body)
	}
}

// strict is the document with every object closed: a property that is not described is a fault.
func strict(t *testing.T) map[string]any {
	t.Helper()
	document := decode[map[string]any](t, openAPIDocument)
	flatten(t, document, document)
	closeObjects(document)
	return document
}

// flatten puts the parts of an allOf into one object, which can be closed.
func flatten(t *testing.T, document, schema map[string]any) {
	for _, value := range schema {
		for _, inner := range objects(value) {
			flatten(t, document, inner)
		}
	}
	parts, ok := schema["allOf"].([]any)
	if !ok {
		return
	}
	delete(schema, "allOf")
	properties, required := map[string]any{}, []any{}
	for _, part := range objects(parts) {
		if reference, ok := part["$ref"].(string); ok {
			part = at(t, document, strings.Split(strings.TrimPrefix(reference, "#/"), "/")...)
		}
		for name, property := range at(t, part, "properties") {
			properties[name] = property
		}
		if more, ok := part["required"].([]any); ok {
			required = append(required, more...)
		}
	}
	schema["type"], schema["properties"], schema["required"] = "object", properties, required
}

func closeObjects(value any) {
	for _, object := range objects(value) {
		if _, ok := object["properties"].(map[string]any); ok && object["type"] == "object" && object["additionalProperties"] == nil {
			object["additionalProperties"] = false
		}
		for _, inner := range object {
			closeObjects(inner)
		}
	}
}

// objects are the value itself, or those of a list.
func objects(value any) (found []map[string]any) {
	switch value := value.(type) {
	case map[string]any:
		return []map[string]any{value}
	case []any:
		for _, item := range value {
			found = append(found, objects(item)...)
		}
	}
	return found
}

func at(t *testing.T, document map[string]any, keys ...string) map[string]any {
	t.Helper()
	for _, key := range keys {
		inner, ok := document[key].(map[string]any)
		if !ok {
			t.Fatalf("openapi.json has no object %s in %v", key, keys)
		}
		document = inner
	}
	return document
}
