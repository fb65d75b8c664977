package analytics

import (
	"context"
	"fmt"
	"sync"

	"github.com/hashicorp/golang-lru/v2/simplelru"
	"golang.org/x/sync/singleflight"

	"meridian/analytics/table"
)

// answerCells is how many cells of answers are kept: some 20 MB.
const answerCells = 250_000

// answers keeps what a network was asked lately. A network never changes, so that an answer stays right as long as it
// lives; what many ask at once is computed once.
type answers struct {
	asking singleflight.Group
	mu     sync.Mutex
	kept   *simplelru.LRU[string, *table.Table]
	cells  int
	most   int
}

func newAnswers(most int) (*answers, error) {
	// Cells are the bound; the number only has to be out of reach.
	kept, err := simplelru.NewLRU[string, *table.Table](most, nil)
	return &answers{kept: kept, most: most}, err
}

// get gives the answer to a question, computed if it is not kept; it is the caller's own. What fails is not kept.
// Others may wait for the same answer, so that it is computed to its end though the one who asked first goes away.
func (a *answers) get(ctx context.Context, metric string, q Question, ask answerer) (*table.Table, error) {
	q.Theme = "" // colours change no number
	name := fmt.Sprintf("%q %#v", metric, q)
	if t := a.find(name); t != nil {
		return t.Clone(), nil
	}
	asked, err, _ := a.asking.Do(name, func() (any, error) {
		if t := a.find(name); t != nil {
			return t, nil
		}
		t, err := ask(context.WithoutCancel(ctx), metric, q)
		if err == nil {
			a.keep(name, t)
		}
		return t, err
	})
	if err != nil {
		return nil, err
	}
	t, ok := asked.(*table.Table)
	if !ok {
		return nil, fmt.Errorf("metric %s: the answer is a %T", metric, asked)
	}
	return t.Clone(), ctx.Err()
}

func (a *answers) find(name string) *table.Table {
	a.mu.Lock()
	defer a.mu.Unlock()
	t, _ := a.kept.Get(name)
	return t
}

func (a *answers) keep(name string, t *table.Table) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.kept.Contains(name) || size(t) > a.most {
		return
	}
	a.kept.Add(name, t)
	a.cells += size(t)
	for a.cells > a.most {
		_, oldest, _ := a.kept.RemoveOldest()
		a.cells -= size(oldest)
	}
}

// size counts an answer's cells; an empty one counts as well.
func size(t *table.Table) int { return (t.Len() + 1) * len(t.Columns) }
