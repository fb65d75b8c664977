package read

import (
	"bytes"
	"fmt"
	"math"
	"strings"
)

// judged is the number of rows that the delimiter and the header are judged by.
const judged = 60

// layout is how the rows of a text are laid out.
type layout struct {
	comma      rune
	headerLine int
}

// findLayout finds the delimiter and the header, or takes those that are asked for.
func findLayout(head []byte, whole bool, how script, ending string, o Options) (layout, error) {
	found := layout{comma: o.Delimiter, headerLine: o.HeaderRow}
	said, skip := saidDelimiter(head, how.newline)
	if found.comma == 0 {
		found.comma = said
	}
	if found.comma == 0 {
		found.comma = findDelimiter(head, whole, how.newline, ending)
	}
	if found.comma >= 0x80 || found.comma < ' ' && found.comma != '\t' || found.comma == '"' {
		return layout{}, refuse(fmt.Sprintf("%q cannot be a delimiter", found.comma), "write a comma, a semicolon, a tab or a bar")
	}
	if found.headerLine == 0 {
		records, bad := firstRecords(head, whole, byte(found.comma), how.newline)
		if skip && len(records) > 0 {
			records = records[1:]
		}
		if found.headerLine = findHeader(records); found.headerLine == 0 && bad != nil {
			return layout{}, refusalOf(bad)
		}
	}
	if found.headerLine == 0 {
		return layout{}, refuse("there is no header among the first rows", "put the names of the columns on the first line")
	}
	return found, nil
}

// saidDelimiter reads the line sep=; that some programs write first, for spreadsheets.
func saidDelimiter(head []byte, newline byte) (rune, bool) {
	line, _, _ := bytes.Cut(head, []byte{newline})
	text := strings.ToLower(strings.Trim(string(line), "\"\r"))
	if len(text) == 5 && strings.HasPrefix(text, "sep=") {
		return rune(text[4]), true
	}
	return 0, false
}

// findDelimiter takes the character that cuts the first rows into the most cells of one number.
func findDelimiter(head []byte, whole bool, newline byte, ending string) rune {
	order := []rune{',', ';', '\t', '|'}
	if strings.EqualFold(ending, ".tsv") {
		order = []rune{'\t', ',', ';', '|'}
	}
	best, most := order[0], 0.0
	for _, comma := range order {
		if bytes.IndexByte(head, byte(comma)) < 0 {
			continue
		}
		records, _ := firstRecords(head, whole, byte(comma), newline)
		if score := consistency(records); score > most {
			best, most = comma, score
		}
	}
	return best
}

// consistency tells how alike the rows are in their number of cells: 0 when they have one each.
func consistency(records []Record) float64 {
	width, share := usualWidth(records)
	if width < 2 {
		return 0
	}
	return share * share * math.Log2(float64(width))
}

// usualWidth is the number of cells that most rows have, and the share of the rows that have it.
func usualWidth(records []Record) (width int, share float64) {
	widths, rows := map[int]int{}, 0
	for _, record := range records {
		if record.Cells == nil || !blank(record.Cells) {
			widths[len(record.Cells)]++
			rows++
		}
	}
	for cells, n := range widths {
		if n > widths[width] || n == widths[width] && cells > width {
			width = cells
		}
	}
	if rows == 0 {
		return 0, 0
	}
	return width, float64(widths[width]) / float64(rows)
}

// delimiterName is the delimiter as people call it.
func delimiterName(delimiter string) string {
	switch delimiter {
	case ";":
		return "semicolon"
	case "\t":
		return "tab"
	case "|":
		return "bar"
	}
	return "comma"
}
