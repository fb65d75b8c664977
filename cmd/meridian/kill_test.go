package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
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

// killRows is how many rows of mobility each version has: enough for an import to take a while, and a prime, so that
// no part of a version adds up to a whole one.
const killRows = 59999

// killed is a data folder, and the program that serves it until it is killed.
type killed struct {
	dir     string
	made    int // the versions written so far; version n has n people in every row
	program *exec.Cmd
	log     *os.File
	address string
	client  http.Client
}

// version writes the next version of the data, whole or with an error on its last line.
func (k *killed) version(t *testing.T, good bool) {
	t.Helper()
	k.made++
	var rows strings.Builder
	rows.WriteString("academic_year_id,direction,country_code,level,participants\n")
	for i := range killRows {
		fmt.Fprintf(&rows, "2017/18,outbound,GB,level %d,%d\n", i, k.made)
	}
	if !good {
		rows.WriteString("2017/18,outbound,GB,level,none\n")
	}
	write(t, k.dir, "dataset.yaml", "id: v\nname: Versions\nhome_place: HK\nas_of: 2018-08-31\n")
	write(t, k.dir, ".mobility.csv", rows.String())
	if err := os.Rename(filepath.Join(k.dir, ".mobility.csv"), filepath.Join(k.dir, "mobility.csv")); err != nil {
		t.Fatal(err)
	}
}

// start runs the program; ready is closed when it says so.
func (k *killed) start(t *testing.T) (ready chan struct{}) {
	t.Helper()
	k.program = exec.Command(os.Args[0], "serve", "--data", k.dir, "--watch", "--keep", "3", "--addr", "127.0.0.1:0")
	k.program.Env = append(os.Environ(), runsMain+"=1")
	k.program.Stderr = k.log
	out, err := k.program.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := k.program.Start(); err != nil {
		t.Fatal(err)
	}
	ready = make(chan struct{})
	go func() {
		for lines := bufio.NewScanner(out); lines.Scan(); {
			if _, rest, found := strings.Cut(lines.Text(), "Meridian is ready at "); found {
				k.address, _, _ = strings.Cut(rest, " ")
				close(ready)
			}
		}
	}()
	return ready
}

// kill ends the program as a power cut would, and tells whether it was importing.
func (k *killed) kill() (importing bool) {
	drafts, _ := filepath.Glob(filepath.Join(k.dir, ".meridian", "building", "*", "draft-*"))
	_ = k.program.Process.Kill()
	_ = k.program.Wait()
	return len(drafts) > 0
}

// whole asks for a chart and gives the version it is of. An answer that is not of one version alone is an error.
func (k *killed) whole() (version int, err error) {
	response, err := k.client.Get(k.address + "/api/v1/charts/mobility-trend.json")
	if err != nil {
		return 0, err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return 0, err
	}
	var chart struct {
		Columns []struct{ Name string }
		Rows    [][]any
	}
	if err := json.Unmarshal(body, &chart); err != nil {
		return 0, fmt.Errorf("status %d: %w: %.200s", response.StatusCode, err, body)
	}
	at := slices.IndexFunc(chart.Columns, func(c struct{ Name string }) bool { return c.Name == "participants" })
	if at < 0 || len(chart.Rows) == 0 {
		return 0, fmt.Errorf("no rows: %.200s", body)
	}
	people, _ := chart.Rows[0][at].(float64)
	if version = int(people) / killRows; version < 1 || version*killRows != int(people) {
		return version, fmt.Errorf("%v people are no whole version's", people)
	}
	return version, nil
}

// load asks without pause until stopped. Only a killed program may leave a request unanswered.
func (k *killed) load(t *testing.T, dying *atomic.Bool) (asked *atomic.Int64, wait func()) {
	t.Helper()
	asked = &atomic.Int64{}
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for !dying.Load() {
				if _, err := k.whole(); err != nil && !dying.Load() {
					time.Sleep(20 * time.Millisecond) // the kill may have come before dying was set
					if !dying.Load() {
						t.Errorf("a request under load: %v", err)
						return
					}
				}
				asked.Add(1)
			}
		})
	}
	return asked, all.Wait
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

// await waits until the program is ready.
func (k *killed) await(t *testing.T, ready chan struct{}) {
	t.Helper()
	select {
	case <-ready:
	case <-time.After(time.Minute):
		text, _ := os.ReadFile(k.log.Name())
		t.Fatalf("the program did not get ready: %s", text)
	}
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
