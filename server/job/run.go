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
	"time"

	"meridian/analytics/lang"
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
	if draft := r.adopt(before); draft != nil {
		return q.put(r, draft)
	}
	draft, err := q.build(ctx, j, r, files, settings)
	if err != nil || draft == nil {
		return err
	}
	return q.offer(ctx, r, draft)
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

// offer compares a draft with what is current and puts it in place if that was asked.
func (q *Queue) offer(ctx context.Context, r *run, draft *library.Draft) error {
	r.tell(func(i *Import) {
		i.State, i.Version, i.Progress.Bytes = Building, draft.Version(), i.Progress.TotalBytes
	})
	if current := q.options.Library.Current().Version; current != "" {
		changes, err := Compare(ctx, q.options.Library, current, draft.Version(), lang.All()...)
		if err != nil {
			return errors.Join(fmt.Errorf("compare the draft: %w", err), draft.Discard())
		}
		r.tell(func(i *Import) { i.Changes = changes })
	}
	if r.request.Commit {
		return q.put(r, draft)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.draft, r.told.State = draft, Ready
	return nil
}

// put makes a draft what everybody sees. From here on it is too late to cancel.
func (q *Queue) put(r *run, draft *library.Draft) error {
	if err := r.commit(); err != nil {
		return errors.Join(err, draft.Discard())
	}
	ctx, stop := context.WithTimeout(context.WithoutCancel(r.ctx), time.Minute)
	defer stop()
	entry, err := draft.Commit(ctx)
	if err != nil {
		return errors.Join(fmt.Errorf("put the data in place: %w", err), draft.Discard())
	}
	r.tell(func(i *Import) { i.State, i.Version = Committed, entry.Version })
	return nil
}
