// Package library keeps the versions of a data set: it builds a new one beside the current, puts it in its place,
// goes back to an earlier one, and holds the number of them down. Whatever moment a program ends at, the folder is
// left with whole snapshots and a pointer to one of them.
package library

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"sync/atomic"

	"meridian/data/fault"
	"meridian/data/schema"
	"meridian/data/store"
)

// Library is the versions in one folder. Its methods may be called by many at once, and several programs may have
// one folder open.
type Library struct {
	options Options
	dir     string // …/.meridian
	process *process

	alone  chan struct{} // one comparison at a time
	change sync.Mutex    // one commit or activation at a time
	seen   atomic.Int64  // the pointer's time when it was last read or written, in nanoseconds

	mu      sync.RWMutex // over what follows
	entries map[string]stored
	state   state
	drafts  map[*Draft]struct{}
	hooks   []func(context.Context, Entry) error
}

// Open opens the library of a data folder, which it makes if need be, or a temporary one. What dead programs left
// half done is removed; what is damaged is moved aside and told, and the last good version is the current one.
func Open(ctx context.Context, o Options) (*Library, error) {
	l := &Library{options: withDefaults(o), entries: map[string]stored{}, drafts: map[*Draft]struct{}{}, alone: make(chan struct{}, 1)}
	if err := l.makeFolders(); err != nil {
		return nil, fmt.Errorf("open the library of snapshots: %w", err)
	}
	unlock, err := l.lockState(ctx)
	if err != nil {
		return nil, err
	}
	defer unlock()
	if l.process, err = enter(l.folder(buildingFolder)); err != nil {
		return nil, fmt.Errorf("open the library of snapshots: %w", err)
	}
	if err := l.heal(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("open the library of snapshots: %w", err), l.Close())
	}
	return l, nil
}

// HiddenFolder is where a data folder keeps its snapshots.
const HiddenFolder = ".meridian"

// The folders of a library.
const (
	snapshotsFolder = "snapshots"
	buildingFolder  = "building"
	damagedFolder   = "damaged"
)

func (l *Library) folder(name string) string { return filepath.Join(l.dir, name) }

func (l *Library) makeFolders() error {
	l.dir = filepath.Join(l.options.Dir, HiddenFolder)
	if !l.Persistent() {
		dir, err := temporary()
		if err != nil {
			return err
		}
		l.dir = dir
	}
	for _, name := range []string{snapshotsFolder, buildingFolder} {
		if err := os.MkdirAll(l.folder(name), 0o700); err != nil {
			return err
		}
	}
	return nil
}

// Persistent tells whether the versions outlast the program.
func (l *Library) Persistent() bool { return l.options.Dir != "" }

// Keep is how many of the newest versions are kept.
func (l *Library) Keep() int { return l.options.Keep }

// List gives the versions, newest first.
func (l *Library) List() []Entry {
	l.mu.RLock()
	defer l.mu.RUnlock()
	list := make([]Entry, 0, len(l.entries))
	for _, s := range l.entries {
		list = append(list, l.marked(s.Entry))
	}
	slices.SortFunc(list, newestFirst)
	return list
}

func newestFirst(a, b Entry) int {
	if order := b.CreatedAt.Compare(a.CreatedAt); order != 0 {
		return order
	}
	if a.Version < b.Version {
		return -1
	}
	return 1
}

func (l *Library) marked(e Entry) Entry {
	e.Current = e.Version == l.state.Version
	e.Usable = e.Schema == schema.Version()
	return e
}

// Current is the version to open; its Version is empty while there is none.
func (l *Library) Current() Entry {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.marked(l.entries[l.state.Version].Entry)
}

// History lists what was current and since when, oldest first; the last hundred are known.
func (l *Library) History() []Activation {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return slices.Clone(l.state.History)
}

// OnActivate has hook called when another version becomes current. Its error undoes the activation.
func (l *Library) OnActivate(hook func(context.Context, Entry) error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.hooks = append(l.hooks, hook)
}

// Snapshot opens a version, or the draft that would become it; the caller closes it. The error is a *fault.Error
// for a version that is not there.
func (l *Library) Snapshot(ctx context.Context, version string) (*store.Snapshot, error) {
	path, err := l.path(version)
	if err != nil {
		return nil, err
	}
	return store.Open(ctx, path)
}

// SnapshotBeside opens a version as Snapshot does, for a few questions beside what is shown: it takes less memory.
func (l *Library) SnapshotBeside(ctx context.Context, version string) (*store.Snapshot, error) {
	path, err := l.path(version)
	if err != nil {
		return nil, err
	}
	return store.OpenBeside(ctx, path)
}

// path is where a version's file is, or that of a draft of it.
func (l *Library) path(version string) (string, error) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	if _, there := l.entries[version]; there {
		return l.snapshotFile(version), nil
	}
	for draft := range l.drafts {
		if draft.Version() == version {
			return draft.path, nil
		}
	}
	return "", missing(version)
}

func missing(version string) error {
	return fault.Missing("version", "there is no snapshot %s; it may have been removed by the rule that keeps the newest", version)
}

// Close discards the drafts, and a temporary library whole. The versions that are open stay readable.
func (l *Library) Close() error {
	l.mu.Lock()
	drafts := l.drafts
	l.drafts = map[*Draft]struct{}{}
	l.mu.Unlock()
	var failed error
	for draft := range drafts {
		failed = errors.Join(failed, os.RemoveAll(draft.folder))
	}
	if l.process != nil {
		failed = errors.Join(failed, l.process.leave())
	}
	if !l.Persistent() {
		failed = errors.Join(failed, os.RemoveAll(l.dir))
	}
	return failed
}
