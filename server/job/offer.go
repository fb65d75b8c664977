package job

import (
	"context"
	"errors"
	"fmt"
	"time"

	"meridian/analytics/lang"
	"meridian/data/library"
)

// offer compares a draft with what is current and puts it in place if that was asked.
func (q *Queue) offer(ctx context.Context, j *job, r *run, draft *library.Draft) error {
	r.tell(func(i *Import) {
		i.State, i.Version, i.Progress.Bytes = Building, draft.Version(), i.Progress.TotalBytes
	})
	if err := q.compare(ctx, r, draft); err != nil {
		return errors.Join(fmt.Errorf("compare the draft: %w", err), draft.Discard())
	}
	if r.request.Commit {
		return q.put(j, r, draft)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.draft, r.told.State = draft, Ready
	return nil
}

// compare tells what the draft changes in what is current now, unless a draft that was adopted knows that already.
func (q *Queue) compare(ctx context.Context, r *run, draft *library.Draft) error {
	current, known := q.options.Library.Current().Version, r.view().Changes
	if current == "" || known.from() == current {
		return nil
	}
	changes, err := Compare(ctx, q.options.Library, q.options.Least, current, draft.Version(), lang.All()...)
	if err != nil {
		return err
	}
	r.tell(func(i *Import) { i.Changes = changes })
	return nil
}

// put makes a draft what everybody sees. From here on it is too late to cancel.
func (q *Queue) put(j *job, r *run, draft *library.Draft) error {
	if err := r.commit(); err != nil {
		return errors.Join(err, draft.Discard())
	}
	ctx, stop := context.WithTimeout(context.WithoutCancel(r.ctx), time.Minute)
	defer stop()
	entry, err := draft.Commit(ctx)
	if err != nil {
		return errors.Join(fmt.Errorf("put the data in place: %w", err), draft.Discard())
	}
	q.release(j)
	r.tell(func(i *Import) { i.State, i.Version = Committed, entry.Version })
	return nil
}
