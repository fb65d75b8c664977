package job

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"
)

// folder is where the files of imports are kept while a program runs. Its lock says that the program does: a folder
// whose lock is free was left by one that was killed, and the next program removes it.
type folder struct {
	path string
	lock *flock.Flock
}

const (
	folderPattern = "meridian-imports-"
	lockName      = "lock"
)

// newFolder makes a folder of our own inside another, after removing what killed programs left there.
func newFolder(inside string) (*folder, error) {
	sweep(inside)
	path, err := os.MkdirTemp(inside, folderPattern)
	if err != nil {
		return nil, fmt.Errorf("make a folder for imports: %w", err)
	}
	lock := flock.New(filepath.Join(path, lockName))
	if taken, err := lock.TryLock(); err != nil || !taken {
		return nil, errors.Join(fmt.Errorf("lock the folder for imports %s: %w", path, err), os.RemoveAll(path))
	}
	return &folder{path, lock}, nil
}

// sweep removes the folders of programs that are gone. What cannot be removed is left: the next program tries again.
func sweep(inside string) {
	left, _ := filepath.Glob(filepath.Join(inside, folderPattern+"*")) // the pattern is well formed
	for _, path := range left {
		name := filepath.Join(path, lockName)
		if _, err := os.Stat(name); err != nil {
			continue // it is being made
		}
		lock := flock.New(name)
		if free, err := lock.TryLock(); err == nil && free {
			_ = lock.Close()
			_ = os.RemoveAll(path)
		}
	}
}

// remove ends the folder with everything in it.
func (f *folder) remove() error {
	return errors.Join(f.lock.Close(), os.RemoveAll(f.path))
}
