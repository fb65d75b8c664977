package library_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"meridian/data/fault"
	"meridian/data/ingest"
	"meridian/data/internal/sample"
	"meridian/data/library"
)

// source is the sample data set with another number of people, which gives it another version.
func source(people int) ingest.Source {
	return ingest.Source{Geo: sample.Geo(), Dataset: sample.Dataset(map[string]string{"mobility.csv": fmt.Sprintf(
		"academic_year_id,direction,country_code,participants\n2017/18,outbound,NA,%d\n", people)})}
}

var upload = library.Origin{Kind: library.Upload, Name: "network.zip"}

// shelf is a library for tests, with what it warned of and a clock that moves with every look.
type shelf struct {
	*library.Library
	warned *[]string
}

func open(t *testing.T, o library.Options) shelf {
	t.Helper()
	s := shelf{warned: &[]string{}}
	o.Warn = func(text string) { *s.warned = append(*s.warned, text) }
	l, err := library.Open(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	s.Library = l
	t.Cleanup(func() { _ = l.Close() })
	return s
}

// clock gives each look a later second.
func clock() func() time.Time {
	now := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	return func() time.Time {
		now = now.Add(time.Second)
		return now
	}
}

func (s shelf) add(t *testing.T, people int) library.Entry {
	t.Helper()
	draft, _, err := s.Build(t.Context(), source(people), upload)
	if err != nil {
		t.Fatal(err)
	}
	entry, err := draft.Commit(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return entry
}

func (s shelf) versions() []string {
	var list []string
	for _, entry := range s.List() {
		list = append(list, entry.Version)
	}
	return list
}

// people is what a version says, read from its file.
func (s shelf) people(t *testing.T, version string) any {
	t.Helper()
	snapshot, err := s.Snapshot(t.Context(), version)
	if err != nil {
		t.Fatal(err)
	}
	defer snapshot.Close()
	result, err := snapshot.Query(t.Context(), "SELECT sum(participants) FROM mobility", nil)
	if err != nil {
		t.Fatal(err)
	}
	return result.Rows[0][0]
}

func expect(t *testing.T, what string, got, want any) {
	t.Helper()
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}

func faultOf(err error) fault.Code {
	var known *fault.Error
	if errors.As(err, &known) {
		return known.Code
	}
	return ""
}

func TestVersionsOutlastTheProgram(t *testing.T) {
	dir := t.TempDir()
	first := open(t, library.Options{Dir: dir, Now: clock()})
	expect(t, "a new library's current version", first.Current().Version, "")
	one, two := first.add(t, 1), first.add(t, 2)
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	second := open(t, library.Options{Dir: dir})
	expect(t, "versions", second.versions(), []string{two.Version, one.Version})
	current := second.Current()
	expect(t, "current", []any{current.Version, current.Current, current.Usable, current.Origin.Name, current.Dataset.Name, current.Rows[len(current.Rows)-1]},
		[]any{two.Version, true, true, "network.zip", "Sample University", "{memberships 2}"})
	expect(t, "people", second.people(t, two.Version), 2)
	report, err := second.Report(one.Version)
	if err != nil || len(report.Files) == 0 {
		t.Errorf("report %+v, %v", report, err)
	}
	expect(t, "warnings", *second.warned, "[]")
}

func TestRevert(t *testing.T) {
	dir := t.TempDir()
	s := open(t, library.Options{Dir: dir, Now: clock()})
	var told []string
	s.OnActivate(func(_ context.Context, e library.Entry) error { told = append(told, e.Version); return nil })
	one, two := s.add(t, 1), s.add(t, 2)
	back, err := s.Activate(t.Context(), one.Version)
	if err != nil || !back.Current || back.Version != one.Version {
		t.Fatalf("%+v, %v", back, err)
	}
	again, err := s.Activate(t.Context(), one.Version) // it is current already
	if err != nil || again.Version != one.Version {
		t.Errorf("%+v, %v", again, err)
	}
	expect(t, "told", told, []string{one.Version, two.Version, one.Version})
	expect(t, "history", len(s.History()), 3)
	_ = s.Close()
	expect(t, "current after the next start", open(t, library.Options{Dir: dir}).Current().Version, one.Version)
	if _, err := s.Activate(t.Context(), "nonesuch"); faultOf(err) != fault.NotFound {
		t.Errorf("activating what is not there: %v", err)
	}
}

func TestAFailedHookChangesNothing(t *testing.T) {
	s := open(t, library.Options{Dir: t.TempDir(), Now: clock()})
	one := s.add(t, 1)
	s.OnActivate(func(context.Context, library.Entry) error { return errors.New("cannot be served") })
	draft, _, err := s.Build(t.Context(), source(2), upload)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := draft.Commit(t.Context()); err == nil || !strings.Contains(err.Error(), "cannot be served") {
		t.Errorf("commit: %v", err)
	}
	expect(t, "current", s.Current().Version, one.Version)
}

func TestSameContentIsNoChange(t *testing.T) {
	s := open(t, library.Options{Dir: t.TempDir(), Now: clock()})
	one := s.add(t, 1)
	told := 0
	s.OnActivate(func(context.Context, library.Entry) error { told++; return nil })
	draft, _, err := s.Build(t.Context(), source(1), upload)
	if err != nil || !draft.Known() {
		t.Fatalf("known %v, %v", draft.Known(), err)
	}
	same, err := draft.Commit(t.Context())
	if err != nil || same.Version != one.Version || !same.CreatedAt.Equal(one.CreatedAt) {
		t.Errorf("%+v, %v", same, err)
	}
	expect(t, "versions, activations told and history", []int{len(s.List()), told, len(s.History())}, []int{1, 0, 1})
}

func TestKeepRule(t *testing.T) {
	dir := t.TempDir()
	now := clock()
	s := open(t, library.Options{Dir: dir, Keep: 2, Now: now})
	var all []library.Entry
	for people := range 4 {
		all = append(all, s.add(t, people))
	}
	expect(t, "the newest two", s.versions(), []string{all[3].Version, all[2].Version})
	if _, err := s.Activate(t.Context(), all[2].Version); err != nil {
		t.Fatal(err)
	}
	reading, err := s.Snapshot(t.Context(), all[3].Version)
	if err != nil {
		t.Fatal(err)
	}
	defer reading.Close()
	later := []library.Entry{s.add(t, 4), s.add(t, 5), s.add(t, 6)}
	expect(t, "newest two", s.versions(), []string{later[2].Version, later[1].Version})
	files, _ := filepath.Glob(filepath.Join(dir, ".meridian", "snapshots", "*"))
	expect(t, "files", len(files), 4)
	if _, err := reading.Query(t.Context(), "SELECT count(*) FROM mobility", nil); err != nil {
		t.Errorf("a removed version that is being read: %v", err)
	}
	if _, err := s.Activate(t.Context(), all[0].Version); faultOf(err) != fault.NotFound {
		t.Errorf("activating a removed version: %v", err)
	}
	bounded := open(t, library.Options{Dir: dir, KeepBytes: 1, Now: now})
	last := bounded.add(t, 9)
	expect(t, "kept beside the bound", bounded.versions(), []string{last.Version, later[2].Version})
}

func TestOneImportAtATime(t *testing.T) {
	dir := t.TempDir()
	s, other := open(t, library.Options{Dir: dir}), open(t, library.Options{Dir: dir})
	begun, goOn := make(chan struct{}), make(chan struct{})
	ended := make(chan error, 1)
	waiting := open(t, library.Options{Dir: dir, Free: func(string) (int64, error) {
		close(begun)
		<-goOn
		return 1 << 40, nil
	}})
	go func() {
		draft, _, err := waiting.Build(context.Background(), source(1), library.Origin{Kind: library.Upload, Name: "first.csv"})
		if err == nil {
			err = draft.Discard()
		}
		ended <- err
	}()
	<-begun
	for name, l := range map[string]shelf{"another": other, "the second": s} {
		_, _, err := l.Build(t.Context(), source(2), upload)
		if faultOf(err) != fault.Conflict || !strings.Contains(err.Error(), "first.csv") || !strings.Contains(err.Error(), "since 20") {
			t.Errorf("%s import: %v", name, err)
		}
	}
	close(goOn)
	if err := <-ended; err != nil {
		t.Fatal(err)
	}
	s.add(t, 2)
}

func TestTemporaryLibraryGoesWithTheProgram(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	s := open(t, library.Options{})
	if s.Persistent() {
		t.Error("a library without a folder says it lasts")
	}
	entry := s.add(t, 1)
	expect(t, "people", s.people(t, entry.Version), 1)
	neighbour := open(t, library.Options{}) // sweeps, and must leave the first alone
	expect(t, "people", s.people(t, entry.Version), 1)
	if err := errors.Join(s.Close(), neighbour.Close()); err != nil {
		t.Fatal(err)
	}
	left, _ := os.ReadDir(os.TempDir())
	expect(t, "left over", left, "[]")
}
