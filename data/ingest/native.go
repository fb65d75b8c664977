package ingest

import (
	"context"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"meridian/data/read"
)

// planNative adds a file that is named like a table, or the sheets of a workbook that are.
func (in *importer) planNative(ctx context.Context, name string) error {
	sheets, err := read.Sheets(ctx, in.source.Dataset, name)
	if err != nil && !errors.As(err, new(*read.RefusedError)) {
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
	if found || strings.EqualFold(path.Ext(name), ".txt") {
		return nil
	}
	if damaged, err := in.refuseDamaged(ctx, name); damaged || err != nil {
		return err
	}
	if in.unsettled { // dataset.yaml may well know it
		return nil
	}
	in.report.add(Problem{Severity: Warning, File: name, Reason: "the file is not known and is left out",
		Remedy: advice("map it under files in dataset.yaml, or rename it", "known name", name, in.knownFiles())})
	return nil
}

// refuseDamaged refuses a file that cannot be opened, as a picture named like a table: nobody can tell which tables it would have
// filled. The hidden files that programs leave beside their own are none.
func (in *importer) refuseDamaged(ctx context.Context, name string) (bool, error) {
	ending := strings.ToLower(path.Ext(name))
	if strings.HasPrefix(name, "~") || strings.HasPrefix(name, ".") {
		return false, nil
	}
	_, err := read.Sheets(ctx, in.source.Dataset, name)
	if !slices.Contains([]string{".xlsx", ".xlsm"}, ending) {
		err = opens(ctx, in.source.Dataset, name)
	}
	refused := new(read.RefusedError)
	if !errors.As(err, &refused) {
		return false, err
	}
	in.report.add(Problem{File: name, Row: refused.Line, Reason: refused.Reason, Remedy: refused.Remedy +
		"; if it is not to be read, list it under files in dataset.yaml with table: " + NoTable})
	return true, nil
}

// opens tells why a file cannot be opened.
func opens(ctx context.Context, folder fs.FS, name string) error {
	file, err := read.Open(ctx, folder, name, read.Options{})
	if err != nil {
		return err
	}
	return file.Close()
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
	if near := nearest(word, known); near != "" {
		return "the nearest known name is " + near
	}
	return "it may be one of " + list(known[:min(len(known), examples)])
}
