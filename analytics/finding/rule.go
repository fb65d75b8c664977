package finding

import (
	"math"
	"slices"

	"meridian/analytics/lang"
	"meridian/analytics/table"
)

// Kind says which of the two lists a finding stands in.
type Kind string

// The two lists: what moved, and what somebody should look after.
const (
	Changed   Kind = "changed"
	Attention Kind = "attention"
)

// Rule makes findings of the answers of some charts and key figures. It says only what the rows it was given prove.
type Rule struct {
	ID      string
	Kind    Kind
	Subject string // the page it belongs to
	Reads   []Read // the first is the chart that shows what is found
	Why     lang.Text
	Limits  map[string]float64 // the thresholds of the condition; they fill the placeholders of Why
	Partner bool               // whether it speaks only where partners are chosen, of them
	Find    func(In) []Found
}

// Reason says in words when the rule speaks.
func (r Rule) Reason(l lang.Lang) string {
	args := lang.Args{}
	for name, limit := range r.Limits {
		args[name] = lang.Tenths(limit)
	}
	return r.Why.With(l, args)
}

// Read names an answer that a rule reads: that of a chart, that of a key figure's metric, or that of a metric which no
// chart draws and which is shown beside one.
type Read struct {
	Chart  string
	KPI    string
	Metric string // the chart's own where empty
}

// In is what a rule reads from: answers under the reader's filters, in the reader's language.
type In struct {
	Lang   lang.Lang
	Home   string                 // the home place's code; empty for a network without one
	First  string                 // the first year let through
	Last   string                 // the last year let through
	Whole  func(year string) bool // whether a year was over on the data set's day and is not said to be incomplete
	Tables map[Read]*table.Table  // an answer without rows is empty, not nil
}

// Found is one finding, before it is ranked.
type Found struct {
	About    string // what it speaks of; of findings about one thing only the first stays
	Sentence lang.Text
	Point    lang.Text
	Args     lang.Args
	Amount   string // the number that stands before it in a list
	Numbers  []Number
	Size     float64 // from 0 to 1: the part of the measure that is affected
	Base     float64 // how many people or things it is said of
}

// Number is a number of a finding: a cell of an answer, or a sum of cells, which has no row of its own.
type Number struct {
	Label   string
	Value   float64
	Display string
	Read    Read
	Row     int // −1 where it is no single cell
	Column  string
	Rows    []int // the rows it was taken from
}

// Say writes what was found.
func (f Found) Say(l lang.Lang) Finding { return Say(l, f.Sentence, f.Point, f.Args) }

// Rules lists every rule in the order in which findings of equal rank are told.
func Rules() []Rule {
	var rules []Rule
	for _, m := range measures() {
		rules = append(rules, movement(m), departure(m))
	}
	for _, m := range withPartners() {
		rules = append(rules, ofPartners(movement(m)), ofPartners(departure(m)))
	}
	rules = append(rules, contributors()...)
	return append(rules,
		newPartners(), lostPartners(), newPlaces(),
		overdueAgreements(), expiringAgreements(), dormantAgreements(),
		missedTargets(), uncoveredRegions(),
		unevenPlace(), unevenPartner(), concentratedPlaces(), concentratedPartners(),
		unusedAid(), incompleteYears("mobility-trend", "mobility"), incompleteYears("flow-trend", "mobility"),
		incompleteYears("copublication-trend", "collaboration"),
	)
}

// cell is a number that stands in one row of an answer.
func (in In) cell(read Read, row int, column string) Number {
	t := in.Tables[read]
	v, label := t.Value(row, column), t.Label(column)
	if has(t, "academic_year_id") {
		label += " · " + lang.Year(t.Str(row, "academic_year_id"))
	}
	return Number{Label: label, Value: v, Display: written(t, column, in.Lang, v), Read: read, Row: row, Column: column, Rows: []int{row}}
}

// summed is a number worked out from several rows.
func (in In) summed(read Read, label lang.Text, v float64, column string, rows ...int) Number {
	return Number{Label: label.In(in.Lang), Value: v, Display: lang.Int(v), Read: read, Row: -1, Column: column, Rows: rows}
}

func written(t *table.Table, column string, l lang.Lang, v float64) string {
	if t.Columns[t.Index(column)].Type == "share" {
		return lang.Percent(l, v)
	}
	return lang.Int(v)
}

func has(t *table.Table, column string) bool {
	return slices.ContainsFunc(t.Columns, func(c table.Column) bool { return c.Name == column })
}

// moving writes a movement as short as a list needs it: +64, −12K.
func moving(l lang.Lang, by float64) string {
	sign := "+"
	if by < 0 {
		sign = "−"
	}
	return sign + lang.Compact(l, math.Abs(by))
}

// people are counted 人 in Chinese, as a unit after a number.
func people() lang.Text { return lang.Text{En: "students", Hant: "人", Hans: "人"} }
