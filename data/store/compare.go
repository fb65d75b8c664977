package store

import (
	"context"
	"database/sql"
	_ "embed" // the queries below
	"errors"
	"fmt"
	"os"
	"strings"

	"meridian/data/ingest"
)

var (
	//go:embed compare/sizes.sql
	sizesQuery string
	//go:embed compare/keyed.sql
	keyedQuery string
	//go:embed compare/whole.sql
	wholeQuery string
	//go:embed compare/partners.sql
	partnersQuery string
)

// partnersListed bounds the lists of a comparison; the totals count all.
const partnersListed = 100

// TableChange says how many rows of a table came and went. A row that has the key of an earlier one and other cells
// is changed; a table without a key has added and removed rows only.
type TableChange struct {
	Table                   string
	Before, After           int64
	Added, Removed, Changed int64
}

// Partner is an institution with a project, an agreement or people who moved, and where it is.
type Partner struct {
	ID, Name, NameZhHant, NameZhHans                   string // a name in Chinese is empty where there is none
	Place, PlaceName, PlaceNameZhHant, PlaceNameZhHans string
}

// Changes is how one snapshot differs from another.
type Changes struct {
	Tables      []TableChange // in the order of the import format
	Added, Gone int64         // partners
	AddedList   []Partner     // the first hundred by place and name
	GoneList    []Partner
}

// Compare says how the snapshot file after differs from the file before. Both may be open elsewhere, in this process
// or another. They must be of this program's schema: Open tells of one that is not.
func Compare(ctx context.Context, before, after string) (changes Changes, err error) {
	db, closeBoth, err := openBoth(ctx, before, after)
	if err != nil {
		return changes, fmt.Errorf("compare snapshots: %w", err)
	}
	defer func() { err = errors.Join(err, closeBoth()) }()
	for _, table := range ingest.Tables() {
		if table.Geo || table.Reference {
			continue
		}
		change, err := compareTable(ctx, db, table)
		if err != nil {
			return changes, fmt.Errorf("compare %s: %w", table.Name, err)
		}
		changes.Tables = append(changes.Tables, change)
	}
	if changes.Added, changes.AddedList, err = newPartners(ctx, db, "before", "after"); err != nil {
		return changes, fmt.Errorf("compare partners: %w", err)
	}
	if changes.Gone, changes.GoneList, err = newPartners(ctx, db, "after", "before"); err != nil {
		return changes, fmt.Errorf("compare partners: %w", err)
	}
	return changes, nil
}

// openBoth opens an empty database that has both files attached for reading and can reach no other.
func openBoth(ctx context.Context, before, after string) (db *sql.DB, closeBoth func() error, err error) {
	scratch, err := newScratch()
	if err != nil {
		return nil, nil, err
	}
	db, err = connectAlone(ctx, ":memory:", "READ_WRITE", small, append(confined(scratch),
		"ATTACH "+literal(before)+" AS before (READ_ONLY)",
		"ATTACH "+literal(after)+" AS after (READ_ONLY)",
		"SET enable_external_access = false",
		"SET lock_configuration = true",
	)...)
	if err != nil {
		return nil, nil, errors.Join(err, os.RemoveAll(scratch))
	}
	db.SetMaxOpenConns(1)
	return db, func() error { return errors.Join(db.Close(), os.RemoveAll(scratch)) }, nil
}

func compareTable(ctx context.Context, db *sql.DB, table ingest.Table) (change TableChange, err error) {
	change.Table = table.Name
	names := strings.NewReplacer("{table}", quoteName(table.Name), "{key}", quoteNames(table.Key),
		"{earlier}", comparedCells(table, "before"), "{later}", comparedCells(table, "after"))
	var same bool
	err = db.QueryRowContext(ctx, names.Replace(sizesQuery)).Scan(&change.Before, &change.After, &same)
	if err != nil || same {
		return change, err
	}
	query := keyedQuery
	if len(table.Key) == 0 {
		query = wholeQuery
	}
	err = db.QueryRowContext(ctx, names.Replace(query)).Scan(&change.Added, &change.Removed, &change.Changed)
	return change, err
}

// comparedCells lists a row's cells. A source that the import made of a file's name is none: the same rows in a file
// called otherwise are the same rows.
func comparedCells(table ingest.Table, side string) string {
	cells := make([]string, len(table.Columns))
	for i, column := range table.Columns {
		cells[i] = "t." + quoteName(column.Name)
		if column.Refers == "sources" {
			cells[i] = "CASE WHEN " + cells[i] + " NOT IN (SELECT source_id FROM " + side + ".sources " +
				"WHERE title = source_id AND url IS NULL AND published_on IS NULL) THEN " + cells[i] + " END"
		}
	}
	return strings.Join(cells, ", ")
}

// newPartners counts and lists the partners that newer has and older has not.
func newPartners(ctx context.Context, db *sql.DB, older, newer string) (total int64, list []Partner, err error) {
	query := strings.NewReplacer("{older}", older, "{newer}", newer).Replace(partnersQuery)
	rows, err := db.QueryContext(ctx, query, sql.Named("most", partnersListed))
	if err != nil {
		return 0, nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var p Partner
		if err := rows.Scan(&total, &p.ID, &p.Name, &p.NameZhHant, &p.NameZhHans,
			&p.Place, &p.PlaceName, &p.PlaceNameZhHant, &p.PlaceNameZhHans); err != nil {
			return 0, nil, err
		}
		list = append(list, p)
	}
	return total, list, rows.Err()
}

// quoteName quotes a name of the schema as SQL does.
func quoteName(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }

func quoteNames(names []string) string {
	quoted := make([]string, len(names))
	for i, name := range names {
		quoted[i] = quoteName(name)
	}
	return strings.Join(quoted, ", ")
}
