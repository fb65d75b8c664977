package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"meridian/data/ingest"
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

// buildAnywhere builds a file whatever its path is. The database cannot write beside a file with ? in its path, whose
// log it would look for elsewhere: such a file is built among the temporary ones and copied.
func buildAnywhere(ctx context.Context, source Source, path string) (*ingest.Report, error) {
	whole, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	if !strings.Contains(whole, "?") {
		return buildFile(ctx, source, path)
	}
	scratch, err := newScratch()
	if err != nil {
		return nil, err
	}
	built := filepath.Join(scratch, filepath.Base(path))
	report, err := buildFile(ctx, source, built)
	if err == nil {
		err = copyFile(built, path)
	}
	return report, errors.Join(err, os.RemoveAll(scratch))
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}
