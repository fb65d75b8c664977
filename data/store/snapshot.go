// Package store keeps a data set in a DuckDB file: it builds snapshots, opens them for reading and answers queries.
// It is the only package that imports the driver.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	"meridian/data/ingest"
	"meridian/data/schema"
)

// Source is where a data set is read from.
type Source = ingest.Source

// connections bounds the queries that run at once; more would only wait for the same cores.
const connections = 8

// queryTimeout ends a query that nobody would still wait for.
const queryTimeout = 10 * time.Second

// Dataset is the one row that says whose network a snapshot holds.
type Dataset struct {
	ID              string
	Version         string
	Name            string
	NameZhHant      string
	NameZhHans      string
	HomeInstitution string // empty, as the place, for a network without a home
	HomePlace       string
	HomeLng         float64
	HomeLat         float64
	YearStartMonth  int
	Currency        string   // empty when amounts have none
	Languages       []string // those it is shown in, the first before any is chosen
	AsOf            string   // the ISO date that agreements' status and expiry are told from
	Illustrative    bool     // some rows are illustrative

	ScreenDisclosure string // the rule for numbers of people on pages: off, hesa or threshold
	FilesDisclosure  string // the same in files
}

// LocalName is the data set's name in a language, or in English where it has none.
func (d Dataset) LocalName(language string) string {
	switch {
	case language == "zh-Hant" && d.NameZhHant != "":
		return d.NameZhHant
	case language == "zh-Hans" && d.NameZhHans != "":
		return d.NameZhHans
	}
	return d.Name
}

// Snapshot is one version of the data, open for reading by many at once. It never changes: whoever holds it sees the
// same data until it is closed.
type Snapshot struct {
	db      *sql.DB // shared with whoever else has the file open
	held    *instance
	closed  atomic.Bool
	dataset Dataset
	timeout time.Duration
}

// NotSnapshotError tells why a file cannot be opened as a snapshot.
type NotSnapshotError struct {
	Path   string
	Reason string
}

// Error says which file it is, what is wrong with it and what to do.
func (e *NotSnapshotError) Error() string { return fmt.Sprintf("open %s: %s", e.Path, e.Reason) }

// Open opens a snapshot that Build made, for reading only.
func Open(ctx context.Context, path string) (*Snapshot, error) { return openFile(ctx, path, large) }

// OpenBeside opens a snapshot as Open does, for a few questions beside the one that is shown: it takes less memory.
func OpenBeside(ctx context.Context, path string) (*Snapshot, error) {
	return openFile(ctx, path, small)
}

func openFile(ctx context.Context, path string, p part) (*Snapshot, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("open snapshot: %w", err)
	}
	if info.IsDir() {
		return nil, &NotSnapshotError{path, "it is a folder; import it first with: meridian import " + path + " --into FILE.duckdb"}
	}
	return open(ctx, path, p, newScratch)
}

// Wait sets how long a question may take, for measuring; it is called before the first is put.
func (s *Snapshot) Wait(most time.Duration) { s.timeout = most }

// Load builds a data set into a temporary file and opens it; Close removes the file.
func Load(ctx context.Context, source Source) (*Snapshot, *ingest.Report, error) {
	scratch, err := newScratch()
	if err != nil {
		return nil, nil, fmt.Errorf("load data set: %w", err)
	}
	path := filepath.Join(scratch, "snapshot.duckdb")
	report, err := Build(ctx, source, path)
	if err != nil {
		return nil, report, errors.Join(err, os.RemoveAll(scratch))
	}
	s, err := open(ctx, path, large, func() (string, error) { return scratch, nil })
	if err != nil {
		return nil, report, errors.Join(err, os.RemoveAll(scratch))
	}
	// Where the system lets an open file be removed, a program that is killed leaves no copy of the data behind.
	// Where it does not, Close removes it.
	_ = os.Remove(path)
	return s, report, nil
}

