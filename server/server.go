// Package server answers over HTTP: the pages, the API and the pictures. It is
// the only package that knows Fiber.
package server

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"

	"meridian/analytics"
	"meridian/analytics/disclose"
	"meridian/analytics/render"
	"meridian/data/library"
	"meridian/server/job"
)

// Config is what a server is made of.
type Config struct {
	Live     *analytics.Live  // the network to answer from; each request keeps the one it began with
	Library  *library.Library // the versions of the data; imports go into it, and its hooks swap Live
	Renderer *render.Renderer
	Pages    fs.FS    // the compiled front end
	Maps     fs.FS    // the built maps, NAME.json
	Build    string   // names this build of the program in entity tags
	Hosts    []string // names this server is asked by, beside localhost
	Log      *slog.Logger

	Least disclose.Mode // the least strict mode that numbers of people are shown in; off when empty

	Imports   *job.Queue    // stopped with the server; closed by the caller
	MaxUpload int64         // bytes of one upload, 4 GB when zero
	Pace      time.Duration // in which an upload has to bring 16 KB, 15 seconds when zero
}

// Server answers requests until it is shut down.
type Server struct {
	app    *fiber.App
	live   *analytics.Live
	kept   *library.Library
	render *render.Renderer
	pages  *pages
	maps   *maps
	build  string
	hosts  []string
	done   *finished
	told   *comparisons
	log    *slog.Logger
	least  disclose.Mode

	imports   *job.Queue
	maxUpload int64
	pace      time.Duration
}

// Limits that hold for every request. Where they are passed, answerError gets Fiber's 408, 413 or 431, and the
// connection is closed.
const (
	readTimeout    = 15 * time.Second
	writeTimeout   = 60 * time.Second
	idleTimeout    = 90 * time.Second
	requestTimeout = 30 * time.Second
	largestHeader  = 16 << 10
	largestBody    = 1 << 20
)

// New puts a server together. An error names the asset that is missing.
func New(c Config) (*Server, error) {
	pages, err := newPages(c.Pages)
	if err != nil {
		return nil, fmt.Errorf("load pages: %w", err)
	}
	maps, err := newMaps(c.Maps)
	if err != nil {
		return nil, fmt.Errorf("load maps: %w", err)
	}
	done, err := newFinished(finishedBytes)
	if err != nil {
		return nil, fmt.Errorf("keep pictures: %w", err)
	}
	told, err := newComparisons(c.Library, c.Least)
	if err != nil {
		return nil, fmt.Errorf("keep comparisons: %w", err)
	}
	s := &Server{done: done, told: told, live: c.Live, kept: c.Library, render: c.Renderer, pages: pages, maps: maps, build: c.Build, log: c.Log, least: c.Least,
		imports: c.Imports, maxUpload: cmp.Or(c.MaxUpload, maxUpload), pace: cmp.Or(c.Pace, paceTime)}
	for _, name := range c.Hosts {
		s.hosts = append(s.hosts, strings.ToLower(strings.TrimSuffix(name, ".")))
	}
	s.app = fiber.New(fiber.Config{
		AppName: "Meridian", DisableStartupMessage: true, ErrorHandler: s.answerError, StrictRouting: false,
		Immutable:   true, // what a request said may outlive it, in a query that is being cancelled
		ReadTimeout: readTimeout, WriteTimeout: writeTimeout, IdleTimeout: idleTimeout,
		ReadBufferSize: largestHeader, BodyLimit: largestBody,
		StreamRequestBody: true, DisablePreParseMultipartForm: true, // an upload goes to disk as it comes; wholeBody keeps the limit
	})
	s.routes()
	return s, nil
}

// App gives the Fiber application, for tests that need no socket.
func (s *Server) App() *fiber.App { return s.app }

// Serve answers on a listener until ctx ends, then lets open requests finish for up to ten seconds.
func (s *Server) Serve(ctx context.Context, listener net.Listener) error {
	ended := make(chan error, 1)
	go func() { ended <- s.app.Listener(listener) }()
	select {
	case err := <-ended:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	s.imports.Stop()
	if err := s.app.ShutdownWithTimeout(10 * time.Second); err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return fmt.Errorf("stop: %w", err)
	}
	return nil
}
