package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"meridian"
	"meridian/analytics"
	"meridian/analytics/bench"
	"meridian/data/store"
)

// benchCmd measures every chart's data on made-up networks: from the cubes, and from the rows they are made of.
type benchCmd struct {
	Rows    []float64     `default:"1e5,1e6,1e7" help:"How many rows of mobility, one run each (${default}). 1e7 takes about 1 GB of disk and memory."`
	Clients []int         `default:"1,4,16,64" help:"How many ask at once (${default})."`
	Rounds  int           `default:"5" help:"How often each question is put to the cubes (${default}); to the rows it is put once."`
	Lasting time.Duration `default:"5s" help:"How long each number of clients asks (${default})."`
	Out     string        `placeholder:"FILE.json" help:"Also write the numbers there."`
}

// Run prints a table for each size. Cubes and rows that answer differently end it with exit code 1.
func (cmd *benchCmd) Run(ctx context.Context, m Main) (err error) {
	folder, err := os.MkdirTemp("", "meridian-bench-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	report := bench.Report{At: time.Now().UTC(), Processors: runtime.NumCPU(), Load: machineLoad()}
	fmt.Fprintf(m.Stdout, "%d processors; load before the run: %s\n", report.Processors, report.Load)
	for _, rows := range cmd.Rows {
		size, err := cmd.size(ctx, m, folder, int(rows))
		if err != nil {
			return err
		}
		if err := size.Print(m.Stdout); err != nil {
			return err
		}
		report.Sizes = append(report.Sizes, size)
	}
	if cmd.Out == "" {
		return nil
	}
	content, err := json.MarshalIndent(report, "", "  ")
	if err != nil {
		return err
	}
	return writeWhole(cmd.Out, append(content, '\n'))
}

// size builds one network, measures it and removes it.
func (cmd *benchCmd) size(ctx context.Context, m Main, folder string, rows int) (size bench.Size, err error) {
	if rows < 1 {
		return size, fmt.Errorf("--rows %d: give a number from 1, such as 1e6", rows)
	}
	cubes, raw := filepath.Join(folder, "cubes.duckdb"), filepath.Join(folder, "rows.duckdb")
	fmt.Fprintf(m.Stderr, "Building a network with %d rows of mobility\n", rows)
	steps, err := store.BuildSynthetic(ctx, meridian.Geo(), cubes, rows)
	if err != nil {
		return size, err
	}
	size.MobilityRows = rows
	for _, step := range steps {
		if strings.HasPrefix(step.Name, "cube/") {
			size.Built.CubeSeconds += step.Lasted.Seconds()
		} else {
			size.Built.RowsSeconds += step.Lasted.Seconds()
		}
	}
	if err := errors.Join(copyWhole(cubes, raw), store.Unaggregate(ctx, raw)); err != nil {
		return size, err
	}
	defer func() { err = errors.Join(err, os.Remove(cubes), os.Remove(raw)) }()
	pair, built, closePair, err := openPair(ctx, cubes, raw)
	if err != nil {
		return size, err
	}
	defer func() { err = errors.Join(err, closePair()) }()
	size.Built.FileBytes, size.Built.Cubes = built.FileBytes, built.Cubes
	size.Charts, err = bench.Charts(ctx, pair, bench.Rounds{Cubes: cmd.Rounds, Raw: 1}, func(chart string) {
		fmt.Fprintln(m.Stderr, "Measuring", chart)
	})
	if err != nil {
		return size, err
	}
	for _, clients := range cmd.Clients {
		computed, err := bench.Load(ctx, pair.Cubes, clients, cmd.Lasting, pair.Cubes.Compute)
		if err != nil {
			return size, err
		}
		kept, err := bench.Load(ctx, pair.Cubes, clients, cmd.Lasting, pair.Cubes.Answer)
		if err != nil {
			return size, err
		}
		size.Clients, size.Kept = append(size.Clients, computed), append(size.Kept, kept)
	}
	return size, nil
}

// openPair opens the network with its cubes and without, and tells the cubes' sizes.
func openPair(ctx context.Context, cubes, raw string) (pair bench.Pair, built bench.Built, closeBoth func() error, err error) {
	info, err := os.Stat(cubes)
	if err != nil {
		return pair, built, nil, err
	}
	built.FileBytes = info.Size()
	with, err := store.Open(ctx, cubes)
	if err != nil {
		return pair, built, nil, err
	}
	without, err := store.Open(ctx, raw)
	if err != nil {
		return pair, built, nil, errors.Join(err, with.Close())
	}
	closeBoth = func() error { return errors.Join(with.Close(), without.Close()) }
	sizes, err := with.Cubes(ctx)
	if err != nil {
		return pair, built, nil, errors.Join(err, closeBoth())
	}
	for _, s := range sizes {
		built.Cubes = append(built.Cubes, bench.CubeMeasure{Name: s.Name, Rows: s.Rows, Bytes: s.Bytes})
	}
	if pair.Cubes, err = analytics.New(ctx, with); err == nil {
		pair.Rows, err = analytics.New(ctx, without)
	}
	if err != nil {
		return pair, built, nil, errors.Join(err, closeBoth())
	}
	return pair, built, closeBoth, nil
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

// machineLoad is how busy the machine was over 1, 5 and 15 minutes; unknown where the system does not tell.
func machineLoad() string {
	content, err := os.ReadFile("/proc/loadavg")
	if fields := strings.Fields(string(content)); err == nil && len(fields) > 3 {
		return strings.Join(fields[:3], " ")
	}
	return "unknown"
}
