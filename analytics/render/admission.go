package render

import (
	"context"
	"errors"
	"math"

	"golang.org/x/sync/semaphore"

	"meridian/analytics/render/raster"
	"meridian/data/fault"
)

// An admission decides who may draw. Pictures of more than one band are large: they queue by themselves and leave a
// place to the small ones, which so never wait behind more than one of them. A queue counts bands, so that sixteen
// small pictures may wait where one of 64 million pixels would.
type admission struct {
	places       *semaphore.Weighted // pictures drawn at once
	largeOnes    *semaphore.Weighted // those of them that are large
	small, large room
}

// A room holds the pictures of one kind that wait or are drawn.
type room struct {
	bands *semaphore.Weighted
	most  int64
}

func newAdmission(places, queue int) *admission {
	most := int64(places + queue)
	return &admission{
		places: semaphore.NewWeighted(int64(places)), largeOnes: semaphore.NewWeighted(int64(max(1, places-1))),
		small: room{semaphore.NewWeighted(most), most}, large: room{semaphore.NewWeighted(most), most},
	}
}

// enter waits for a place; leave gives it back.
func (a *admission) enter(ctx context.Context, pixels float64) (leave func(), err error) {
	bands := int64(math.Ceil(pixels / raster.BandPixels))
	if bands <= 1 {
		return a.wait(ctx, a.small, 1, a.places)
	}
	return a.wait(ctx, a.large, bands, a.largeOnes, a.places)
}

func (a *admission) wait(ctx context.Context, in room, bands int64, gates ...*semaphore.Weighted) (leave func(), err error) {
	bands = min(bands, in.most) // the largest picture is drawn when it is alone
	if !in.bands.TryAcquire(bands) {
		return nil, &fault.Error{Code: fault.Busy, Message: "too many pictures are being drawn; try again in a moment"}
	}
	var passed []*semaphore.Weighted
	leave = func() {
		for _, gate := range passed {
			gate.Release(1)
		}
		in.bands.Release(bands)
	}
	for _, gate := range gates {
		if err := gate.Acquire(ctx, 1); err != nil {
			leave()
			return nil, gaveUp(err)
		}
		passed = append(passed, gate)
	}
	return leave, nil
}

func gaveUp(err error) error {
	if errors.Is(err, context.DeadlineExceeded) {
		return &fault.Error{Code: fault.Busy, Err: err, Message: "too many pictures are being drawn and this one's time was spent waiting; try again in a moment"}
	}
	return err
}
