package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"meridian/data/ingest"
)

// plainEvery is the time between two lines of progress where they stay on the page, as in a log.
const plainEvery = 5 * time.Second

// progress tells how far an import is: a bar on a terminal, a line now and then elsewhere. done takes the bar away.
func progress(w io.Writer) (tell func(ingest.Progress), done func()) {
	if file, ok := w.(*os.File); ok && term.IsTerminal(int(file.Fd())) {
		return bar(w)
	}
	next := time.Now().Add(plainEvery)
	return func(p ingest.Progress) {
		if now := time.Now(); now.After(next) {
			next = now.Add(plainEvery)
			fmt.Fprintf(w, "reading %s: %d rows, %s\n", p.File, p.Rows, share(p))
		}
	}, func() {}
}

func bar(w io.Writer) (tell func(ingest.Progress), done func()) {
	b := progressbar.NewOptions64(1, progressbar.OptionSetWriter(w), progressbar.OptionShowBytes(true),
		progressbar.OptionFullWidth(), progressbar.OptionClearOnFinish(), progressbar.OptionThrottle(100*time.Millisecond))
	tell = func(p ingest.Progress) {
		b.ChangeMax64(max(p.TotalBytes, 1))
		b.Describe(fmt.Sprintf("%s, %d rows", p.File, p.Rows))
		_ = b.Set64(min(p.Bytes, p.TotalBytes)) // a bar that cannot be drawn is no reason to stop
	}
	return tell, func() { _ = b.Finish() }
}

// share is how much of the bytes has been read.
func share(p ingest.Progress) string {
	if p.TotalBytes <= 0 {
		return fmt.Sprintf("%d MB", p.Bytes>>20)
	}
	return fmt.Sprintf("%d %% of %d MB", 100*p.Bytes/p.TotalBytes, p.TotalBytes>>20)
}
