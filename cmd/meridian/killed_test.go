package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

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
