package ingest

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"meridian/data/ingest/value"
	"meridian/data/read"
)

// lookupBytes bounds what one lookup file may take in memory.
const lookupBytes = 256 << 20

// lookup is two columns of a file: what is found beside a key.
type lookup struct {
	Lookup
	values map[string]string
}

// openLookup reads a lookup file, once for all columns that use it. It is nil when the file cannot serve.
func (f *file) openLookup(column string, l Lookup) (*lookup, error) {
	if known, there := f.lookups[l]; there {
		return known, nil
	}
	opened, err := read.Open(f.ctx, f.source.Dataset, l.File, read.Options{Sheet: l.Sheet})
	if refused := new(read.RefusedError); errors.As(err, &refused) {
		f.mappingError(refused.File+": "+refused.Reason, refused.Remedy, "columns", column, "lookup", "file")
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer func() { _ = opened.Close() }() // it was only read
	key, keyFound := f.lookupColumn(column, "key", l.Key, opened.Header())
	at, valueFound := f.lookupColumn(column, "value", l.Value, opened.Header())
	if !keyFound || !valueFound {
		return nil, nil
	}
	found := &lookup{Lookup: l, values: map[string]string{}}
	f.lookups[l] = found
	f.used[l.File] = true
	return found, f.fillLookup(found, opened, key, at)
}

func (f *file) lookupColumn(column, what, name string, header []string) (int, bool) {
	for i, written := range header {
		if written == name {
			return i, true
		}
	}
	f.mappingError("the lookup file has no column "+quote(name), advice("write one of its columns", "column", name, header),
		"columns", column, "lookup", what)
	return 0, false
}

func (f *file) fillLookup(l *lookup, opened *read.File, key, at int) error {
	lines, size := map[string]int{}, 0
	for {
		record, err := opened.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if row := new(read.RowError); errors.As(err, &row) {
			f.report.add(Problem{File: l.File, Row: row.Line, Reason: row.Reason, Remedy: row.Remedy})
			continue
		}
		if err != nil {
			return err
		}
		id, _ := value.Code(record.Cells[key])
		if id == "" {
			continue
		}
		if first, twice := lines[id]; twice {
			f.lookupTwice(l, record, id, record.Cells[at], first)
			continue
		}
		if size += len(id) + len(record.Cells[at]) + 64; size > lookupBytes {
			f.report.add(Problem{File: l.File, Row: record.Line, Reason: "the lookup file is too large to be held in memory",
				Remedy: "keep only the two columns and the keys that are needed"})
			return nil
		}
		id = strings.Clone(id)
		lines[id] = record.Line
		l.values[id] = strings.Clone(strings.TrimSpace(record.Cells[at]))
	}
}

// lookupTwice tells of a key that stands twice: harmless with the same value, and otherwise not to be decided here.
func (f *file) lookupTwice(l *lookup, record read.Record, id, again string, first int) {
	severity := Error
	reason := fmt.Sprintf("the key stands on line %d already with another value", first)
	if strings.TrimSpace(again) == l.values[id] {
		severity, reason = Warning, fmt.Sprintf("the key stands on line %d already with the same value", first)
	}
	f.report.add(Problem{Severity: severity, File: l.File, Row: record.Line, Column: visible(l.Key), Value: shorten(id),
		Reason: reason, Remedy: "remove one of the two rows"})
}

// find returns what stands beside a key.
func (l *lookup) find(key string) (string, *value.Fault) {
	mended, _ := value.Code(key)
	if found, there := l.values[mended]; there {
		return found, nil
	}
	return "", wrong(key, "is not in the column "+quote(l.Key)+" of "+l.File, "add it there or correct the cell")
}
