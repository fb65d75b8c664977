package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"meridian/data/ingest"
)

// Check reads a data set as Build does, into a temporary file that nobody sees, and returns the whole report: also what
// only the stored rows show, such as totals and incomplete years. Data with errors is in the report, not in the error.
func Check(ctx context.Context, source Source) (*ingest.Report, error) {
	folder, err := os.MkdirTemp("", "meridian-check-")
	if err != nil {
		return nil, fmt.Errorf("check: %w", err)
	}
	report, err := buildFile(ctx, source, filepath.Join(folder, "check.duckdb"))
	if refused := new(ingest.RefusedError); errors.As(err, &refused) {
		err = nil
	}
	if err := errors.Join(err, os.RemoveAll(folder)); err != nil {
		return report, fmt.Errorf("check: %w", err)
	}
	return report, nil
}

// checkTotals compares the stated totals with the stored rows.
func checkTotals(ctx context.Context, db *sql.DB, report *ingest.Report) error {
	for _, total := range report.Dataset.Totals {
		query := "SELECT coalesce(sum(" + identifier(total.Column) + "), 0)::DOUBLE, count(*) FROM " + identifier(total.Table)
		var conditions []string
		var args []any
		for name, wanted := range total.Where {
			conditions = append(conditions, identifier(name)+"::VARCHAR = ?")
			args = append(args, wanted)
		}
		if len(conditions) > 0 {
			query += " WHERE " + strings.Join(conditions, " AND ")
		}
		var sum float64
		var rows int64
		if err := db.QueryRowContext(ctx, query, args...).Scan(&sum, &rows); err != nil {
			return fmt.Errorf("add up %s of %s: %w", total.Column, total.Table, err)
		}
		report.CheckTotal(total, sum, rows)
	}
	return report.Err()
}

// twiceListed bounds the keys that are told of a table.
const twiceListed = 100

// checkKeys looks for keys that stand twice in tables too large for the import to hold theirs.
func checkKeys(ctx context.Context, db *sql.DB, report *ingest.Report, tables []ingest.Table) error {
	for _, table := range tables {
		if err := checkTableKeys(ctx, db, report, table); err != nil {
			return fmt.Errorf("look for keys that stand twice in %s: %w", table.Name, err)
		}
	}
	return report.Err()
}

func checkTableKeys(ctx context.Context, db *sql.DB, report *ingest.Report, table ingest.Table) error {
	var names []string
	for _, name := range table.Key {
		names = append(names, identifier(name))
	}
	key := strings.Join(names, ", ")
	rows, err := db.QueryContext(ctx, "SELECT concat_ws(' ', "+key+"), count(*) FROM "+identifier(table.Name)+
		" GROUP BY "+key+" HAVING count(*) > 1 ORDER BY ALL LIMIT ?", twiceListed)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var text string
		var count int64
		if err := rows.Scan(&text, &count); err != nil {
			return err
		}
		report.AddTwice(table, text, count)
	}
	return rows.Err()
}

// gapsQuery lists the years that look incomplete, other than those the data set itself calls so.
const gapsQuery = `SELECT fact, academic_year_id, reason, coalesce(gone, 0), coalesce(array_to_string(absent[:20], '|'), '')
FROM year_coverage WHERE incomplete AND reason <> 'stated' ORDER BY fact, academic_year_id`

// warnGaps tells of years that look incomplete.
func warnGaps(ctx context.Context, db *sql.DB, report *ingest.Report) error {
	rows, err := db.QueryContext(ctx, gapsQuery)
	if err != nil {
		return fmt.Errorf("look for incomplete years: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		var gap ingest.CoverageGap
		var absent string
		if err := rows.Scan(&gap.Fact, &gap.Year, &gap.Reason, &gap.Gone, &absent); err != nil {
			return fmt.Errorf("look for incomplete years: %w", err)
		}
		gap.Absent = strings.Split(absent, "|")
		report.WarnGap(gap)
	}
	return rows.Err()
}
