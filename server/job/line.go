package job

import (
	"fmt"

	"meridian/data/fault"
)

var errStopping = busy("the server is stopping")

func busy(format string, args ...any) error {
	return &fault.Error{Code: fault.Busy, Message: fmt.Sprintf(format, args...)}
}

// enter lets an upload of so many bytes begin.
func (q *Queue) enter(bytes int64) error {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.arriving >= arriving {
		return busy("%d uploads are arriving already; try again when one is done", arriving)
	}
	if err := q.room(); err != nil {
		return err
	}
	if err := q.space(bytes); err != nil {
		return err
	}
	q.arriving++
	q.coming += bytes
	return nil
}

// leave ends an upload of which so many bytes have not arrived.
func (q *Queue) leave(due int64) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.arriving--
	q.coming -= due
}

// room refuses a run when too many wait already. The caller holds mu.
func (q *Queue) room() error {
	if q.ctx.Err() != nil {
		return errStopping
	}
	under := 0
	for _, j := range q.jobs {
		if !j.run.ended() {
			under++
		}
	}
	if under > inLine {
		return busy("%d imports wait already; try again when one is done", inLine)
	}
	return nil
}
