package library

import (
	"context"
	"fmt"
	"os"
	"time"
)

// Refresh takes over what another program has made current, such as meridian snapshots --revert, and tells those who
// asked with OnActivate. It costs one look at a file while nothing has changed.
func (l *Library) Refresh(ctx context.Context) error {
	info, err := os.Stat(l.stateFile())
	if err != nil {
		return nil //nolint:nilerr // there is none yet, or it is being looked after
	}
	if seen := info.ModTime(); seen.Equal(time.Unix(0, l.seen.Load())) {
		return nil
	}
	l.change.Lock()
	defer l.change.Unlock()
	unlock, err := l.lockState(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	before := l.Current().Version
	if err := l.reread(); err != nil {
		return fmt.Errorf("read %s: %w", l.stateFile(), err)
	}
	l.seen.Store(info.ModTime().UnixNano())
	if entry := l.Current(); entry.Version != before && entry.Version != "" {
		return l.tell(ctx, entry)
	}
	return nil
}

// tell calls the hooks; the first error ends it.
func (l *Library) tell(ctx context.Context, entry Entry) error {
	l.mu.RLock()
	hooks := l.hooks
	l.mu.RUnlock()
	for _, hook := range hooks {
		if err := hook(ctx, entry); err != nil {
			return fmt.Errorf("make snapshot %s current: %w", entry.Version, err)
		}
	}
	return nil
}
