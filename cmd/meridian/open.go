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
	"meridian/data/ingest"
	"meridian/data/store"
)

// dataFlag says where the data is; every verb that answers questions has it.
type dataFlag struct {
	Data string `placeholder:"DIR|FILE" help:"A data set's folder or a snapshot file made by import; the built-in data set when absent."`
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
	return network, func() { _ = snapshot.Close() }, nil
}

func (f dataFlag) snapshot(ctx context.Context) (*store.Snapshot, error) {
	if f.Data == "" {
		return load(ctx, store.Source{Dataset: meridian.DefaultData(), Geo: meridian.Geo()}, "the built-in data set")
	}
	info, err := os.Stat(f.Data)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("--data %s: there is no such folder or file", f.Data)
	}
	if err != nil {
		return nil, fmt.Errorf("open data: %w", err)
	}
	if !info.IsDir() {
		return store.Open(ctx, f.Data)
	}
	source, err := folder(f.Data)
	if err != nil {
		return nil, err
	}
	return load(ctx, source, f.Data)
}

// folder is a data set's folder; another folder, or none, is told by name.
func folder(dir string) (store.Source, error) {
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return store.Source{}, fmt.Errorf("there is no folder %s; give the folder that holds dataset.yaml and the CSV files", dir)
	case err != nil:
		return store.Source{}, fmt.Errorf("open folder: %w", err)
	case !info.IsDir():
		return store.Source{}, fmt.Errorf("%s is a file; give the folder that holds dataset.yaml and the CSV files", dir)
	}
	files := os.DirFS(filepath.Clean(dir))
	tables, err := fs.Glob(files, "*.csv")
	if err != nil {
		return store.Source{}, fmt.Errorf("read %s: %w", dir, err)
	}
	if _, err := fs.Stat(files, "dataset.yaml"); err != nil && len(tables) == 0 {
		return store.Source{}, fmt.Errorf("%s is not a data set: it holds neither dataset.yaml nor CSV files; data/README.md describes both", dir)
	}
	return store.Source{Dataset: files, Geo: meridian.Geo()}, nil
}

func load(ctx context.Context, source store.Source, name string) (*store.Snapshot, error) {
	snapshot, _, err := store.Load(ctx, source)
	var refused *ingest.RefusedError
	if errors.As(err, &refused) {
		return nil, fmt.Errorf("%s: %w; meridian check lists them all", name, refused)
	}
	if err != nil {
		return nil, fmt.Errorf("load %s: %w", name, err)
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
