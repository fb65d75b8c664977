package store

import (
	"context"
	"fmt"
)

// CubeSize is how large a cube is. Bytes are those of the blocks its columns lie in.
type CubeSize struct {
	Name        string
	Rows, Bytes int64
}

// Cubes lists the cubes by name with their sizes.
func (s *Snapshot) Cubes(ctx context.Context) ([]CubeSize, error) {
	result, err := s.Query(ctx, `SELECT table_name, estimated_size::BIGINT FROM duckdb_tables() WHERE starts_with(table_name, 'cube_') ORDER BY table_name`, nil)
	if err != nil {
		return nil, fmt.Errorf("list cubes: %w", err)
	}
	var list []CubeSize
	for _, row := range result.Rows {
		c := CubeSize{Name: fmt.Sprint(row[0])}
		c.Rows, _ = row[1].(int64)
		err := s.db.QueryRowContext(ctx, `SELECT count(DISTINCT block_id) * (SELECT block_size FROM pragma_database_size() WHERE database_size IS NOT NULL LIMIT 1)
			FROM pragma_storage_info(`+literal(c.Name)+`) WHERE block_id >= 0`).Scan(&c.Bytes)
		if err != nil {
			return nil, fmt.Errorf("measure %s: %w", c.Name, err)
		}
		list = append(list, c)
	}
	return list, nil
}
