package main

import (
	"context"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// runsMain makes the test's own binary the program, so that a whole process can be killed.
const runsMain = "MERIDIAN_TEST_IS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(runsMain) == "" {
		os.Exit(m.Run())
	}
	main()
}

// TestKilledAtAnyMoment kills the program over and over, while it imports and answers, and starts it on a folder that
// cannot be imported: it must be ready on a whole version, the last or the one that was on its way.
// MERIDIAN_KILLS sets how often.
func TestKilledAtAnyMoment(t *testing.T) {
	rounds := 6
	if n, err := strconv.Atoi(os.Getenv("MERIDIAN_KILLS")); err == nil {
		rounds = n
	}
	log, err := os.Create(filepath.Join(t.TempDir(), "log"))
	if err != nil {
		t.Fatal(err)
	}
	defer log.Close()
	k := &killed{dir: t.TempDir(), log: log}
	k.version(t, true)
	k.await(t, k.start(t))
	good, importing, asked := 1, 0, int64(0)
	for round := range rounds {
		var hit bool
		var requests int64
		if round%3 == 2 {
			hit = k.killStarting(t)
		} else {
			hit, requests = k.killServing(t)
		}
		asked += requests
		if hit {
			importing++
		}
		wanted := k.made
		k.version(t, false)
		k.await(t, k.start(t))
		version, err := k.whole()
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		if version != good && version != wanted {
			t.Fatalf("round %d: version %d is shown; the last good one was %d and %d was on its way", round, version, good, wanted)
		}
		good = version
		k.bounded(t)
	}
	k.kill()
	t.Logf("%d kills, %d of them while importing; %d requests answered under load", rounds, importing, asked)
}

// killServing changes the folder of a program under load and kills it while it looks, imports or has just shown.
func (k *killed) killServing(t *testing.T) (importing bool, asked int64) {
	t.Helper()
	var dying atomic.Bool
	requests, wait := k.load(t, &dying)
	k.version(t, true)
	time.Sleep(settled*9/10 + rand.N(2*time.Second))
	dying.Store(true)
	importing = k.kill()
	wait()
	return importing, requests.Load()
}

// killStarting kills a program that imports a changed folder as it starts.
func (k *killed) killStarting(t *testing.T) (importing bool) {
	t.Helper()
	k.kill()
	k.version(t, true)
	k.start(t)
	time.Sleep(rand.N(1500 * time.Millisecond))
	return k.kill()
}

// bounded holds the folder against what one program and three versions may leave.
func (k *killed) bounded(t *testing.T) {
	t.Helper()
	home := filepath.Join(k.dir, ".meridian")
	for pattern, most := range map[string]int{"snapshots/*.duckdb": 5, "snapshots/*": 10, "building/*": 1, "building/*/draft-*": 0, "damaged/*": 0, "*": 6} {
		found, err := filepath.Glob(filepath.Join(home, pattern))
		if err != nil || len(found) > most {
			t.Errorf("%s: %v, %v; at most %d", pattern, found, err, most)
		}
	}
	var bytes int64
	err := filepath.WalkDir(home, func(_ string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := entry.Info()
		bytes += info.Size()
		return err
	})
	if err != nil || bytes > 64<<20 {
		t.Errorf("the library takes %d MB, %v", bytes>>20, err)
	}
}

// TestStopDuringAnImport asks the program to stop while it imports: it ends soon and leaves nothing half done.
func TestStopDuringAnImport(t *testing.T) {
	log, err := os.Create(filepath.Join(t.TempDir(), "log"))
	if err != nil {
		t.Fatal(err)
	}
	defer log.Close()
	k := &killed{dir: t.TempDir(), log: log}
	k.version(t, true)
	k.await(t, k.start(t))
	k.version(t, true)
	k.draft(t)
	if err := k.program.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- k.program.Wait() }()
	ctx, cancel := context.WithTimeout(t.Context(), 15*time.Second)
	defer cancel()
	select {
	case err := <-ended:
		if err != nil {
			text, _ := os.ReadFile(log.Name())
			t.Errorf("it ended with %v: %s", err, text)
		}
	case <-ctx.Done():
		k.kill()
		t.Fatal("it did not stop")
	}
	left, _ := filepath.Glob(filepath.Join(k.dir, ".meridian", "building", "*"))
	if len(left) > 0 {
		t.Errorf("left: %v", left)
	}
}

// draft waits until the program is building a version.
func (k *killed) draft(t *testing.T) {
	t.Helper()
	for range 2000 {
		drafts, _ := filepath.Glob(filepath.Join(k.dir, ".meridian", "building", "*", "draft-*", ".building-*", "*.duckdb*"))
		if len(drafts) > 0 {
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
	k.kill()
	t.Fatal("no import began")
}
