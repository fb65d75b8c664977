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

// connection is what the driver's connections can do.
type connection interface {
	driver.ExecerContext
	driver.QueryerContext
}

// openForBuilding opens a new database to fill, on one connection.
func openForBuilding(ctx context.Context, path string) (*sql.DB, error) {
	db, err := connectAlone(ctx, path, "READ_WRITE", large)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	return db, nil
}

// connectAlone opens a database while nobody else opens one.
func connectAlone(ctx context.Context, path, mode string, p part, settings ...string) (*sql.DB, error) {
	if err := opening.enter(ctx); err != nil {
		return nil, err
	}
	defer opening.leave()
	return connect(ctx, path, mode, p, settings...)
}

// unreadableError is the driver's for a file it cannot open, as against one whose settings it cannot set.
type unreadableError struct{ error }

func (e *unreadableError) Unwrap() error { return e.error }

// connect opens a database by a name that driverPath gave. It takes at most its part of the memory and fetches no
// extension. The caller is the only one who opens: looking whether settings are locked and setting them are two steps.
func connect(ctx context.Context, path, mode string, p part, settings ...string) (*sql.DB, error) {
	settings = append([]string{
		"SET autoinstall_known_extensions = false",
		"SET autoload_known_extensions = false",
	}, settings...)
	connector, err := duckdb.NewConnector(path+"?access_mode="+mode, firstConnection(p, settings))
	if err != nil {
		return nil, &unreadableError{err}
	}
	db := sql.OpenDB(connector)
	if err := db.PingContext(ctx); err != nil {
		_ = db.Close() // the ping's error is the one to tell
		return nil, err
	}
	return db, nil
}

// confined are the settings of a database that keeps what does not fit in memory in a folder of ours.
func confined(scratch string) []string {
	return []string{
		fmt.Sprintf("SET threads = %d", runtime.GOMAXPROCS(0)),
		"SET temp_directory = " + literal(scratch),
		"SET max_temp_directory_size = '4GB'",
	}
}

// firstConnection applies the settings once: they belong to the database.
func firstConnection(p part, settings []string) func(driver.ExecerContext) error {
	var once sync.Once
	var failed error
	return func(raw driver.ExecerContext) error {
		once.Do(func() {
			conn, ok := raw.(connection)
			if !ok {
				failed = fmt.Errorf("the driver gave a %T for a connection", raw)
				return
			}
			failed = apply(conn, p, settings)
		})
		return failed
	}
}

// apply sets the database's settings. A file that is open already has them.
func apply(conn connection, p part, settings []string) error {
	if kept, err := setting(conn, "enable_external_access"); err != nil || kept == "false" {
		return err
	}
	size, err := setting(conn, "memory_limit")
	if err != nil {
		return err
	}
	limit, err := p.of(size)
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
