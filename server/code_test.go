package server

import (
	"fmt"
	"strings"
	"testing"
)

// code finds the first place of an option that holds a function's text, or a formatter: those are named beside the
// option, never in it.
func code(value any, path string) string {
	switch value := value.(type) {
	case map[string]any:
		for key, inner := range value {
			if text, ok := inner.(string); ok && strings.EqualFold(key, "formatter") {
				return fmt.Sprintf("%s.%s is %q", path, key, text)
			}
			if found := code(inner, path+"."+key); found != "" {
				return found
			}
		}
	case []any:
		for i, inner := range value {
			if found := code(inner, fmt.Sprintf("%s.%d", path, i)); found != "" {
				return found
			}
		}
	case string:
		if strings.HasPrefix(strings.TrimSpace(value), "function") || strings.Contains(value, "=>") || strings.Contains(value, "__f__") {
			return fmt.Sprintf("%s is %q", path, value)
		}
	}
	return ""
}

func TestCodeIsFound(t *testing.T) {
	for text, want := range map[string]bool{
		`{"tooltip":{"formatter":"{b}"}}`:              true,
		`{"series":[{"label":{"formatter":"x"}}]}`:     true,
		`{"a":[1,"function (p) { return p }"]}`:        true,
		`{"a":{"b":"p => p.name"}}`:                    true,
		`{"a":"__f__x__f__"}`:                          true,
		`{"title":{"text":"The function of a place"}}`: false,
		`{"xAxis":{"data":["a",null,2]}}`:              false,
	} {
		if found := code(decode[any](t, []byte(text)), "option"); (found != "") != want {
			t.Errorf("%s: found %q", text, found)
		}
	}
}
