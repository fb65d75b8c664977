package store

import (
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"

	"github.com/duckdb/duckdb-go/v2"
)

// appenders fill the tables row by row; each table's opens with its first row.
type appenders struct {
	conn   *sql.Conn
	tables map[string]*duckdb.Appender
	values []driver.Value
}

func newAppenders(conn *sql.Conn) *appenders {
	return &appenders{conn: conn, tables: map[string]*duckdb.Appender{}}
}

// add stores one row. Whole hundredths become the DECIMAL they are made of; the driver sets every other value.
func (a *appenders) add(table string, row []any) error {
	appender, err := a.open(table)
	if err != nil {
		return err
	}
	a.values = a.values[:0]
	for _, value := range row {
		a.values = append(a.values, value)
	}
	return appender.AppendRow(a.values...)
}

func (a *appenders) open(table string) (*duckdb.Appender, error) {
	if appender, there := a.tables[table]; there {
		return appender, nil
	}
	err := a.conn.Raw(func(raw any) error {
		conn, ok := raw.(driver.Conn)
		if !ok {
			return fmt.Errorf("the driver gave a %T for a connection", raw)
		}
		appender, err := duckdb.NewAppenderFromConn(conn, "", table)
		a.tables[table] = appender
		return err
	})
	return a.tables[table], err
}

// close writes what is still held; a row that breaks a rule of the schema shows here at the latest.
func (a *appenders) close() error {
	var failed error
	for table, appender := range a.tables {
		if appender == nil {
			continue
		}
		if err := appender.Close(); err != nil {
			failed = errors.Join(failed, fmt.Errorf("store %s: %w", table, err))
		}
	}
	return failed
}
