package ingest

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// CSV writes the problems as a table (RFC 4180, UTF-8 with a byte order mark, which spreadsheets need): first those that
// are listed, one a row, then how many more of each severity there are. The counts add up to all problems.
func (r *Report) CSV(w io.Writer) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	rows := [][]string{{"severity", "file", "row", "column", "value", "reason", "remedy", "count"}}
	for _, p := range r.Problems {
		row := ""
		if p.Row > 0 {
			row = strconv.Itoa(p.Row)
		}
		rows = append(rows, []string{string(p.Severity), p.File, row, p.Column, p.Value, p.Reason, p.Remedy, "1"})
	}
	for _, row := range append(rows, r.unlisted()...) {
		for i, cell := range row {
			row[i] = neutral(cell)
		}
		if err := out.Write(row); err != nil {
			return fmt.Errorf("write the report: %w", err)
		}
	}
	out.Flush()
	return out.Error()
}

// unlisted is a row for each severity with problems that are counted and not listed.
func (r *Report) unlisted() [][]string {
	var rows [][]string
	for _, severity := range severities {
		if more := *r.seen(severity) - listed(severity); more > 0 {
			rows = append(rows, []string{string(severity), "", "", "", "", "more of them, which are not listed",
				"put right those listed and check again", strconv.Itoa(more)})
		}
	}
	return rows
}

// neutral leads text that a spreadsheet would run as a formula with an apostrophe.
func neutral(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r", rune(text[0])) {
		return "'" + text
	}
	return text
}
