package library

import (
	"errors"
	"fmt"
	"os"
)

// prune removes the versions that the rule does not keep. A version that is being read stays readable.
func (l *Library) prune() error {
	keep := map[string]bool{l.state.Version: true, l.state.before(): true}
	var bytes int64
	for _, entry := range l.List() {
		if keep[entry.Version] {
			bytes += entry.Bytes
		}
	}
	for i, entry := range l.List() {
		if keep[entry.Version] {
			continue
		}
		bytes += entry.Bytes
		if i < l.options.Keep && (l.options.KeepBytes <= 0 || bytes <= l.options.KeepBytes) {
			continue
		}
		bytes -= entry.Bytes
		if err := l.remove(entry.Version); err != nil {
			return fmt.Errorf("remove snapshot %s: %w", entry.Version, err)
		}
	}
	return nil
}

// remove takes a version away: the snapshot first, since what describes it alone means nothing.
func (l *Library) remove(version string) error {
	l.mu.Lock()
	delete(l.entries, version)
	l.mu.Unlock()
	var failed error
	for _, path := range []string{l.snapshotFile(version), l.metadataFile(version)} {
		if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
			failed = errors.Join(failed, err)
		}
	}
	return failed
}
