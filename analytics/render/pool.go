package render

import (
	"context"
	"errors"
	"fmt"
	"meridian/data/fault"
	"strings"
	"sync"
	"time"
)

// A pool holds the JavaScript engines. They start when first needed; one that
// fails is closed, and another starts in its place.
type pool struct {
	slots    chan *engine // nil: a place whose engine has not started
	memory   uint64
	bytecode func() ([]byte, error)
	hooks    func() hooks
}

func newPool(source string, options Options, host func() hooks) *pool {
	p := &pool{
		slots:    make(chan *engine, options.Engines),
		memory:   options.MemoryLimit,
		bytecode: sync.OnceValues(func() ([]byte, error) { return compile(source) }),
		hooks:    host,
	}
	for range options.Engines {
		p.slots <- nil
	}
	return p
}

// draw runs a drawing on a free engine.
func (p *pool) draw(ctx context.Context, d drawing) (string, error) {
	running, err := p.take(ctx)
	if err != nil {
		return "", err
	}
	svg, err := running.draw(ctx, d)
	if err != nil && !errors.Is(err, errChart) {
		running.close()
		running = nil
	}
	p.slots <- running
	return svg, err
}

// take waits for an engine and starts it if it has not been.
func (p *pool) take(ctx context.Context) (running *engine, err error) {
	select {
	case running = <-p.slots:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if running != nil {
		return running, nil
	}
	running, err = p.start()
	if err != nil {
		p.slots <- nil
		return nil, err
	}
	return running, nil
}

// warm starts one engine.
func (p *pool) warm(ctx context.Context) error {
	running, err := p.take(ctx)
	if err != nil {
		return err
	}
	p.slots <- running
	return nil
}

func (p *pool) start() (*engine, error) {
	bytecode, err := p.bytecode()
	if err != nil {
		return nil, err
	}
	return startEngine(bytecode, p.memory, p.hooks())
}

// explain turns what went wrong into an error for people.
func explain(err error, limit time.Duration) error {
	var known *fault.Error
	switch {
	case errors.As(err, &known) || errors.Is(err, context.Canceled):
		return err
	case errors.Is(err, context.DeadlineExceeded):
		return &fault.Error{Code: fault.Busy, Err: err, Message: fmt.Sprintf("the picture took longer than %s; ask for a smaller one or for fewer marks", limit)}
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
