package store_test

import (
	"context"
	"os"
	"testing"
	"time"

	"meridian/data/store"
)

func defaultSource() store.Source {
	return store.Source{Dataset: os.DirFS("../polyu"), Geo: os.DirFS("../geo")}
}

// TestDefaultDataset loads what a newcomer sees: nothing in it may be worth a warning, and it is there soon.
func TestDefaultDataset(t *testing.T) {
	start := time.Now()
	s, report, err := store.Load(context.Background(), defaultSource())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	t.Logf("ready after %s", time.Since(start))
	for _, problem := range report.Problems {
		t.Error(problem)
	}
	moved := query(t, s, "SELECT (SELECT sum(participants) FROM mobility) - (SELECT sum(participants) FROM cube_mobility)", nil)
	expect(t, "people lost on the way to the cube", moved, "[[0]]")
	started := query(t, s, "SELECT (SELECT count(*) FROM projects) - (SELECT sum(projects) FROM cube_project)", nil)
	expect(t, "projects lost on the way to the cube", started, "[[0]]")
	incomplete := query(t, s, "SELECT count(*) FROM year_coverage WHERE incomplete", nil)
	expect(t, "years that look incomplete", incomplete, "[[0]]")
	if !s.Dataset().Illustrative {
		t.Error("the default data set does not say that rows of it are illustrative")
	}
}

func BenchmarkLoadDefault(b *testing.B) {
	for b.Loop() {
		s, _, err := store.Load(context.Background(), defaultSource())
		if err != nil {
			b.Fatal(err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkQueryCube(b *testing.B) {
	s, _, err := store.Load(context.Background(), defaultSource())
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	args := map[string]any{"from": "2012/2013", "to": nil, "list": []string{}}
	for b.Loop() {
		_, err := s.Query(context.Background(), `SELECT academic_year_id, direction, sum(participants)
			FROM mobility_slice($from, $to, $list, $list, $list, $list, $list) GROUP BY ALL ORDER BY ALL`, args)
		if err != nil {
			b.Fatal(err)
		}
	}
}
