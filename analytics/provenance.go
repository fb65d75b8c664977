package analytics

import (
	"context"
	"fmt"

	"meridian/analytics/lang"
)

// Provenance is where the numbers on screen come from: how many rows each table has, how well they are supported, and
// which publications they were read from.
type Provenance struct {
	Dataset DatasetOrigin `json:"dataset"`
	Tables  []GradedTable `json:"tables"`  // the longest first
	Sources []ReadSource  `json:"sources"` // the one with the most rows first
}

// DatasetOrigin is the data set, with the place at its centre where it has one.
type DatasetOrigin struct {
	DatasetRef
	HomePlace string `json:"home_place,omitempty"` // its code
	Home      string `json:"home,omitempty"`       // its name
}

// Grades counts rows by how well they are supported.
type Grades struct {
	Rows         int64 `json:"rows"`
	Published    int64 `json:"published"`
	Derived      int64 `json:"derived"`
	Illustrative int64 `json:"illustrative"`
}

// GradedTable is a table that has rows.
type GradedTable struct {
	Table string `json:"table"`
	Grades
}

// ReadSource is a publication, or a file of the data set, that rows were read from.
type ReadSource struct {
	Source
	Grades
}

// Provenance tells where the rows of the snapshot come from.
func (n *Network) Provenance(ctx context.Context, l lang.Lang) (*Provenance, error) {
	origin, err := n.origin(ctx, l)
	if err != nil {
		return nil, fmt.Errorf("provenance: %w", err)
	}
	told := &Provenance{Dataset: origin, Tables: []GradedTable{}, Sources: []ReadSource{}}
	rows, err := n.rows(ctx, sqlProvenance, nil)
	if err != nil {
		return nil, fmt.Errorf("provenance: %w", err)
	}
	for r := range rows.Rows {
		graded := Grades{
			Rows: int64(rows.Value(r, "rows")), Published: int64(rows.Value(r, "published")),
			Derived: int64(rows.Value(r, "derived")), Illustrative: int64(rows.Value(r, "illustrative")),
		}
		if name := rows.Str(r, "table"); name != "" {
			told.Tables = append(told.Tables, GradedTable{name, graded})
			continue
		}
		told.Sources = append(told.Sources, ReadSource{Source{
			ID: rows.Str(r, "source_id"), Title: rows.Str(r, "title"), Publisher: rows.Str(r, "publisher"),
			URL: rows.Str(r, "url"), PublishedOn: rows.Str(r, "published_on"),
		}, graded})
	}
	return told, nil
}

func (n *Network) origin(ctx context.Context, l lang.Lang) (DatasetOrigin, error) {
	told := DatasetOrigin{DatasetRef: n.Dataset(l), HomePlace: n.snapshot.Dataset().HomePlace}
	rows, err := n.rows(ctx, sqlHome, map[string]any{"lang": string(l)})
	if err != nil {
		return told, err
	}
	if rows.Len() > 0 {
		told.Home = rows.Str(0, "home")
	}
	return told, nil
}
