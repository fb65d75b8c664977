package analytics

import (
	"fmt"
	"regexp"
	"strings"
)

// parted gives in one pass, by the number of the reason, how many rows there are; of the used ones, which number 0, also
// what they come to, their weakest grade and their sources.
func (f *factQuery) parted() string {
	var b strings.Builder
	b.WriteString("SELECT\n  reason,\n  count(*)::BIGINT AS rows,\n")
	fmt.Fprintf(&b, "  %s AS amount,\n", f.amount())
	b.WriteString("  max(evidence) FILTER (reason = 0) AS evidence,\n")
	b.WriteString("  string_agg(DISTINCT source_id, '|') FILTER (reason = 0) AS source_ids\n")
	fmt.Fprintf(&b, "FROM (\n  SELECT *, %s AS reason\n  FROM fact_%s\n)\nGROUP BY reason\nORDER BY reason", f.reason(), f.source())
	return b.String()
}

// source is the view to count in: without the columns of other tables, where nothing asks for one.
func (f *factQuery) source() string {
	asks := f.reason() + f.facts.Distinct
	for _, column := range f.fact.Joined {
		if regexp.MustCompile(`\b` + column + `\b`).MatchString(asks) {
			return f.fact.ID
		}
	}
	if len(f.fact.Joined) == 0 {
		return f.fact.ID
	}
	return f.fact.ID + "_alone"
}

func (f *factQuery) reason() string {
	if len(f.conditions) == 0 {
		return "0"
	}
	var b strings.Builder
	b.WriteString("CASE\n")
	for i, c := range f.conditions {
		fmt.Fprintf(&b, "    WHEN %s THEN %d -- %s\n", c.sql, i+1, c.reason)
	}
	b.WriteString("    ELSE 0\n  END")
	return b.String()
}

func (f *factQuery) amount() string {
	switch {
	case f.facts.Sum != "":
		return fmt.Sprintf("coalesce(sum(%s) FILTER (reason = 0), 0)::DOUBLE", quoted(f.facts.Sum))
	case f.facts.Distinct != "":
		return fmt.Sprintf("(count(DISTINCT %s) FILTER (reason = 0))::DOUBLE", quoted(f.facts.Distinct))
	default:
		return "(count(*) FILTER (reason = 0))::DOUBLE"
	}
}

// listed gives a few of the used rows as people read them.
func (f *factQuery) listed() string {
	return fmt.Sprintf(`WITH used AS (
  SELECT *, row_number() OVER (ORDER BY %[1]s, fact_row) AS nth
  FROM (SELECT * FROM fact_%[2]s WHERE %[3]s ORDER BY %[1]s, fact_row LIMIT $take OFFSET $skip)
)
%[4]s`, f.fact.Order, f.fact.ID, f.used(), f.fact.SQL)
}

// used is the condition that the used rows meet.
func (f *factQuery) used() string {
	if len(f.conditions) == 0 {
		return "true"
	}
	var holds []string
	for _, c := range f.conditions {
		holds = append(holds, c.unless)
	}
	return strings.Join(holds, " AND ")
}
