package library_test

import (
	"path/filepath"
	"testing"

	"meridian/data/fault"
	"meridian/data/library"
)

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
