package render

import (
	"runtime"
	"testing"
	"time"
)

// An engine that has ended leaves nothing pinned: the collector would end the program.
func TestEndedEnginesLetGo(t *testing.T) {
	for range 3 {
		r := newRenderer(t, Options{Engines: 1})
		if _, err := r.SVG(t.Context(), picture(t, "line-band")); err != nil {
			t.Fatal(err)
		}
		r.Close()
	}
	for range 5 {
		runtime.GC()
		time.Sleep(10 * time.Millisecond) // finalisers run beside us
	}
}
