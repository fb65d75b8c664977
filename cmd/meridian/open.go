package main

import (
	"context"
	"errors"
	"fmt"
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
	if err != nil {
		return nil, fmt.Errorf("open data: %w", err)
	}
	if info.IsDir() {
		return load(ctx, folder(f.Data), f.Data)
	}
	return store.Open(ctx, f.Data)
}

func folder(dir string) store.Source {
	return store.Source{Dataset: os.DirFS(filepath.Clean(dir)), Geo: meridian.Geo()}
}

func load(ctx context.Context, source store.Source, name string) (*store.Snapshot, error) {
	snapshot, _, err := store.Load(ctx, source)
	var refused *ingest.RefusedError
	if errors.As(err, &refused) {
		return nil, fmt.Errorf("%s has errors: %w; meridian check lists them all", name, err)
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
