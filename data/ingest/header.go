package ingest

import (
	"fmt"
	"strings"
)

// header tells where in the file each column of the table stands; -1 is nowhere.
type header struct {
	at    []int
	width int
}

// readHeader matches the names of the first line with the table's columns. It is false when rows cannot be read.
func (f *file) readHeader(cells []string) (header, bool) {
	head := header{at: make([]int, len(f.table.Columns)), width: len(cells)}
	for i := range head.at {
		head.at[i] = -1
	}
	if len(cells) == 1 && strings.ContainsAny(cells[0], ";\t|") {
		f.fail(1, "", cells[0], "the header is one cell: the columns are not separated with commas", "save the file with commas")
		return head, false
	}
	usable := true
	for i, cell := range cells {
		name := strings.ToLower(strings.TrimSpace(cell))
		column := f.table.column(name)
		switch {
		case name == "" && blankHeader(cells[i:]):
		case column < 0:
			f.warn(1, strings.TrimSpace(cell), "", fmt.Sprintf("the column %s is not known and is left out", quote(cell)),
				"the nearest known column is "+nearest(name, f.columnNames()))
		case head.at[column] >= 0:
			f.fail(1, name, "", "the column stands twice in the header", "remove one of them")
			usable = false
		default:
			head.at[column] = i
		}
	}
	return head, f.requireColumns(head) && usable
}

// requireColumns refuses a file that lacks a column it cannot do without.
func (f *file) requireColumns(head header) bool {
	complete := true
	for i, column := range f.table.Columns {
		if !column.Required || head.at[i] >= 0 {
			continue
		}
		complete = false
		f.fail(1, column.Name, "", "the required column is missing", "add the column")
	}
	for _, group := range f.table.Needs {
		if !f.anyColumn(head, group) {
			complete = false
			f.fail(1, group[0], "", "the file has none of "+list(group), "add one of these columns")
		}
	}
	return complete
}

func (f *file) anyColumn(head header, names []string) bool {
	for _, name := range names {
		if head.at[f.table.column(name)] >= 0 {
			return true
		}
	}
	return false
}

func (f *file) columnNames() []string {
	list := make([]string, len(f.table.Columns))
	for i, column := range f.table.Columns {
		list[i] = column.Name
	}
	return list
}

// blankHeader is true of the empty columns that spreadsheets leave at the right.
func blankHeader(cells []string) bool {
	return strings.TrimSpace(strings.Join(cells, "")) == ""
}
