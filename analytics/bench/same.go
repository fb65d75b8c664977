package bench

import (
	"context"
	"fmt"
	"math"
	"slices"
	"time"

	"meridian/analytics"
	"meridian/analytics/table"
)

// tolerance is how far two sums of the same fractions may lie apart for the order they were added in, as a share.
const tolerance = 1e-9

// same asks the rows, refuses an answer that differs from that of the cubes, and gives the time it took.
func (p Pair) same(ctx context.Context, metric string, q analytics.Question, cubes *table.Table) (time.Duration, error) {
	start := time.Now()
	raw, err := p.Rows.Compute(ctx, metric, q)
	if err != nil {
		return 0, fmt.Errorf("from the rows: %w", err)
	}
	took := time.Since(start)
	if err := differ(cubes, raw); err != nil {
		return 0, fmt.Errorf("metric %s with %v: cubes and rows answer differently: %w", metric, q.Filter.Map(), err)
	}
	return took, nil
}

func differ(a, b *table.Table) error {
	if a.Len() != b.Len() {
		return fmt.Errorf("%d rows against %d", a.Len(), b.Len())
	}
	for r := range a.Rows {
		for c := range a.Columns {
			if !equal(a.Rows[r][c], b.Rows[r][c]) {
				return fmt.Errorf("row %d, %s: %v against %v", r+1, a.Columns[c].Name, a.Rows[r][c], b.Rows[r][c])
			}
		}
		if a.Grades[r] != b.Grades[r] || a.Cited[r] != b.Cited[r] {
			return fmt.Errorf("row %d: %s from %s against %s from %s", r+1, a.Grades[r], a.Cited[r], b.Grades[r], b.Cited[r])
		}
	}
	if a.Evidence != b.Evidence || !slices.Equal(a.SourceIDs, b.SourceIDs) {
		return fmt.Errorf("%s from %v against %s from %v", a.Evidence, a.SourceIDs, b.Evidence, b.SourceIDs)
	}
	return nil
}

func equal(a, b any) bool {
	x, number := a.(float64)
	y, other := b.(float64)
	if number && other {
		return math.Abs(x-y) <= tolerance*max(1, math.Abs(x), math.Abs(y))
	}
	return fmt.Sprint(a) == fmt.Sprint(b)
}