func open(ctx context.Context, path string, p part, scratch func() (string, error)) (*Snapshot, error) {
	held, err := hold(ctx, path, p, scratch)
	if unreadable := new(unreadableError); errors.As(err, &unreadable) {
		return nil, &NotSnapshotError{path, "it is not a DuckDB file this program can read: " + err.Error()}
	}
	if err != nil {
		return nil, fmt.Errorf("open snapshot %s: %w", path, err)
	}
	s := &Snapshot{db: held.db, held: held, timeout: queryTimeout}
	if err := s.identify(ctx, path); err != nil {
		return nil, errors.Join(err, held.release())
	}
	return s, nil
}

// identify reads the data set's row and refuses a file that is not a snapshot of this schema.
func (s *Snapshot) identify(ctx context.Context, path string) error {
	version, err := schemaVersion(ctx, s.db)
	if err != nil {
		return err
	}
	switch version {
	case schema.Version():
	case "":
		return &NotSnapshotError{path, "it is a DuckDB file but not a Meridian snapshot; make one with: meridian import DIR --into FILE.duckdb"}
	default:
		return &NotSnapshotError{path, fmt.Sprintf("it was made for schema %s and this program reads schema %s; import the data again", version, schema.Version())}
	}
	return s.readDataset(ctx)
}

// schemaVersion is empty for a database that is not a snapshot.
func schemaVersion(ctx context.Context, db *sql.DB) (string, error) {
	var there bool
	err := db.QueryRowContext(ctx, `SELECT count(*) = 1 FROM duckdb_columns()
		WHERE table_name = 'dataset' AND column_name = 'schema_version' AND NOT internal`).Scan(&there)
	if err != nil || !there {
		return "", err
	}
	var version string
	err = db.QueryRowContext(ctx, `SELECT schema_version FROM dataset LIMIT 1`).Scan(&version)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return version, err
}

// Dataset says whose network this is and which version of it.
func (s *Snapshot) Dataset() Dataset { return s.dataset }

// Close ends this holder's use of the snapshot; a second call does nothing. The last of those who have the file open
// removes what it kept outside.
func (s *Snapshot) Close() error {
	if s.closed.Swap(true) {
		return nil
	}
	return s.held.release()
}

const datasetQuery = `
SELECT id, version, name, coalesce(name_zh_hant, ''), coalesce(name_zh_hans, ''),
  coalesce(home_institution, ''), coalesce(home_place, ''), coalesce(home_lng, 0), coalesce(home_lat, 0),
  year_start_month, coalesce(currency, ''), languages, strftime(as_of, '%Y-%m-%d'),
  screen_disclosure, files_disclosure,
  EXISTS (SELECT 1 FROM cube_mobility WHERE evidence = 'illustrative')
    OR EXISTS (SELECT 1 FROM cube_project WHERE evidence = 'illustrative')
    OR EXISTS (SELECT 1 FROM agreements WHERE evidence = 'illustrative')
    OR EXISTS (SELECT 1 FROM targets WHERE evidence = 'illustrative')
    OR EXISTS (SELECT 1 FROM enrolment WHERE evidence = 'illustrative')
    OR EXISTS (SELECT 1 FROM cube_flow WHERE evidence = 'illustrative')
    OR EXISTS (SELECT 1 FROM cube_copublication WHERE evidence = 'illustrative')
FROM dataset`

func (s *Snapshot) readDataset(ctx context.Context) error {
	d, languages := &s.dataset, ""
	err := s.db.QueryRowContext(ctx, datasetQuery).Scan(&d.ID, &d.Version, &d.Name, &d.NameZhHant, &d.NameZhHans,
		&d.HomeInstitution, &d.HomePlace, &d.HomeLng, &d.HomeLat, &d.YearStartMonth, &d.Currency, &languages, &d.AsOf,
		&d.ScreenDisclosure, &d.FilesDisclosure, &d.Illustrative)
	if err != nil {
		return fmt.Errorf("read data set: %w", err)
	}
	d.Languages = strings.Split(languages, ",")
	return nil
}
