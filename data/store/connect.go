package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"runtime"
	"strings"
	"sync"

	"github.com/duckdb/duckdb-go/v2"
)

// openReadOnly opens a database that reads its own file and nothing else, and whose settings cannot be changed again.
func openReadOnly(path, scratch string) (*sql.DB, error) {
	settings := []string{
		fmt.Sprintf("SET threads = %d", runtime.GOMAXPROCS(0)),
		"SET memory_limit = '33%'",
		"SET temp_directory = " + literal(scratch),
		"SET max_temp_directory_size = '4GB'",
		"SET autoinstall_known_extensions = false",
		"SET autoload_known_extensions = false",
		"SET enable_external_access = false",
		"SET lock_configuration = true",
	}
	db, err := connect(path, "READ_ONLY", settings)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections)
	return db, nil
}

// openForBuilding opens a new database to fill, on one connection.
func openForBuilding(path string) (*sql.DB, error) {
	db, err := connect(path, "READ_WRITE", []string{
		"SET memory_limit = '33%'",
		"SET autoinstall_known_extensions = false",
		"SET autoload_known_extensions = false",
	})
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	return db, nil
}

// connect applies the settings once, on the first connection: they belong to the database, and it may lock them.
func connect(path, mode string, settings []string) (*sql.DB, error) {
	var once sync.Once
	var failed error
	first := func(conn driver.ExecerContext) error {
		once.Do(func() { failed = apply(conn, settings) })
		return failed
	}
	if strings.ContainsAny(path, "?%") {
		return nil, fmt.Errorf("the driver cannot open a path with ? or %% in it: %s", path)
	}
	connector, err := duckdb.NewConnector(path+"?access_mode="+mode, first)
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

// apply sets the database's settings. A file opened twice shares one database, whose settings are locked already.
func apply(conn driver.ExecerContext, settings []string) error {
	for _, setting := range settings {
		_, err := conn.ExecContext(context.Background(), setting, nil)
		if err != nil && strings.Contains(err.Error(), "configuration has been locked") {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", setting, err)
		}
	}
	return nil
}

// literal quotes a text as SQL does. Only settings need it: values of queries are bound.
func literal(text string) string { return "'" + strings.ReplaceAll(text, "'", "''") + "'" }
