package store_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"meridian/data/store"
)

// coarse are the slices that choose among cubes, each with the finest one of its fact and what both add up to.
var coarse = []struct{ call, fine, measure string }{
	{"place_slice($from, $to, $place, $region, $faculty, $direction, $evidence)", "mobility_slice($from, $to, $place, $region, $faculty, $direction, $evidence)",
		"sum(participants), sum(aided_participants), sum(aid_known_participants)"},
	{"partner_slice($from, $to, $place, $region, $faculty, $direction, $evidence)", "partner_rows($from, $to, $place, $region, $faculty, $direction, $evidence)",
		"sum(participants), count(DISTINCT institution_id), count(DISTINCT academic_year_id)"},
	{"partner_total_slice($from, $to, $place, $region, $faculty, $direction, $evidence)", "partner_rows($from, $to, $place, $region, $faculty, $direction, $evidence)",
		"sum(participants), count(DISTINCT institution_id)"},
	{"active_slice($from, $to, $place, $region, $faculty, $evidence)", "partner_rows($from, $to, $place, $region, $faculty, NULL, $evidence)",
		"count(DISTINCT institution_id)"},
	{"active_year_slice($from, $to, $place, $region, $faculty, $evidence)", "partner_rows($from, $to, $place, $region, $faculty, NULL, $evidence)",
		"sum(participants), count(DISTINCT institution_id), count(DISTINCT academic_year_id)"},
	{"project_place_slice($from, $to, $place, $region, $type, $faculty, $evidence)", "project_slice($from, $to, $place, $region, $type, $faculty, $evidence)", "sum(projects), count(DISTINCT country_code)"},
	{"project_faculty_slice($from, $to, $place, $region, $type, $faculty, $evidence)", "project_slice($from, $to, $place, $region, $type, $faculty, $evidence)", "sum(projects), count(DISTINCT faculty)"},
	{"project_year_slice($from, $to, $place, $region, $type, $faculty, $evidence)", "project_slice($from, $to, $place, $region, $type, $faculty, $evidence)", "sum(projects), count(DISTINCT academic_year_id)"},
	{"project_partner_slice($from, $to, $place, $region, $type, $faculty, $evidence)", "project_slice($from, $to, $place, $region, $type, $faculty, $evidence)", "sum(projects), count(DISTINCT institution_id)"},
	{"faculty_project_slice($from, $to, $place, $region, $type, $evidence)", "project_slice($from, $to, $place, $region, $type, NULL, $evidence)", "sum(projects), count(DISTINCT (faculty, institution_id))"},
}

// partnerRows is the finest cube of partners with every filter, as no slice but the tests' needs it.
const partnerRows = `(SELECT * FROM cube_partner_faculty AS c WHERE within_years($from, $to, c.academic_year_id) AND keeps($place, c.country_code)
	AND keeps($region, c.region) AND keeps($faculty, c.faculty) AND keeps($direction, c.direction) AND keeps($evidence, c.evidence))`

// TestEverySliceAddsUpToTheFinestCube puts each filter, and several at once, to the slices that choose a cube by it.
func TestEverySliceAddsUpToTheFinestCube(t *testing.T) {
	s := load(t, nil)
	for _, filter := range []map[string]any{
		{}, {"from": "2017/2018"}, {"to": "2016/2017"}, {"place": []string{"NA", "CN"}}, {"region": []string{"europe"}}, {"faculty": []string{"ENG"}},
		{"type": []string{"conference"}}, {"direction": []string{"outbound"}}, {"evidence": []string{"illustrative"}},
		{"from": "2016/2017", "faculty": []string{"ENG"}}, {"from": "2016/2017", "type": []string{"joint-research"}, "place": []string{"GB"}},
	} {
		args := map[string]any{}
		for _, name := range []string{"from", "to", "place", "region", "faculty", "type", "direction", "evidence"} {
			args[name] = filter[name]
		}
		for _, c := range coarse {
			fine := c.fine
			if strings.HasPrefix(fine, "partner_rows") {
				fine = partnerRows
				if strings.HasPrefix(c.call, "active") {
					args["direction"] = nil
				}
			}
			got, want := query(t, s, "SELECT "+c.measure+" FROM "+c.call, args), query(t, s, "SELECT "+c.measure+" FROM "+fine, args)
			expect(t, fmt.Sprintf("%s with %v", c.call, filter), fmt.Sprint(got), fmt.Sprint(want))
			args["direction"] = filter["direction"]
		}
	}
}

// TestUnaggregatedAnswersTheSame holds cubes against views on the rows they are made of, which is what bench measures.
func TestUnaggregatedAnswersTheSame(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	cubes, rows := filepath.Join(dir, "cubes.duckdb"), filepath.Join(dir, "rows.duckdb")
	steps, err := store.BuildSynthetic(ctx, os.DirFS("../geo"), cubes, 3000)
	if err != nil || len(steps) < 5 {
		t.Fatal(steps, err)
	}
	content, err := os.ReadFile(cubes)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(rows, content, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := store.Unaggregate(ctx, rows); err != nil {
		t.Fatal(err)
	}
	a, err := store.Open(ctx, cubes)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	b, err := store.Open(ctx, rows)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	ask := func(s *store.Snapshot, what string) string { return fmt.Sprint(query(t, s, what, nil)) }
	for _, c := range cubeNames(t, a) {
		if got := ask(b, "SELECT count(*) FROM duckdb_views() WHERE view_name = '"+c+"'"); got != "[[1]]" {
			t.Errorf("%s is no view on rows: what it costs without the cube is not measured", c)
		}
	}
	const sums = `SELECT direction, "grouping", sum(participants), count(DISTINCT country_code), max(evidence) FROM place_slice(NULL, NULL, NULL, NULL, ['F02'], NULL, NULL) GROUP BY ALL ORDER BY ALL`
	if x, y := ask(a, sums), ask(b, sums); x != y || len(x) < 20 {
		t.Errorf("cubes give %s, rows %s", x, y)
	}
}

// cubeNames lists the cubes.
func cubeNames(t *testing.T, s *store.Snapshot) (names []string) {
	t.Helper()
	for _, row := range query(t, s, "SELECT table_name FROM duckdb_tables() WHERE starts_with(table_name, 'cube_') ORDER BY ALL", nil) {
		names = append(names, fmt.Sprint(row[0]))
	}
	return names
}
