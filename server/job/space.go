package job

import (
	"fmt"
	"io"
	"os"

	"meridian/data/fault"
)

const (
	spareBytes = int64(64) << 20 // uploads leave this much of the disk to everything else
	lookEvery  = int64(32) << 20 // bytes that arrive between two looks at the disk
)

// space refuses an upload that the disk has no room for, beside those that are on their way. The caller holds mu.
func (q *Queue) space(bytes int64) error {
	free, err := q.options.Free(q.folder.path)
	if err != nil {
		return nil // a system that does not say: a full disk will show while writing
	}
	left := max(0, free-spareBytes-q.coming)
	if bytes <= left && free >= spareBytes {
		return nil
	}
	return &fault.Error{Code: fault.NoSpace, Field: "files", Message: fmt.Sprintf(
		"the upload of %d MB does not fit: the server's disk takes %d MB more beside the imports that are kept and on their way; remove an import, make room there or send less",
		(bytes+1<<20-1)>>20, left>>20)}
}

// watched ends an upload when its queue stops or the disk fills up.
type watched struct {
	upload *Upload
	io.Reader
}

// Read gives the next bytes, or the refusal of a queue that was stopped or has no space.
func (w watched) Read(p []byte) (int, error) {
	if w.upload.queue.ctx.Err() != nil {
		return 0, errStopping
	}
	n, err := w.Reader.Read(p)
	if refusal := w.upload.came(int64(n)); refusal != nil {
		return 0, refusal
	}
	return n, err
}

// came counts bytes that are on the disk now and no longer on their way.
func (u *Upload) came(n int64) error {
	u.queue.mu.Lock()
	defer u.queue.mu.Unlock()
	arrived := min(n, u.due)
	u.due, u.queue.coming = u.due-arrived, u.queue.coming-arrived
	if u.unseen += n; u.unseen < lookEvery {
		return nil
	}
	u.unseen = 0
	free, err := u.queue.options.Free(u.queue.folder.path)
	if err != nil || free >= spareBytes {
		return nil
	}
	return &fault.Error{Code: fault.NoSpace, Field: "files", Message: "the server's disk has no room for the rest of the upload; remove an import, make room there or send less"}
}

// release removes the files of an import that is in place: what is told of it does not need them.
func (q *Queue) release(j *job) {
	if err := os.RemoveAll(j.path); err != nil {
		q.options.Log.Error("an import's files could not be removed", "error", err)
		return
	}
	q.mu.Lock()
	defer q.mu.Unlock()
	j.bytes = 0
}
