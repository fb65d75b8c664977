package ingest

import (
	"context"
	"errors"
	"path"
	"slices"
	"strings"

	"meridian/data/read"
)

// tellUnused names what lies in the folder and fills nothing: files of other kinds, and sheets beside those that are read.
func (in *importer) tellUnused(ctx context.Context, names []string) error {
	for _, name := range names {
		if !read.Supported(name) {
			in.tellUnsupported(name)
			continue
		}
		if err := in.tellSheets(ctx, name); err != nil {
			return err
		}
	}
	return nil
}

// tellUnsupported warns of a file that holds data in a form that is not read. Other files are nobody's concern.
func (in *importer) tellUnsupported(name string) {
	ending := strings.ToLower(path.Ext(name))
	_, table := tableNamed(strings.TrimSuffix(name, path.Ext(name)))
	if in.used[name] || (!table && !slices.Contains([]string{".xls", ".xlsb", ".ods", ".numbers"}, ending)) {
		return
	}
	in.report.add(Problem{Severity: Warning, File: name, Reason: "files that end in " + quote(ending) + " are not read, and this one is left out",
		Remedy: "save it as .csv, .xlsx or .parquet"})
}

// tellSheets warns of the sheets of a workbook that nothing reads while others are read.
func (in *importer) tellSheets(ctx context.Context, name string) error {
	mapped, wanted := false, map[string]bool{}
	for _, i := range in.inputs {
		if i.name == name && !i.table.Geo {
			wanted[i.sheet] = true
			mapped = mapped || i.entry >= 0
		}
	}
	for l := range in.lookedUp() {
		if l.File == name {
			wanted[l.Sheet] = true
		}
	}
	if len(wanted) == 0 {
		return nil
	}
	sheets, err := read.Sheets(ctx, in.source.Dataset, name)
	if refused := new(read.RefusedError); errors.As(err, &refused) {
		return nil // opening it says why
	}
	if err != nil || len(sheets) == 0 {
		return err
	}
	if wanted[""] {
		wanted[sheets[0]] = true
	}
	for _, mapping := range in.report.Dataset.Files {
		if mapping.File == name && mapping.Table == NoTable {
			wanted[mapping.Sheet] = true // somebody said that it is left out
		}
	}
	for _, sheet := range sheets {
		if wanted[sheet] {
			continue
		}
		problem := Problem{Severity: Warning, File: name, Column: sheet, Reason: "the sheet " + quote(sheet) + " is not known and is left out",
			Remedy: advice("name it like a table, or map it under files in dataset.yaml", "known name", sheet, tableNames())}
		if mapped {
			problem.Severity, problem.Reason = Note, "the sheet "+quote(sheet)+" is not mapped and is left out"
		}
		in.report.add(problem)
	}
	return nil
}
