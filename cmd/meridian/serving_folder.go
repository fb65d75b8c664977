package main

import (
	"context"
	"fmt"
	"path/filepath"
	"time"

	"meridian/data/library"
)

// beginFolder imports the folder where it has changed. Data with errors leaves the last good version.
func (s *serving) beginFolder(ctx context.Context) error {
	current := s.kept.Current()
	changed, err := s.changed()
	if err != nil {
		return err
	}
	if !changed && current.Version != "" {
		return nil
	}
	err = s.importFolder(ctx)
	if err == nil || current.Version == "" || ctx.Err() != nil {
		return err
	}
	s.log.Warn("THE DATA FOLDER COULD NOT BE IMPORTED; the last good snapshot is shown", "folder", s.folder,
		"snapshot", current.Version, "made", current.CreatedAt.Format(time.DateTime), "error", err)
	return nil
}

// changed tells whether the folder's files are others than those imported last.
func (s *serving) changed() (bool, error) {
	source, err := source(s.flag.Data, s.flag.Dataset)
	if err != nil {
		return false, err
	}
	if there, err := holdsData(source.Dataset); err != nil || !there {
		return false, err // nothing to import is no import that failed
	}
	last := s.kept.ImportedFolder()
	stamp, err := library.Stamp(source.Dataset, source.Settings)
	if err != nil || stamp == last.Stamp || stamp == s.tried {
		return false, err
	}
	print, err := library.Print(source.Dataset, source.Settings)
	if err != nil || print.Digest != last.Digest {
		return err == nil, err
	}
	s.tried = stamp // the same content under new times need not be read again
	return false, nil
}

// importFolder imports the folder, or the one file of data.
func (s *serving) importFolder(ctx context.Context) error {
	from, err := source(s.flag.Data, s.flag.Dataset)
	if err != nil {
		return err
	}
	print, err := library.Print(from.Dataset, from.Settings) // before it is read: a change meanwhile is seen the next time
	if err != nil {
		return fmt.Errorf("read %s: %w", s.flag.Data, err)
	}
	s.tried = print.Stamp
	origin := library.Origin{Kind: library.Folder, Name: filepath.Base(s.flag.Data), Files: print}
	report, err := s.add(ctx, from, origin)
	if err != nil {
		return refusal(s.flag.Data, err)
	}
	if report.Warnings > 0 {
		s.log.Warn("the data was imported with warnings", "warnings", report.Warnings, "notes", report.Notes, "read them with", s.check())
	}
	return nil
}

// check is the command that lists what there is to say about the data.
func (s *serving) check() string {
	command := "meridian check " + s.flag.Data
	if s.flag.Dataset != "" {
		command += " --dataset " + s.flag.Dataset
	}
	return command
}
