package table

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// Origin is a column that says of each row how well it is supported or where it is from.
type Origin struct {
	Label string
	Cells []string // one a row
}

// WriteCSV writes the columns people see as RFC 4180 text with a heading line, and after them where each row is from.
// A byte order mark is for spreadsheets that would not take UTF-8 without.
// Text that a spreadsheet would run as a formula is led by an apostrophe.
func WriteCSV(w io.Writer, columns []Column, rows [][]any, origins []Origin, bom bool) error {
	if bom {
		if _, err := io.WriteString(w, "\ufeff"); err != nil {
			return fmt.Errorf("write csv: %w", err)
		}
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	heading := record(columns, func(i int) string { return neutral(columns[i].Label) })
	for _, o := range origins {
		heading = append(heading, o.Label)
	}
	if err := out.Write(heading); err != nil {
		return fmt.Errorf("write csv: %w", err)
	}
	for r, row := range rows {
		fields := record(columns, func(i int) string { return cell(row[i]) })
		for _, o := range origins {
			fields = append(fields, neutral(o.Cells[r]))
		}
		if err := out.Write(fields); err != nil {
			return fmt.Errorf("write csv: %w", err)
		}
	}
	out.Flush()
	return out.Error()
}

// Shown gives rows with what stands in place of the cells that are withheld.
func Shown(columns []Column, rows [][]any, withheld []WithheldCell) [][]any {
	if len(withheld) == 0 {
		return rows
	}
	at := map[string]int{}
	for i, c := range columns {
		at[c.Name] = i
	}
	shown := make([][]any, len(rows))
	for r, row := range rows {
		shown[r] = slices.Clone(row)
	}
	for _, w := range withheld {
		shown[w.Row][at[w.Column]] = w.Shown
	}
	return shown
}

func record(columns []Column, text func(i int) string) []string {
	var fields []string
	for i, c := range columns {
		if !c.Hidden {
			fields = append(fields, text(i))
		}
	}
	return fields
}

func cell(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return neutral(v)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	default:
		return fmt.Sprint(v)
	}
}

func neutral(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r", rune(text[0])) {
		return "'" + text
	}
	return text
}
