package library_test

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"

	"meridian/data/fault"
	"meridian/data/library"
)

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
