package main

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"testing"
)

const dataset = "../polyu"

// row is a line of a CSV file by column name.
type row map[string]string

func (r row) int(t *testing.T, column string) int {
	t.Helper()
	if r[column] == "" {
		return 0
	}
	n, err := strconv.Atoi(r[column])
	if err != nil {
		t.Fatalf("%s: want a whole number, have %q in %v", column, r[column], r)
	}
	return n
}

// load reads a committed file of the data set, not what the generator would write now.
func load(t *testing.T, name string) []row {
	t.Helper()
	return loadFrom(t, filepath.Join(dataset, name))
}

func loadFrom(t *testing.T, name string) []row {
	t.Helper()
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	all, err := csv.NewReader(bytes.NewReader(raw)).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	rows := make([]row, 0, len(all)-1)
	for _, cells := range all[1:] {
		r := row{}
		for i, c := range cells {
			r[all[0][i]] = c
		}
		rows = append(rows, r)
	}
	return rows
}

func institutions(t *testing.T) map[string]row {
	t.Helper()
	out := map[string]row{}
	for _, r := range load(t, "institutions.csv") {
		if _, twice := out[r["institution_id"]]; twice {
			t.Errorf("institutions.csv: %s is there twice", r["institution_id"])
		}
		out[r["institution_id"]] = r
	}
	return out
}

func TestCommittedFilesAreWhatTheGeneratorWrites(t *testing.T) {
	files, err := generate()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		committed, err := os.ReadFile(filepath.Join(dataset, f.name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(committed, f.content) {
			t.Errorf("%s differs from what the generator writes: run go generate ./data/generate, never edit it by hand", f.name)
		}
	}
}
