package analytics

import (
	"slices"
	"strings"

	"meridian/analytics/table"
	"meridian/data/fault"
)

// findRow finds the row asked for, by its place or by its values.
func findRow(t *table.Table, asked Asked) (int, error) {
	if t.Len() == 0 {
		return 0, fault.Missing("chart", "%s has no rows for these filters; loosen one", asked.Chart)
	}
	if asked.At == "" {
		if asked.Row < 0 || asked.Row >= t.Len() {
			return 0, fault.Missing("row", "row=%d: the table has the rows 0 to %d", asked.Row, t.Len()-1)
		}
		return asked.Row, nil
	}
	wanted, err := parseAt(t, asked.At)
	if err != nil {
		return 0, err
	}
	// Words are those of the language the address was made in: where they are not to be found, codes and years alone
	// may still tell the row.
	for _, values := range []map[string]string{wanted, coded(t, wanted)} {
		if rows := ofTheWhole(t, rowsAt(t, values), values); len(values) > 0 && len(rows) == 1 {
			return rows[0], nil
		} else if len(rows) > 1 && len(values) == len(wanted) {
			return 0, fault.Refuse("at", "at=%.200s names %d rows; name more columns", asked.At, len(rows))
		}
	}
	return 0, fault.Missing("at", "at=%.200s: the table has no such row for these filters", asked.At)
}

// ofTheWhole is the one row among several that has nothing in the dimensions not named, if there is one: an address
// cannot name what a row has not, such as the region of a target of the whole institution.
func ofTheWhole(t *table.Table, rows []int, named map[string]string) []int {
	if len(rows) < 2 {
		return rows
	}
	whole := slices.DeleteFunc(slices.Clone(rows), func(r int) bool {
		return slices.ContainsFunc(t.Columns, func(c table.Column) bool {
			_, isNamed := named[c.Name]
			return c.Dimension != "" && !isNamed && t.Str(r, c.Name) != ""
		})
	})
	if len(whole) == 1 {
		return whole
	}
	return rows
}

func parseAt(t *table.Table, at string) (map[string]string, error) {
	wanted := map[string]string{}
	for _, part := range strings.Split(at, ";") {
		name, value, found := strings.Cut(part, ":")
		if !found {
			return nil, fault.Refuse("at", "at=%.200s: write COLUMN:VALUE, several with ; between them", at)
		}
		if !has(t, name) {
			return nil, fault.Refuse("at", "at=%.200s: the table has no column %.60s", at, name)
		}
		if _, twice := wanted[name]; twice {
			return nil, fault.Refuse("at", "at=%.200s names %.60s twice; a row has one value in it", at, name)
		}
		wanted[name] = value
	}
	return wanted, nil
}

func coded(t *table.Table, wanted map[string]string) map[string]string {
	out := map[string]string{}
	for name, value := range wanted {
		if c := t.Columns[t.Index(name)]; c.Dimension != "" || c.Hidden || c.Type != "string" {
			out[name] = value
		}
	}
	return out
}

func rowsAt(t *table.Table, values map[string]string) []int {
	var rows []int
	for r := range t.Rows {
		if t.Matches(r, values) {
			rows = append(rows, r)
		}
	}
	return rows
}

// atOf names a row by its values: those a filter knows, and as many of the others as it takes to tell it from the rest.
func atOf(t *table.Table, row int) string {
	values, parts := map[string]string{}, []string{}
	for _, dimension := range []bool{true, false} {
		for i, c := range t.Columns {
			text := t.Str(row, c.Name)
			if (c.Dimension != "") != dimension || text == "" || measure(c) || strings.Contains(text, ";") {
				continue
			}
			if !dimension && len(ofTheWhole(t, rowsAt(t, values), values)) == 1 {
				break
			}
			if _, isText := t.Rows[row][i].(string); isText {
				values[c.Name], parts = text, append(parts, c.Name+":"+text)
			}
		}
	}
	return strings.Join(parts, ";")
}
