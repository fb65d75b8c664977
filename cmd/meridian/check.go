package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"meridian/data/ingest"
)

// checkCmd reports what is wrong with a data set.
type checkCmd struct {
	Dir    string `arg:"" help:"The data set's folder."`
	Format string `enum:"text,json" default:"text" help:"text or json."`
	settingsFlag
}

// Run prints the report; errors in the data end with exit code 1.
func (cmd *checkCmd) Run(ctx context.Context, m Main) error {
	source, err := cmd.source(cmd.Dir)
	if err != nil {
		return err
	}
	report, err := ingest.Check(ctx, source)
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
	if cmd.Format == "json" {
		return report.JSON(m.Stdout)
	}
	return report.Text(m.Stdout)
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
		if err := report.Text(m.Stdout); err != nil {
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
