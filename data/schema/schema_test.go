package schema_test

import (
	"regexp"
	"strings"
	"testing"

	"meridian/data/schema"
)

// TestNoIndexes keeps the schema clear of a fault in DuckDB: a database with an index, or a key that makes one, can
// be invalidated when it is opened again and rows are deleted. The import checks keys and references instead.
func TestNoIndexes(t *testing.T) {
	comment := regexp.MustCompile(`--.*|'[^']*'`)
	index := regexp.MustCompile(`(?i)\b(INDEX|UNIQUE|PRIMARY KEY|REFERENCES|FOREIGN KEY)\b`)
	for _, file := range append(schema.Tables(), schema.Cubes()...) {
		if found := index.FindString(comment.ReplaceAllString(file.SQL, "")); found != "" {
			t.Errorf("%s has %s", file.Name, found)
		}
	}
}

func TestFilesAreInOrder(t *testing.T) {
	if len(schema.Tables()) == 0 || len(schema.Cubes()) == 0 || len(schema.Version()) != 12 {
		t.Fatal("the schema is empty")
	}
	last := ""
	for _, file := range schema.Tables() {
		if file.Name <= last || strings.Contains(file.SQL, "cube_") {
			t.Errorf("%s is out of order or reads a cube", file.Name)
		}
		last = file.Name
	}
}
