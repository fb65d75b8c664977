package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/alecthomas/kong"
)

// Exit codes: done, the work failed, the command was not understood.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

// Main is the program as a value, so that tests run the real one.
type Main struct {
	Args           []string
	Stdout, Stderr io.Writer
	// Ready, when set, is told the address the server listens on.
	Ready func(address string)
}

// verbs are the commands; serve is run when none is named.
type verbs struct {
	Serve     serveCmd     `cmd:"" default:"withargs" help:"Serve the dashboards (the default)."`
	Init      initCmd      `cmd:"" help:"Look at a folder of files and write a first dataset.yaml for them."`
	Check     checkCmd     `cmd:"" help:"Check a data set's folder and report what is wrong with it."`
	Match     matchCmd     `cmd:"" help:"List the places and institutions that are not understood, with the nearest known ones."`
	Import    importCmd    `cmd:"" help:"Import a data set's folder into a snapshot file."`
	Snapshots snapshotsCmd `cmd:"" help:"List the snapshots of a data folder, compare two or go back to one."`
	Charts    chartsCmd    `cmd:"" help:"List the charts."`
	Export    exportCmd    `cmd:"" help:"Write one chart as a picture or a table."`
	Bench     benchCmd     `cmd:"" help:"Measure every chart on made-up networks, from the cubes and from the rows."`
}

// errSilent ends a command that has said what was wrong already.
var errSilent = errors.New("")

// Run does what the arguments ask and gives the exit code.
func (m Main) Run(ctx context.Context) int {
	var v verbs
	exited := -1
	parser, err := kong.New(&v,
		kong.Name("meridian"), kong.Description("A university's global network: dashboards, chart images, data checks."),
		kong.DefaultEnvars("MERIDIAN"), kong.Writers(m.Stdout, m.Stderr), kong.Exit(func(code int) { exited = code }),
		kong.UsageOnError(), kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
	)
	if err != nil {
		fmt.Fprintln(m.Stderr, "meridian:", err)
		return exitFailed
	}
	command, err := parser.Parse(m.Args)
	if exited >= 0 {
		return exited
	}
	if err != nil {
		fmt.Fprintln(m.Stderr, "meridian:", err)
		fmt.Fprintln(m.Stderr, "Try: meridian --help")
		return exitUsage
	}
	command.BindTo(ctx, (*context.Context)(nil))
	if err := command.Run(m); err != nil {
		if !errors.Is(err, errSilent) {
			fmt.Fprintln(m.Stderr, "meridian:", err)
		}
		return exitFailed
	}
	return exitDone
}
