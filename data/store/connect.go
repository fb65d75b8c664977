package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"

	"github.com/duckdb/duckdb-go/v2"
)

// connection is what the driver's connections can do.
type connection interface {
	driver.ExecerContext
	driver.QueryerContext
}

// openReadOnly opens a database that reads its own file and nothing else, and whose settings cannot be changed again.
func openReadOnly(path, scratch string) (*sql.DB, error) {
	usable, unlink, err := driverPath(path)
	if err != nil {
		return nil, err
	}
	db, err := connect(usable, "READ_ONLY",
		fmt.Sprintf("SET threads = %d", runtime.GOMAXPROCS(0)),
		"SET temp_directory = "+literal(scratch),
		"SET max_temp_directory_size = '4GB'",
		"SET enable_external_access = false",
		"SET lock_configuration = true",
	)
	if unlinked := unlink(); unlinked != nil && err == nil {
		err = errors.Join(unlinked, db.Close())
	}
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections)
	return db, nil
}

// openForBuilding opens a new database to fill, on one connection.
func openForBuilding(path string) (*sql.DB, error) {
	db, err := connect(path, "READ_WRITE")
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	return db, nil
}

// connect opens a database by a name that driverPath gave. It takes at most a third of the memory and
// fetches no extension.
func connect(path, mode string, settings ...string) (*sql.DB, error) {
	settings = append([]string{
		"SET autoinstall_known_extensions = false",
		"SET autoload_known_extensions = false",
	}, settings...)
	connector, err := duckdb.NewConnector(path+"?access_mode="+mode, firstConnection(settings))
	if err != nil {
		return nil, err
	}
	db := sql.OpenDB(connector)
	if err := db.Ping(); err != nil {
		_ = db.Close() // the ping's error is the one to tell
		return nil, err
	}
	return db, nil
}

// firstConnection applies the settings once: they belong to the database, and the last may lock them.
func firstConnection(settings []string) func(driver.ExecerContext) error {
	var once sync.Once
	var failed error
	return func(raw driver.ExecerContext) error {
		once.Do(func() {
			conn, ok := raw.(connection)
			if !ok {
				failed = fmt.Errorf("the driver gave a %T for a connection", raw)
				return
			}
			failed = apply(conn, settings)
		})
		return failed
	}
}

// apply sets the database's settings. A file opened twice shares one database, whose settings are locked already.
func apply(conn connection, settings []string) error {
	if locked, err := setting(conn, "lock_configuration"); err != nil || locked == "true" {
		return err
	}
	size, err := setting(conn, "memory_limit")
	if err != nil {
		return err
	}
	limit, err := share(size)
	if err != nil {
		return err
	}
	for _, statement := range append([]string{"SET memory_limit = " + literal(limit)}, settings...) {
		if _, err := conn.ExecContext(context.Background(), statement, nil); err != nil {
			return fmt.Errorf("%s: %w", statement, err)
		}
	}
	return nil
}

// setting reads one of the database's settings as text.
func setting(conn driver.QueryerContext, name string) (string, error) {
	rows, err := conn.QueryContext(context.Background(), "SELECT current_setting("+literal(name)+")::VARCHAR", nil)
	if err != nil {
		return "", err
	}
	defer rows.Close()
	cell := make([]driver.Value, 1)
	if err := rows.Next(cell); err != nil {
		return "", err
	}
	return fmt.Sprint(cell[0]), nil
}

// literal quotes a text as SQL does. Only settings need it: values of queries are bound.
func literal(text string) string { return "'" + strings.ReplaceAll(text, "'", "''") + "'" }
