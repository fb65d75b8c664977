package library_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"meridian/data/fault"
	"meridian/data/ingest"
	"meridian/data/internal/sample"
	"meridian/data/library"
	"meridian/data/store"
)

func damage(t *testing.T, path string, how func([]byte) []byte) {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, how(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

func half(content []byte) []byte { return content[:len(content)/2] }

func flipped(content []byte) []byte {
	content[len(content)/2] ^= 1
	return content
}

// TestDamageIsToldAndMovedAside damages the current of three versions, and the pointer, in the ways a disk does.
func TestDamageIsToldAndMovedAside(t *testing.T) {
	for name, c := range map[string]struct {
		file    string // VERSION stands for the current one
		how     func([]byte) []byte
		current int // which of the three is opened
	}{
		"snapshot cut short":      {"snapshots/VERSION.duckdb", half, 1},
		"snapshot with a bit off": {"snapshots/VERSION.duckdb", flipped, 1},
		"snapshot emptied":        {"snapshots/VERSION.duckdb", func([]byte) []byte { return nil }, 1},
		"metadata cut short":      {"snapshots/VERSION.json", half, 1},
		"metadata of another":     {"snapshots/VERSION.json", func([]byte) []byte { return []byte(`{"version":"x"}`) }, 1},
		"pointer cut short":       {"current", half, 2},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			s := open(t, library.Options{Dir: dir, Now: clock()})
			all := []library.Entry{s.add(t, 1), s.add(t, 2), s.add(t, 3)}
			_ = s.Close()
			path := filepath.Join(dir, ".meridian", strings.Replace(c.file, "VERSION", all[2].Version, 1))
			damage(t, path, c.how)
			after := open(t, library.Options{Dir: dir})
			want := all[c.current]
			expect(t, "current", after.Current().Version, want.Version)
			expect(t, "people", after.people(t, want.Version), c.current+1)
			if !slices.ContainsFunc(*after.warned, func(text string) bool { return strings.Contains(text, path) }) {
				t.Errorf("the warnings do not name %s: %q", path, *after.warned)
			}
			aside, _ := os.ReadDir(filepath.Join(dir, ".meridian", "damaged"))
			if len(aside) == 0 {
				t.Error("nothing was moved aside")
			}
			quiet := open(t, library.Options{Dir: dir})
			expect(t, "warnings of the next start", *quiet.warned, "[]")
			expect(t, "current at the next start", quiet.Current().Version, want.Version)
		})
	}
}

func TestAMissingSnapshotIsTold(t *testing.T) {
	dir := t.TempDir()
	s := open(t, library.Options{Dir: dir, Now: clock()})
	one, two := s.add(t, 1), s.add(t, 2)
	_ = s.Close()
	if err := os.Remove(filepath.Join(dir, ".meridian", "snapshots", two.Version+".duckdb")); err != nil {
		t.Fatal(err)
	}
	after := open(t, library.Options{Dir: dir})
	expect(t, "current", after.Current().Version, one.Version)
	if !strings.Contains(strings.Join(*after.warned, "\n"), two.Version) {
		t.Errorf("warned: %q", *after.warned)
	}
}

func TestRevertToADamagedVersionIsRefused(t *testing.T) {
	dir := t.TempDir()
	s := open(t, library.Options{Dir: dir, Now: clock()})
	one, two := s.add(t, 1), s.add(t, 2)
	damage(t, filepath.Join(dir, ".meridian", "snapshots", one.Version+".duckdb"), flipped)
	if _, err := s.Activate(t.Context(), one.Version); faultOf(err) != fault.Unprocessable || !strings.Contains(err.Error(), "damaged") {
		t.Errorf("activate: %v", err)
	}
	expect(t, "current", s.Current().Version, two.Version)
}

func TestOtherReleasesVersionsAreListedOnly(t *testing.T) {
	dir := t.TempDir()
	s := open(t, library.Options{Dir: dir, Now: clock()})
	one, two := s.add(t, 1), s.add(t, 2)
	_ = s.Close()
	damage(t, filepath.Join(dir, ".meridian", "snapshots", two.Version+".json"), func(content []byte) []byte {
		return []byte(strings.Replace(string(content), two.Schema, "0123456789ab", 1))
	})
	after := open(t, library.Options{Dir: dir, Now: clock()})
	expect(t, "current", after.Current().Version, one.Version)
	expect(t, "usable", []bool{after.List()[0].Usable, after.List()[1].Usable}, []bool{false, true})
	for _, err := range []error{second(after.Activate(t.Context(), two.Version)), second(after.Compare(t.Context(), one.Version, two.Version))} {
		if faultOf(err) != fault.Unprocessable || !strings.Contains(err.Error(), "another release") {
			t.Errorf("error: %v", err)
		}
	}
}

func second[T any](_ T, err error) error { return err }

func TestWhatFailedBuildsLeave(t *testing.T) {
	dir := t.TempDir()
	s := open(t, library.Options{Dir: dir})
	one := s.add(t, 1)
	bad := ingest.Source{Geo: sample.Geo(), Dataset: sample.Dataset(map[string]string{"sources.csv": ""})}
	draft, report, err := s.Build(t.Context(), bad, upload)
	var refused *ingest.RefusedError
	if draft != nil || report == nil || report.Errors == 0 || !errors.As(err, &refused) {
		t.Errorf("refused data: %v, %v", report, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := s.Build(ctx, source(2), upload); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	checked := open(t, library.Options{Dir: dir, Check: func(context.Context, *store.Snapshot) error { return errors.New("cannot be asked") }})
	if _, _, err := checked.Build(t.Context(), source(2), upload); err == nil || !strings.Contains(err.Error(), "cannot be asked") {
		t.Errorf("unchecked: %v", err)
	}
	left, _ := filepath.Glob(filepath.Join(dir, ".meridian", "building", "*", "draft-*"))
	expect(t, "drafts left", left, "[]")
	expect(t, "versions", s.versions(), []string{one.Version})
}

func TestFoldersOfDeadProgramsAreSwept(t *testing.T) {
	dir := t.TempDir()
	s := open(t, library.Options{Dir: dir})
	draft, _, err := s.Build(t.Context(), source(1), upload)
	if err != nil {
		t.Fatal(err)
	}
	dead := filepath.Join(dir, ".meridian", "building", "program-dead", "draft-1")
	if err := os.MkdirAll(dead, 0o755); err != nil {
		t.Fatal(err)
	}
	writing := filepath.Join(dir, ".meridian", "snapshots", ".writing-1")
	if err := os.WriteFile(writing, []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
	open(t, library.Options{Dir: dir})
	for _, path := range []string{dead, filepath.Dir(dead), writing} {
		if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s was left: %v", path, err)
		}
	}
	if _, err := draft.Commit(t.Context()); err != nil {
		t.Errorf("the draft of a program that runs was swept: %v", err)
	}
}

func TestAnotherProgramsChoiceIsFollowed(t *testing.T) {
	dir := t.TempDir()
	s := open(t, library.Options{Dir: dir, Now: clock()})
	one, two := s.add(t, 1), s.add(t, 2)
	var told []string
	s.OnActivate(func(_ context.Context, e library.Entry) error { told = append(told, e.Version); return nil })
	other := open(t, library.Options{Dir: dir, Now: clock()})
	if _, err := other.Activate(t.Context(), one.Version); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := s.Refresh(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	expect(t, "told", told, []string{one.Version})
	expect(t, "current", s.Current().Version, one.Version)
	expect(t, "the other is kept", len(s.List()), 2)
	_ = two
}
