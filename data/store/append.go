package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"

	"github.com/duckdb/duckdb-go/v2"

	"meridian/data/ingest"
)

// appenders fill the tables; each table's opens with its first row. It is the import's sink.
type appenders struct {
	ctx    context.Context
	conn   *sql.Conn
	tables map[string]*duckdb.Appender
	values []driver.Value
}

func newAppenders(ctx context.Context, conn *sql.Conn) *appenders {
	return &appenders{ctx: ctx, conn: conn, tables: map[string]*duckdb.Appender{}}
}

// Add stores rows, or sets them aside to be counted. Whole hundredths become the DECIMAL they are made of; the driver
// sets every other value.
func (a *appenders) Add(table, counted string, rows [][]any) error {
	if counted != "" {
		table = aside(table)
	}
	appender, err := a.open(table, counted != "")
	if err != nil {
		return err
	}
	for _, row := range rows {
		a.values = a.values[:0]
		for _, value := range row {
			a.values = append(a.values, value)
		}
		if err := appender.AppendRow(a.values...); err != nil {
			return fmt.Errorf("store %s: %w", table, err)
		}
	}
	return a.ctx.Err()
}

// aside names the table in which rows wait to be counted.
func aside(table string) string { return table + "_rows" }

func (a *appenders) open(table string, temporary bool) (*duckdb.Appender, error) {
	if appender, there := a.tables[table]; there {
		return appender, nil
	}
	if temporary {
		original := table[:len(table)-len(aside(""))]
		create := "CREATE OR REPLACE TEMP TABLE " + identifier(table) + " AS FROM " + identifier(original) + " LIMIT 0"
		if _, err := a.conn.ExecContext(a.ctx, create); err != nil {
			return nil, fmt.Errorf("set rows aside: %w", err)
		}
	}
	err := a.conn.Raw(func(raw any) error {
		conn, ok := raw.(driver.Conn)
		if !ok {
			return fmt.Errorf("the driver gave a %T for a connection", raw)
		}
		appender, err := duckdb.NewAppenderFromConn(conn, "", table)
		if err != nil {
			return err
		}
		a.tables[table] = appender
		return nil
	})
	return a.tables[table], err
}

// Count adds up the rows set aside: those that agree in all but people and amounts become one.
func (a *appenders) Count(table ingest.Table, counted string) (kept int64, err error) {
	name := aside(table.Name)
	appender, there := a.tables[name]
	if !there {
		return 0, nil
	}
	delete(a.tables, name)
	if err := appender.Close(); err != nil {
		return 0, fmt.Errorf("store %s: %w", name, err)
	}
	result, err := a.conn.ExecContext(a.ctx, countRows(table, counted))
	if err != nil {
		return 0, fmt.Errorf("count the rows of %s: %w", table.Name, err)
	}
	if kept, err = result.RowsAffected(); err != nil {
		return 0, err
	}
	_, err = a.conn.ExecContext(a.ctx, "DROP TABLE "+identifier(name))
	return kept, err
}

// close writes what is still held; a row that breaks a rule of the schema shows here at the latest.
func (a *appenders) close() error {
	var failed error
	for table, appender := range a.tables {
		if err := appender.Close(); err != nil {
			failed = errors.Join(failed, fmt.Errorf("store %s: %w", table, err))
		}
	}
	a.tables = map[string]*duckdb.Appender{}
	return failed
}
