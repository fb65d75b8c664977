package render

import (
	"runtime"
	"time"
)

// Options bounds what drawing may use. Zero values take the defaults.
type Options struct {
	Engines     int           // JavaScript engines, and pictures drawn at once; default one a core, two at least
	Queue       int           // small pictures that may wait, and as much again in large ones; default 64
	TimeLimit   time.Duration // for one picture from asking to the last byte, waiting included; default 20 s
	MemoryLimit uint64        // bytes one engine may take; default 512 MB

	// OnMissing hears of characters that no font has; they are drawn as boxes.
	OnMissing func(chart, characters string)
}

func (o Options) withDefaults() Options {
	if o.Engines <= 0 {
		o.Engines = max(2, runtime.GOMAXPROCS(0))
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
