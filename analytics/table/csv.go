package table

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// WriteCSV writes the columns people see as RFC 4180 text with a heading line.
// A byte order mark is for spreadsheets that would not take UTF-8 without.
// Text that a spreadsheet would run as a formula is led by an apostrophe.
func WriteCSV(w io.Writer, columns []Column, rows [][]any, bom bool) error {
	if bom {
		if _, err := io.WriteString(w, "\ufeff"); err != nil {
			return fmt.Errorf("write csv: %w", err)
		}
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if err := out.Write(record(columns, func(i int) string { return neutral(columns[i].Label) })); err != nil {
		return fmt.Errorf("write csv: %w", err)
	}
	for _, row := range rows {
		if err := out.Write(record(columns, func(i int) string { return cell(row[i]) })); err != nil {
			return fmt.Errorf("write csv: %w", err)
		}
	}
	out.Flush()
	return out.Error()
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
