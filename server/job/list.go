package job

import (
	"slices"
	"time"
)

// Listed is an import as it stands in a list.
type Listed struct {
	ID        string    `json:"id"`
	State     State     `json:"state"`
	CreatedAt time.Time `json:"created_at"`
	Files     []string  `json:"files"` // their names
}

// List gives the imports that are kept, newest first.
func (q *Queue) List() []Listed {
	q.mu.Lock()
	defer q.mu.Unlock()
	list := make([]Listed, 0, len(q.jobs))
	for _, j := range slices.Backward(q.jobs) {
		list = append(list, Listed{ID: j.id, State: j.view().State, CreatedAt: j.created, Files: slices.Clone(j.names)})
	}
	return list
}
