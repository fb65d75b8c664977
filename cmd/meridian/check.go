package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"golang.org/x/term"

	"meridian/data/ingest"
	"meridian/data/store"
)

// checkCmd reports what is wrong with a data set.
type checkCmd struct {
	Dir    string `arg:"" help:"The data set's folder."`
	Format string `enum:"text,json,html,csv" default:"text" help:"text, json, html or csv."`
	settingsFlag
}

// Run prints the report; errors in the data end with exit code 1.
func (cmd *checkCmd) Run(ctx context.Context, m Main) error {
	source, err := cmd.source(cmd.Dir)
	if err != nil {
		return err
	}
	report, err := store.Check(ctx, source)
	if err != nil {
		return err
	}
	if err := cmd.print(m, report); err != nil {
		return err
	}
	if report.Err() != nil {
		return errSilent
	}
	return nil
}

func (cmd *checkCmd) print(m Main, report *ingest.Report) error {
	switch cmd.Format {
	case "json":
		return report.JSON(m.Stdout)
	case "html":
		return report.HTML(m.Stdout)
	case "csv":
		return report.CSV(m.Stdout)
	}
	return report.Print(m.Stdout, paper(m.Stdout))
}

// paper is how wide a terminal is and whether it shows colours: see no-color.org. Anything else is plain.
func paper(w io.Writer) ingest.Paper {
	file, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) {
		return ingest.Paper{}
	}
	columns, _, err := term.GetSize(int(file.Fd()))
	if err != nil {
		columns = 0 // the usual width
	}
	return ingest.Paper{Columns: columns, Colour: os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"}
}

// importCmd builds a snapshot file.
type importCmd struct {
	Dir  string `arg:"" help:"The data set's folder."`
	Into string `required:"" placeholder:"FILE.duckdb" help:"The snapshot to write; an older snapshot there is replaced once the new one is whole."`
	settingsFlag
}

// Run imports the folder, or leaves everything as it was.
func (cmd *importCmd) Run(ctx context.Context, m Main) error {
	source, err := cmd.source(cmd.Dir)
	if err != nil {
		return err
	}
	if info, err := os.Stat(filepath.Dir(cmd.Into)); err != nil || !info.IsDir() {
		return fmt.Errorf("--into %s: there is no folder %s; make it first", cmd.Into, filepath.Dir(cmd.Into))
	}
	tell, done := progress(m.Stderr)
	source.Progress = tell
	report, err := buildSnapshot(ctx, source, cmd.Into)
	done()
	if report != nil {
		if err := report.Print(m.Stdout, paper(m.Stdout)); err != nil {
			return err
		}
	}
	if err != nil {
		return err
	}
	info, err := os.Stat(cmd.Into)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(m.Stdout, "Wrote %s (%d KB). Serve it with: meridian serve --data %s\n", cmd.Into, info.Size()/1024, cmd.Into)
	return err
}
