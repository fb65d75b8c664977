package ingest

import (
	"fmt"
	"hash/maphash"
	"strings"
)

// keysKept bounds the keys of a table that are held in memory; a larger table is checked by the store.
const keysKept = 5_000_000

// ids are the keys of a table, by their hash, and where each was first seen.
type ids map[uint64]where

type where struct{ file, line int32 }

// hashes gives texts their place among ids.
type hashes struct{ seed maphash.Seed }

func (h hashes) of(text string) uint64 { return maphash.String(h.seed, text) }

// reference is a table's ids, as other tables ask for them.
type reference struct {
	ids    ids
	hashes hashes
}

func (r *reference) has(id string) bool {
	if r == nil {
		return false
	}
	_, there := r.ids[r.hashes.of(id)]
	return there
}

// checkKey refuses a second row with the same key, and remembers the id for the tables that refer to it: also of a
// row refused for something else, so that one mistake is told once.
func (f *file) checkKey(row []any) {
	if len(f.at.key) == 0 {
		return
	}
	var hash maphash.Hash
	hash.SetSeed(f.hashes.seed)
	for _, at := range f.at.key {
		if row[at] == nil && f.table.Columns[at].Required {
			return
		}
		if len(f.at.key) == 1 {
			hash.WriteString(shown(row[at]))
			break
		}
		if row[at] != nil {
			hash.WriteString(shown(row[at]))
		}
		hash.WriteByte(0)
	}
	known, sum := f.known[f.table.Name].ids, hash.Sum64()
	if first, twice := known[sum]; twice {
		f.fail(f.line, f.table.Key[0], shown(row[f.at.key[0]]), "the same "+strings.Join(f.table.Key, " and ")+" stands on "+
			lineNumber(int(first.line))+f.ofFile(first)+" already", "remove one of the two or give it another id")
		return
	}
	if len(known) >= keysKept {
		f.leaveKeys()
		return
	}
	known[sum] = where{int32(f.number), int32(f.line)}
}

// leaveKeys leaves the keys of a very large table to the store, once those that can be held are held.
func (f *file) leaveKeys() {
	if f.unchecked[f.table.Name] {
		return
	}
	f.unchecked[f.table.Name] = true
	f.report.unchecked = append(f.report.unchecked, f.table)
	if len(f.table.Key) == 1 && f.table.Key[0] == f.table.Columns[0].Name {
		f.fail(f.line, f.table.Key[0], "", fmt.Sprintf("the table %s has more than %d rows, too many for other tables to refer to", f.table.Name, keysKept),
			"leave out the rows that nothing refers to")
	}
}

// Unchecked are the tables with more keys than were held against each other. The store looks for those that stand twice.
func (r *Report) Unchecked() []Table { return r.unchecked }

// AddTwice refuses data for a key that the store found in several rows.
func (r *Report) AddTwice(table Table, key string, rows int64) {
	r.Add(Problem{File: r.filesOfFact(table.Name), Column: table.Key[0], Value: shorten(key),
		Reason: fmt.Sprintf("the same %s stands in %d rows", strings.Join(table.Key, " and "), rows), Remedy: "keep one of the rows"})
}

// ofFile names the file of a line, when it is another one.
func (f *file) ofFile(at where) string {
	if int(at.file) == f.number {
		return ""
	}
	return " of " + f.inputs[at.file].label()
}
