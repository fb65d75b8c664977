package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"os/exec"
	"runtime"
	"runtime/debug"
	"strings"
	"syscall"
	"time"

	"meridian"
	"meridian/analytics/disclose"
	"meridian/server"
	"meridian/server/job"
)

// serveCmd serves the dashboards.
type serveCmd struct {
	dataFlag
	Addr       string   `default:"127.0.0.1:8080" placeholder:"HOST:PORT" help:"Where to listen; port 0 picks a free one (${default})."`
	Host       []string `placeholder:"NAME" help:"A name people ask for this server by when a proxy stands before it; give it again for another. Requests for other names than these and localhost are refused."`
	Open       bool     `help:"Open the browser."`
	Verbose    bool     `help:"Log every request."`
	Watch      bool     `help:"Import the folder of --data again whenever its files change."`
	Keep       int      `default:"10" placeholder:"N" help:"How many of the newest snapshots are kept, beside the current one and the one before (${default})."`
	Disclosure string   `enum:"off,hesa,threshold" default:"off" placeholder:"RULE" help:"The least strict way in which small numbers of people are shown: off shows them, hesa rounds to multiples of 5, threshold says <5 (${default})."`
	KeepMB     int64    `name:"keep-mb" placeholder:"MB" help:"How many megabytes the kept snapshots may take; no bound when absent."`

	MaxUpload  int64         `default:"4096" placeholder:"MB" help:"How many megabytes may be uploaded at once for an import (${default})."`
	ImportTime time.Duration `default:"30m" placeholder:"TIME" help:"How long an import in the browser may take (${default})."`
	Uploads    string        `placeholder:"DIR" help:"Where uploaded files are kept until their import is over; the system's temporary folder when absent."`
}

// Run serves until the context ends.
func (cmd *serveCmd) Run(ctx context.Context, m Main) error {
	began := time.Now()
	if err := errors.Join(loopback(cmd.Addr), plainNames(cmd.Host)); err != nil {
		return err
	}
	if os.Getenv("GOGC") == "" {
		// Most of the heap is long-lived and most of the work is outside it: collecting sooner costs little and
		// keeps a burst of large pictures from doubling the memory.
		debug.SetGCPercent(50)
	}
	if cmd.MaxUpload < 1 || cmd.ImportTime < time.Second {
		return fmt.Errorf("--max-upload %d, --import-time %v: give at least 1 and 1s", cmd.MaxUpload, cmd.ImportTime)
	}
	if cmd.Keep < 1 || cmd.KeepMB < 0 {
		return fmt.Errorf("--keep %d, --keep-mb %d: keep at least one snapshot", cmd.Keep, cmd.KeepMB)
	}
	log := cmd.log(m)
	data, err := cmd.openServing(ctx, m, log)
	if ctx.Err() != nil {
		if data != nil {
			_ = data.close() // it is being stopped; what it leaves is swept by the next start
		}
		return errors.New("stopped before the data was there; nothing was changed")
	}
	if err != nil {
		return err
	}
	defer func() {
		if err := data.close(); err != nil {
			log.Warn("closing the data", "error", err)
		}
	}()
	if err := data.attend(ctx, cmd.Watch); err != nil {
		return err
	}
	draw, err := renderer(func(chart, characters string) {
		log.Warn("no font has these characters; they are drawn as boxes", "chart", chart, "characters", characters)
	})
	if err != nil {
		return err
	}
	defer draw.Close()
	imports, err := job.New(job.Options{Library: data.kept, Geo: meridian.Geo(), Folder: cmd.Uploads, Time: cmd.ImportTime, Log: log, Least: disclose.Mode(cmd.Disclosure)})
	if err != nil {
		return err
	}
	defer func() {
		if err := imports.Close(); err != nil {
			log.Warn("removing uploaded files", "error", err)
		}
	}()
	s, err := server.New(server.Config{
		Live: data.live, Library: data.kept, Imports: imports, MaxUpload: cmd.MaxUpload << 20, Renderer: draw, Pages: meridian.Pages(), Maps: meridian.Geo(),
		Build: build(), Hosts: cmd.Host, Log: log, Least: disclose.Mode(cmd.Disclosure),
	})
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", cmd.Addr)
	if errors.Is(err, syscall.EADDRINUSE) {
		return fmt.Errorf("%s is in use, perhaps by another Meridian; choose another with --addr HOST:PORT, where port 0 picks a free one", cmd.Addr)
	}
	if err != nil {
		return fmt.Errorf("listen on %s: %w; choose another with --addr HOST:PORT", cmd.Addr, err)
	}
	address := "http://" + listener.Addr().String()
	fmt.Fprintf(m.Stdout, "Meridian is ready at %s (%d ms). Stop it with Ctrl+C.\n", address, time.Since(began).Milliseconds())
	if !data.kept.Persistent() {
		fmt.Fprintln(m.Stdout, "What is imported in the browser is kept until then; serve --data DIR keeps it.")
	}
	if m.Ready != nil {
		m.Ready(address)
	}
	go func() {
		if err := draw.Warm(ctx); err != nil && ctx.Err() == nil {
			log.Warn("the chart engine did not start; pictures will say why", "error", err)
		}
	}()
	if cmd.Open {
		openBrowser(address, m)
	}
	return s.Serve(ctx, listener)
}

