package main

import (
	"bytes"
	"embed"
	"encoding/csv"
	"fmt"
)

//go:embed plan/*.csv published/*.csv
var inputs embed.FS

// file is one finished file of the data set.
type file struct {
	name    string
	content []byte
}

const (
	illustrative = "illustrative"
	generated    = "generated" // source_id of every row made here
)

// read gives the header and the rows of an input file.
func read(path string) (header []string, rows [][]string, err error) {
	raw, err := inputs.ReadFile(path)
	if err != nil {
		return nil, nil, fmt.Errorf("read %s: %w", path, err)
	}
	all, err := csv.NewReader(bytes.NewReader(raw)).ReadAll()
	if err != nil {
		return nil, nil, fmt.Errorf("read %s: %w", path, err)
	}
	return all[0], all[1:], nil
}

// merge puts the rows kept by hand first and the generated rows after them.
func merge(name string, rows [][]string) (file, error) {
	header, kept, err := read("published/" + name)
	if err != nil {
		return file{}, err
	}
	return encode(name, header, append(kept, rows...))
}

func encode(name string, header []string, rows [][]string) (file, error) {
	var buf bytes.Buffer
	w := csv.NewWriter(&buf)
	if err := w.Write(header); err != nil {
		return file{}, fmt.Errorf("encode %s: %w", name, err)
	}
	if err := w.WriteAll(rows); err != nil {
		return file{}, fmt.Errorf("encode %s: %w", name, err)
	}
	return file{name: name, content: buf.Bytes()}, nil
}
