package ingest

import (
	"fmt"
	"slices"
	"strings"
)

// bind decides for each column of the table where its values come from. It is false when rows cannot be read.
func (f *file) bind() (bool, error) {
	header := f.opened.Header()
	usable, taken := f.checkMappedNames(), make([]bool, len(header))
	for _, spec := range f.table.Columns {
		mapping, mapped := f.mapping.Columns[spec.Name]
		if f.mapping.CountRows == spec.Name {
			mapping, mapped = ColumnMapping{Constant: "1"}, true
		}
		c, err := f.newColumn(spec, mapping)
		if err != nil {
			return false, err
		}
		f.columns = append(f.columns, c)
		switch {
		case mapping.Lookup != nil && c.lookup == nil:
			usable = false
			continue
		case mapped && !f.checkColumnMapping(c, mapping):
			usable = false
		case mapped && mapping.Column == "":
			continue
		case mapped:
			usable = f.bindMapped(c, mapping.Column, header, taken) && usable
		default:
			usable = f.bindNamed(c, header, taken) && usable
		}
	}
	f.reportUnmapped(header, taken)
	return f.requireColumns() && usable, nil
}

// checkMappedNames refuses columns of the mapping that the table does not have.
func (f *file) checkMappedNames() bool {
	sound := true
	for name := range f.mapping.Columns {
		if f.table.column(name) < 0 {
			f.mappingError("the table "+f.table.Name+" has no column "+quote(name), nearestOf(name, f.columnNames()), "columns", name)
			sound = false
		}
	}
	if name := f.mapping.CountRows; name != "" && (f.table.column(name) < 0 || !f.table.Columns[f.table.column(name)].Additive()) {
		f.mappingError("rows cannot be counted into "+quote(name), "name a column of the table "+f.table.Name+" that holds numbers of people", "count_rows")
		sound = false
	}
	return sound
}

// checkColumnMapping refuses a mapping that says too little or too much, and a constant that the column cannot hold.
func (f *file) checkColumnMapping(c *column, mapping ColumnMapping) bool {
	path := []any{"columns", c.Name}
	switch {
	case mapping.Column == "" && mapping.Constant == "":
		f.mappingError("neither a column of the file nor a constant is named", "write the name of their column, or {constant: …}", path...)
		return false
	case mapping.Column != "" && mapping.Constant != "":
		f.mappingError("both a column of the file and a constant are named", "keep one of the two", path...)
		return false
	case mapping.Column != "" || f.mapping.CountRows == c.Name:
		return true
	}
	out := &outcome{}
	f.line = f.head
	c.understand(f, c.constant, out)
	if out.fault != nil {
		f.mappingError(out.fault.Reason, out.fault.Remedy, append(path, "constant")...)
		return false
	}
	return true
}

// bindMapped finds the column of the file that the mapping names.
func (f *file) bindMapped(c *column, theirs string, header []string, taken []bool) bool {
	c.at = slices.IndexFunc(header, func(name string) bool { return name == strings.TrimSpace(theirs) })
	if c.at < 0 {
		c.at = slices.IndexFunc(header, func(name string) bool { return heading(name) == heading(theirs) })
	}
	if c.at < 0 {
		f.mappingError(f.name+" has no column "+quote(theirs), nearestOf(theirs, header), "columns", c.Name)
		return false
	}
	taken[c.at] = true
	return true
}

// bindNamed finds the column of the file that has our name for it.
func (f *file) bindNamed(c *column, header []string, taken []bool) bool {
	for i, name := range header {
		if heading(name) != c.Name || slices.Contains(f.mapping.Ignore, name) {
			continue
		}
		if c.at >= 0 {
			f.fail(f.head, c.Name, "", "the column stands twice in the header", "remove one of them")
			taken[i] = true
			return false
		}
		c.at = i
		taken[i] = true
	}
	return true
}

func heading(name string) string {
	return strings.ReplaceAll(strings.ToLower(strings.TrimSpace(name)), " ", "_")
}

// reportUnmapped tells of the file's columns that fill nothing: most in one of our own files are misspelt.
func (f *file) reportUnmapped(header []string, taken []bool) {
	var left []string
	for i, name := range header {
		switch {
		case taken[i] || name == "" || slices.Contains(f.mapping.Ignore, name):
		case f.entry >= 0:
			left = append(left, visible(shorten(name)))
		default:
			f.warn(f.head, name, "", fmt.Sprintf("the column %s is not known and is left out", quote(name)),
				advice("rename it, or map it in dataset.yaml", "known column", name, f.columnNames()))
		}
	}
	if len(left) > 0 {
		f.report.add(Problem{Severity: Note, File: f.name, Row: f.head, Reason: "columns that the mapping does not use are left out: " + strings.Join(left, ", "),
			Remedy: "list them under ignore in dataset.yaml to say that they are known"})
	}
	for _, name := range f.mapping.Ignore {
		if !slices.Contains(header, name) {
			f.report.add(Problem{Severity: Warning, File: DatasetFile, Row: f.yamlLine("ignore"), Column: "ignore",
				Reason: f.name + " has no column " + quote(name) + " to ignore", Remedy: nearestOf(name, header)})
		}
	}
}

// requireColumns refuses a file that lacks a column it cannot do without.
func (f *file) requireColumns() bool {
	complete := true
	for _, c := range f.columns {
		if c.Required && c.at < 0 && c.constant == "" {
			complete = false
			f.fail(f.head, c.Name, "", "the required column is missing", f.addColumn(c))
		}
	}
	for _, group := range f.table.Needs {
		given := func(name string) bool {
			c := f.columns[f.table.column(name)]
			return c.at >= 0 || c.constant != ""
		}
		if !slices.ContainsFunc(group, given) {
			complete = false
			f.fail(f.head, group[0], "", "the file has none of "+list(group), "add one of these columns")
		}
	}
	return complete
}

func (f *file) addColumn(c *column) string {
	if f.entry >= 0 && len(c.Values) > 0 {
		return "say under columns in dataset.yaml which column of the file it is, or write what holds for every row, as " +
			c.Name + ": {constant: " + c.Values[0] + "}; it may be " + list(c.Values)
	}
	if f.entry >= 0 {
		return "say under columns in dataset.yaml which column of the file it is, or give it a constant"
	}
	return "add the column; if the file calls it otherwise, map it under files in dataset.yaml"
}

func (f *file) columnNames() []string {
	list := make([]string, len(f.table.Columns))
	for i, column := range f.table.Columns {
		list[i] = column.Name
	}
	return list
}
