package ingest

import "fmt"

// noteEmpty counts the amounts that a counted row lacks: added up, they are nothing.
func (f *file) noteEmpty(row []any) {
	if f.empty == nil {
		f.empty = make([]int, len(f.table.Columns))
	}
	for i, column := range f.table.Columns {
		if row[i] == nil && column.Additive() {
			f.empty[i]++
		}
	}
}

// reportEmpty warns of amounts that some of the counted rows have and others lack: the sum takes what is not known for
// 0, so that what is worked out from it for each person is too low.
func (f *file) reportEmpty() {
	for i, empty := range f.empty {
		if empty == 0 || empty == f.count.Stored {
			continue
		}
		name := f.table.Columns[i].Name
		f.report.add(Problem{Severity: Warning, File: f.name, Column: name,
			Reason: fmt.Sprintf("%d of the %d rows that are counted have no %s; added up, they count as 0, and means per person come out too low",
				empty, f.count.Stored, name),
			Remedy: "fill the cells in, or leave the column out of the mapping"})
	}
}
