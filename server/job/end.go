package job

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"slices"
	"time"

	"meridian/data/fault"
)

// failed tells why a run ended without a result. What has no sentence for people goes to the log under an id.
func (q *Queue) failed(r *run, err error) {
	if errors.Is(err, context.Canceled) {
		r.tell(func(i *Import) { i.State = Cancelled })
		return
	}
	known := new(fault.Error)
	if !errors.As(err, &known) || known.Code == fault.Internal {
		known = &fault.Error{Code: fault.Internal, Message: "something went wrong here; quote the id when you report it"}
	}
	id := newID()
	q.options.Log.Error("import failed", "id", id, "error", err)
	r.tell(func(i *Import) {
		i.State, i.Error = Failed, &Failure{Code: string(known.Code), Message: known.Message, ID: id}
	})
}

func newID() string {
	var b [6]byte
	_, _ = rand.Read(b[:]) // crypto/rand.Read never fails
	return hex.EncodeToString(b[:])
}

// ended closes a run.
func (q *Queue) ended(r *run) {
	r.mu.Lock()
	r.ending = q.options.Now()
	r.mu.Unlock()
	close(r.done)
	q.trim()
}

// forget removes imports whose time is over, until the queue ends.
func (q *Queue) forget() {
	tick := time.NewTicker(min(sweepTime, q.options.Keep/2))
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			q.trim()
		case <-q.ctx.Done():
			return
		}
	}
}

// trim removes what has ended and is too old or one too many, and all but the newest drafts.
func (q *Queue) trim() {
	for _, remove := range q.surplus() {
		if err := remove(); err != nil {
			q.options.Log.Error("an import's files could not be removed", "error", err)
		}
	}
}

// surplus takes what is to go out of the queue and gives what removes it.
func (q *Queue) surplus() (removals []func() error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	kept, bytes := make([]*job, 0, len(q.jobs)), int64(0)
	for n, j := range slices.Backward(q.jobs) {
		nth := len(q.jobs) - n
		if bytes += j.bytes; q.outlived(j, nth) || nth > 1 && bytes > keepBytes && j.run.ended() {
			removals = append(removals, j.discard)
		} else {
			kept = append(kept, j)
		}
	}
	slices.Reverse(kept)
	q.jobs = kept
	drafts := 0
	for _, j := range slices.Backward(kept) {
		if run := j.run; run.ended() && run.holdsDraft() {
			if drafts++; drafts > draftsKept {
				removals = append(removals, run.discardDraft)
			}
		}
	}
	return removals
}

// outlived tells of a job that is the nth newest whether it is to go. The caller holds mu.
func (q *Queue) outlived(j *job, nth int) bool {
	if !j.run.ended() {
		return false
	}
	j.run.mu.Lock()
	defer j.run.mu.Unlock()
	return nth > jobsKept || q.options.Now().Sub(j.run.ending) > q.options.Keep
}

func (r *run) holdsDraft() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.draft != nil
}
