package library

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"

	"meridian/data/fault"
)

// Activation is a version that was current from a moment on.
type Activation struct {
	Version string    `json:"version"`
	At      time.Time `json:"at"`
}

// state is the file current: which version is, which were, and what the folder held when it was last imported.
type state struct {
	Version string       `json:"version"`
	History []Activation `json:"history"`
	Folder  Fingerprint  `json:"folder,omitzero"`
}

// historyKept bounds the history.
const historyKept = 100

// with is the state after an activation.
func (s state) with(version string, at time.Time) state {
	history := append(append([]Activation{}, s.History...), Activation{version, at})
	s.History = history[max(0, len(history)-historyKept):]
	s.Version = version
	return s
}

// before is the version that was current before the present one; empty when there was none.
func (s state) before() string {
	for i := len(s.History) - 1; i >= 0; i-- {
		if version := s.History[i].Version; version != s.Version {
			return version
		}
	}
	return ""
}

func (l *Library) stateFile() string { return l.folder("current") }

// errNotWhole is the error of a pointer that says nothing.
var errNotWhole = errors.New("it is not whole")

func (l *Library) readState() (s state, err error) {
	text, err := os.ReadFile(l.stateFile())
	if err != nil {
		return s, err
	}
	if err := json.Unmarshal(text, &s); err != nil {
		return s, errors.Join(errNotWhole, err)
	}
	return s, nil
}

func (l *Library) writeState(s state) error {
	text, err := json.MarshalIndent(s, "", " ")
	if err != nil {
		return err
	}
	return writeWhole(l.stateFile(), text)
}

// lockState keeps other programs from changing the pointer and the versions; it waits for its turn, which is short.
func (l *Library) lockState(ctx context.Context) (unlock func(), err error) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	lock := flock.New(l.folder("state.lock"))
	if _, err := lock.TryLockContext(ctx, 20*time.Millisecond); err != nil {
		if errors.Is(err, context.DeadlineExceeded) {
			return nil, &fault.Error{Code: fault.Conflict, Message: "another program is changing " + l.dir + "; try again in a moment", Err: err}
		}
		return nil, fmt.Errorf("lock %s: %w", l.dir, err)
	}
	return func() { _ = lock.Close() }, nil
}

// unfinished are the names of files that are being written.
const unfinished = ".writing-*"

// writeWhole puts a file in its place once all of it is on the disk: whenever a program or the machine stops, the
// file is the old one or the new one.
func writeWhole(path string, content []byte) error {
	file, err := os.CreateTemp(filepath.Dir(path), unfinished)
	if err != nil {
		return err
	}
	_, err = file.Write(content)
	err = errors.Join(err, file.Sync(), file.Close())
	if err == nil {
		err = os.Rename(file.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(file.Name()))
	}
	return syncFolder(filepath.Dir(path))
}

// syncFolder makes the names in a folder outlast a power cut, where the system can.
func syncFolder(path string) error {
	folder, err := os.Open(path)
	if err != nil {
		return err
	}
	defer folder.Close()
	if err := folder.Sync(); err != nil && !errors.Is(err, errors.ErrUnsupported) && !refusesFolders(err) {
		return err
	}
	return nil
}
