package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"meridian/data/ingest"
	"meridian/data/match"
)

// matchCmd lists what a data set says about places and institutions and nobody understands for certain.
type matchCmd struct {
	Dir   string `arg:"" help:"The data set's folder, or one file."`
	ROR   string `name:"ror" placeholder:"FILE.csv" help:"An extract of the Research Organization Registry, beside the data set's own table ror."`
	Write bool   `help:"Add the sure matches, and rows to fill in, to decisions.csv beside the data."`
	settingsFlag
}

// Run lists the unmatched places and institutions with their nearest candidates.
func (cmd *matchCmd) Run(ctx context.Context, m Main) error {
	source, err := cmd.source(cmd.Dir)
	if err != nil {
		return err
	}
	if cmd.ROR != "" {
		if source.ROR, err = extract(cmd.ROR); err != nil {
			return err
		}
	}
	report, err := ingest.Check(ctx, source)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(report.Files, func(f ingest.FileCount) bool { return f.Read > 0 }) {
		return fmt.Errorf("no file of %s was read, so that there is nothing to match: run meridian init %s, which describes the files in dataset.yaml, and then this again",
			cmd.Dir, cmd.Dir)
	}
	if err := (listing{report.Matches}).print(m.Stdout); err != nil {
		return err
	}
	if cmd.Write {
		return cmd.decide(m, source, report)
	}
	return nil
}

func extract(path string) ([]match.Organisation, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("--ror: %w", err)
	}
	defer file.Close()
	records, err := match.ReadExtract(file)
	if err != nil {
		return nil, fmt.Errorf("--ror %s: %w", path, err)
	}
	return records, nil
}

// decide adds to decisions.csv what is not in it yet. A file with rows that cannot be read is left alone.
func (cmd *matchCmd) decide(m Main, source ingest.Source, report *ingest.Report) error {
	decisions, err := kept(source.Dataset)
	if err != nil {
		return err
	}
	sure, open := add(decisions, report.Matches)
	path := filepath.Join(folderOf(cmd.Dir), match.DecisionsFile)
	if sure+open == 0 {
		_, err = fmt.Fprintf(m.Stdout, "\nThere is nothing to add to %s.\n", path)
		return err
	}
	if err := decisions.WriteFile(path); err != nil {
		return err
	}
	_, err = fmt.Fprintf(m.Stdout, "\nAdded to %s: %d sure, %d to decide. Write a code or an id for each %s, or nothing where there is none.\n",
		path, sure, open, match.Open)
	return err
}

// kept are the decisions there are.
func kept(folder fs.FS) (*match.Decisions, error) {
	content, err := fs.ReadFile(folder, match.DecisionsFile)
	if errors.Is(err, fs.ErrNotExist) {
		return &match.Decisions{}, nil
	}
	if err != nil {
		return nil, err
	}
	decisions, faults, err := match.ReadDecisions(bytes.NewReader(content))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", match.DecisionsFile, err)
	}
	if len(faults) > 0 {
		fault := faults[0]
		return nil, fmt.Errorf("%s: line %d, %s: “%s” %s; %s, and run this again", match.DecisionsFile, fault.Line, fault.Column,
			fault.Value, fault.Reason, fault.Remedy)
	}
	return decisions, nil
}

// add puts in the sure matches and, for the rest, rows whose notes name the nearest.
func add(decisions *match.Decisions, found ingest.Matches) (sure, open int) {
	put := func(kind, value, target, note string) int {
		if decisions.Has(kind, value) {
			return 0
		}
		decisions.Put(match.Decision{Kind: kind, Value: value, Target: target, Note: note})
		return 1
	}
	for _, link := range found.Institutions.Links {
		sure += put(match.KindInstitution, link.Institution, link.Target, link.Name+": "+link.Reason)
	}
	for _, place := range found.Places {
		open += put(match.KindPlace, place.Value, match.Open, named(place.Candidates))
	}
	for _, institution := range found.Institutions.List {
		if len(institution.Candidates) > 0 {
			open += put(match.KindInstitution, institution.Institution, match.Open, institution.Name+": "+named(institution.Candidates))
		}
	}
	return sure, open
}

func named(candidates []match.Candidate) string {
	text := "nothing like it"
	for i, candidate := range candidates {
		if i == 0 {
			text = "perhaps "
		} else {
			text += ", "
		}
		text += fmt.Sprintf("%s (%s, %.2f)", candidate.Target, candidate.Name, candidate.Score)
	}
	return text
}
