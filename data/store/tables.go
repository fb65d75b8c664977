package store

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"syscall"

	"meridian/data/ingest"
)

// TableRows is how many rows a table has.
type TableRows struct {
	Table string `json:"table"`
	Rows  int64  `json:"rows"`
}

// Tables counts the rows of every table of the import format that has any, in its order.
func (s *Snapshot) Tables(ctx context.Context) ([]TableRows, error) {
	counted := []TableRows{}
	for _, table := range ingest.Tables() {
		if table.Geo || table.Reference {
			continue
		}
		var rows int64
		if err := s.db.QueryRowContext(ctx, "SELECT count(*) FROM "+quoteName(table.Name)).Scan(&rows); err != nil {
			return nil, fmt.Errorf("count rows of %s: %w", table.Name, err)
		}
		if rows > 0 {
			counted = append(counted, TableRows{table.Name, rows})
		}
	}
	return counted, nil
}

// DiskFull tells whether an error is that of a disk, a quota or a file that can hold no more. The database keeps the
// system's words, not its error.
func DiskFull(err error) bool {
	if err == nil {
		return false
	}
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || errors.Is(err, syscall.EFBIG) {
		return true
	}
	for _, words := range []string{"No space left on device", "Disk quota exceeded", "File too large", "Could not write all bytes"} {
		if strings.Contains(err.Error(), words) {
			return true
		}
	}
	return false
}
