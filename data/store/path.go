package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// unsafe are characters that end or break the path in the driver's connection string.
const unsafe = "?%"

// driverPath is a name the driver can open the file by: the path itself, or a link to it where the path holds ? or %.
// remove takes the link away again; a database that is only read may stay open without it.
func driverPath(path string) (usable string, remove func() error, err error) {
	if !strings.ContainsAny(path, unsafe) {
		return path, func() error { return nil }, nil
	}
	whole, err := filepath.Abs(path)
	if err != nil {
		return "", nil, err
	}
	dir, err := newScratch()
	if err != nil {
		return "", nil, err
	}
	remove = func() error { return os.RemoveAll(dir) } // removes the link, not what it leads to
	link := filepath.Join(dir, "folder")
	usable = filepath.Join(link, filepath.Base(path))
	target := filepath.Dir(whole)
	if strings.ContainsAny(filepath.Base(path), unsafe) {
		link = filepath.Join(dir, "snapshot.duckdb")
		usable, target = link, whole
	}
	if strings.ContainsAny(usable, unsafe) {
		return "", nil, errors.Join(fmt.Errorf("the driver cannot open a path with ? or %% in it: %s; TMPDIR holds one", path), remove())
	}
	if err := os.Symlink(target, link); err != nil {
		return "", nil, errors.Join(fmt.Errorf("%s holds ? or %%, which the driver cannot open, and a link to it could not be made: %w", path, err), remove())
	}
	return usable, remove, nil
}
