package ingest

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"meridian/data/ingest/value"
)

// checkTotals holds the stated sums against the tables' columns, and brings the values they are asked for into the
// form that is stored.
func (in *importer) checkTotals() {
	for i := range in.report.Dataset.Totals {
		in.checkTotal(i, &in.report.Dataset.Totals[i])
	}
}

func (in *importer) checkTotal(i int, total *Total) {
	total.entry = i
	total.line = settingsLine(in.settings, "totals", i)
	table, known := tableNamed(total.Table)
	if !known {
		in.yamlFault("there is no table "+quote(total.Table), nearestOf(total.Table, tableNames()), "totals", i, "table")
		return
	}
	total.Table = table.Name
	f := &file{importer: in, input: input{table: table, name: DatasetFile, entry: -1}, absent: map[string]bool{}}
	at := table.column(total.Column)
	if at < 0 || !table.Columns[at].numeric() {
		in.yamlFault("the table "+table.Name+" has no column of numbers "+quote(total.Column), nearestOf(total.Column, f.columnNames()), "totals", i, "column")
	}
	stored := map[string]string{}
	for name, wanted := range total.Where {
		at := table.column(name)
		if at < 0 {
			in.yamlFault("the table "+table.Name+" has no column "+quote(name), nearestOf(name, f.columnNames()), "totals", i, "where", name)
			continue
		}
		text, fault := f.storedForm(table.Columns[at], wanted)
		if fault != nil {
			in.yamlFault(fault.Reason, fault.Remedy, "totals", i, "where", name)
		}
		stored[name] = text
	}
	total.Where = stored
}

// storedForm is the text that a column of codes or words holds for a value as people write it.
func (f *file) storedForm(spec Column, text string) (string, *value.Fault) {
	if spec.numeric() || spec.Type == Day || spec.Type == Flag {
		return "", &value.Fault{Reason: spec.Name + " is not a column of codes or words", Remedy: "ask for one that is"}
	}
	spec.Refers = ""
	c, err := f.newColumn(spec, ColumnMapping{})
	if err != nil {
		return "", &value.Fault{Reason: err.Error()}
	}
	out := &outcome{}
	c.understand(f, text, out)
	found, _ := out.value.(string)
	return found, out.fault
}

func (c Column) numeric() bool {
	switch c.Type {
	case Count, Rank, Number, Measure, Money, Latitude, Longitude:
		return true
	}
	return false
}

// slack is how far a sum of rounded numbers may be from the stated total: a part of it, and half its last digit.
const slack = 1e-9

// CheckTotal compares a stated total with the sum of the stored rows; rows is how many were summed. A difference
// refuses the data.
func (r *Report) CheckTotal(total Total, sum float64, rows int64) {
	written := strconv.FormatFloat(total.Value, 'f', -1, 64)
	_, decimals, _ := strings.Cut(written, ".")
	last := 0.5 * math.Pow10(-max(len(decimals), 3))
	if difference := math.Abs(sum - total.Value); difference <= math.Max(last, slack*math.Abs(total.Value)) {
		return
	}
	r.Add(Problem{File: DatasetFile, Row: total.line, Column: fmt.Sprintf("totals[%d]", total.entry), Value: written,
		Reason: fmt.Sprintf("%s of %s%s is stated as %s and comes out as %s (%s): the difference is %s", total.Column, total.Table,
			total.condition(), written, number(sum), counted(int(rows), "row"), signed(sum-total.Value)),
		Remedy: "look for rows that are missing or counted twice" + total.cited()})
}

func (t Total) condition() string {
	var parts []string
	for _, name := range sortedKeys(t.Where) {
		parts = append(parts, name+" "+t.Where[name])
	}
	if len(parts) == 0 {
		return ""
	}
	return " where " + strings.Join(parts, ", ")
}

func (t Total) cited() string {
	if t.Source == "" {
		return ""
	}
	return "; the total is from " + visible(t.Source)
}

func number(n float64) string { return strconv.FormatFloat(math.Round(n*1e6)/1e6, 'f', -1, 64) }

func signed(n float64) string {
	if n > 0 {
		return "+" + number(n)
	}
	return strings.Replace(number(n), "-", "−", 1)
}
