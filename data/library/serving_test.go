package library_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"meridian/data/library"
	"meridian/data/store"
)

// TestThePointerIsDamagedWhileServing: what is shown stays, is written down again, and imports go on.
func TestThePointerIsDamagedWhileServing(t *testing.T) {
	for name, harm := range map[string]func(string) error{
		"emptied": func(path string) error { return os.WriteFile(path, nil, 0o600) },
		"garbled": func(path string) error { return os.WriteFile(path, []byte(`{"version":"x`), 0o600) },
		"removed": os.Remove,
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			s := open(t, library.Options{Dir: dir, Now: clock()})
			one := s.add(t, 1)
			if err := harm(filepath.Join(dir, ".meridian", "current")); err != nil {
				t.Fatal(err)
			}
			for range 3 {
				if err := s.Refresh(t.Context()); err != nil {
					t.Errorf("refresh: %v", err)
				}
			}
			expect(t, "current", s.Current().Version, one.Version)
			two := s.add(t, 2)
			if len(*s.warned) > 1 {
				t.Errorf("warned %q", *s.warned)
			}
			_ = s.Close()
			after := open(t, library.Options{Dir: dir})
			expect(t, "current after the next start", after.Current().Version, two.Version)
			expect(t, "history", len(after.History()), 2)
		})
	}
}

// TestARefusedVersionIsNotKept: what could not be shown is no version, and its draft can be committed later.
func TestARefusedVersionIsNotKept(t *testing.T) {
	dir := t.TempDir()
	s := open(t, library.Options{Dir: dir, Now: clock()})
	one := s.add(t, 1)
	refuse := true
	s.OnActivate(func(context.Context, library.Entry) error {
		if refuse {
			return errors.New("cannot be served")
		}
		return nil
	})
	draft, _, err := s.Build(t.Context(), source(2), upload)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := draft.Commit(t.Context()); err == nil || !strings.Contains(err.Error(), "cannot be served") {
		t.Errorf("commit: %v", err)
	}
	expect(t, "current", s.Current().Version, one.Version)
	expect(t, "versions", s.versions(), []string{one.Version})
	files, _ := filepath.Glob(filepath.Join(dir, ".meridian", "snapshots", "*"))
	expect(t, "files", len(files), 2)
	refuse = false
	two, err := draft.Commit(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	expect(t, "people", s.people(t, two.Version), 2)
}

// TestAPanicLeavesNoDraft: a check that panics is somebody else's to recover from; its draft is not left.
func TestAPanicLeavesNoDraft(t *testing.T) {
	dir := t.TempDir()
	s := open(t, library.Options{Dir: dir, Check: func(context.Context, *store.Snapshot) error { panic("while checking") }})
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the panic was hidden")
			}
		}()
		_, _, _ = s.Build(t.Context(), source(1), upload)
	}()
	left, _ := filepath.Glob(filepath.Join(dir, ".meridian", "building", "*", "draft-*"))
	expect(t, "drafts left", left, "[]")
}
