package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"github.com/fsnotify/fsnotify"

	"meridian/data/fault"
	"meridian/data/library"
)

// settled is how long a folder must be quiet before it is imported: copying a file takes many writes.
const settled = time.Second

// followEvery is how often serve looks whether another program has made another version current.
const followEvery = time.Second

// lookEvery is how often the folder is looked at although nothing was heard: some network disks tell of nothing.
const lookEvery = 30 * time.Second

// attend looks after the data while it is served, until ctx ends or close is called.
func (s *serving) attend(ctx context.Context, watch bool) error {
	ctx, s.stop = context.WithCancel(ctx)
	if watch {
		w, err := s.watcher()
		if err != nil {
			return err
		}
		s.tasks.Go(func() { s.watch(ctx, w) })
	}
	if s.kept.Persistent() {
		s.tasks.Go(func() { s.follow(ctx) })
	}
	return nil
}

// follow shows what another program makes current, until ctx ends.
func (s *serving) follow(ctx context.Context) {
	tick := time.NewTicker(followEvery)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			if err := s.kept.Refresh(ctx); err != nil && ctx.Err() == nil {
				s.log.Warn("what another program made current is not shown", "error", err)
			}
		}
	}
}

// watcher begins to watch the data folder, so that nothing is missed between this and watch.
func (s *serving) watcher() (*fsnotify.Watcher, error) {
	if s.folder == "" {
		return nil, errors.New("--watch needs --data DIR, the folder to watch")
	}
	w, err := fsnotify.NewWatcher()
	if err == nil {
		err = w.Add(s.folder)
	}
	if err == nil && s.flag.Dataset != "" {
		err = w.Add(filepath.Dir(s.flag.Dataset))
	}
	if err != nil {
		return nil, fmt.Errorf("watch %s: %w", s.folder, err)
	}
	return w, nil
}

// watch imports the folder when its files have changed and been left alone for a while, until ctx ends.
func (s *serving) watch(ctx context.Context, w *fsnotify.Watcher) {
	defer func() { _ = w.Close() }()
	quiet := time.NewTimer(settled) // also looks once at what changed while the program started
	look := time.NewTicker(lookEvery)
	defer look.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case event := <-w.Events:
			if library.Reads(event.Name) && !event.Has(fsnotify.Chmod) {
				quiet.Reset(settled)
			}
		case <-look.C:
			if changed, err := s.changed(); changed && err == nil {
				quiet.Reset(settled)
			}
		case err := <-w.Errors:
			s.log.Warn("watching the folder", "folder", s.folder, "error", err)
			quiet.Reset(settled)
		case <-quiet.C:
			if s.reimport(ctx) {
				quiet.Reset(5 * settled)
			}
		}
	}
}

// reimport imports the folder if it has changed; later tells that it should be tried again although nothing happens.
func (s *serving) reimport(ctx context.Context) (later bool) {
	changed, err := s.changed()
	if err == nil && !changed {
		return false
	}
	if err == nil {
		s.log.Info("the folder has changed and is imported", "folder", s.folder)
		err = s.importFolder(ctx)
	}
	var known *fault.Error
	switch {
	case ctx.Err() != nil:
		return false
	case errors.As(err, &known) && known.Code == fault.Conflict:
		s.log.Info("the folder is imported when the import under way has ended", "reason", err)
		s.tried = ""
		return true
	case err != nil:
		s.log.Warn("the folder was not imported and what is shown stays", "folder", s.folder, "error", err)
		return false
	}
	s.log.Info("the folder was imported", "folder", s.folder, "snapshot", s.kept.Current().Version)
	return false
}
