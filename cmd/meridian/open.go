package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"meridian"
	"meridian/analytics"
	"meridian/analytics/render"
	"meridian/data/library"
	"meridian/data/store"
)

// dataFlag says where the data is; every verb that answers questions has it.
type dataFlag struct {
	Data string `placeholder:"DIR|FILE" help:"A data set's folder, one file of data, or a snapshot file made by import; the built-in data set when absent."`
	settingsFlag
}

// open gives the network that the flag names, and what closes it.
func (f dataFlag) open(ctx context.Context) (*analytics.Network, func(), error) {
	snapshot, err := f.snapshot(ctx)
	if err != nil {
		return nil, nil, err
	}
	network, err := analytics.New(ctx, snapshot)
	if err != nil {
		_ = snapshot.Close()
		return nil, nil, err
	}
	return network, func() { _ = network.Close() }, nil
}

// place is what --data leads to.
type place struct {
	folder   string // a folder, which may be empty
	snapshot string // a snapshot file
	file     string // one file of data
}

func (f dataFlag) place() (p place, err error) {
	if f.Data == "" {
		return p, nil
	}
	info, err := os.Stat(f.Data)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return p, fmt.Errorf("--data %s: there is no such folder or file", f.Data)
	case err != nil:
		return p, fmt.Errorf("open data: %w", err)
	case info.IsDir():
		p.folder = filepath.Clean(f.Data)
	case dataFile(f.Data):
		p.file = f.Data
	default:
		p.snapshot = f.Data
	}
	return p, nil
}

// builtin is the data set the program carries.
func builtin() store.Source {
	return store.Source{Dataset: meridian.DefaultData(), Geo: meridian.Geo()}
}

func (f dataFlag) snapshot(ctx context.Context) (*store.Snapshot, error) {
	p, err := f.place()
	switch {
	case err != nil:
		return nil, err
	case f.Data == "":
		return load(ctx, builtin(), "the built-in data set")
	case p.snapshot != "":
		return store.Open(ctx, p.snapshot)
	}
	if kept, err := f.kept(ctx, p.folder); kept != nil || err != nil {
		return kept, err
	}
	s, err := f.source(f.Data)
	if err != nil {
		return nil, err
	}
	return load(ctx, s, f.Data)
}

// kept is the snapshot that serve shows for a folder, where it has one and the folder's files are those it was made
// from; nil otherwise.
func (f dataFlag) kept(ctx context.Context, folder string) (*store.Snapshot, error) {
	if folder == "" {
		return nil, nil
	}
	if _, err := os.Stat(filepath.Join(folder, library.HiddenFolder, "current")); err != nil {
		return nil, nil //nolint:nilerr // nothing is kept there
	}
	s, err := source(folder, f.Dataset)
	if err != nil {
		return nil, err
	}
	l, err := library.Open(ctx, library.Options{Dir: folder})
	if err != nil {
		return nil, err
	}
	defer func() { _ = l.Close() }()
	there, err := holdsData(s.Dataset)
	if err != nil {
		return nil, err
	}
	if there {
		print, err := library.Print(s.Dataset, s.Settings)
		if err != nil || print.Digest != l.ImportedFolder().Digest {
			return nil, err
		}
	}
	if version := l.Current().Version; version != "" {
		return l.Snapshot(ctx, version)
	}
	return nil, nil
}

func load(ctx context.Context, source store.Source, name string) (*store.Snapshot, error) {
	snapshot, _, err := store.Load(ctx, source)
	if err != nil {
		return nil, refusal(name, err)
	}
	return snapshot, nil
}

// renderer draws pictures with the assets the program carries. missing hears
// of characters that no font has: they are drawn as boxes, and that must not pass unseen.
func renderer(missing func(chart, characters string)) (*render.Renderer, error) {
	return render.New(render.Assets{
		Script: meridian.ChartScript(), Fonts: meridian.Fonts(), Maps: meridian.Geo(),
	}, render.Options{OnMissing: missing})
}
