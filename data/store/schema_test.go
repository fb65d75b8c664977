package store_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"meridian/data/ingest"
	"meridian/data/schema"
)

var quoted = regexp.MustCompile(`'([^']*)'`)

// TestFormatMatchesSchema holds the import format's columns against the tables they fill: names, order, types, what
// may be empty and the values of each enumeration.
func TestFormatMatchesSchema(t *testing.T) {
	s := load(t, nil)
	tables := query(t, s, "SELECT table_name FROM duckdb_tables() WHERE sql NOT LIKE '% AS SELECT%' ORDER BY ALL", nil)
	known := map[string]bool{"dataset": true, "labels": true, "cube_mobility": true, "cube_partner": true, "cube_project": true, "agreement_status": true, "stated_figures": true, "stated_years": true,
		"cube_flow": true, "cube_copublication": true, "year_coverage": true, "cube_activity": true, "agreement_years": true,
		"enrolment_base": true, "cube_field": true, "target_regions": true,
		"partner_search": true, "filter_values": true, "cube_flow_institution": true}
	for _, table := range ingest.Tables() {
		if table.Reference {
			continue
		}
		known[table.Name] = true
		rows := query(t, s, `SELECT column_name, data_type, NOT is_nullable FROM duckdb_columns()
			WHERE table_name = $table ORDER BY column_index`, map[string]any{"table": table.Name})
		expect(t, table.Name+"'s columns", len(rows), len(table.Columns))
		for i, column := range table.Columns {
			where := table.Name + "." + column.Name
			expect(t, where+"'s name", rows[i][0], column.Name)
			expect(t, where+" not null", rows[i][2], column.Required || column.Default != "")
			expect(t, where+"'s type", family(fmt.Sprint(rows[i][1])), wanted(column))
			if column.Type == ingest.Enum {
				expect(t, where+"'s values", column.Values, values(t, s, table.Name, column.Name, fmt.Sprint(rows[i][1])))
			}
		}
	}
	for _, row := range tables {
		if name := fmt.Sprint(row[0]); !known[name] && !strings.HasPrefix(name, "cube_") {
			t.Errorf("table %s has no file in the import format", row[0])
		}
	}
}

// values are those an ENUM type lists, or the column's CHECK.
func values(t *testing.T, s querier, table, column, kind string) []string {
	t.Helper()
	text := kind
	if !strings.HasPrefix(kind, "ENUM") {
		rows := query(t, s, `SELECT constraint_text FROM duckdb_constraints() WHERE table_name = $table AND constraint_type = 'CHECK'
			AND list_contains(constraint_column_names, $column) AND constraint_text LIKE '%IN (%'`, map[string]any{"table": table, "column": column})
		if len(rows) != 1 {
			t.Fatalf("%s.%s has %d checks of its values", table, column, len(rows))
		}
		text = fmt.Sprint(rows[0][0])
	}
	var list []string
	for _, found := range quoted.FindAllStringSubmatch(text, -1) {
		list = append(list, found[1])
	}
	return list
}

func family(database string) string {
	if strings.HasPrefix(database, "ENUM") {
		return "VARCHAR"
	}
	return database
}

func wanted(column ingest.Column) string {
	switch column.Type {
	case ingest.Count:
		return "INTEGER"
	case ingest.Rank:
		return "TINYINT"
	case ingest.Number, ingest.Measure, ingest.Latitude, ingest.Longitude:
		return "DOUBLE"
	case ingest.Money:
		return "DECIMAL(14,2)"
	case ingest.Day:
		return "DATE"
	case ingest.Flag:
		return "BOOLEAN"
	}
	return "VARCHAR"
}

// TestReferencesGoToKeys makes sure that each reference leads to a table read earlier, by its first column.
func TestReferencesGoToKeys(t *testing.T) {
	read := map[string]bool{}
	for _, table := range ingest.Tables() {
		for _, column := range table.Columns {
			if column.Refers != "" && !read[column.Refers] {
				t.Errorf("%s.%s refers to %s, which is not read before it", table.Name, column.Name, column.Refers)
			}
		}
		if len(table.Key) == 1 && table.Key[0] == table.Columns[0].Name {
			read[table.Name] = true
		}
	}
}

// TestCubesBind asks the database to plan every derived table, and every table macro with all its parameters.
func TestCubesBind(t *testing.T) {
	s := load(t, nil)
	for _, file := range schema.Cubes() {
		for _, statement := range strings.Split(file.SQL, ";\n") {
			if !strings.Contains(statement, "CREATE TABLE ") {
				continue
			}
			_, body, found := strings.Cut(statement, " AS\n")
			if !found {
				t.Errorf("%s has a table without AS at a line's end", file.Name)
				continue
			}
			query(t, s, "EXPLAIN "+body, nil)
		}
	}
	macros := query(t, s, `SELECT function_name, parameters FROM duckdb_functions()
		WHERE NOT internal AND function_type = 'table_macro' ORDER BY ALL`, nil)
	known := slices()
	for _, macro := range macros {
		name, names, args := fmt.Sprint(macro[0]), []string{}, map[string]any{}
		for _, parameter := range macro[1].([]any) {
			names = append(names, "$"+fmt.Sprint(parameter))
			args[fmt.Sprint(parameter)] = nil
		}
		query(t, s, "EXPLAIN SELECT * FROM "+name+"("+strings.Join(names, ", ")+")", args)
		if want, tested := known[name]; tested {
			expect(t, name+"'s parameters", macro[1], want)
			delete(known, name)
		}
	}
	expect(t, "slices that are not there", len(known), 0)
}
