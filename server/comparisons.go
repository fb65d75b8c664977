package server

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/hashicorp/golang-lru/v2/simplelru"

	"meridian/analytics"
	"meridian/analytics/disclose"
	"meridian/analytics/lang"
	"meridian/server/job"
)

const (
	comparisonsKept = 64              // comparisons that were asked for lately
	comparisonTime  = 2 * time.Minute // one may take this long, though who asked waits only as long as a request may
)

// comparison names two versions, whose names are made from their content, and the language they are compared in.
type comparison struct {
	from, to string
	language lang.Lang
}

// comparisons keeps what was compared lately and compares one pair at a time: each opens several databases.
type comparisons struct {
	versions job.Versions
	least    disclose.Mode
	turn     chan struct{}
	mu       sync.Mutex
	kept     *simplelru.LRU[comparison, *analytics.ChangesAnswer]
}

func newComparisons(versions job.Versions, least disclose.Mode) (*comparisons, error) {
	kept, err := simplelru.NewLRU[comparison, *analytics.ChangesAnswer](comparisonsKept, nil)
	return &comparisons{versions: versions, least: least, turn: make(chan struct{}, 1), kept: kept}, err
}

// compare waits for its turn and for the answer until ctx ends. A comparison that has begun goes on without who asked
// for it, so that asking again finds it.
func (c *comparisons) compare(ctx context.Context, asked comparison) (*analytics.ChangesAnswer, error) {
	if answer := c.lately(asked); answer != nil {
		return answer, nil
	}
	select {
	case c.turn <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if answer := c.lately(asked); answer != nil {
		<-c.turn
		return answer, nil
	}
	type outcome struct {
		answer *analytics.ChangesAnswer
		err    error
	}
	ended := make(chan outcome, 1)
	go func() {
		defer func() { <-c.turn }()
		ctx, stop := context.WithTimeout(context.WithoutCancel(ctx), comparisonTime)
		defer stop()
		answer, err := c.make(ctx, asked)
		ended <- outcome{answer, err}
	}()
	select {
	case o := <-ended:
		return o.answer, o.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// make compares, and keeps what came out. Nobody above it would catch its panic.
func (c *comparisons) make(ctx context.Context, asked comparison) (answer *analytics.ChangesAnswer, err error) {
	defer func() {
		if failed := recover(); failed != nil {
			err = fmt.Errorf("compare %s and %s: panic: %v", asked.from, asked.to, failed)
		}
	}()
	told, err := job.Compare(ctx, c.versions, c.least, asked.from, asked.to, asked.language)
	if err != nil {
		return nil, err
	}
	answer = told[asked.language]
	c.mu.Lock()
	defer c.mu.Unlock()
	c.kept.Add(asked, answer)
	return answer, nil
}

func (c *comparisons) lately(asked comparison) *analytics.ChangesAnswer {
	c.mu.Lock()
	defer c.mu.Unlock()
	answer, _ := c.kept.Get(asked)
	return answer
}
