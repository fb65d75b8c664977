package library

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/gofrs/flock"

	"meridian/data/fault"
)

// aliveFile is locked by the system for as long as the program that made the folder runs; a lock ends with its
// program, however that ends, so that no process id has to be believed.
const aliveFile = "alive"

// process is this program's own folder among the building ones.
type process struct {
	folder string
	alive  *flock.Flock
}

// enter removes the folders of programs that are gone and makes one for this program. The caller holds the state's
// lock, so that no other program does the same.
func enter(building string) (*process, error) {
	for _, pattern := range []string{"new-*", "program-*"} {
		left, err := filepath.Glob(filepath.Join(literalPattern(building), pattern))
		if err != nil {
			return nil, err
		}
		for _, folder := range left {
			if err := removeDead(folder); err != nil {
				return nil, err
			}
		}
	}
	begun, err := os.MkdirTemp(building, "new-")
	if err != nil {
		return nil, err
	}
	alive := flock.New(filepath.Join(begun, aliveFile))
	got, err := alive.TryLock()
	folder := filepath.Join(building, "program-"+strings.TrimPrefix(filepath.Base(begun), "new-"))
	if err == nil && got { // under its lasting name it has been locked from the first
		err = os.Rename(begun, folder)
	}
	if err != nil || !got {
		return nil, errors.Join(fmt.Errorf("lock %s", alive.Path()), err, alive.Close(), os.RemoveAll(begun))
	}
	return &process{folder, alive}, nil
}

// removeDead removes a folder whose program is gone.
func removeDead(folder string) error {
	alive := flock.New(filepath.Join(folder, aliveFile))
	got, err := alive.TryLock()
	if errors.Is(err, os.ErrNotExist) {
		return nil // its program has just removed it
	}
	if err != nil || !got {
		return err
	}
	return errors.Join(os.RemoveAll(folder), alive.Close())
}

func (p *process) leave() error { return errors.Join(os.RemoveAll(p.folder), p.alive.Close()) }

// importer says who holds the import lock.
type importer struct {
	PID   int       `json:"pid"`
	Since time.Time `json:"since"`
	What  string    `json:"what"`
}

// lockImport makes this the only import into the folder. The error is a conflict that says who imports and since when.
func (l *Library) lockImport(what string) (unlock func(), err error) {
	lock := flock.New(l.folder("import.lock"))
	got, err := lock.TryLock()
	if err != nil {
		return nil, fmt.Errorf("lock %s: %w", lock.Path(), err)
	}
	if !got {
		return nil, l.conflict()
	}
	me, err := json.Marshal(importer{os.Getpid(), l.options.Now().UTC(), what})
	if err == nil {
		err = os.WriteFile(l.folder("importing.json"), me, 0o600)
	}
	if err != nil {
		return nil, errors.Join(l.explain(fmt.Errorf("lock %s: %w", l.dir, err)), lock.Close())
	}
	return func() { _ = lock.Close() }, nil
}

func (l *Library) conflict() error {
	text, err := os.ReadFile(l.folder("importing.json"))
	var who importer
	if err == nil {
		err = json.Unmarshal(text, &who)
	}
	if err != nil {
		return &fault.Error{Code: fault.Conflict, Message: "another import into " + l.dir + " is under way; try again when it has ended", Err: err}
	}
	by := "this program"
	if who.PID != os.Getpid() {
		by = fmt.Sprintf("another program (process %d)", who.PID)
	}
	return &fault.Error{Code: fault.Conflict, Message: fmt.Sprintf("%s has been importing %s since %s; try again when it has ended",
		by, who.What, who.Since.Local().Format("2006-01-02 15:04:05"))}
}

// literalPattern escapes what a file pattern would take for more than itself.
func literalPattern(path string) string {
	var out []rune
	for _, char := range path {
		switch char {
		case '*', '?', '[', '\\':
			out = append(out, '\\')
		}
		out = append(out, char)
	}
	return string(out)
}
