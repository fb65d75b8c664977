package render

import (
	"context"
	"encoding/json"
	"errors"
	"meridian/data/fault"
	"strings"
	"testing"
	"time"
)

func TestWhatCannotBeDrawnIsRefused(t *testing.T) {
	r := newRenderer(t, Options{Engines: 1})
	tests := map[string]struct {
		change func(*Picture)
		field  string
		says   string
	}{
		"no width":     {func(p *Picture) { p.Width = 0 }, "width", "1 to 8000"},
		"huge height":  {func(p *Picture) { p.Height = 8001 }, "height", "8001"},
		"odd scale":    {func(p *Picture) { p.Scale = 9 }, "scale", "1 to 4"},
		"language":     {func(p *Picture) { p.Lang = "de" }, "lang", `"de"`},
		"colour":       {func(p *Picture) { p.Palette.Ink = "red;" }, "palette", `"red;"`},
		"no option":    {func(p *Picture) { p.Payload.Option = nil }, "option", "no option"},
		"not JSON":     {func(p *Picture) { p.Payload.Option = json.RawMessage("{") }, "option", "JSON"},
		"unknown map":  {func(p *Picture) { p.Payload.Maps = []string{"atlantis"} }, "maps", `"atlantis"`},
		"map by path":  {func(p *Picture) { p.Payload.Maps = []string{"../x"} }, "maps", `"../x"`},
		"unknown kind": {func(p *Picture) { p.Payload.Option = json.RawMessage(`{"series":[{"type":"radar"}]}`) }, "option", `"radar"`},
		"unknown formatter": {func(p *Picture) {
			p.Payload.Formatters = json.RawMessage(`[{"path":"title.text","id":"roman"}]`)
		}, "option", `"roman"`},
		"point on an unknown map": {func(p *Picture) {
			p.Payload.Option = json.RawMessage(`{"geo":{"map":"mars"},"series":[{"type":"scatter","coordinateSystem":"geo","data":[[1,2]]}]}`)
		}, "option", `"mars"`},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			p := picture(t, "line-band")
			test.change(&p)
			_, err := r.SVG(t.Context(), p)
			var refused *fault.Error
			if !errors.As(err, &refused) {
				t.Fatalf("got %v, want a refusal", err)
			}
			if refused.Code != fault.Invalid || refused.Field != test.field || !strings.Contains(refused.Message, test.says) {
				t.Errorf("got %s of %q: %s", refused.Code, refused.Field, refused.Message)
			}
		})
	}
}

func TestTimeLimitAndRecovery(t *testing.T) {
	r := newRenderer(t, Options{Engines: 1})
	if _, err := r.SVG(t.Context(), picture(t, "line-band")); err != nil {
		t.Fatal(err)
	}
	r.limit = 30 * time.Millisecond
	_, err := r.SVG(t.Context(), picture(t, "graph"))
	var late *fault.Error
	if !errors.As(err, &late) || late.Code != fault.Busy {
		t.Fatalf("got %v, want a timeout", err)
	}
	r.limit = 20 * time.Second
	if _, err := r.SVG(t.Context(), picture(t, "line-band")); err != nil {
		t.Errorf("after a timeout: %v", err)
	}
}

func TestCancellation(t *testing.T) {
	r := newRenderer(t, Options{Engines: 1})
	if _, err := r.SVG(t.Context(), picture(t, "line-band")); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(15*time.Millisecond, cancel)
	begun := time.Now()
	_, err := r.PNG(ctx, picture(t, "graph"))
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want a cancellation", err)
	}
	if took := time.Since(begun); took > time.Second {
		t.Errorf("it took %s to give up", took)
	}
	if _, err := r.SVG(t.Context(), picture(t, "line-band")); err != nil {
		t.Errorf("after a cancellation: %v", err)
	}
}

func TestMemoryLimit(t *testing.T) {
	r := newRenderer(t, Options{Engines: 1, MemoryLimit: 9 << 20})
	_, err := r.SVG(t.Context(), picture(t, "world"))
	var failed *fault.Error
	if !errors.As(err, &failed) || failed.Code != fault.Internal {
		t.Fatalf("got %v, want a failure for want of memory", err)
	}
}

func TestQueueIsBounded(t *testing.T) {
	r := newRenderer(t, Options{Engines: 1, Queue: 1})
	const clients = 6
	codes := make(chan fault.Code, clients)
	for range clients {
		go func() {
			_, err := r.SVG(context.Background(), picture(t, "graph"))
			var known *fault.Error
			errors.As(err, &known)
			if known == nil {
				known = &fault.Error{}
			}
			codes <- known.Code
		}()
	}
	seen := map[fault.Code]int{}
	for range clients {
		seen[<-codes]++
	}
	if seen[fault.Busy] == 0 || seen[""] < 2 || seen[fault.Busy]+seen[""] != clients {
		t.Errorf("got %v, want two drawn or more and the rest refused as busy", seen)
	}
}
