package job

import (
	"cmp"
	"context"
	"io/fs"
	"log/slog"
	"os"
	"time"

	"meridian/analytics/disclose"
	"meridian/data/guess"
	"meridian/data/ingest"
	"meridian/data/library"
)

// Library builds drafts and knows versions; *library.Library is one.
type Library interface {
	Build(ctx context.Context, source ingest.Source, origin library.Origin) (*library.Draft, *ingest.Report, error)
	Current() library.Entry
	Versions
}

// Options say where imports go and what they may take. What is zero has a default.
type Options struct {
	Library Library
	Geo     fs.FS            // the place names
	Folder  string           // uploaded files are kept in a folder of their own inside this one; the temporary folder when empty
	Now     func() time.Time // the clock; time.Now when nil
	Log     *slog.Logger
	Time    time.Duration // one run may take, 30 minutes when zero
	Least   disclose.Mode // the least strict mode that numbers of people are shown in; off when empty
	Keep    time.Duration // an import and its files stay after its last run ended, an hour when zero

	// Free is how many bytes the disk of a folder still takes; the system's answer when nil.
	Free func(dir string) (int64, error)
	// Look finds out what files are; guess.Propose when nil.
	Look func(ctx context.Context, source ingest.Source) (*guess.Proposal, error)
}

// complete fills in what was not said.
func (o Options) complete() Options {
	o.Folder = cmp.Or(o.Folder, os.TempDir())
	o.Time, o.Keep = cmp.Or(o.Time, runTime), cmp.Or(o.Keep, keepTime)
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Free == nil {
		o.Free = library.FreeSpace
	}
	if o.Look == nil {
		o.Look = guess.Propose
	}
	return o
}
