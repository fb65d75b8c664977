package render

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync/atomic"

	quickjs "github.com/buke/quickjs-go"
)

// stackSize bounds the engine's use of the thread's stack; the smallest default
// among the platforms is 512 KB.
const stackSize = 400 << 10

// collectEvery is how many charts are drawn between two collections of the
// engine's reference cycles. They are cheap, but not free.
const collectEvery = 8

// hooks are the functions the chart code asks of its host.
type hooks struct {
	measure  func(line, font string) float64
	baseline func(font string) float64
	mapFile  func(name string) string
}

// A drawing is one call of the chart code.
type drawing struct {
	payload       string
	width, height float64
	lang          string
	fine          bool
}

// An engine is a JavaScript engine with the chart code loaded, on a thread of
// its own. This file is all that knows which engine it is.
type engine struct {
	work chan engineJob
	stop atomic.Bool
}

type engineJob struct {
	drawing
	reply chan engineReply
}

type engineReply struct {
	svg string
	err error
}

// startEngine loads the chart code; `bytecode` is what compile made of it.
func startEngine(bytecode []byte, memory uint64, host hooks) (*engine, error) {
	e := &engine{work: make(chan engineJob)}
	started := make(chan error, 1)
	go e.run(bytecode, memory, host, started)
	if err := <-started; err != nil {
		return nil, fmt.Errorf("start chart engine: %w", err)
	}
	return e, nil
}

// draw runs the chart code. When the context ends first, the engine is
// interrupted and must not be used again.
func (e *engine) draw(ctx context.Context, d drawing) (string, error) {
	reply := make(chan engineReply, 1)
	select {
	case e.work <- engineJob{d, reply}:
	case <-ctx.Done():
		return "", ctx.Err()
	}
	select {
	case r := <-reply:
		return r.svg, r.err
	case <-ctx.Done():
		e.stop.Store(true)
		<-reply
		return "", ctx.Err()
	}
}

func (e *engine) close() { close(e.work) }

func (e *engine) run(bytecode []byte, memory uint64, host hooks, started chan<- error) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	vm := quickjs.NewRuntime(quickjs.WithMemoryLimit(memory), quickjs.WithMaxStackSize(stackSize))
	// Close takes the runtime by value and lets go of the pointer the interrupt handler pins: it must see the
	// runtime as it is at the end, or the collector finds the pin and ends the program.
	defer func() { vm.Close() }()
	js := vm.NewContext()
	defer js.Close()
	vm.SetInterruptHandler(e.interrupted)
	if err := load(js, bytecode, host); err != nil {
		started <- err
		return
	}
	started <- nil
	drawn := 0
	for job := range e.work {
		job.reply <- call(js, job.drawing)
		if drawn++; drawn%collectEvery == 0 {
			vm.RunGC()
		}
	}
}

func (e *engine) interrupted() int {
	if e.stop.Load() {
		return 1
	}
	return 0
}

// prelude gives the chart code the timers it looks for; nothing waits here.
const prelude = `globalThis.setTimeout = function () { return 0 }; globalThis.clearTimeout = function () {};`

func load(js *quickjs.Context, bytecode []byte, host hooks) error {
	ready, err := js.Eval(prelude)
	if err != nil {
		return err
	}
	ready.Free()
	globals := js.Globals()
	globals.Set("hostMeasure", js.Function(func(js *quickjs.Context, _ quickjs.Value, args []quickjs.Value) quickjs.Value {
		return js.Float64(host.measure(args[0].String(), args[1].String()))
	}))
	globals.Set("hostBaseline", js.Function(func(js *quickjs.Context, _ quickjs.Value, args []quickjs.Value) quickjs.Value {
		return js.Float64(host.baseline(args[0].String()))
	}))
	globals.Set("hostMap", js.Function(func(js *quickjs.Context, _ quickjs.Value, args []quickjs.Value) quickjs.Value {
		return js.String(host.mapFile(args[0].String()))
	}))
	loaded, err := js.EvalBytecode(bytecode)
	if err != nil {
		return err
	}
	loaded.Free()
	return nil
}

func call(js *quickjs.Context, d drawing) engineReply {
	args := []quickjs.Value{
		js.String(d.payload), js.Float64(d.width), js.Float64(d.height), js.String(d.lang), js.Bool(d.fine),
	}
	result := js.Globals().Call("meridianRender", args...)
	defer result.Free()
	for _, arg := range args {
		arg.Free()
	}
	if result.IsException() || result.IsError() {
		return engineReply{err: scriptError(js.Exception())}
	}
	return engineReply{svg: result.String()}
}

// errChart marks what the chart code refused: the request is at fault, not the
// engine.
var errChart = errors.New("chart")

func scriptError(err error) error {
	var thrown *quickjs.Error
	switch {
	case err == nil:
		return errors.New("the chart code failed without saying why")
	case errors.As(err, &thrown) && thrown.Name == "ChartError":
		return fmt.Errorf("%w: %s", errChart, thrown.Message)
	case errors.As(err, &thrown):
		return fmt.Errorf("%w\n%s", err, thrown.Stack)
	}
	return err
}

// compile turns the chart code into bytecode, which an engine loads several
// times faster than source.
func compile(source string) ([]byte, error) {
	type compiled struct {
		bytecode []byte
		err      error
	}
	done := make(chan compiled, 1)
	go func() {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		vm := quickjs.NewRuntime()
		defer vm.Close()
		js := vm.NewContext()
		defer js.Close()
		bytecode, err := js.Compile(source)
		done <- compiled{bytecode, err}
	}()
	result := <-done
	if result.err != nil {
		return nil, fmt.Errorf("compile chart code: %w", result.err)
	}
	return result.bytecode, nil
}