func (cmd *serveCmd) log(m Main) *slog.Logger {
	level := slog.LevelInfo
	if cmd.Verbose {
		level = slog.LevelDebug
	}
	return slog.New(slog.NewTextHandler(m.Stderr, &slog.HandlerOptions{Level: level}))
}

// loopback refuses other addresses: there is no sign-in, so whoever can reach the port sees everything.
func loopback(addr string) error {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return fmt.Errorf("--addr %s: give HOST:PORT, such as 127.0.0.1:8080", addr)
	}
	if ip := net.ParseIP(host); host == "localhost" || ip != nil && ip.IsLoopback() {
		return nil
	}
	return fmt.Errorf("--addr %s: only loopback addresses such as 127.0.0.1 are served, because there is no sign-in; put a proxy that signs people in before it", addr)
}

// plainNames refuses a --host that is more than a name: it would never match.
func plainNames(hosts []string) error {
	for _, name := range hosts {
		if name == "" || strings.ContainsAny(name, "/:*@ ") {
			return fmt.Errorf("--host %s: give the name alone, without scheme, port or wildcard, such as network.example.edu", name)
		}
	}
	return nil
}

// build names this build of the program in entity tags.
func build() string {
	info, _ := debug.ReadBuildInfo()
	if revision := cleanRevision(info); revision != "" {
		return revision
	}
	return executable()
}

// cleanRevision is the revision this was built from, or empty where it is not known or files were changed.
func cleanRevision(info *debug.BuildInfo) string {
	if info == nil {
		return ""
	}
	settings := map[string]string{}
	for _, s := range info.Settings {
		settings[s.Key] = s.Value
	}
	if settings["vcs.modified"] != "false" {
		return ""
	}
	return settings["vcs.revision"]
}

// executable names the program's file by its size and time.
func executable() string {
	path, err := os.Executable()
	if err != nil {
		return time.Now().String()
	}
	info, err := os.Stat(path)
	if err != nil {
		return time.Now().String()
	}
	return fmt.Sprint(info.Size(), info.ModTime().UnixNano())
}

func openBrowser(address string, m Main) {
	name := map[string]string{"darwin": "open", "windows": "explorer"}[runtime.GOOS]
	if name == "" {
		name = "xdg-open"
	}
	if err := exec.Command(name, address).Start(); err != nil {
		fmt.Fprintf(m.Stderr, "could not open a browser (%v); open %s yourself\n", err, address)
	}
}
