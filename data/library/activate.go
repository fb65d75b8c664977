package library

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"meridian/data/fault"
	"meridian/data/schema"
)

// Commit makes the draft one of the versions and the current one, and tells those who asked with OnActivate. Content
// that is in the library already is not stored again. When Commit fails, what was current still is.
func (d *Draft) Commit(ctx context.Context) (Entry, error) {
	l := d.library
	l.change.Lock()
	defer l.change.Unlock()
	unlock, err := l.lockState(ctx)
	if err != nil {
		return Entry{}, err
	}
	defer unlock()
	if err := l.reread(); err != nil {
		return Entry{}, fmt.Errorf("commit snapshot %s: %w", d.Version(), err)
	}
	known := d.Known()
	if !known {
		if err := d.place(); err != nil {
			return Entry{}, l.explain(fmt.Errorf("commit snapshot %s: %w", d.Version(), err))
		}
	}
	next := l.state.with(d.Version(), l.options.Now().UTC())
	if d.Version() == l.state.Version {
		next = l.state
	}
	if origin := d.entry.Origin; origin.Kind == Folder {
		next.Folder = origin.Files
	}
	entry, err := l.activate(ctx, next)
	if err != nil && !known && l.state.Version != d.Version() {
		err = errors.Join(err, d.takeBack())
	}
	if err != nil {
		return Entry{}, err
	}
	if err := errors.Join(d.Discard(), l.prune()); err != nil {
		l.options.Warn(fmt.Sprintf("snapshot %s is current, but what it replaces could not be removed: %v", entry.Version, err))
	}
	return entry, nil
}

// place moves the draft's files among the versions: first what describes it, which alone means nothing.
func (d *Draft) place() error {
	l := d.library
	text, err := encodeMetadata(d.entry, d.report)
	if err != nil {
		return err
	}
	if err := writeWhole(l.metadataFile(d.Version()), text); err != nil {
		return err
	}
	err = os.Rename(d.path, l.snapshotFile(d.Version()))
	if err == nil {
		err = syncFolder(l.folder(snapshotsFolder))
	}
	if err != nil {
		return errors.Join(err, l.remove(d.Version()))
	}
	l.mu.Lock()
	l.entries[d.Version()] = d.entry
	l.mu.Unlock()
	return nil
}

// takeBack makes a version that was refused a draft again.
func (d *Draft) takeBack() error {
	err := os.Rename(d.library.snapshotFile(d.Version()), d.path)
	return errors.Join(err, d.library.remove(d.Version()))
}

// Activate makes a version the current one again. The error is a *fault.Error for a version that is not there, is
// damaged or was made by another release; what was current then still is.
func (l *Library) Activate(ctx context.Context, version string) (Entry, error) {
	l.change.Lock()
	defer l.change.Unlock()
	unlock, err := l.lockState(ctx)
	if err != nil {
		return Entry{}, err
	}
	defer unlock()
	if err := l.reread(); err != nil {
		return Entry{}, fmt.Errorf("open snapshot %s: %w", version, err)
	}
	entry, there := l.entries[version]
	if !there {
		return Entry{}, missing(version)
	}
	if entry.Schema != schema.Version() {
		return Entry{}, &fault.Error{Code: fault.Unprocessable, Field: "version",
			Message: fmt.Sprintf("snapshot %s was made by another release of Meridian, in another shape; import its data again", version)}
	}
	if whole, err := l.verify(ctx, entry); err != nil {
		return Entry{}, err
	} else if !whole {
		return Entry{}, &fault.Error{Code: fault.Unprocessable, Field: "version",
			Message: fmt.Sprintf("snapshot %s is damaged and was moved to %s; choose another", version, l.folder(damagedFolder))}
	}
	next := l.state
	if version != l.state.Version {
		next = l.state.with(version, l.options.Now().UTC())
	}
	return l.activate(ctx, next)
}

// activate writes the pointer and calls the hooks; the first hook that fails brings the old pointer back.
func (l *Library) activate(ctx context.Context, next state) (Entry, error) {
	old := l.state
	if err := l.setState(next); err != nil {
		return Entry{}, l.explain(fmt.Errorf("make snapshot %s current: %w", next.Version, err))
	}
	entry := l.Current()
	if next.Version == old.Version {
		return entry, nil
	}
	if err := l.tell(ctx, entry); err != nil {
		return Entry{}, errors.Join(err, l.setState(old))
	}
	return entry, nil
}

func (l *Library) setState(s state) error {
	if err := l.writeState(s); err != nil {
		return err
	}
	if info, err := os.Stat(l.stateFile()); err == nil {
		l.seen.Store(info.ModTime().UnixNano())
	}
	l.mu.Lock()
	l.state = s
	l.mu.Unlock()
	return nil
}

// reread takes over what another program has changed in the folder. A pointer that is damaged or gone is written anew.
// The caller holds the state's lock.
func (l *Library) reread() error {
	s, err := l.readState()
	if errors.Is(err, errNotWhole) {
		if err := l.setAside(l.stateFile(), "says which snapshot is current", err); err != nil {
			return err
		}
		err = fs.ErrNotExist
	}
	if errors.Is(err, fs.ErrNotExist) {
		s, err = l.state, l.restoreState()
	}
	if err != nil {
		return err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.state = s
	return l.readFolder()
}

// restoreState writes the pointer as it was last known; a library that never had one needs none.
func (l *Library) restoreState() error {
	if l.state.Version == "" {
		return nil
	}
	return l.explain(l.setState(l.state))
}
