//go:build unix

package library_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"meridian/data/library"
)

// TestOthersCannotRead looks at every folder and file that a library makes.
func TestOthersCannotRead(t *testing.T) {
	dir := t.TempDir()
	s := open(t, library.Options{Dir: dir, Now: clock()})
	s.add(t, 1)
	seen := 0
	err := filepath.WalkDir(filepath.Join(dir, ".meridian"), func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := e.Info()
		if err == nil && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s is %v", path, info.Mode())
		}
		seen++
		return err
	})
	if err != nil || seen < 8 {
		t.Errorf("%d files seen, %v", seen, err)
	}
}

// TestSweepingTheTemporaryFolder: libraries of dead programs go; what a link leads to, and another user's, stay.
func TestSweepingTheTemporaryFolder(t *testing.T) {
	shared, elsewhere := t.TempDir(), t.TempDir()
	t.Setenv("TMPDIR", shared)
	make := func(library string) string {
		t.Helper()
		program := filepath.Join(library, "building", "program-1")
		if err := os.MkdirAll(program, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(program, "alive"), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		return library
	}
	dead := make(filepath.Join(shared, "meridian-library-dead"))
	linked := make(filepath.Join(elsewhere, "linked"))
	partly := make(filepath.Join(elsewhere, "partly"))
	others := make(filepath.Join(shared, "meridian-library-others"))
	if err := os.Symlink(linked, filepath.Join(shared, "meridian-library-link")); err != nil {
		t.Fatal(err)
	}
	trap := filepath.Join(shared, "meridian-library-trap")
	if err := os.Mkdir(trap, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(partly, "building"), filepath.Join(trap, "building")); err != nil {
		t.Fatal(err)
	}
	kept := []string{linked, partly}
	if os.Getuid() == 0 {
		if err := os.Chown(others, 65534, 65534); err != nil {
			t.Fatal(err)
		}
		kept = append(kept, others)
	}
	open(t, library.Options{})
	if _, err := os.Lstat(dead); err == nil {
		t.Error("the library of a dead program was left")
	}
	for _, path := range kept {
		if _, err := os.Lstat(filepath.Join(path, "building", "program-1", "alive")); err != nil {
			t.Errorf("%s was removed: %v", path, err)
		}
	}
}
