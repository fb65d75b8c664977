package server

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"meridian/data/library"
)

// answer is what an address gives for a version: by its entity tag, or by its bytes where it has none.
type answer struct{ tag, body string }

// swapsAsked is the variable that asks for a longer run: a number of swaps, 20 for one that watches memory closely.
const swapsAsked = "MERIDIAN_SWAPS"

// swaps is how many swaps a run makes.
func swaps(t *testing.T) int {
	t.Helper()
	said := os.Getenv(swapsAsked)
	if said == "" {
		return 6
	}
	n, err := strconv.Atoi(said)
	if err != nil || n < 2 {
		t.Fatalf("%s=%s: give a number of swaps, at least 2", swapsAsked, said)
	}
	return n
}

// TestSwapsLoseNothing asks every route from eight sides while two data sets take turns. Each answer must be, byte
// for byte, the one that its version gives when it is served alone.
func TestSwapsLoseNothing(t *testing.T) {
	w := newSwapped(t)
	addresses := w.addresses(t)
	alone := map[string]map[answer]bool{}
	differ := 0
	for _, e := range []library.Entry{w.whole, w.half} {
		if _, err := w.kept.Activate(t.Context(), e.Version); err != nil {
			t.Fatal(err)
		}
		for _, address := range addresses {
			tag, body, err := w.get(address)
			if err != nil {
				t.Fatal(err)
			}
			if alone[address] == nil {
				alone[address] = map[answer]bool{}
			}
			alone[address][answer{tag, string(body)}] = true
			if bytes.Contains(body, []byte(`"version":"`)) && !bytes.Contains(body, []byte(`"version":"`+e.Version)) {
				t.Errorf("%s names another version than %s", address, e.Version)
			}
		}
	}
	for _, answers := range alone {
		if len(answers) == 2 {
			differ++
		}
	}
	if differ < len(addresses)/2 {
		t.Fatalf("only %d of %d answers tell the two data sets apart", differ, len(addresses))
	}
	rounds := swaps(t)
	asked := w.hammer(t, addresses, alone, rounds)
	t.Logf("%d addresses, %d requests during %d swaps", len(addresses), asked, rounds)
}

// hammer asks until so many swaps are done, and looks at files and memory.
func (w *swapped) hammer(t *testing.T, addresses []string, alone map[string]map[answer]bool, rounds int) int64 {
	t.Helper()
	var asked, failed atomic.Int64
	var all sync.WaitGroup
	stop := make(chan struct{})
	for from := range 8 {
		all.Go(func() {
			for i := from; ; i++ {
				select {
				case <-stop:
					return
				default:
				}
				address := addresses[(i*7)%len(addresses)]
				tag, body, err := w.get(address)
				asked.Add(1)
				if (err != nil || !alone[address][answer{tag, string(body)}]) && failed.Add(1) < 5 {
					t.Errorf("%s: %v; tag %s, %d bytes are no version's", address, err, tag, len(body))
				}
			}
		})
	}
	var early int64
	for i := range rounds {
		if i == rounds/2 {
			early = resident(t)
		}
		e := []library.Entry{w.whole, w.half}[i%2]
		if _, err := w.kept.Activate(t.Context(), e.Version); err != nil {
			t.Error(err)
		}
		time.Sleep(100 * time.Millisecond)
	}
	close(stop)
	all.Wait()
	debug.FreeOSMemory()
	late := resident(t)
	t.Logf("resident %d MB half way, %d MB after %d swaps", early>>20, late>>20, rounds)
	if late > early+64<<20 {
		t.Errorf("memory grew from %d MB to %d MB", early>>20, late>>20)
	}
	w.oneOpen(t)
	return asked.Load()
}

// oneOpen waits for the files of older networks to be closed: one snapshot is open, once.
func (w *swapped) oneOpen(t *testing.T) {
	t.Helper()
	var open []string
	for range 50 {
		open = open[:0]
		links, err := filepath.Glob("/proc/self/fd/*")
		if err != nil || len(links) == 0 {
			t.Skip("the system does not list open files")
		}
		for _, link := range links {
			if target, err := os.Readlink(link); err == nil && strings.HasPrefix(target, w.dir) && strings.Contains(target, ".duckdb") {
				open = append(open, target)
			}
		}
		if len(open) == 1 {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Errorf("open snapshots: %v", open)
}

// resident is the memory the process holds, in bytes.
func resident(t *testing.T) int64 {
	t.Helper()
	text, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		t.Skip("the system does not tell of memory")
	}
	var size, pages int64
	if _, err := fmt.Sscan(string(text), &size, &pages); err != nil {
		t.Fatal(err)
	}
	return pages * int64(os.Getpagesize())
}
