package analytics

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"meridian/analytics/filter"
	"meridian/analytics/metric"
	"meridian/analytics/table"
)

// Why a row is left out, besides the filters, which give their own names. They are looked at in this order: without
// what the number needs; the filters; what the metric counts; the other rows of the answer.
const (
	reasonUsed       = "used"
	reasonUndated    = "undated"
	reasonMissing    = "missing"
	reasonYears      = "years"
	reasonDefinition = "definition"
	reasonOther      = "other_rows"
)

// condition is a reason to leave a row out: when it holds, and when it does not. The latter is written without a
// negation, so that the database skips whole parts of a table by it.
type condition struct{ reason, sql, unless string }

// factQuery parts the rows of a fact into those that a number is made of and those left out, by reason.
type factQuery struct {
	fact       metric.Fact
	facts      metric.Facts
	conditions []condition
	args       map[string]any
}

// newFactQuery reads the rows behind a row of an answer; with no row, behind all of them.
func newFactQuery(fact metric.Fact, facts metric.Facts, q filter.Filter, l string, t *table.Table, row int) *factQuery {
	f := &factQuery{fact: fact, facts: facts, args: q.Args()}
	f.args["lang"] = l
	f.addNeeds(q)
	f.addYears(q)
	for _, name := range filter.Names() {
		if columns := f.columns(name); len(columns) > 0 && q.Map()[name] != "" {
			f.leaveOutUnless(name, anyKept(name, columns))
		}
	}
	if facts.Where != "" {
		f.leaveOutUnless(reasonDefinition, facts.Where)
	}
	f.addRow(t, row)
	return f
}

// columns are those that a filter looks at.
func (f *factQuery) columns(name string) []string {
	if own, told := f.facts.Filters[name]; told {
		return own
	}
	return f.fact.Filters[name]
}

func anyKept(name string, columns []string) string {
	var kept []string
	for _, column := range columns {
		kept = append(kept, fmt.Sprintf("keeps($%s, %s)", name, quoted(column)))
	}
	return strings.Join(kept, " OR ")
}

func (f *factQuery) leaveOutUnless(reason, holds string) {
	f.conditions = append(f.conditions, condition{reason, "(" + holds + ") IS NOT TRUE", "(" + holds + ")"})
}

func (f *factQuery) addNeeds(q filter.Filter) {
	dated := slices.ContainsFunc(f.facts.Needs, func(c string) bool { return slices.Contains(f.fact.Years, c) })
	if dated || f.yearsAsked(q) {
		f.conditions = append(f.conditions, condition{
			reasonUndated, fmt.Sprintf("coalesce(%s) IS NULL", quotedList(f.fact.Years)), fmt.Sprintf("coalesce(%s) IS NOT NULL", quotedList(f.fact.Years)),
		})
	}
	for _, column := range f.facts.Needs {
		if !slices.Contains(f.fact.Years, column) {
			f.conditions = append(f.conditions, condition{reasonMissing, quoted(column) + " IS NULL", quoted(column) + " IS NOT NULL"})
		}
	}
}

func (f *factQuery) yearsAsked(q filter.Filter) bool {
	_, ignored := f.facts.Filters["from"]
	return len(f.fact.Years) > 0 && !ignored && (q.From != "" || q.To != "")
}

func (f *factQuery) addYears(q filter.Filter) {
	if !f.yearsAsked(q) {
		return
	}
	if len(f.fact.Years) == 1 {
		f.leaveOutUnless(reasonYears, fmt.Sprintf("within_years($from, $to, %s)", quoted(f.fact.Years[0])))
		return
	}
	f.leaveOutUnless(reasonYears, fmt.Sprintf("term_touches($from, $to, %s)", quotedList(f.fact.Years)))
}

// addRow narrows to one row of the answer.
func (f *factQuery) addRow(t *table.Table, row int) {
	var holds []string
	for _, column := range slices.Sorted(maps.Keys(f.facts.By)) {
		own, wide := strings.CutSuffix(f.facts.By[column], metric.OrAll)
		if cell := t.Rows[row][t.Index(column)]; cell != nil || !wide {
			holds = append(holds, f.matches(quoted(own), "=", column, cell))
		}
	}
	for _, column := range slices.Sorted(maps.Keys(f.facts.Until)) {
		holds = append(holds, f.matches(quoted(f.facts.Until[column]), "<=", column, t.Rows[row][t.Index(column)]))
	}
	if f.facts.Row != "" {
		holds = append(holds, "("+f.facts.Row+")")
		for i, c := range t.Columns {
			if uses(f.facts.Row, "row_"+c.Name) {
				f.args["row_"+c.Name] = t.Rows[row][i]
			}
		}
	}
	if len(holds) > 0 {
		f.leaveOutUnless(reasonOther, strings.Join(holds, " AND "))
	}
}

// matches binds a cell of the answer's row and compares a column with it.
func (f *factQuery) matches(column, operator, name string, cell any) string {
	if cell == nil {
		return column + " IS NULL"
	}
	f.args["row_"+name] = cell
	return fmt.Sprintf("%s %s $row_%s", column, operator, name)
}

func quoted(column string) string { return `"` + column + `"` }

func quotedList(columns []string) string {
	var list []string
	for _, c := range columns {
		list = append(list, quoted(c))
	}
	return strings.Join(list, ", ")
}
