package library

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"meridian/data/fault"
)

// smallestSpace is what a snapshot takes however little is in it: place names, empty tables, the report.
const smallestSpace = 16 << 20

// checkSpace refuses an import that the disk could not hold, before anything is read.
func (l *Library) checkSpace(files fs.FS) error {
	free, err := l.options.Free(l.dir)
	if err != nil {
		return nil // a system that does not say: a full disk will show while building
	}
	need, err := estimate(files)
	if err != nil {
		return fmt.Errorf("look at the files: %w", err)
	}
	if free >= need {
		return nil
	}
	return &fault.Error{Code: fault.NoSpace, Message: fmt.Sprintf(
		"this import needs about %d MB on the disk of %s, where %d MB are free; make room there and try again", need>>20, l.dir, free>>20)}
}

// estimate is what a snapshot of the files may take while it is built, in bytes: text shrinks, packed formats grow.
func estimate(files fs.FS) (int64, error) {
	need := int64(smallestSpace)
	entries, err := fs.ReadDir(files, ".")
	if err != nil {
		return 0, err
	}
	for _, entry := range entries {
		info, err := entry.Info()
		if err != nil || !info.Mode().IsRegular() {
			continue // what cannot be read is told by the import
		}
		switch strings.ToLower(path.Ext(entry.Name())) {
		case ".xlsx", ".xlsm", ".parquet":
			need += 4 * info.Size()
		case ".csv", ".tsv", ".txt":
			need += info.Size()
		}
	}
	return need, nil
}
