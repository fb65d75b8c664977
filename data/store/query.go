package store

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/duckdb/duckdb-go/v2"

	"meridian/data/fault"
)

// Column is one column of a result. Type is string, int, float, bool or date; a list has the type of its items.
type Column struct {
	Name string
	Type string
}

// Result is a query's answer. A value is a string, int64, float64 or bool, nil for none, or a []any of these; a date
// is its ISO text.
type Result struct {
	Columns []Column
	Rows    [][]any
}

// MissingArgumentError names a parameter that the query uses and the caller did not give.
type MissingArgumentError struct{ Name string }

// Error names the parameter.
func (e *MissingArgumentError) Error() string { return "the query needs a value for $" + e.Name }

// Query runs one of the program's own queries; its text never comes from outside. Of the arguments it binds those
// whose $name the query holds: a string, a number, a bool, a []string, or nil for none.
func (s *Snapshot) Query(ctx context.Context, query string, args map[string]any) (*Result, error) {
	ctx, cancel := context.WithTimeout(ctx, s.timeout)
	defer cancel()
	result, err := s.query(ctx, query, args)
	if stopped := ctx.Err(); err != nil && stopped != nil && !errors.Is(err, stopped) {
		err = errors.Join(stopped, err)
	}
	if err != nil {
		return nil, fmt.Errorf("query: %w", err)
	}
	return result, nil
}

func (s *Snapshot) query(ctx context.Context, query string, args map[string]any) (result *Result, err error) {
	conn, err := s.db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, conn.Close()) }()
	err = conn.Raw(func(raw any) error {
		result, err = run(ctx, raw, query, args)
		return err
	})
	return result, err
}

// run prepares the query first, so that the database itself says which parameters it has.
func run(ctx context.Context, raw any, query string, args map[string]any) (result *Result, err error) {
	conn, ok := raw.(driver.ConnPrepareContext)
	if !ok {
		return nil, fmt.Errorf("the driver gave a %T for a connection", raw)
	}
	prepared, err := conn.PrepareContext(ctx, query)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, prepared.Close()) }()
	statement, ok := prepared.(*duckdb.Stmt)
	if !ok {
		return nil, fmt.Errorf("the driver gave a %T for a statement", prepared)
	}
	values, err := named(statement, args)
	if err != nil {
		return nil, err
	}
	rows, err := statement.QueryContext(ctx, values)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	return collect(ctx, rows)
}

// named picks the arguments that the statement has parameters for.
func named(statement *duckdb.Stmt, args map[string]any) ([]driver.NamedValue, error) {
	values := make([]driver.NamedValue, statement.NumInput())
	for i := range values {
		name, err := statement.ParamName(i + 1)
		if err != nil {
			return nil, err
		}
		value, given := args[name]
		if !given {
			return nil, &MissingArgumentError{name}
		}
		if list, ok := value.([]string); ok && list == nil {
			value = []string{}
		}
		if err := checkText(name, value); err != nil {
			return nil, err
		}
		values[i] = driver.NamedValue{Name: name, Ordinal: i + 1, Value: value}
	}
	return values, nil
}

// checkText refuses what is no text: the driver ends the process over a list with such bytes, and cuts text at a NUL.
func checkText(name string, value any) error {
	var texts []string
	switch value := value.(type) {
	case string:
		texts = []string{value}
	case []string:
		texts = value
	}
	for _, text := range texts {
		if !utf8.ValidString(text) || strings.ContainsRune(text, 0) {
			return fault.Refuse(name, "%s=%.60q holds bytes that are no text; write it in UTF-8, without NUL", name, text)
		}
	}
	return nil
}

// collect reads all rows; dashboards' answers are small.
func collect(ctx context.Context, rows driver.Rows) (*Result, error) {
	result := &Result{Rows: [][]any{}}
	types, ok := rows.(driver.RowsColumnTypeDatabaseTypeName)
	if !ok {
		return nil, fmt.Errorf("the driver gave %T, which has no types, for rows", rows)
	}
	var dates []bool
	for i, name := range rows.Columns() {
		database := types.ColumnTypeDatabaseTypeName(i)
		result.Columns = append(result.Columns, Column{Name: name, Type: kind(database)})
		dates = append(dates, kind(database) == "date")
	}
	cells := make([]driver.Value, len(result.Columns))
	for {
		err := rows.Next(cells)
		if errors.Is(err, io.EOF) {
			return result, ctx.Err()
		}
		if err != nil {
			return nil, err
		}
		row := make([]any, len(cells))
		for i, cell := range cells {
			if row[i], err = plain(cell, dates[i]); err != nil {
				return nil, fmt.Errorf("column %s: %w", result.Columns[i].Name, err)
			}
		}
		result.Rows = append(result.Rows, row)
	}
}
