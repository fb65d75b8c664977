package ingest

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// check reads the cells of one row into row, in the order of the table's columns.
func (f *file) check(cells []string, row []any) {
	if len(cells) != f.head.width {
		f.fail(f.line, "", "", fmt.Sprintf("the row has %s, the header has %d", counted(len(cells), "cell"), f.head.width),
			"put text that holds a comma between quotation marks, and keep empty cells")
		return
	}
	for i, column := range f.table.Columns {
		text := ""
		if at := f.head.at[i]; at >= 0 {
			text = strings.TrimSpace(cells[at])
		}
		row[i] = f.checkCell(column, text)
	}
	f.checkPair(row)
	f.checkKey(row)
	if f.bad {
		return
	}
	f.checkNeeds(row)
	f.checkOrder(row)
	f.checkCountry(row)
}

// checkCell returns the value to store: nil for an empty cell that may be empty.
func (f *file) checkCell(column Column, text string) any {
	if text == "" && column.Default == sourceFile {
		return f.cite()
	}
	if text == "" && column.Default != "" {
		return column.Default
	}
	if text == "" {
		if column.Required {
			f.fail(f.line, column.Name, "", "the cell is empty and the column is required", "fill it in or remove the row")
		}
		return nil
	}
	if !utf8.ValidString(text) {
		f.fail(f.line, column.Name, text, "the text is not UTF-8", "save the file as CSV UTF-8")
		return nil
	}
	if at, found := control(text); found {
		f.fail(f.line, column.Name, text, fmt.Sprintf("the text holds the invisible character %U at position %d", at.char, at.position),
			"remove it, for example by typing the text anew")
		return nil
	}
	value, wrong := column.parse(text)
	if wrong == nil && column.Refers != "" {
		wrong = f.checkReference(column, text)
	}
	if wrong != nil {
		f.fail(f.line, column.Name, text, wrong.reason, wrong.remedy)
		return nil
	}
	return value
}

// cite names the file itself as the source of a row that names none.
func (f *file) cite() string {
	name := f.table.File()
	if !slices.Contains(f.cited, name) {
		f.cited = append(f.cited, name)
	}
	return name
}

func (f *file) checkNeeds(row []any) {
	for _, group := range f.table.Needs {
		given := func(name string) bool { return row[f.table.column(name)] != nil }
		if !slices.ContainsFunc(group, given) {
			f.fail(f.line, group[0], "", "the row has none of "+list(group), "fill in one of them")
		}
	}
}

// checkPair puts the two ends of a pair without direction in order, so that a pair and its mirror image are one key.
func (f *file) checkPair(row []any) {
	pair := f.table.Undirected
	if f.bad || pair[0] == "" {
		return
	}
	a, b := f.table.column(pair[0]), f.table.column(pair[1])
	if row[a] == row[b] {
		f.fail(f.line, pair[1], shown(row[b]), pair[0]+" and "+pair[1]+" are the same", "a pair is of two: correct one of them or remove the row")
		return
	}
	if above(row[a], row[b]) {
		row[a], row[b] = row[b], row[a]
	}
}

// checkOrder compares pairs that must not decrease: a start and an end, a part and its whole.
func (f *file) checkOrder(row []any) {
	for _, pair := range f.table.Ordered {
		low, high := row[f.table.column(pair[0])], row[f.table.column(pair[1])]
		if !above(low, high) {
			continue
		}
		f.fail(f.line, pair[1], shown(high), fmt.Sprintf("%s (%s) is below %s (%s)", pair[1], shown(high), pair[0], shown(low)),
			"correct one of the two")
	}
}

// above compares two values of one type. Moments of different precision compare as far as both are known.
func above(low, high any) bool {
	switch low := low.(type) {
	case time.Time:
		high, ok := high.(time.Time)
		return ok && low.After(high)
	case int64:
		high, ok := high.(int64)
		return ok && low > high
	case string:
		high, ok := high.(string)
		known := min(len(low), len(high))
		return ok && low[:known] > high[:known]
	}
	return false
}

func shown(value any) string {
	if day, ok := value.(time.Time); ok {
		return day.Format(time.DateOnly)
	}
	return fmt.Sprint(value)
}

// checkKey refuses a second row with the same key, and remembers the id for the tables that refer to it: also of a
// row refused for something else, so that one mistake is told once.
func (f *file) checkKey(row []any) {
	parts := make([]string, len(f.table.Key))
	for i, name := range f.table.Key {
		column := f.table.column(name)
		if row[column] != nil {
			parts[i] = shown(row[column])
		} else if f.table.Columns[column].Required {
			return
		}
	}
	if len(parts) == 0 {
		return
	}
	key := strings.Join(parts, "\x00")
	if first, twice := f.keys[key]; twice {
		f.fail(f.line, f.table.Key[0], parts[0], fmt.Sprintf("the same %s stands on line %d already",
			strings.Join(f.table.Key, " and "), first), "remove one of the two or give it another id")
		return
	}
	f.keys[strings.Clone(key)] = f.line
	if len(f.table.Key) == 1 {
		f.known[f.table.Name][strings.Clone(parts[0])] = struct{}{}
	}
}
