package analytics

import (
	"context"
	"fmt"
	"runtime/debug"
	"sync"

	"github.com/hashicorp/golang-lru/v2/simplelru"
	"golang.org/x/sync/singleflight"

	"meridian/analytics/table"
)

// answerBytes is how much of answers is kept.
const answerBytes = 20 << 20

// cellBytes is what a cell takes besides its text.
const cellBytes = 32

// answers keeps what a network was asked lately. A network never changes, so that an answer stays right as long as it
// lives; what many ask at once is computed once.
type answers struct {
	asking singleflight.Group
	mu     sync.Mutex
	kept   *simplelru.LRU[string, *table.Table]
	bytes  int
	most   int
}

func newAnswers(most int) (*answers, error) {
	// Bytes are the bound; the number only has to be out of reach.
	kept, err := simplelru.NewLRU[string, *table.Table](most, nil)
	return &answers{kept: kept, most: most}, err
}

// get gives the answer to a question, computed if it is not kept; it is the caller's own. What fails is not kept, nor
// what a person searched for in words of their own, which hardly anybody asks again. Others may wait for the same answer,
// so that it is computed to its end though the one who asked first goes away; nobody waits longer than their own context.
func (a *answers) get(ctx context.Context, metric string, q Question, ask answerer) (*table.Table, error) {
	q.Theme = "" // colours change no number
	if q.List.Search != "" {
		return ask(ctx, metric, q)
	}
	name := fmt.Sprintf("%q %#v", metric, q)
	if t := a.find(name); t != nil {
		return t.Clone(), nil
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	answered := a.asking.DoChan(name, func() (any, error) {
		if t := a.find(name); t != nil {
			return t, nil
		}
		t, err := caught(context.WithoutCancel(ctx), metric, q, ask)
		if err == nil {
			a.keep(name, t)
		}
		return t, err
	})
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case answer := <-answered:
		t, ok := answer.Val.(*table.Table)
		if answer.Err != nil || !ok {
			return nil, answer.Err
		}
		return t.Clone(), nil
	}
}

// caught asks, and gives a panic as an error: it happens beside the request, where nobody would catch it.
func caught(ctx context.Context, metric string, q Question, ask answerer) (t *table.Table, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			t, err = nil, fmt.Errorf("metric %s: panic: %v\n%s", metric, cause, debug.Stack())
		}
	}()
	return ask(ctx, metric, q)
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
	a.bytes += size(t)
	for a.bytes > a.most {
		_, oldest, _ := a.kept.RemoveOldest()
		a.bytes -= size(oldest)
	}
}

// size is about how many bytes an answer takes: its cells and the text in them. An empty one counts as well.
func size(t *table.Table) int {
	bytes := cellBytes * (t.Len() + 1) * len(t.Columns)
	for _, list := range [][]string{t.Grades, t.Cited, t.SourceIDs} {
		for _, text := range list {
			bytes += len(text)
		}
	}
	for _, row := range t.Rows {
		for _, cell := range row {
			if text, ok := cell.(string); ok {
				bytes += len(text)
			}
		}
	}
	return bytes
}
