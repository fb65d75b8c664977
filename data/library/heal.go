package library

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"meridian/data/schema"
)

// heal reads what is in the folder, moves aside what is damaged, and sees that the current version is a good one. The
// caller holds the state's lock.
func (l *Library) heal(ctx context.Context) error {
	if err := l.readFolder(); err != nil {
		return err
	}
	found, err := l.readState()
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		if err := l.setAside(l.stateFile(), "says which snapshot is current", err); err != nil {
			return err
		}
	}
	good, err := l.lastGood(ctx, found)
	if err != nil {
		return err
	}
	l.state = found
	if good == found.Version {
		return nil
	}
	if found.Version != "" && good != "" {
		l.options.Warn(fmt.Sprintf("snapshot %s is opened in place of %s", good, found.Version))
	}
	l.state.Version = good
	if good != "" {
		l.state = found.with(good, l.options.Now().UTC())
	}
	return l.explain(l.writeState(l.state))
}

// lastGood is the current version where it is whole, else the latest before it that is, else the newest that is.
func (l *Library) lastGood(ctx context.Context, found state) (string, error) {
	candidates := []string{found.Version}
	for _, past := range slices.Backward(found.History) {
		candidates = append(candidates, past.Version)
	}
	for _, entry := range l.List() {
		candidates = append(candidates, entry.Version)
	}
	tried := map[string]bool{"": true}
	for _, version := range candidates {
		if tried[version] {
			continue
		}
		tried[version] = true
		entry, there := l.entries[version]
		if !there {
			if version == found.Version {
				l.options.Warn(fmt.Sprintf("snapshot %s, which was current, is not in %s", version, l.folder(snapshotsFolder)))
			}
			continue
		}
		if entry.Schema != schema.Version() {
			if version == found.Version {
				l.options.Warn(fmt.Sprintf("snapshot %s (%s) was made by another release of Meridian, in another shape; import its data again", version, entry.Dataset.Name))
			}
			continue
		}
		whole, err := l.verify(ctx, entry)
		if err != nil || whole {
			return version, err
		}
	}
	return "", nil
}

// sweep removes what writing that was cut short leaves.
func sweep(folder string) error {
	left, err := filepath.Glob(filepath.Join(literalPattern(folder), unfinished))
	for _, path := range left {
		err = errors.Join(err, os.Remove(path))
	}
	return err
}

// readFolder reads the metadata of every snapshot. One without the other is moved aside, unless it is what a removal
// that was cut short leaves.
func (l *Library) readFolder() error {
	if err := errors.Join(sweep(l.dir), sweep(l.folder(snapshotsFolder))); err != nil {
		return err
	}
	files, err := os.ReadDir(l.folder(snapshotsFolder))
	if err != nil {
		return err
	}
	l.entries = map[string]stored{}
	for _, file := range files {
		version, extension := strings.TrimSuffix(file.Name(), filepath.Ext(file.Name())), filepath.Ext(file.Name())
		path := filepath.Join(l.folder(snapshotsFolder), file.Name())
		switch {
		case extension == ".json":
			err = l.readEntry(version)
		case extension == ".duckdb" && !exists(l.metadataFile(version)):
			err = l.setAside(path, "is a snapshot", errors.New("the file that describes it is missing"))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (l *Library) readEntry(version string) error {
	path := l.metadataFile(version)
	m, err := readMetadata(path, version)
	if err != nil {
		return errors.Join(l.setAside(path, "describes a snapshot", err), l.setAsideSnapshot(version, errors.New("the file that describes it is damaged")))
	}
	info, err := os.Stat(l.snapshotFile(version))
	if errors.Is(err, fs.ErrNotExist) {
		return os.Remove(path) // the snapshot was being removed, or was not there yet
	}
	if err != nil {
		return err
	}
	if info.Size() != m.Bytes {
		err := fmt.Errorf("it has %d bytes of %d", info.Size(), m.Bytes)
		return errors.Join(l.setAsideSnapshot(version, err), os.Rename(path, filepath.Join(l.folder(damagedFolder), filepath.Base(path))))
	}
	l.entries[version] = m.stored
	return nil
}

// verify reads a snapshot through. One that is not what was written is moved aside, and whole is false.
func (l *Library) verify(ctx context.Context, entry stored) (whole bool, err error) {
	sum, _, err := checksum(ctx, l.snapshotFile(entry.Version))
	if err == nil && sum == entry.Sum {
		return true, nil
	}
	if ctx.Err() != nil {
		return false, ctx.Err()
	}
	if err == nil {
		err = errors.New("its content is not what was written")
	}
	err = l.setAsideSnapshot(entry.Version, err)
	err = errors.Join(err, os.Rename(l.metadataFile(entry.Version), filepath.Join(l.folder(damagedFolder), entry.Version+".json")))
	l.mu.Lock()
	delete(l.entries, entry.Version)
	l.mu.Unlock()
	return false, err
}
