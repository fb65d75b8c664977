package main

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"log/slog"
	"sync"
	"syscall"
	"time"

	"meridian/analytics"
	"meridian/data/ingest"
	"meridian/data/library"
	"meridian/data/store"
)

// serving is what serve shows: the versions, and the one that is live.
type serving struct {
	kept   *library.Library
	live   *analytics.Live
	flag   dataFlag
	folder string // the data folder; empty when there is none
	log    *slog.Logger
	out    io.Writer          // hears of progress and of reports that refuse
	stop   context.CancelFunc // ends what attend began
	tasks  sync.WaitGroup
	tried  string // the stamp of the folder as it was last imported, with or without success
}

// openServing brings the versions up to date with what --data names, and makes the current one live.
func (cmd *serveCmd) openServing(ctx context.Context, m Main, log *slog.Logger) (*serving, error) {
	p, err := cmd.place()
	if err != nil {
		return nil, err
	}
	s := &serving{flag: cmd.dataFlag, folder: p.folder, log: log, out: m.Stderr}
	if s.kept, err = cmd.openLibrary(ctx, p.folder, log); err != nil {
		return nil, err
	}
	if err := s.begin(ctx, p); err != nil {
		return nil, errors.Join(err, s.kept.Close())
	}
	network, err := openNetwork(ctx, s.kept, s.kept.Current().Version)
	if err != nil {
		return nil, errors.Join(err, s.kept.Close())
	}
	s.live = analytics.NewLive(network, func(err error) { log.Error("a network that is no longer shown could not be closed", "error", err) })
	s.kept.OnActivate(s.show)
	return s, nil
}

// openLibrary opens the versions of a folder. Where nothing can be written they go with the program, and that is told.
func (cmd *serveCmd) openLibrary(ctx context.Context, folder string, log *slog.Logger) (*library.Library, error) {
	o := library.Options{Dir: folder, Keep: cmd.Keep, KeepBytes: cmd.KeepMB << 20, Warn: func(text string) { log.Warn(text) }, Check: checkNetwork}
	l, err := library.Open(ctx, o)
	if errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS) {
		log.Warn("the folder cannot be written in; what is imported is kept for as long as Meridian runs", "folder", folder, "error", err)
		o.Dir = ""
		l, err = library.Open(ctx, o)
	}
	return l, err
}

// checkNetwork is the last check of a snapshot: it can be asked.
func checkNetwork(ctx context.Context, snapshot *store.Snapshot) error {
	_, err := analytics.New(ctx, snapshot)
	return err
}

// begin makes what --data names the current version.
func (s *serving) begin(ctx context.Context, p place) error {
	switch {
	case p.snapshot != "":
		_, err := s.kept.Adopt(ctx, p.snapshot)
		return err
	case p.file != "":
		return s.importFolder(ctx)
	case p.folder != "":
		source, err := source(p.folder, s.flag.Dataset)
		if err != nil {
			return err
		}
		if there, err := holdsData(source.Dataset); err != nil {
			return err
		} else if there {
			return s.beginFolder(ctx)
		}
		s.log.Info("the folder holds no data yet; import some, or put files there", "folder", p.folder)
	}
	if current := s.kept.Current(); current.Version != "" && current.Origin.Kind != library.Builtin {
		return nil
	}
	if _, err := s.add(ctx, builtin(), library.Origin{Kind: library.Builtin}); err != nil {
		return refusal("the built-in data set", err)
	}
	return nil
}

// add builds a version and makes it the current one.
func (s *serving) add(ctx context.Context, source ingest.Source, origin library.Origin) (*ingest.Report, error) {
	tell, done := progress(s.out)
	source.Progress = tell
	draft, report, err := s.kept.Build(ctx, source, origin)
	done()
	var refused *ingest.RefusedError
	if errors.As(err, &refused) {
		return report, errors.Join(err, report.Text(s.out))
	}
	if err != nil {
		return report, err
	}
	_, err = draft.Commit(ctx)
	return report, err
}

// show makes a version live, without a request lost.
func (s *serving) show(ctx context.Context, entry library.Entry) error {
	network, err := openNetwork(ctx, s.kept, entry.Version)
	if err != nil {
		return err
	}
	if err := s.live.Swap(network); err != nil {
		return err
	}
	s.log.Info("another snapshot is shown", "snapshot", entry.Version, "data", entry.Dataset.Name, "from", entry.Origin.Kind)
	return nil
}

// close ends what is live and the versions. What is still being answered has a moment to end.
func (s *serving) close() error {
	if s.stop != nil {
		s.stop()
	}
	s.tasks.Wait()
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return errors.Join(s.live.Close(ctx), s.kept.Close())
}
