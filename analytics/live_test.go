package analytics

import (
	"os"
	"testing"
	"testing/fstest"

	"meridian/data/store"
)

// TestLive takes a lease before each of many swaps and asks after it: the old network answers until its last lease ends.
func TestLive(t *testing.T) {
	ctx := t.Context()
	load := func() *Network {
		snapshot, _, err := store.Load(ctx, store.Source{Dataset: fstest.MapFS{
			"dataset.yaml": &fstest.MapFile{Data: []byte("id: mine\nname: Mine\nhome_place: HK\nas_of: 2018-08-31\n")},
			"mobility.csv": &fstest.MapFile{Data: []byte("academic_year_id,direction,country_code,participants\n2017/18,outbound,GB,1\n")},
		}, Geo: os.DirFS("../data/geo")})
		if err != nil {
			t.Fatal(err)
		}
		network, err := New(ctx, snapshot)
		if err != nil {
			t.Fatal(err)
		}
		return network
	}
	first := load()
	live := NewLive(first, func(err error) { t.Error(err) })
	lease, err := live.Lease()
	if err != nil {
		t.Fatal(err)
	}
	second, err := live.Lease()
	if err != nil {
		t.Fatal(err)
	}
	if err := live.Swap(load()); err != nil {
		t.Fatal(err)
	}
	second.Release()
	second.Release() // only the first time counts
	if err := lease.Network().Ready(ctx); err != nil || lease.Network() != first {
		t.Errorf("the network of a lease after a swap: %v", err)
	}
	lease.Release()
	if err := live.Close(ctx); err != nil {
		t.Fatal(err)
	}
	if err := first.Ready(ctx); err == nil {
		t.Error("the old network was not closed")
	}
	if _, err := live.Lease(); err == nil {
		t.Error("a closed network was leased")
	}
	if err := live.Swap(load()); err == nil {
		t.Error("a closed network was swapped")
	}
}
