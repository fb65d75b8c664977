package render

import (
	"bytes"
	"context"
	"errors"
	"image/png"
	"runtime"
	"strings"
	"testing"
	"time"

	"meridian/analytics/render/raster"
	"meridian/data/fault"
)

// Small pictures go on while large ones are drawn and wait.
func TestLargePicturesLeaveAPlace(t *testing.T) {
	a := newAdmission(2, 20)
	soon, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := a.enter(soon, 40e6); err != nil {
		t.Fatal(err)
	}
	_, err := a.enter(soon, 40e6)
	isBusy(t, "a second large one", err)
	for range 3 {
		leave, err := a.enter(t.Context(), raster.BandPixels)
		if err != nil {
			t.Fatal(err)
		}
		leave()
	}
}

// Large pictures fill their queue by their pixels, and not that of the small ones; one alone is always let in.
func TestQueueCountsPixels(t *testing.T) {
	a := newAdmission(1, 9)
	leave, err := a.enter(t.Context(), 64e6)
	if err != nil {
		t.Fatal(err)
	}
	_, err = a.enter(t.Context(), 8e6)
	isBusy(t, "a large one beside the largest", err)
	leave()
	for range 3 { // a place that was not given back would end this
		leave, err := a.enter(t.Context(), 64e6)
		if err != nil {
			t.Fatal(err)
		}
		leave()
	}
}

func isBusy(t *testing.T, what string, err error) {
	t.Helper()
	var known *fault.Error
	if !errors.As(err, &known) || known.Code != fault.Busy {
		t.Errorf("%s: got %v, want busy", what, err)
	}
}

// The largest picture that is promised is drawn, in little memory.
func TestLargestPicture(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	r := newRenderer(t, Options{Engines: 1})
	p := picture(t, "line-band")
	p.Width, p.Height = 8000, 8000
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	data, err := r.PNG(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	if took := (after.TotalAlloc - before.TotalAlloc) >> 20; took > 150 {
		t.Errorf("it took %d MB", took)
	}
	header, err := png.DecodeConfig(bytes.NewReader(data))
	if err != nil || header.Width != 8000 || header.Height != 8000 {
		t.Errorf("%d × %d, %v", header.Width, header.Height, err)
	}
}

// A PNG has a bound of pixels, told by the scale, which alone can pass it; an SVG has none.
func TestPixelBound(t *testing.T) {
	r := newRenderer(t, Options{Engines: 1})
	p := picture(t, "line-band")
	p.Width, p.Height, p.Scale = 8000, 8000, 2
	_, err := r.PNG(t.Context(), p)
	var refused *fault.Error
	if !errors.As(err, &refused) || refused.Field != "scale" || !strings.Contains(refused.Message, "64 million") {
		t.Errorf("PNG: %v", err)
	}
	if _, err := r.SVG(t.Context(), p); err != nil {
		t.Errorf("SVG: %v", err)
	}
}

// The time limit holds for pixels and file too, and the renderer goes on afterwards.
func TestTimeLimitOverPixels(t *testing.T) {
	r := newRenderer(t, Options{Engines: 1})
	p := picture(t, "line-band")
	if _, err := r.PNG(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	large := p
	large.Width, large.Height = 8000, 8000
	r.limit = 150 * time.Millisecond
	began := time.Now()
	_, err := r.PNG(t.Context(), large)
	isBusy(t, "the largest picture in 150 ms", err)
	if took := time.Since(began); took > 2*time.Second {
		t.Errorf("it took %s to give up", took)
	}
	r.limit = 20 * time.Second
	if _, err := r.PNG(t.Context(), p); err != nil {
		t.Errorf("afterwards: %v", err)
	}
}
