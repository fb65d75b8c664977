package library

import (
	"context"
	"time"

	"meridian/data/store"
)

// DefaultKeep is how many of the newest versions are kept when nothing is said.
const DefaultKeep = 10

// Options say where a library is and how it keeps.
type Options struct {
	Dir       string // the data folder, in which .meridian is; empty for a library that goes with the program
	Keep      int    // the newest versions kept, beside the current one and the one before it; DefaultKeep when 0
	KeepBytes int64  // their size in all, beside the same two; no bound when 0
	// Check is asked of every snapshot before it may be committed, as the last of the checks; may be nil.
	Check func(context.Context, *store.Snapshot) error
	// Warn hears, in a sentence, of what was found damaged or left over; may be nil.
	Warn func(string)
	Now  func() time.Time                // time.Now when nil
	Free func(dir string) (int64, error) // bytes free on the disk of a folder; the system's answer when nil
}

func withDefaults(o Options) Options {
	if o.Keep <= 0 {
		o.Keep = DefaultKeep
	}
	if o.Warn == nil {
		o.Warn = func(string) {}
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Free == nil {
		o.Free = freeSpace
	}
	return o
}
