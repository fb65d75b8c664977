package guess

import (
	"bytes"
	_ "embed"
	"encoding/csv"
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

//go:embed headers.csv
var headersFile []byte

//go:embed values.csv
var valuesFile []byte

//go:embed tables.csv
var tablesFile []byte

// anyTable stands for all tables in headers.csv.
const anyTable = "*"

// words are what people call columns, values and tables, in English and Chinese, folded.
type words struct {
	headers map[string][]string          // by table.column
	values  map[string]map[string]string // by column or table.column: their word, our value
	tables  map[string][]string
}

func readWords() (*words, error) {
	w := &words{headers: map[string][]string{}, values: map[string]map[string]string{}, tables: map[string][]string{}}
	err := rowsOf(headersFile, func(row []string) {
		w.headers[row[0]+"."+row[1]] = foldAll(row[2])
	})
	if err != nil {
		return nil, fmt.Errorf("read headers.csv: %w", err)
	}
	err = rowsOf(valuesFile, func(row []string) {
		if w.values[row[0]] == nil {
			w.values[row[0]] = map[string]string{}
		}
		for _, word := range foldAll(row[2]) {
			w.values[row[0]][word] = row[1]
		}
	})
	if err != nil {
		return nil, fmt.Errorf("read values.csv: %w", err)
	}
	err = rowsOf(tablesFile, func(row []string) { w.tables[row[0]] = foldAll(row[1]) })
	if err != nil {
		return nil, fmt.Errorf("read tables.csv: %w", err)
	}
	return w, nil
}

// rowsOf passes the rows of a CSV file on, without its header.
func rowsOf(content []byte, do func([]string)) error {
	rows, err := csv.NewReader(bytes.NewReader(content)).ReadAll()
	if err != nil {
		return err
	}
	for _, row := range rows[1:] {
		do(row)
	}
	return nil
}

func foldAll(list string) []string {
	var folded []string
	for word := range strings.SplitSeq(list, "|") {
		folded = append(folded, fold(word))
	}
	return folded
}

// column are the words for a column of a table.
func (w *words) column(table, column string) []string {
	return append(append([]string{fold(column)}, w.headers[table+"."+column]...), w.headers[anyTable+"."+column]...)
}

// value is our value for theirs in a column, "" when the word is not known.
func (w *words) value(table, column, theirs string) string {
	word := fold(theirs)
	if ours := w.values[table+"."+column][word]; ours != "" {
		return ours
	}
	return w.values[column][word]
}

// fold makes words comparable: small letters without accents, one space where anything else stands, and a space
// between camels' humps. Chinese characters stand together, without spaces.
func fold(text string) string {
	var b strings.Builder
	var last rune
	runes := []rune(norm.NFKD.String(text))
	for i, r := range runes {
		switch {
		case unicode.Is(unicode.Mn, r):
			continue
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			r = ' '
		case unicode.IsUpper(r) && unicode.IsLower(last) && i+1 < len(runes) && unicode.IsLower(runes[i+1]):
			b.WriteByte(' ')
		}
		b.WriteRune(unicode.ToLower(r))
		last = r
	}
	return strings.Join(joinHan(strings.Fields(b.String())), " ")
}

// joinHan puts Chinese words that stand beside each other together.
func joinHan(fields []string) []string {
	var list []string
	for _, field := range fields {
		if n := len(list); n > 0 && isHan(field) && isHan(list[n-1]) {
			list[n-1] += field
			continue
		}
		list = append(list, field)
	}
	return list
}

func isHan(text string) bool {
	for _, r := range text {
		if !unicode.Is(unicode.Han, r) {
			return false
		}
	}
	return true
}

// likeness tells how well a folded name fits one of the words: 1 when it is one, less when it contains one.
func likeness(name string, words []string) float64 {
	best := 0.0
	for i, word := range words {
		score := 0.0
		switch {
		case name == "" || word == "":
		case name == word:
			score = 1 - 0.004*float64(min(i, 40)) // words that stand first are the better ones
		case within(name, word):
			score = 0.55 + 0.35*float64(len(word))/float64(len(name))
		}
		best = max(best, score)
	}
	return best
}

// within is true of a word that stands in a name whole: between spaces, or anywhere when it is Chinese.
func within(name, word string) bool {
	if isHan(word) {
		return len([]rune(word)) > 1 && strings.Contains(name, word)
	}
	return strings.Contains(" "+name+" ", " "+word+" ")
}
