// Package schema holds the SQL that gives a snapshot its shape: one file a table, and the cubes derived from them.
package schema

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
)

//go:embed *.sql cube/*.sql plain/*.sql
var files embed.FS

// File is one SQL file; its statements run as they stand.
type File struct {
	Name string
	SQL  string
}

// Tables returns the types and tables, in the order they are created, before any row is stored.
func Tables() []File { return read("*.sql") }

// Cubes returns the derived tables and the filter macros, in the order they are created, after the last row.
func Cubes() []File { return read("cube/*.sql") }

// Plain returns what makes a snapshot's cubes views on the rows they are made of, for measuring what they save.
func Plain() []File { return read("plain/*.sql") }

// Version identifies the shape: it changes with any of the SQL, and a snapshot of another version is not opened.
func Version() string {
	sum := sha256.New()
	for _, file := range append(Tables(), Cubes()...) {
		fmt.Fprintf(sum, "%s %d\n%s", file.Name, len(file.SQL), file.SQL)
	}
	return hex.EncodeToString(sum.Sum(nil))[:12]
}

// read panics only if the embedded files cannot be read, which the build rules out.
func read(pattern string) []File {
	names, err := fs.Glob(files, pattern)
	if err != nil {
		panic(err)
	}
	list := make([]File, 0, len(names))
	for _, name := range names {
		content, err := files.ReadFile(name)
		if err != nil {
			panic(err)
		}
		list = append(list, File{Name: name, SQL: string(content)})
	}
	return list
}
