package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"meridian/data/ingest"
	"meridian/data/schema"
)

// Build reads a data set into a new snapshot file. The file appears under its name only when it is complete: data
// with errors, a cancelled context or a full disk leave nothing behind, and an older snapshot of that name stands.
// The report is returned with the error when the data was refused. Whoever has the older snapshot open goes on
// reading it; a process that wants the new one beside it builds under another name.
func Build(ctx context.Context, source Source, path string) (*ingest.Report, error) {
	if err := replaceable(ctx, path); err != nil {
		return nil, err
	}
	folder, err := os.MkdirTemp(filepath.Dir(path), ".building-")
	if err != nil {
		return nil, fmt.Errorf("build snapshot: %w", err)
	}
	unfinished := filepath.Join(folder, "snapshot.duckdb")
	report, err := buildAnywhere(ctx, source, unfinished)
	if err == nil {
		err = os.Chmod(unfinished, 0o600) // people's names may be in it
	}
	if err == nil {
		err = os.Rename(unfinished, path)
	}
	if err := errors.Join(err, os.RemoveAll(folder)); err != nil {
		return report, fmt.Errorf("build snapshot: %w", err)
	}
	return report, nil
}

// replaceable refuses to write over a file that is not a snapshot.
func replaceable(ctx context.Context, path string) error {
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		return nil
	}
	refusal := &NotSnapshotError{path, "the file exists and is not a Meridian snapshot; choose another name"}
	usable, unlink, err := driverPath(path)
	if err != nil {
		return err
	}
	db, err := connectAlone(ctx, usable, "READ_ONLY", small)
	if err != nil {
		_ = unlink() // what follows is what there is to tell
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return refusal
	}
	version, err := schemaVersion(ctx, db)
	if err := errors.Join(err, db.Close(), unlink()); err != nil {
		return err
	}
	if version == "" {
		return refusal
	}
	return nil
}

func buildFile(ctx context.Context, source Source, path string) (report *ingest.Report, err error) {
	usable, unlink, err := driverPath(path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, unlink()) }()
	db, err := openForBuilding(ctx, usable)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if err := runAll(ctx, db, schema.Tables()); err != nil {
		return nil, err
	}
	report, err = fill(ctx, db, source)
	if err != nil {
		return report, err
	}
	if err := errors.Join(storeDataset(ctx, db, report), storeYears(ctx, db, report.Dataset.Years)); err != nil {
		return report, err
	}
	if err := checkKeys(ctx, db, report, report.Unchecked()); err != nil {
		return report, err
	}
	if err := checkTotals(ctx, db, report); err != nil {
		return report, err
	}
	if err := runAll(ctx, db, schema.Cubes()); err != nil {
		return report, err
	}
	if err := warnGaps(ctx, db, report); err != nil {
		return report, err
	}
	return report, runAll(ctx, db, finish())
}

// finish gathers what the planner wants to know of the tables, and writes all to the file.
func finish() []schema.File { return []schema.File{{Name: "finish", SQL: "ANALYZE; CHECKPOINT;"}} }

func runAll(ctx context.Context, db *sql.DB, files []schema.File) error {
	for _, file := range files {
		if _, err := db.ExecContext(ctx, file.SQL); err != nil {
			return fmt.Errorf("run %s: %w", file.Name, err)
		}
	}
	return nil
}

// fill reads the source into the tables and refuses data with errors.
func fill(ctx context.Context, db *sql.DB, source Source) (*ingest.Report, error) {
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	rows := newAppenders(ctx, conn)
	report, err := ingest.Read(ctx, source, rows)
	if err = errors.Join(err, rows.close(), conn.Close()); err != nil {
		return report, err
	}
	return report, report.Err()
}

// insertDataset stands the home where the data set says, or on its place's point. A network without a home has none.
const insertDataset = `
INSERT INTO dataset BY NAME
SELECT $id AS id, $version AS version, $schema_version AS schema_version, $name AS name,
  nullif($name_zh_hant, '') AS name_zh_hant, nullif($name_zh_hans, '') AS name_zh_hans,
  nullif($home, '') AS home_institution, p.code AS home_place,
  coalesce($lng::DOUBLE, p.lng) AS home_lng, coalesce($lat::DOUBLE, p.lat) AS home_lat,
  $start_month::TINYINT AS year_start_month, nullif($currency, '') AS currency,
  $languages AS languages, $as_of::DATE AS as_of,
  $screen_disclosure AS screen_disclosure, $files_disclosure AS files_disclosure
FROM (SELECT $place AS code) AS home LEFT JOIN places AS p USING (code)`

func storeDataset(ctx context.Context, db *sql.DB, report *ingest.Report) error {
	set := report.Dataset
	_, err := db.ExecContext(ctx, insertDataset,
		sql.Named("id", set.ID), sql.Named("version", version(report)), sql.Named("schema_version", schema.Version()),
		sql.Named("name", set.Name), sql.Named("name_zh_hant", set.NameZhHant), sql.Named("name_zh_hans", set.NameZhHans),
		sql.Named("home", home(set)), sql.Named("place", set.HomePlace),
		sql.Named("lng", degrees(set.HomeLng)), sql.Named("lat", degrees(set.HomeLat)),
		sql.Named("start_month", set.AcademicYear.StartMonth), sql.Named("currency", set.Currency),
		sql.Named("languages", strings.Join(set.Languages, ",")), sql.Named("as_of", set.AsOf),
		sql.Named("screen_disclosure", set.Disclosure.Screen), sql.Named("files_disclosure", set.Disclosure.Files))
	if err != nil {
		return fmt.Errorf("store data set: %w", err)
	}
	return nil
}

// version identifies what was read and the shape it was stored in, so that equal input gives an equal version.
func version(report *ingest.Report) string {
	sum := sha256.Sum256([]byte(schema.Version() + " " + report.Version + " " + report.Dataset.AsOf))
	return hex.EncodeToString(sum[:])[:12]
}

func degrees(value *float64) any {
	if value == nil {
		return nil
	}
	return *value
}
