package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// newScratch makes a folder of our own for what does not fit in memory. Its name says whose it is, so that the next
// program can remove what a killed one left: an empty folder, since the data in it is unlinked while it is open.
func newScratch() (string, error) {
	sweep(os.TempDir())
	return os.MkdirTemp("", fmt.Sprintf("meridian-%d-", os.Getpid()))
}

// sweep removes the empty folders of programs that are gone. What cannot be removed does no harm.
func sweep(dir string) {
	left, _ := filepath.Glob(filepath.Join(dir, "meridian-*-*")) // the pattern is well formed
	for _, folder := range left {
		var pid int
		name := strings.TrimPrefix(filepath.Base(folder), "meridian-")
		if _, err := fmt.Sscanf(name, "%d-", &pid); err != nil || running(pid) {
			continue
		}
		_ = os.Remove(folder) // refuses a folder that holds something
	}
}

func running(pid int) bool {
	process, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	defer func() { _ = process.Release() }()
	return !errors.Is(process.Signal(syscall.Signal(0)), os.ErrProcessDone)
}
