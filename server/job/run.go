package job

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime/debug"
	"slices"
	"strings"

	"meridian/data/fault"
	"meridian/data/ingest"
	"meridian/data/library"
)

// carryOut takes a run from its place in the line to its end.
func (q *Queue) carryOut(j *job, r, before *run) {
	defer r.cancel()
	defer q.ended(r)
	defer func() {
		if cause := recover(); cause != nil {
			q.failed(r, fmt.Errorf("panic: %v\n%s", cause, debug.Stack()))
		}
	}()
	if before != nil {
		<-before.done
		defer q.drop(before)
	}
	select {
	case q.builder <- struct{}{}:
		defer func() { <-q.builder }()
	case <-r.ctx.Done():
	}
	ctx, stop := context.WithTimeoutCause(r.ctx, q.options.Time, &fault.Error{Code: fault.TooLarge,
		Message: fmt.Sprintf("the import took longer than %v and was ended; send less at once", q.options.Time)})
	defer stop()
	if err := q.work(ctx, j, r, before); err != nil {
		q.failed(r, q.cause(ctx, err))
	}
}

// drop discards the draft of a run that another has followed.
func (q *Queue) drop(r *run) {
	if err := r.discardDraft(); err != nil {
		q.options.Log.Error("a draft could not be discarded", "error", err)
	}
}

// cause prefers what ended the context to what came of it.
func (q *Queue) cause(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return err
}

// work does what a run is for.
func (q *Queue) work(ctx context.Context, j *job, r, before *run) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	files := os.DirFS(j.path)
	settings, err := q.look(ctx, files, r)
	if err != nil {
		return err
	}
	draft := r.adopt(before)
	if draft == nil {
		draft, err = q.build(ctx, j, r, files, settings)
	}
	if err != nil || draft == nil {
		return err
	}
	return q.offer(ctx, j, r, draft)
}

// adopt takes over the draft of the run before, when nothing is asked but to put it in place.
func (r *run) adopt(before *run) *library.Draft {
	if before == nil || !r.request.Commit {
		return nil
	}
	now, then := r.view(), before.view()
	if then.State != Ready || !slices.Equal(now.Decisions, then.Decisions) || !sameSettings(now.Dataset, then.Dataset) {
		return nil
	}
	draft := before.takeDraft()
	if draft != nil {
		r.tell(func(i *Import) {
			i.State, i.Progress, i.Report, i.Matches = Building, then.Progress, then.Report, then.Matches
			i.Version, i.Changes = then.Version, then.Changes
		})
	}
	return draft
}

// sameSettings compares what two settings say, however they are written.
func sameSettings(a, b *ingest.Dataset) bool {
	one, errOne := json.Marshal(a)
	other, errOther := json.Marshal(b)
	return errOne == nil && errOther == nil && bytes.Equal(one, other)
}

// build reads everything into a draft; there is none where the data is refused.
func (q *Queue) build(ctx context.Context, j *job, r *run, files fs.FS, settings []byte) (*library.Draft, error) {
	source := ingest.Source{Dataset: files, Geo: q.options.Geo, Now: q.options.Now, Settings: settings,
		Decisions: r.request.Decisions, Progress: r.progress}
	draft, report, err := q.options.Library.Build(ctx, source, library.Origin{Kind: library.Upload, Name: strings.Join(j.names, ", ")})
	if report != nil {
		r.tell(func(i *Import) { i.Report, i.Matches = report, matchesOf(report) })
	}
	var refused *ingest.RefusedError
	if errors.As(err, &refused) {
		r.tell(func(i *Import) { i.State = Refused })
		return nil, nil
	}
	return draft, err
}

// progress passes on how far the reading is.
func (r *run) progress(p ingest.Progress) {
	r.tell(func(i *Import) {
		i.Progress = Progress{File: p.File, Rows: p.Rows, Bytes: p.Bytes, TotalBytes: p.TotalBytes}
		if p.TotalBytes > 0 && p.Bytes >= p.TotalBytes {
			i.State = Building
		}
	})
}
