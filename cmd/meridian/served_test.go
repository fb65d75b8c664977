package main

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"
)

// served is a running program and what it said.
type served struct {
	address string
	stdout  *text
	stderr  *text
	stop    func() int // stops it and gives its exit code
}

// text collects what many write.
type text struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (w *text) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.b.Write(p)
}

func (w *text) String() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.b.String()
}

// serve runs the program until the test or stop ends it.
func serve(t *testing.T, args ...string) *served {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	s := &served{stdout: &text{}, stderr: &text{}}
	ready, ended := make(chan string, 1), make(chan int, 1)
	m := Main{Args: append([]string{"serve", "--addr", "127.0.0.1:0"}, args...), Stdout: s.stdout, Stderr: s.stderr, Ready: func(a string) { ready <- a }}
	go func() { ended <- m.Run(ctx) }()
	s.stop = sync.OnceValue(func() int { cancel(); return <-ended })
	t.Cleanup(func() { s.stop() })
	select {
	case s.address = <-ready:
	case code := <-ended:
		ended <- code
		t.Fatalf("serve %v ended with %d: %s", args, code, s.stderr)
	case <-time.After(time.Minute):
		t.Fatalf("serve %v did not get ready: %s", args, s.stderr)
	}
	return s
}

// shown is the id of the data set that is shown.
func (s *served) shown(t *testing.T) string {
	t.Helper()
	response, err := http.Get(s.address + "/readyz")
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	var body struct{ Dataset struct{ ID string } }
	if err := json.NewDecoder(response.Body).Decode(&body); err != nil {
		t.Fatal(err)
	}
	return body.Dataset.ID
}

// await waits until a data set is shown.
func (s *served) await(t *testing.T, id string) {
	t.Helper()
	for range 150 {
		if s.shown(t) == id {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Fatalf("%s is not shown but %s: %s", id, s.shown(t), s.stderr)
}

// dataset writes a small data set of that id; bad rows keep it from being imported.
func dataset(t *testing.T, dir, id string, rows ...string) {
	t.Helper()
	write(t, dir, "mobility.csv", "academic_year_id,direction,country_code,participants\n2017/18,outbound,GB,4\n"+strings.Join(rows, "\n"))
	write(t, dir, "dataset.yaml", "id: "+id+"\nname: "+strings.ToUpper(id)+"\nhome_place: HK\nas_of: 2018-08-31\n")
}

const badRow = "2017/18,outbound,GB,some"
