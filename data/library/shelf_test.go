package library_test

import (
	"errors"
	"fmt"
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
