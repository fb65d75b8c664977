package main

import (
	"strings"
	"testing"
	"time"
)

// TestAnEmptyFolderIsWatchedQuietly: a folder without data is no failed import, and its first data is imported.
func TestAnEmptyFolderIsWatchedQuietly(t *testing.T) {
	dir := t.TempDir()
	s := serve(t, "--data", dir, "--watch")
	time.Sleep(settled + settled/2)
	for _, words := range []string{"was not imported", "has changed", "dataset.yaml"} {
		if strings.Contains(s.stderr.String(), words) {
			t.Errorf("an empty folder is told as %q: %s", words, s.stderr)
		}
	}
	dataset(t, dir, "first")
	s.await(t, "first")
}

// TestServeTellsOfWarnings: an import that succeeded with warnings says how many and where to read them.
func TestServeTellsOfWarnings(t *testing.T) {
	dir := t.TempDir()
	dataset(t, dir, "warned")
	write(t, dir, "mobility.csv", "academic_year_id,direction,country_code,participants,favourite_colour\n2017/18,outbound,GB,4,blue\n")
	s := serve(t, "--data", dir)
	said := s.stderr.String()
	for _, want := range []string{"warnings=", "meridian check " + dir} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not said: %s", want, said)
		}
	}
}
