package store

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// Folders of programs that are gone are removed when they are empty; those of programs at work stay.
func TestLeftFoldersAreRemoved(t *testing.T) {
	ended := exec.Command("true")
	if err := ended.Run(); err != nil {
		t.Skip("no command to end:", err)
	}
	dir := t.TempDir()
	folder := func(name string) string {
		path := filepath.Join(dir, name)
		if err := os.Mkdir(path, 0o700); err != nil {
			t.Fatal(err)
		}
		return path
	}
	gone := folder(fmt.Sprintf("meridian-%d-1", ended.Process.Pid))
	full := folder(fmt.Sprintf("meridian-%d-2", ended.Process.Pid))
	ours, other := folder(fmt.Sprintf("meridian-%d-3", os.Getpid())), folder("meridian-notes-4")
	if err := os.WriteFile(filepath.Join(full, "x"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	sweep(dir)
	if _, err := os.Stat(gone); err == nil {
		t.Error("the empty folder of a program that is gone is still there")
	}
	for _, kept := range []string{full, ours, other} {
		if _, err := os.Stat(kept); err != nil {
			t.Errorf("%s was removed", filepath.Base(kept))
		}
	}
}
