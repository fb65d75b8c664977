package analytics

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
)

// Live is the network that is answered from now. Swap puts another in its place while questions are being answered:
// each keeps the network it began with, and a network that is no longer current is closed when the last of its
// leases ends.
type Live struct {
	current atomic.Pointer[held]
	swap    sync.Mutex // one swap at a time; readers never take it
	open    sync.WaitGroup
	failed  func(error)
}

// held is a network and how many hold it: Live itself, while it is current, and each lease.
type held struct {
	network *Network
	holders atomic.Int64
}

// Lease is the right to ask one network, until Release.
type Lease struct {
	live *Live
	held *held
	done atomic.Bool
}

// ErrClosed is the answer of a Live that was closed.
var ErrClosed = errors.New("the network is closed")

// NewLive begins with a network, which it closes when its time is over. failed hears of a network that could not be
// closed; it may be nil.
func NewLive(network *Network, failed func(error)) *Live {
	l := &Live{failed: failed}
	l.hold(network)
	return l
}

// hold makes a network the current one, with Live as its first holder.
func (l *Live) hold(network *Network) {
	l.open.Add(1)
	h := &held{network: network}
	h.holders.Store(1)
	l.current.Store(h)
}

// Lease takes the current network; the caller gives it back with Release. It never waits. The error is ErrClosed.
func (l *Live) Lease() (*Lease, error) {
	for {
		h := l.current.Load()
		if h == nil {
			return nil, ErrClosed
		}
		if h.take() {
			return &Lease{live: l, held: h}, nil
		}
	}
}

// take adds a holder, unless the last has gone already.
func (h *held) take() bool {
	for {
		n := h.holders.Load()
		if n == 0 {
			return false
		}
		if h.holders.CompareAndSwap(n, n+1) {
			return true
		}
	}
}

// Network is what the lease is for; it is not asked after Release.
func (l *Lease) Network() *Network { return l.held.network }

// Release gives the network back; a second call does nothing.
func (l *Lease) Release() {
	if !l.done.Swap(true) {
		l.live.release(l.held)
	}
}

// release lets one holder go. The last closes the network beside the work at hand, so that no answer waits for it.
func (l *Live) release(h *held) {
	if h.holders.Add(-1) > 0 {
		return
	}
	go func() {
		defer l.open.Done()
		if err := h.network.Close(); err != nil && l.failed != nil {
			l.failed(err)
		}
	}()
}

// Version is that of the network a lease taken now would be for; empty after Close.
func (l *Live) Version() string {
	if h := l.current.Load(); h != nil {
		return h.network.Version()
	}
	return ""
}

// Swap makes another network the current one. It returns at once: what is being answered goes on with the old one.
// A closed Live closes the network it is given and returns ErrClosed.
func (l *Live) Swap(next *Network) error {
	l.swap.Lock()
	defer l.swap.Unlock()
	old := l.current.Load()
	if old == nil {
		return errors.Join(ErrClosed, next.Close())
	}
	l.hold(next)
	l.release(old)
	return nil
}

// Close ends the leasing and waits, until ctx ends, for the networks that are out on lease to be closed.
func (l *Live) Close(ctx context.Context) error {
	l.swap.Lock()
	old := l.current.Swap(nil)
	l.swap.Unlock()
	if old != nil {
		l.release(old)
	}
	closed := make(chan struct{})
	go func() { l.open.Wait(); close(closed) }()
	select {
	case <-closed:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
