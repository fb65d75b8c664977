package ingest

import (
	"fmt"
	"strings"
)

// told is something that was understood or mended in many cells of a column, told once with its count.
type told struct {
	column   string
	reason   string // what was done
	remedy   string
	line     int    // of the first
	value    string // the first
	count    int
	readAs   []string // the first few different values and what they became
	distinct int
}

// examples bounds the values listed in one note.
const examples = 6

// tell finds or begins what is told of a column.
func (f *file) tell(column, value, reason, remedy string) *told {
	for _, t := range f.told {
		if t.column == column && t.reason == reason {
			return t
		}
	}
	t := &told{column: column, reason: reason, remedy: remedy, line: f.line, value: strings.Clone(value)}
	f.told = append(f.told, t)
	return t
}

// example adds a different value and what it was read as.
func (t *told) example(from, to string) {
	t.distinct++
	if len(t.readAs) < examples {
		t.readAs = append(t.readAs, shorten(from)+" → "+to)
	}
}

// reportTold writes what was told of the file's columns.
func (f *file) reportTold() {
	for _, t := range f.told {
		if t.count == 0 {
			continue
		}
		reason := t.reason + ", in " + counted(t.count, "cell")
		if len(t.readAs) > 0 {
			reason += ": " + strings.Join(t.readAs, ", ")
			if more := t.distinct - len(t.readAs); more > 0 {
				reason += fmt.Sprintf(" and %d more values", more)
			}
		}
		f.report.add(Problem{Severity: Note, File: f.name, Row: t.line, Column: t.column, Value: shorten(t.value),
			Reason: reason, Remedy: t.remedy, Kind: t.reason})
	}
}

// reportSigns warns of a file whose columns have different decimal signs: one of them was filled in elsewhere.
func (f *file) reportSigns() {
	type first struct {
		column, text string
		line         int
	}
	signs := map[string]first{}
	for _, c := range f.columns {
		if c.decimals == nil {
			continue
		}
		sign, text, line := c.decimals.Sign()
		if _, known := signs[sign]; !known {
			signs[sign] = first{c.Name, text, line}
		}
	}
	point, comma := signs["point"], signs["comma"]
	if point.line == 0 || comma.line == 0 {
		return
	}
	f.warn(comma.line, comma.column, comma.text, fmt.Sprintf("the column has a decimal comma, and %s a decimal point (%s on line %d): each was read its own way",
		point.column, quote(point.text), point.line), "look whether both columns hold what they should")
}

// reportDoubts warns of columns whose numbers or dates could have been read in two ways.
func (f *file) reportDoubts() {
	for _, c := range f.columns {
		switch {
		case c.decimals != nil:
			if text, line, found := c.decimals.Doubt(); found {
				f.warn(line, c.Name, text, "nothing in the column tells whether its separators part thousands or decimals, and "+quote(text)+
					" was read with a decimal point", "state decimal: point or decimal: comma for the file in dataset.yaml")
			}
		case c.dates != nil:
			if text, line, found := c.dates.Doubt(); found {
				f.warn(line, c.Name, text, "nothing in the column tells whether its days or its months come first, and "+quote(text)+
					" was read with the day first", "state dates: D/M/Y or dates: M/D/Y for the file in dataset.yaml")
			}
		}
	}
}
