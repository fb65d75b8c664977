package job

import (
	"context"
	"errors"
	"fmt"

	"meridian/analytics"
	"meridian/analytics/disclose"
	"meridian/analytics/lang"
	"meridian/data/library"
	"meridian/data/store"
)

// Versions are what is compared; *library.Library has them.
type Versions interface {
	Compare(ctx context.Context, from, to string) (library.Changes, error)
	Alone(ctx context.Context) (done func(), err error)
	SnapshotBeside(ctx context.Context, version string) (*store.Snapshot, error)
}

// Comparison is how one version differs from another, told in several languages.
type Comparison map[lang.Lang]*analytics.ChangesAnswer

// from is the version that is compared with; empty where nothing was compared.
func (c Comparison) from() string {
	for _, told := range c {
		return told.From
	}
	return ""
}

// Compare tells what is different in the version to from the version from; numbers of people are shown no more freely
// than in the mode least. The error is a *fault.Error for a version
// that is not there. One is made at a time, and others wait for it until ctx ends.
func Compare(ctx context.Context, versions Versions, least disclose.Mode, from, to string, languages ...lang.Lang) (told Comparison, err error) {
	done, err := versions.Alone(ctx)
	if err != nil {
		return nil, fmt.Errorf("wait for another comparison: %w", err)
	}
	defer done()
	compared, err := versions.Compare(ctx, from, to)
	if err != nil {
		return nil, err
	}
	before, closeBefore, err := open(ctx, versions, from)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, closeBefore()) }()
	after := before
	if to != from {
		var closeAfter func() error
		if after, closeAfter, err = open(ctx, versions, to); err != nil {
			return nil, err
		}
		defer func() { err = errors.Join(err, closeAfter()) }()
	}
	told = Comparison{}
	for _, l := range languages {
		if told[l], err = analytics.Changes(ctx, compared, before, after, least, l); err != nil {
			return nil, fmt.Errorf("compare snapshots %s and %s: %w", from, to, err)
		}
	}
	return told, nil
}

// open makes a version ready to be asked.
func open(ctx context.Context, versions Versions, version string) (*analytics.Network, func() error, error) {
	snapshot, err := versions.SnapshotBeside(ctx, version)
	if err != nil {
		return nil, nil, err
	}
	network, err := analytics.New(ctx, snapshot)
	if err != nil {
		return nil, nil, errors.Join(fmt.Errorf("open snapshot %s: %w", version, err), snapshot.Close())
	}
	return network, snapshot.Close, nil
}
