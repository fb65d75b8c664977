package job

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"meridian/data/fault"
)

// Bounds on what is under way at once.
const (
	inLine     = 8  // runs that wait for the one being built
	arriving   = 4  // uploads at once
	jobsKept   = 20 // imports
	draftsKept = 2  // of imports that are ready; a commit of another builds it again
	runTime    = 30 * time.Minute
	keepTime   = time.Hour
	keepBytes  = int64(16) << 30 // of uploaded files, the newest import's beside
	sweepTime  = time.Minute
)

// Queue carries imports out, one at a time, and keeps them for a while.
type Queue struct {
	options  Options
	folder   *folder
	builder  chan struct{} // held by the run that is being carried out
	ctx      context.Context
	stop     context.CancelFunc
	runs     sync.WaitGroup
	mu       sync.Mutex
	jobs     []*job // oldest first
	arriving int
	coming   int64 // bytes that were announced and have not arrived
}

// New starts a queue; Close ends it.
func New(o Options) (*Queue, error) {
	o = o.complete()
	folder, err := newFolder(o.Folder)
	if err != nil {
		return nil, err
	}
	ctx, stop := context.WithCancel(context.Background())
	q := &Queue{options: o, folder: folder, builder: make(chan struct{}, 1), ctx: ctx, stop: stop}
	q.runs.Go(q.forget)
	return q, nil
}

// Stop cancels what is under way and takes nothing new.
func (q *Queue) Stop() {
	q.mu.Lock()
	defer q.mu.Unlock() // no run begins after
	q.stop()
}

// Close stops the queue, waits for what was under way and removes every file.
func (q *Queue) Close() error {
	q.Stop()
	q.runs.Wait()
	var failed []error
	for _, j := range q.jobs {
		failed = append(failed, j.discard())
	}
	q.jobs = nil
	return errors.Join(append(failed, q.folder.remove())...)
}

// Submit makes an import of an upload and begins it.
func (q *Queue) Submit(u *Upload, r Request) (Import, <-chan struct{}, error) {
	defer q.trim()
	q.mu.Lock()
	defer q.mu.Unlock()
	if err := q.room(); err != nil {
		return Import{}, nil, err
	}
	q.arriving--
	q.coming -= u.due
	j := &job{id: u.id, path: u.path, names: u.names, bytes: u.bytes, created: q.options.Now()}
	q.jobs = append(q.jobs, j)
	q.begin(j, r)
	return j.view(), j.run.done, nil
}

// find gives an import that is kept. The caller holds mu.
func (q *Queue) find(id string) (*job, error) {
	for _, j := range q.jobs {
		if j.id == id {
			return j, nil
		}
	}
	return nil, fault.Missing("id", "there is no such import, or it is no longer kept; send the files again")
}

// Get tells where an import stands.
func (q *Queue) Get(id string) (Import, error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	j, err := q.find(id)
	if err != nil {
		return Import{}, err
	}
	return j.view(), nil
}

// Again runs an import over the files that are kept. A run that is under way is cancelled first, unless it is putting
// its data in place, which is a conflict, as is one that has: its files are gone. The channel is closed when the run has ended.
func (q *Queue) Again(id string, r Request) (Import, <-chan struct{}, error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	j, err := q.find(id)
	if err != nil {
		return Import{}, nil, err
	}
	if j.run.committing() {
		return Import{}, nil, &fault.Error{Code: fault.Conflict, Message: "the import is being put in place; wait for its end"}
	}
	if j.view().State == Committed {
		return Import{}, nil, &fault.Error{Code: fault.Conflict, Message: "the import is in place and its files are gone; send them again"}
	}
	if j.run.ended() {
		if err := q.room(); err != nil {
			return Import{}, nil, err
		}
	}
	q.begin(j, r)
	return j.view(), j.run.done, nil
}

// Remove cancels an import and removes its files, beside the work at hand. One that is being put in place is completed
// first.
func (q *Queue) Remove(id string) error {
	q.mu.Lock()
	defer q.mu.Unlock()
	j, err := q.find(id)
	if err != nil {
		return err
	}
	q.jobs = slices.DeleteFunc(q.jobs, func(other *job) bool { return other == j })
	j.run.cancel()
	q.runs.Go(func() {
		<-j.run.done
		if err := j.discard(); err != nil {
			q.options.Log.Error("an import's files could not be removed", "error", err)
		}
	})
	return nil
}
