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

func TestCloseRemovesTemporaryFiles(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	s, _, err := store.Load(context.Background(), source(nil))
	if err != nil {
		t.Fatal(err)
	}
	var wait sync.WaitGroup
	for range 16 { // the file is read although its name is gone
		wait.Go(func() {
			result, err := s.Query(context.Background(), "SELECT count(*), count(DISTINCT name) FROM institutions", nil)
			if err != nil || fmt.Sprint(result.Rows) != "[[5 5]]" {
				t.Errorf("%v %v", result, err)
			}
		})
	}
	wait.Wait()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	left, _ := os.ReadDir(os.TempDir())
	expect(t, "files left", left, "[]")
}
