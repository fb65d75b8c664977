package render

import (
	"context"
	"errors"
	"fmt"
	"meridian/data/fault"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// A pool holds the JavaScript engines. They start when first needed; one that
// fails is closed, and another starts in its place.
type pool struct {
	slots    chan *engine // nil: a place whose engine has not started
	waiting  atomic.Int64
	queue    int64
	limit    time.Duration
	memory   uint64
	bytecode func() ([]byte, error)
	hooks    func() hooks
}

func newPool(source string, options Options, host func() hooks) *pool {
	p := &pool{
		slots:    make(chan *engine, options.Engines),
		queue:    int64(options.Queue),
		limit:    options.TimeLimit,
		memory:   options.MemoryLimit,
		bytecode: sync.OnceValues(func() ([]byte, error) { return compile(source) }),
		hooks:    host,
	}
	for range options.Engines {
		p.slots <- nil
	}
	return p
}

// draw runs a drawing on the next free engine.
func (p *pool) draw(ctx context.Context, d drawing) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, p.limit)
	defer cancel()
	running, err := p.take(ctx)
	if err != nil {
		return "", p.explain(err)
	}
	svg, err := running.draw(ctx, d)
	if err != nil && !errors.Is(err, errChart) {
		running.close()
		running = nil
	}
	p.slots <- running
	return svg, p.explain(err)
}

// take waits for a place and starts its engine if it has none.
func (p *pool) take(ctx context.Context) (*engine, error) {
	var running *engine
	select {
	case running = <-p.slots:
	default:
		if p.waiting.Add(1) > p.queue {
			p.waiting.Add(-1)
			return nil, &fault.Error{Code: fault.Busy, Message: "too many pictures are being drawn; try again in a moment"}
		}
		defer p.waiting.Add(-1)
		select {
		case running = <-p.slots:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	if running != nil {
		return running, nil
	}
	running, err := p.start()
	if err != nil {
		p.slots <- nil
		return nil, err
	}
	return running, nil
}

func (p *pool) start() (*engine, error) {
	bytecode, err := p.bytecode()
	if err != nil {
		return nil, err
	}
	return startEngine(bytecode, p.memory, p.hooks())
}

// explain turns what went wrong into an error for people.
func (p *pool) explain(err error) error {
	var known *fault.Error
	switch {
	case err == nil || errors.As(err, &known) || errors.Is(err, context.Canceled):
		return err
	case errors.Is(err, context.DeadlineExceeded):
		return &fault.Error{Code: fault.Busy, Err: err, Message: fmt.Sprintf("the picture took longer than %s; ask for fewer marks", p.limit)}
	case errors.Is(err, errChart):
		return &fault.Error{Code: fault.Invalid, Field: "option", Err: err, Message: strings.TrimPrefix(err.Error(), "chart: ")}
	case strings.Contains(err.Error(), "out of memory"):
		return &fault.Error{Code: fault.Internal, Err: err, Message: "the chart needs more memory than allowed; ask for fewer marks"}
	}
	return &fault.Error{Code: fault.Internal, Err: err, Message: "the chart could not be drawn: " + err.Error()}
}

// close stops the engines, waiting for those at work.
func (p *pool) close() {
	for range cap(p.slots) {
		if running := <-p.slots; running != nil {
			running.close()
		}
	}
}
