package store

import (
	"strings"

	"meridian/data/ingest"
)

// countRows makes one row of those that agree in all but people and amounts, which are added up. The order is that of
// the first of each.
func countRows(table ingest.Table, counted string) string {
	var columns, keys []string
	for _, column := range table.Columns {
		name := identifier(column.Name)
		if column.Name == counted || column.Additive() {
			columns = append(columns, "sum("+name+") AS "+name)
			continue
		}
		columns, keys = append(columns, name), append(keys, name)
	}
	return "INSERT INTO " + identifier(table.Name) + " BY NAME SELECT " + strings.Join(columns, ", ") +
		" FROM " + identifier(aside(table.Name)) + " GROUP BY " + strings.Join(keys, ", ") + " ORDER BY min(rowid)"
}

// identifier quotes a name as SQL does.
func identifier(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }
