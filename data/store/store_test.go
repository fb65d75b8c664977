package store_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"meridian/data/ingest"
	"meridian/data/internal/sample"
	"meridian/data/store"
)

func source(changes map[string]string) store.Source {
	return store.Source{Dataset: sample.Dataset(changes), Geo: sample.Geo()}
}

func load(t *testing.T, changes map[string]string) *store.Snapshot {
	t.Helper()
	s, _, err := store.Load(context.Background(), source(changes))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func query(t *testing.T, s *store.Snapshot, text string, args map[string]any) [][]any {
	t.Helper()
	result, err := s.Query(context.Background(), text, args)
	if err != nil {
		t.Fatal(err)
	}
	return result.Rows
}

func expect(t *testing.T, what string, got, want any) {
	t.Helper()
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}

func TestLoadStoresEveryRow(t *testing.T) {
	s, report, err := store.Load(context.Background(), source(nil))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for _, file := range report.Files {
		table := strings.TrimSuffix(file.File, ".csv")
		expect(t, file.File, query(t, s, "SELECT count(*) FROM "+table, nil)[0][0], file.Stored)
	}
	d := s.Dataset()
	expect(t, "home", []any{d.ID, d.HomePlace, d.HomeLng, d.HomeLat, d.AsOf, d.Currency, d.YearStartMonth, d.Illustrative},
		[]any{"sample", "HK", 114.2, 22.3, "2018-08-31", "HKD", 9, true})
	expect(t, "names", []any{d.LocalName("zh-Hant"), d.LocalName("zh-Hans")}, []any{"樣本大學", "Sample University"})
	expect(t, "version", len(d.Version), 12)
}

func TestVersionIsThatOfTheContent(t *testing.T) {
	first, same := load(t, nil).Dataset().Version, load(t, nil).Dataset().Version
	other := load(t, map[string]string{"agreements.csv": ""}).Dataset().Version
	if first != same || first == other {
		t.Errorf("versions %s, %s and %s", first, same, other)
	}
}

func TestSmallestDataset(t *testing.T) {
	s := load(t, map[string]string{"dataset.yaml": "id: mine\nname: Mine\nhome_place: GB\n", "sources.csv": "", "faculties.csv": "",
		"institutions.csv": "", "projects.csv": "", "agreements.csv": "", "alliances.csv": "", "memberships.csv": "",
		"mobility.csv": "academic_year_id,direction,country_code,participants,faculty\n2017/18,outbound,NA,4,Arts\n"})
	rows := query(t, s, `SELECT m.country_code, f.name, s.title, i.name, d.home_lat FROM mobility m JOIN faculties f ON f.faculty_id = m.faculty
		JOIN sources s ON s.source_id = m.source_id CROSS JOIN dataset d JOIN institutions i ON i.institution_id = d.home_institution`, nil)
	expect(t, "row", rows, [][]any{{"NA", "Arts", "mobility.csv", "Mine", 54.0}})
	if s.Dataset().Illustrative {
		t.Error("a user's own rows are called illustrative")
	}
}

func TestRefusedDataLeavesNothingBehind(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "network.duckdb")
	report, err := store.Build(context.Background(), source(map[string]string{"sources.csv": ""}), path)
	var refused *ingest.RefusedError
	if !errors.As(err, &refused) || report == nil || report.Errors == 0 {
		t.Fatalf("report %v, error %v", report, err)
	}
	left, _ := os.ReadDir(folder)
	expect(t, "files left", len(left), 0)
}

func TestFailedBuildKeepsTheOldSnapshot(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "network.duckdb")
	if _, err := store.Build(context.Background(), source(nil), path); err != nil {
		t.Fatal(err)
	}
	before, _ := os.ReadFile(path)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := store.Build(ctx, source(nil), path); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled build: %v", err)
	}
	if _, err := store.Build(context.Background(), source(map[string]string{"dataset.yaml": ""}), path); err == nil {
		t.Error("a folder without dataset.yaml was built")
	}
	after, _ := os.ReadFile(path)
	left, _ := os.ReadDir(folder)
	if !bytes.Equal(before, after) || len(left) != 1 {
		t.Errorf("the snapshot changed or something was left: %v", left)
	}
}

func TestBuildReplacesOnlySnapshots(t *testing.T) {
	ctx, folder := context.Background(), t.TempDir()
	path := filepath.Join(folder, "network.duckdb")
	for range 2 {
		if _, err := store.Build(ctx, source(nil), path); err != nil {
			t.Fatal(err)
		}
	}
	precious := filepath.Join(folder, "thesis.doc")
	if err := os.WriteFile(precious, []byte("years of work"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Build(ctx, source(nil), precious); err == nil || !strings.Contains(err.Error(), "choose another name") {
		t.Errorf("error: %v", err)
	}
}

func TestOpen(t *testing.T) {
	ctx, folder := context.Background(), t.TempDir()
	path := filepath.Join(folder, "it's a network.duckdb")
	if _, err := store.Build(ctx, source(nil), path); err != nil {
		t.Fatal(err)
	}
	for range 2 { // the same file twice at once
		s, err := store.Open(ctx, path)
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		expect(t, "rows", query(t, s, "SELECT count(*) FROM mobility", nil)[0][0], 5)
	}
	text := filepath.Join(folder, "notes.txt")
	if err := os.WriteFile(text, []byte("not a database"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{text: "not a DuckDB file", folder: "it is a folder", filepath.Join(folder, "no"): "no such file"} {
		if _, err := store.Open(ctx, name); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("open %s: %v", name, err)
		}
	}
}

func TestQueryTypesAndValues(t *testing.T) {
	result, err := load(t, nil).Query(context.Background(), `SELECT 'x'::direction AS e, 1::TINYINT AS i, sum(2::BIGINT) AS h, 1.25::DECIMAL(14, 2) AS d,
		DATE '2018-08-31' AS day, true AS b, 'inf'::DOUBLE AS f, ['a', NULL] AS l, [DATE '2018-01-02'] AS days, NULL AS n, TIMESTAMP '2018-01-02 03:04:05' AS t`, nil)
	if err == nil {
		t.Fatal("'x' is a direction")
	}
	result, err = load(t, nil).Query(context.Background(), `SELECT 'inbound'::direction AS e, 1::TINYINT AS i, sum(2::BIGINT) AS h, 1.25::DECIMAL(14, 2) AS d,
		DATE '2018-08-31' AS day, true AS b, 'inf'::DOUBLE AS f, ['a', NULL] AS l, [DATE '2018-01-02'] AS days, NULL::INTEGER AS n, TIMESTAMP '2018-01-02 03:04:05' AS t`, nil)
	if err != nil {
		t.Fatal(err)
	}
	expect(t, "columns", result.Columns, "[{e string} {i int} {h int} {d float} {day date} {b bool} {f float} {l string} {days date} {n int} {t string}]")
	expect(t, "types", fmt.Sprintf("%#v", result.Rows[0]),
		`[]interface {}{"inbound", 1, 2, 1.25, "2018-08-31", true, interface {}(nil), []interface {}{"a", interface {}(nil)}, []interface {}{"2018-01-02"}, interface {}(nil), "2018-01-02T03:04:05Z"}`)
}

func TestQueryBindsWhatItNames(t *testing.T) {
	s := load(t, nil)
	args := map[string]any{"n": 3, "x": 1.5, "s": "it's", "b": true, "list": []string{"a", "b"}, "none": nil, "unused": 1}
	expect(t, "row", query(t, s, "SELECT $n + 1, $x * 2, $s, $b, len($list::VARCHAR[]), $none IS NULL, '$other' -- $comment", args)[0], "[4 3 it's true 2 true $other]")
	expect(t, "empty list", query(t, s, "SELECT len($l::VARCHAR[])", map[string]any{"l": []string(nil)})[0], "[0]")
	var missing *store.MissingArgumentError
	if _, err := s.Query(context.Background(), "SELECT $n, $m", args); !errors.As(err, &missing) || missing.Name != "m" {
		t.Errorf("error: %v", err)
	}
}

func TestQueryStops(t *testing.T) {
	s := load(t, nil)
	const endless = "SELECT count(*) FROM range(10000000) a, range(10000000) b WHERE a.range + b.range = -1"
	ctx, cancel := context.WithTimeout(context.Background(), 200*time.Millisecond)
	defer cancel()
	start := time.Now()
	if _, err := s.Query(ctx, endless, nil); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error: %v", err)
	}
	if took := time.Since(start); took > 3*time.Second {
		t.Errorf("stopped after %s", took)
	}
	expect(t, "the next query", query(t, s, "SELECT 1", nil), "[[1]]")
}

func TestManyReaders(t *testing.T) {
	s := load(t, nil)
	var wait sync.WaitGroup
	for range 32 {
		wait.Go(func() {
			result, err := s.Query(context.Background(), "SELECT sum(participants) FROM cube_mobility WHERE faculty = $f", map[string]any{"f": "ENG"})
			if err != nil || fmt.Sprint(result.Rows) != "[[29]]" {
				t.Errorf("%v %v", result, err)
			}
		})
	}
	wait.Wait()
}

// TestNothingOutsideIsReachable tries to leave the snapshot, and to loosen the settings that forbid it.
func TestNothingOutsideIsReachable(t *testing.T) {
	s := load(t, nil)
	target := filepath.Join(t.TempDir(), "out.csv")
	for _, text := range []string{
		"SELECT * FROM read_csv('/etc/passwd')",
		"SELECT * FROM '/etc/passwd'",
		"SELECT * FROM read_text('/etc/passwd')",
		"SELECT * FROM glob('/etc/*')",
		"COPY dataset TO '" + target + "'",
		"ATTACH '" + target + "' AS other",
		"INSTALL httpfs",
		"LOAD httpfs",
		"SET enable_external_access = true",
		"SET memory_limit = '100GB'",
		"DELETE FROM mobility",
		"CREATE TABLE x (a INTEGER)",
		"CHECKPOINT; DROP TABLE mobility",
	} {
		if _, err := s.Query(context.Background(), text, nil); err == nil {
			t.Errorf("%s was let through", text)
		}
	}
	if _, err := os.Stat(target); err == nil {
		t.Error("a file was written")
	}
}

func TestCloseRemovesTemporaryFiles(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	s, _, err := store.Load(context.Background(), source(nil))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	left, _ := os.ReadDir(os.TempDir())
	expect(t, "files left", left, "[]")
}
