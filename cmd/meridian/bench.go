package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"
	"time"

	"meridian/analytics/bench"
)

// benchCmd measures every chart's data on made-up networks: from the cubes, and from the rows they are made of.
type benchCmd struct {
	Rows    []float64     `default:"1e5,1e6,1e7" help:"How many rows of mobility, one run each (${default}). 1e7 takes about 1 GB of disk and memory."`
	Clients []int         `default:"1,4,16,64" help:"How many ask at once (${default})."`
	Rounds  int           `default:"5" help:"How often each question is put to the cubes (${default}); to the rows it is put once."`
	Lasting time.Duration `default:"5s" help:"How long each number of clients asks (${default})."`
	Raw     int           `name:"raw-filters" default:"0" help:"How many of a chart's filters are put to the rows as well; 0 means all. At 1e7 rows each takes a second or so."`
	Keep    string        `placeholder:"FOLDER" help:"Keep the networks there, and take those that are there already."`
	Out     string        `placeholder:"FILE.json" help:"Also write the numbers there."`
}

// Run prints a table for each size. Cubes and rows that answer differently end it with exit code 1.
func (cmd *benchCmd) Run(ctx context.Context, m Main) (err error) {
	folder := cmd.Keep
	if folder == "" {
		if folder, err = os.MkdirTemp("", "meridian-bench-"); err != nil {
			return err
		}
		defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	}
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
	built, err := networks(ctx, m, folder, rows)
	if err != nil {
		return size, err
	}
	size.MobilityRows, size.Built = rows, built.Built
	if cmd.Keep == "" {
		defer func() { err = errors.Join(err, os.Remove(built.Cubes), os.Remove(built.Rows)) }()
	}
	pair, closePair, err := openPair(ctx, built.Cubes, built.Rows, &size.Built)
	if err != nil {
		return size, err
	}
	defer func() { err = errors.Join(err, closePair()) }()
	size.Charts, err = bench.Charts(ctx, pair, bench.Rounds{Cubes: cmd.Rounds, RawFilters: cmd.Raw}, func(chart string) {
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

// machineLoad is how busy the machine was over 1, 5 and 15 minutes; unknown where the system does not tell.
func machineLoad() string {
	content, err := os.ReadFile("/proc/loadavg")
	if fields := strings.Fields(string(content)); err == nil && len(fields) > 3 {
		return strings.Join(fields[:3], " ")
	}
	return "unknown"
}
