package server

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func TestPicturesAreDrawnOnce(t *testing.T) {
	f, err := newFinished(100)
	if err != nil {
		t.Fatal(err)
	}
	var drawn atomic.Int32
	draw := func() ([]byte, error) {
		if drawn.Add(1) > 1 {
			return nil, errors.New("drawn twice")
		}
		time.Sleep(20 * time.Millisecond)
		return make([]byte, 40), nil
	}
	var all sync.WaitGroup
	for range 10 {
		all.Go(func() {
			if picture, err := f.get("a", draw); len(picture) != 40 || err != nil {
				t.Errorf("%d bytes, %v", len(picture), err)
			}
		})
	}
	all.Wait()
	if _, err := f.get("a", draw); err != nil || drawn.Load() != 1 {
		t.Errorf("drawn %d times, %v", drawn.Load(), err)
	}
}

func TestKeptPicturesAreBounded(t *testing.T) {
	f, err := newFinished(100)
	if err != nil {
		t.Fatal(err)
	}
	for i := range 20 {
		if _, err := f.get(fmt.Sprint(i), func() ([]byte, error) { return make([]byte, 30), nil }); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := f.get("huge", func() ([]byte, error) { return make([]byte, 101), nil }); err != nil {
		t.Fatal(err)
	}
	if f.bytes != 90 || f.kept.Len() != 3 || !f.kept.Contains("19") || f.kept.Contains("16") {
		t.Errorf("%d bytes of %d pictures are kept: %v", f.bytes, f.kept.Len(), f.kept.Keys())
	}
	failed := errors.New("busy")
	if _, err := f.get("bad", func() ([]byte, error) { return nil, failed }); !errors.Is(err, failed) {
		t.Errorf("got %v", err)
	}
	if picture, err := f.get("bad", func() ([]byte, error) { return []byte("x"), nil }); err != nil || string(picture) != "x" {
		t.Errorf("after a failure: %q, %v", picture, err)
	}
}
