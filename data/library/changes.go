package library

import (
	"context"
	"fmt"

	"meridian/data/fault"
	"meridian/data/schema"
	"meridian/data/store"
)

// Changes is how one version differs from another.
type Changes struct {
	From, To string
	store.Changes
}

// Compare says what is different in the version to from the version from; either may be a draft's. The error is a
// *fault.Error for a version that is not there or was made by another release.
func (l *Library) Compare(ctx context.Context, from, to string) (Changes, error) {
	paths := [2]string{}
	for i, version := range []string{from, to} {
		if err := l.Comparable(version); err != nil {
			return Changes{}, err
		}
		path, err := l.path(version)
		if err != nil {
			return Changes{}, err
		}
		paths[i] = path
	}
	changes, err := store.Compare(ctx, paths[0], paths[1])
	return Changes{from, to, changes}, l.explain(err)
}

// Alone waits, until ctx ends, for no other comparison to be made; done lets the next begin.
func (l *Library) Alone(ctx context.Context) (done func(), err error) {
	select {
	case l.alone <- struct{}{}:
		return func() { <-l.alone }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// Comparable gives the *fault.Error of a version that is not there or was made by another release.
func (l *Library) Comparable(version string) error {
	if _, err := l.path(version); err != nil {
		return err
	}
	l.mu.RLock()
	defer l.mu.RUnlock()
	entry, there := l.entries[version]
	if !there || entry.Schema == schema.Version() {
		return nil
	}
	return &fault.Error{Code: fault.Unprocessable, Field: "version",
		Message: fmt.Sprintf("snapshot %s was made by another release of Meridian, in another shape, and cannot be compared", version)}
}
