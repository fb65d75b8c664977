package store

import (
	"context"
	"database/sql"
	"fmt"

	"meridian/data/ingest"
)

// storeYears keeps which years the data set says are incomplete or complete.
func storeYears(ctx context.Context, db *sql.DB, years ingest.Years) error {
	for incomplete, list := range map[bool][]string{true: years.Incomplete, false: years.Complete} {
		for _, year := range list {
			_, err := db.ExecContext(ctx, "INSERT INTO stated_years VALUES ($year, $incomplete)",
				sql.Named("year", year), sql.Named("incomplete", incomplete))
			if err != nil {
				return fmt.Errorf("store the year %s: %w", year, err)
			}
		}
	}
	return nil
}

// home is the id of the institution at the centre; a network without a home place has none unless it names one.
func home(set ingest.Dataset) string {
	if set.HomePlace == "" {
		return set.HomeInstitution
	}
	return set.Home()
}
