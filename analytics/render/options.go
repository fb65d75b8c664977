package render

import (
	"runtime"
	"time"
)

// Options bounds what drawing may use. Zero values take the defaults.
type Options struct {
	Engines     int           // JavaScript engines; default one a core
	Queue       int           // pictures that may wait for an engine; default 64
	TimeLimit   time.Duration // for one picture, waiting included; default 20 s
	MemoryLimit uint64        // bytes one engine may take; default 512 MB

	// OnMissing hears of characters that no font has; they are drawn as boxes.
	OnMissing func(chart, characters string)
}

func (o Options) withDefaults() Options {
	if o.Engines <= 0 {
		o.Engines = runtime.GOMAXPROCS(0)
	}
	if o.Queue <= 0 {
		o.Queue = 64
	}
	if o.TimeLimit <= 0 {
		o.TimeLimit = 20 * time.Second
	}
	if o.MemoryLimit == 0 {
		o.MemoryLimit = 512 << 20
	}
	return o
}
