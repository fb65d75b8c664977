package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"meridian"
	"meridian/analytics"
	"meridian/analytics/bench"
	"meridian/data/store"
)

// patience is how long a question to the rows may take.
const patience = 5 * time.Minute

// built is one network as two files, and what it took to make them.
type built struct {
	Cubes, Rows string
	bench.Built
}

// networks makes a network in a folder, or takes the one that was made there before.
func networks(ctx context.Context, m Main, folder string, rows int) (built, error) {
	name := filepath.Join(folder, fmt.Sprintf("%d-", rows))
	b := built{Cubes: name + "cubes.duckdb", Rows: name + "rows.duckdb"}
	told := name + "built.json"
	content, err := os.ReadFile(told)
	if err == nil {
		fmt.Fprintln(m.Stderr, "Taking", b.Cubes)
		return b, json.Unmarshal(content, &b.Built)
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return b, err
	}
	fmt.Fprintf(m.Stderr, "Building a network with %d rows of mobility\n", rows)
	steps, err := store.BuildSynthetic(ctx, meridian.Geo(), b.Cubes, rows)
	if err != nil {
		return b, err
	}
	for _, step := range steps {
		if strings.HasPrefix(step.Name, "cube/") {
			b.CubeSeconds += step.Lasted.Seconds()
		} else {
			b.RowsSeconds += step.Lasted.Seconds()
		}
	}
	if err := errors.Join(copyWhole(b.Cubes, b.Rows), store.Unaggregate(ctx, b.Rows)); err != nil {
		return b, err
	}
	if content, err = json.Marshal(b.Built); err != nil {
		return b, err
	}
	return b, os.WriteFile(told, content, 0o600)
}

// openPair opens the network with its cubes and without, and tells the cubes' sizes.
func openPair(ctx context.Context, cubes, raw string, told *bench.Built) (pair bench.Pair, closeBoth func() error, err error) {
	info, err := os.Stat(cubes)
	if err != nil {
		return pair, nil, err
	}
	told.FileBytes = info.Size()
	with, err := store.Open(ctx, cubes)
	if err != nil {
		return pair, nil, err
	}
	without, err := store.Open(ctx, raw)
	if err != nil {
		return pair, nil, errors.Join(err, with.Close())
	}
	without.Wait(patience)
	closeBoth = func() error { return errors.Join(with.Close(), without.Close()) }
	sizes, err := with.Cubes(ctx)
	if err != nil {
		return pair, nil, errors.Join(err, closeBoth())
	}
	told.Cubes = nil
	for _, s := range sizes {
		told.Cubes = append(told.Cubes, bench.CubeMeasure{Name: s.Name, Rows: s.Rows, Bytes: s.Bytes})
	}
	if pair.Cubes, err = analytics.New(ctx, with); err == nil {
		pair.Rows, err = analytics.New(ctx, without)
	}
	if err != nil {
		return pair, nil, errors.Join(err, closeBoth())
	}
	return pair, closeBoth, nil
}

func copyWhole(from, to string) error {
	content, err := os.Open(from)
	if err != nil {
		return err
	}
	defer content.Close()
	file, err := os.Create(to)
	if err != nil {
		return err
	}
	_, err = file.ReadFrom(content)
	return errors.Join(err, file.Close())
}
