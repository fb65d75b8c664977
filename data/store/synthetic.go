package store

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"time"

	"meridian/data/schema"
)

//go:embed synthetic/*
var synthetic embed.FS

// Step is one part of a build and the time it took.
type Step struct {
	Name   string        `json:"name"`
	Lasted time.Duration `json:"lasted_ns"`
}

// BuildSynthetic makes a new snapshot of a made-up network with that many rows of mobility, the same each time, for
// measuring: 5,000 partners in 120 places over ten years, a project to eight rows, 20,000 agreements. It takes the
// tables of places from geo and tells how long each step took; those of the cubes are named cube/….
func BuildSynthetic(ctx context.Context, geo fs.FS, path string, rows int) (steps []Step, err error) {
	db, err := openForBuilding(ctx, path)
	if err != nil {
		return nil, fmt.Errorf("build synthetic network: %w", err)
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	timed := func(name string, work func() error) {
		if err != nil {
			return
		}
		start := time.Now()
		if err = work(); err != nil {
			err = fmt.Errorf("build synthetic network: %s: %w", name, err)
		}
		steps = append(steps, Step{name, time.Since(start)})
	}
	timed("tables", func() error {
		if err := runAll(ctx, db, schema.Tables()); err != nil {
			return err
		}
		folder, err := fs.Sub(synthetic, "synthetic")
		if err != nil {
			return err
		}
		report, err := fill(ctx, db, Source{Geo: geo, Dataset: folder})
		if err != nil {
			return err
		}
		_, err = db.ExecContext(ctx, fmt.Sprintf("SET VARIABLE mobility_rows = %d", rows))
		return errors.Join(err, storeDataset(ctx, db, report))
	})
	for _, file := range append(syntheticFiles(), schema.Cubes()...) {
		timed(file.Name, func() error { return runAll(ctx, db, []schema.File{file}) })
	}
	timed("finish", func() error { return runAll(ctx, db, finish()) })
	return steps, err
}

// Unaggregate makes a snapshot's cubes views on the rows they are made of: what a question costs that no cube
// answers. The answers stay the same. It is for measuring, on a copy that nobody has open.
func Unaggregate(ctx context.Context, path string) (err error) {
	db, err := connectAlone(ctx, path, "READ_WRITE", large)
	if err != nil {
		return fmt.Errorf("unaggregate %s: %w", path, err)
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return runAll(ctx, db, append(schema.Plain(), finish()...))
}

func syntheticFiles() []schema.File {
	names, err := fs.Glob(synthetic, "synthetic/*.sql")
	if err != nil {
		panic(err) // the pattern is well formed
	}
	files := make([]schema.File, 0, len(names))
	for _, name := range names {
		content, err := synthetic.ReadFile(name)
		if err != nil {
			panic(err) // the build put it there
		}
		files = append(files, schema.File{Name: name, SQL: string(content)})
	}
	return files
}
