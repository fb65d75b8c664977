package server

import (
	"sync"

	"github.com/hashicorp/golang-lru/v2/simplelru"
	"golang.org/x/sync/singleflight"
)

// finishedBytes is how much of finished pictures is kept.
const finishedBytes = 32 << 20

// finished keeps pictures that were asked for lately, and draws one that many ask for at once only once.
type finished struct {
	drawing singleflight.Group
	mu      sync.Mutex
	kept    *simplelru.LRU[string, []byte]
	bytes   int
	most    int
}

func newFinished(most int) (*finished, error) {
	// Bytes are the bound; the number only has to be out of reach.
	kept, err := simplelru.NewLRU[string, []byte](most, nil)
	return &finished{kept: kept, most: most}, err
}

// get gives the picture of that name, drawn if it is not kept. What fails is not kept.
func (f *finished) get(name string, draw func() ([]byte, error)) ([]byte, error) {
	f.mu.Lock()
	picture, ok := f.kept.Get(name)
	f.mu.Unlock()
	if ok {
		return picture, nil
	}
	drawn, err, _ := f.drawing.Do(name, func() (any, error) {
		picture, err := draw()
		if err == nil {
			f.keep(name, picture)
		}
		return picture, err
	})
	picture, _ = drawn.([]byte)
	return picture, err
}

func (f *finished) keep(name string, picture []byte) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.kept.Contains(name) || len(picture) > f.most {
		return
	}
	f.kept.Add(name, picture)
	f.bytes += len(picture)
	for f.bytes > f.most {
		_, oldest, _ := f.kept.RemoveOldest()
		f.bytes -= len(oldest)
	}
}
