package job

import (
	"context"
	"errors"
	"os"
	"sync"
	"time"

	"meridian/data/guess"
	"meridian/data/library"
	"meridian/data/match"
)

// Request is what is asked of a run.
type Request struct {
	Settings  []byte // takes the place of dataset.yaml; of the last run, or guessed, when nil
	Decisions []byte // takes the place of decisions.csv; of the last run when nil
	Commit    bool   // put the data in place when nothing is wrong
}

// job is an import: files and the last run over them.
type job struct {
	id      string
	path    string // the folder of the files
	names   []string
	bytes   int64 // of the files
	created time.Time
	run     *run
}

// run is one reading of a job's files.
type run struct {
	request Request
	ctx     context.Context
	cancel  context.CancelFunc
	done    chan struct{} // closed when the run has ended

	mu      sync.Mutex
	told    Import
	draft   *library.Draft // of a run that is ready, as long as it is kept
	putting bool           // past the point where it can be cancelled
	ending  time.Time
}

// begin starts a run over a job's files after the one before has ended. The caller holds mu.
func (q *Queue) begin(j *job, r Request) {
	before := j.run
	if before != nil {
		before.cancel()
		r = r.after(before.request)
	}
	ctx, cancel := context.WithCancel(q.ctx)
	j.run = &run{request: r, ctx: ctx, cancel: cancel, done: make(chan struct{})}
	j.run.told = Import{ID: j.id, State: Reading, Commit: r.Commit, CreatedAt: j.created,
		Guesses: []guess.Guess{}, Needs: []guess.Need{}, Files: []guess.FileLook{}, Decisions: []match.Decision{}}
	current := j.run
	q.runs.Go(func() { q.carryOut(j, current, before) })
}

// after fills in from the run before what is not said anew.
func (r Request) after(before Request) Request {
	if r.Settings == nil {
		r.Settings = before.Settings
	}
	if r.Decisions == nil {
		r.Decisions = before.Decisions
	}
	return r
}

// tell changes what is told of a run.
func (r *run) tell(change func(*Import)) {
	r.mu.Lock()
	defer r.mu.Unlock()
	change(&r.told)
}

func (r *run) view() Import {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.told
}

func (r *run) ended() bool {
	select {
	case <-r.done:
		return true
	default:
		return false
	}
}

func (r *run) committing() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.putting && !r.ended()
}

// commit passes the point of no return, unless the run was cancelled before.
func (r *run) commit() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.putting = r.ctx.Err() == nil
	return r.ctx.Err()
}

// takeDraft hands the draft over to whoever commits or discards it; nil when there is none.
func (r *run) takeDraft() *library.Draft {
	r.mu.Lock()
	defer r.mu.Unlock()
	draft := r.draft
	r.draft = nil
	return draft
}

func (r *run) discardDraft() error {
	if draft := r.takeDraft(); draft != nil {
		return draft.Discard()
	}
	return nil
}

func (j *job) view() Import { return j.run.view() }

// discard removes the files and the draft of a job whose run has ended.
func (j *job) discard() error {
	return errors.Join(j.run.discardDraft(), os.RemoveAll(j.path))
}
