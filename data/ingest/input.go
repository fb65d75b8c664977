package ingest

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"meridian/data/ingest/value"
	"meridian/data/match"
	"meridian/data/read"
)

// noTable in a mapping says that a file is known and left out.
const noTable = "none"

// input is one file, or one sheet of a workbook, that fills a table.
type input struct {
	folder  fs.FS
	name    string
	sheet   string
	table   Table
	mapping FileMapping
	entry   int // in the mapping's files; -1 for a file of the format's own
}

// plan finds the files to read: those of the mapping, then those named like tables.
func (in *importer) plan(ctx context.Context) error {
	for _, table := range Tables() {
		if table.Geo {
			in.inputs = append(in.inputs, input{folder: in.source.Geo, name: table.File(), table: table, entry: -1})
		}
	}
	entries, err := fs.ReadDir(in.source.Dataset, ".")
	if err != nil {
		return fmt.Errorf("read the data set's folder: %w", err)
	}
	var names []string
	for _, entry := range entries {
		if !entry.IsDir() && entry.Name() != datasetFile && entry.Name() != match.DecisionsFile {
			names = append(names, entry.Name())
		}
	}
	in.planMapped(names)
	for _, name := range names {
		if !in.used[name] && read.Supported(name) {
			if err := in.planNative(ctx, name); err != nil {
				return err
			}
		}
	}
	in.refuseRivals()
	return nil
}

// planMapped adds the files of dataset.yaml and marks those they look things up in.
func (in *importer) planMapped(names []string) {
	for i, mapping := range in.report.Dataset.Files {
		in.used[mapping.File] = true
		for _, column := range mapping.Columns {
			if column.Lookup != nil {
				in.used[column.Lookup.File] = true
			}
		}
		if !slices.Contains(names, mapping.File) {
			in.yamlFault("the folder has no file "+quote(mapping.File), nearestOf(mapping.File, names), "files", i, "file")
			continue
		}
		if mapping.Table == noTable {
			continue
		}
		table, known := tableNamed(mapping.Table)
		if !known {
			in.yamlFault("there is no table "+quote(mapping.Table), nearestOf(mapping.Table, tableNames()), "files", i, "table")
			continue
		}
		if in.checkMapping(i, mapping) {
			in.inputs = append(in.inputs, input{folder: in.source.Dataset, name: mapping.File, sheet: mapping.Sheet, table: table,
				mapping: mapping, entry: i})
		}
	}
}

// lookupFiles are those of the mapping that values are looked up in.
func (in *importer) lookupFiles() []string {
	files := map[string]bool{}
	for _, mapping := range in.report.Dataset.Files {
		for _, column := range mapping.Columns {
			if column.Lookup != nil {
				files[column.Lookup.File] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(files))
}

// checkMapping holds the words of a mapping against those there are.
func (in *importer) checkMapping(i int, m FileMapping) bool {
	sound := true
	for _, word := range []struct {
		key, text string
		known     []string
	}{{"decimal", m.Decimal, []string{"point", "comma"}}, {"years", m.Years, []string{"starts", "ends"}}} {
		if word.text != "" && !slices.Contains(word.known, word.text) {
			in.yamlFault(quote(word.text)+" is not known", "write "+list(word.known), "files", i, word.key)
			sound = false
		}
	}
	if m.Dates != "" && !value.KnownOrder(m.Dates) {
		in.yamlFault(quote(m.Dates)+" is not an order of dates", "write Y-M-D, D/M/Y or M/D/Y", "files", i, "dates")
		sound = false
	}
	if _, one := m.delimiter(); !one {
		in.yamlFault(quote(m.Delimiter)+" is not one character", `write it as ";", or tab`, "files", i, "delimiter")
		sound = false
	}
	return sound
}

// delimiter is the character that parts cells; 0 when it is to be found out.
func (m FileMapping) delimiter() (rune, bool) {
	if m.Delimiter == "tab" || m.Delimiter == `\t` {
		return '\t', true
	}
	runes := []rune(m.Delimiter)
	if len(runes) == 0 {
		return 0, true
	}
	return runes[0], len(runes) == 1
}

// planNative adds a file that is named like a table, or the sheets of a workbook that are.
func (in *importer) planNative(ctx context.Context, name string) error {
	sheets, err := read.Sheets(ctx, in.source.Dataset, name)
	if refused := new(read.RefusedError); errors.As(err, &refused) {
		sheets, err = nil, nil // opening it says why, if it is to be opened
	}
	if err != nil {
		return err
	}
	found := false
	for _, sheet := range sheets {
		if table, known := tableNamed(sheet); known {
			in.native(name, sheet, table)
			found = true
		}
	}
	base := strings.TrimSuffix(name, path.Ext(name))
	if table, known := tableNamed(base); known && !found {
		in.native(name, "", table)
		return nil
	}
	for _, sheet := range sheets {
		if _, known := tableNamed(sheet); !known && found {
			in.report.add(Problem{Severity: Warning, File: name, Column: sheet, Reason: "the sheet " + quote(sheet) + " is not known and is left out",
				Remedy: nearestOf(sheet, tableNames())})
		}
	}
	if !found && !strings.EqualFold(path.Ext(name), ".txt") {
		in.report.add(Problem{Severity: Warning, File: name, Reason: "the file is not known and is left out",
			Remedy: "map it under files in dataset.yaml, or rename it: the nearest known name is " + nearest(name, in.knownFiles())})
	}
	return nil
}

func (in *importer) native(name, sheet string, table Table) {
	in.used[name] = true
	in.inputs = append(in.inputs, input{folder: in.source.Dataset, name: name, sheet: sheet, table: table, entry: -1})
}

// refuseRivals tells of two files for one table that no mapping puts together.
func (in *importer) refuseRivals() {
	first := map[string]input{}
	for _, in2 := range in.inputs {
		rival, twice := first[in2.table.Name]
		if !twice {
			first[in2.table.Name] = in2
			continue
		}
		if in2.entry < 0 || rival.entry < 0 {
			in.report.add(Problem{File: in2.name, Column: in2.sheet, Reason: "the file is for the table " + in2.table.Name + ", which " +
				rival.name + " fills already", Remedy: "remove one of the two, or list both under files in dataset.yaml to add them up"})
		}
	}
}

func (in *importer) knownFiles() []string {
	var names []string
	for _, table := range tableNames() {
		names = append(names, table+".csv")
	}
	return names
}

// tableNames are those of the tables that a data set may fill.
func tableNames() []string {
	var names []string
	for _, table := range Tables() {
		if !table.Geo {
			names = append(names, table.Name)
		}
	}
	return names
}

func tableNamed(name string) (Table, bool) {
	name = strings.ToLower(strings.TrimSpace(name))
	for _, table := range Tables() {
		if table.Name == name && !table.Geo {
			return table, true
		}
	}
	return Table{}, false
}

func nearestOf(word string, known []string) string {
	if len(known) == 0 {
		return "add it"
	}
	return "the nearest known name is " + nearest(word, known)
}
