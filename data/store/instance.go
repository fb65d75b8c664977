package store

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
)

// instance is a database file that is open for reading, shared by all who have it open: the driver keeps one database
// of a file in a process, with one set of settings and one folder for what does not fit in memory.
type instance struct {
	name    string // whole, as the file was first opened
	db      *sql.DB
	scratch string // removed when the last holder closes
	part    part
	holders int
}

// gate lets one in at a time, and others wait no longer than they have time.
type gate chan struct{}

// opening guards what the driver shares in a process: the databases it has open, their settings, and instances.
var opening = make(gate, 1)

// instances are the files that are open, by name.
var instances = map[string]*instance{}

func (g gate) enter(ctx context.Context) error {
	select {
	case g <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (g gate) leave() { <-g }

// hold opens a file, or joins those who have it open. It never takes more memory than whoever of them may take most.
func hold(ctx context.Context, path string, p part, scratch func() (string, error)) (*instance, error) {
	name, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	if err := opening.enter(ctx); err != nil {
		return nil, err
	}
	defer opening.leave()
	if open := instances[name]; open != nil {
		if err := open.widen(ctx, p); err != nil {
			return nil, err
		}
		open.holders++
		return open, nil
	}
	folder, err := scratch()
	if err != nil {
		return nil, err
	}
	db, err := openReadOnly(ctx, path, folder, p)
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(folder))
	}
	open := &instance{name: name, db: db, scratch: folder, part: p, holders: 1}
	instances[name] = open
	return open, nil
}

// widen gives an open file the memory of one that may take more.
func (i *instance) widen(ctx context.Context, p part) error {
	if p <= i.part {
		return nil
	}
	// Unset, the limit is the database's own again, of which the part is taken.
	if _, err := i.db.ExecContext(ctx, "RESET memory_limit"); err != nil {
		return err
	}
	var own string
	if err := i.db.QueryRowContext(ctx, "SELECT current_setting('memory_limit')").Scan(&own); err != nil {
		return err
	}
	limit, err := p.of(own)
	if err != nil {
		return err
	}
	if _, err := i.db.ExecContext(ctx, "SET memory_limit = "+literal(limit)+"; "+locked); err != nil {
		return err
	}
	i.part = p
	return nil
}

// release ends one holder's part; the last closes the database and removes its folder.
func (i *instance) release() error {
	opening <- struct{}{}
	defer opening.leave()
	i.holders--
	if i.holders > 0 {
		return nil
	}
	delete(instances, i.name)
	return errors.Join(i.db.Close(), os.RemoveAll(i.scratch))
}

// locked keeps a database's settings as they are from here on.
const locked = "SET lock_configuration = true"

// openReadOnly opens a database that reads its own file and nothing else. The settings of one that may take most
// cannot be changed again; a smaller one can still be widened.
func openReadOnly(ctx context.Context, path, scratch string, p part) (*sql.DB, error) {
	usable, unlink, err := driverPath(path)
	if err != nil {
		return nil, err
	}
	settings := append(confined(scratch), "SET enable_external_access = false")
	if p == large {
		settings = append(settings, locked)
	}
	db, err := connect(ctx, usable, "READ_ONLY", p, settings...)
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
