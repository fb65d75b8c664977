package ingest

import (
	"strconv"
	"strings"

	"meridian/data/match"
)

// totalMost is the longest word for a total, in bytes, and totalLeast the shortest.
const totalLeast, totalMost = 3, 20

// isTotal is true of what people write before a sum at the end of a table.
func isTotal(cell string) bool {
	if len(cell) < totalLeast || len(cell) > totalMost || cell[0] < 'A' {
		return false
	}
	switch strings.ToLower(strings.TrimRight(strings.TrimSpace(cell), ":：. ")) {
	case "total", "totals", "grand total", "subtotal", "sub-total", "sum", "sum total", "summe", "gesamt", "insgesamt", "gesamtsumme",
		"somme", "total général", "totale", "totaal", "total general", "合計", "合计", "總計", "总计", "總數", "总数", "小計", "小计", "共計", "共计",
		"總和", "总和":
		return true
	}
	return false
}

// sums are what the rows read so far come to, by column of the table: in all, and since the last total.
type sums struct{ all, part []float64 }

// total is true of a row that is a sum of those above it, which would be counted twice. It is left out with a warning,
// and compared with them.
func (f *file) total(cells []string) bool {
	word := f.totalWord(cells)
	if word == "" {
		return false
	}
	reason, found := "the row looks like a total and is left out", false
	for i, c := range f.columns {
		if !c.Additive() || c.at < 0 || !strings.ContainsAny(cells[c.at], "0123456789") {
			continue
		}
		found = true
		printed, known := amount(c.read(f, cells).value)
		if !known || f.count.Refused > f.totals || f.sums.all == nil || near(printed, f.sums.all[i]) || near(printed, f.sums.part[i]) {
			continue
		}
		reason += "; its " + c.Name + " is " + written(c.Column, printed) + ", and the rows above it come to " + written(c.Column, f.sums.all[i])
	}
	if !found {
		return false
	}
	clear(f.sums.part)
	f.totals++
	f.report.add(Problem{Severity: Warning, File: f.name, Row: f.line, Value: shorten(word), Reason: reason, Remedy: "remove the row",
		Kind: "the row looks like a total"})
	return true
}

// totalWord is the word for a total in a column that says what a row is about; empty where there is none, or where the
// mapping, a decision or the list of institutions knows the word.
func (f *file) totalWord(cells []string) string {
	for _, c := range f.columns {
		if c.at < 0 || !isTotal(cells[c.at]) || !f.saysWhat(c) {
			continue
		}
		text := strings.TrimSpace(cells[c.at])
		_, mapped := c.values[text]
		_, place := f.places.Resolve(text)
		_, decided := f.decisions.Target(match.KindInstitution, text)
		if !mapped && c.lookup == nil && !place && !decided && !f.known["institutions"].has(text) && len(f.naming.Find(text)) == 0 {
			return text
		}
	}
	return ""
}

// saysWhat is true of columns that a row cannot do without and that hold no free text.
func (f *file) saysWhat(c *column) bool {
	return !c.Additive() && (c.Required || c.Type == Place || c.Type == Year || c.Refers == "institutions")
}

// addUp counts a stored row for the totals below it.
func (f *file) addUp(row []any) {
	if f.sums.all == nil {
		f.sums = sums{make([]float64, len(row)), make([]float64, len(row))}
	}
	for i := range f.columns {
		if n, known := amount(row[i]); known && f.columns[i].Additive() {
			f.sums.all[i] += n
			f.sums.part[i] += n
		}
	}
}

func amount(value any) (float64, bool) {
	switch value := value.(type) {
	case int64:
		return float64(value), true
	case float64:
		return value, true
	}
	return 0, false
}

// near allows for what adding up fractions loses.
func near(a, b float64) bool { return a-b < 0.01 && b-a < 0.01 }

// written is a sum as the file would have it: money is kept in hundredths.
func written(c Column, n float64) string {
	if c.Type == Money {
		n /= 100
	}
	return strconv.FormatFloat(n, 'f', -1, 64)
}
