package ingest

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"slices"

	"meridian/data/ingest/value"
	"meridian/data/match"
	"meridian/data/read"
)

// NoTable as the table of a mapping says that a file is known and left out.
const NoTable = "none"

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
		if !entry.IsDir() && entry.Name() != DatasetFile && entry.Name() != match.DecisionsFile {
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
	return in.tellUnused(ctx, names)
}

// planMapped adds the files of dataset.yaml and marks those they look things up in.
func (in *importer) planMapped(names []string) {
	for _, name := range in.lookupFiles() {
		in.used[name] = true
	}
	for i, mapping := range in.report.Dataset.Files {
		in.used[mapping.File] = true
		if mapping.Table == NoTable {
			continue // also when it is not there: nothing is missed
		}
		if !slices.Contains(names, mapping.File) {
			in.yamlFault("the folder has no file "+quote(mapping.File), nearestOf(mapping.File, names), "files", i, "file")
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

// lookedUp are the lookups of the mapping.
func (in *importer) lookedUp() map[Lookup]bool {
	found := map[Lookup]bool{}
	for _, mapping := range in.report.Dataset.Files {
		for _, column := range mapping.Columns {
			if column.Lookup != nil {
				found[*column.Lookup] = true
			}
		}
	}
	return found
}

// lookupFiles are those that values are looked up in.
func (in *importer) lookupFiles() []string {
	files := map[string]bool{}
	for l := range in.lookedUp() {
		files[l.File] = true
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
