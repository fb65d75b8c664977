//go:build linux

package library_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"meridian/data/fault"
	"meridian/data/ingest"
	"meridian/data/internal/sample"
	"meridian/data/library"
)

// small mounts a disk of so many megabytes, or skips.
func small(t *testing.T, megabytes int) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, fmt.Sprintf("size=%dm", megabytes)); err != nil {
		t.Skipf("a small disk cannot be mounted here: %v", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(dir, syscall.MNT_DETACH) })
	return dir
}

// large is the sample with many people, whose snapshot takes several megabytes.
func large() ingest.Source {
	var rows bytes.Buffer
	rows.WriteString("academic_year_id,direction,country_code,participants,level\n")
	for i := range 600000 {
		fmt.Fprintf(&rows, "2017/18,outbound,NA,%d,level %d\n", i%997, i*7919)
	}
	return ingest.Source{Geo: sample.Geo(), Dataset: sample.Dataset(map[string]string{"mobility.csv": rows.String()})}
}

// TestFullDisk fills a real small disk at different moments of an import.
func TestFullDisk(t *testing.T) {
	dir := small(t, 24)
	s := open(t, library.Options{Dir: dir, Now: clock(), Free: func(string) (int64, error) { return 1 << 40, nil }})
	one := s.add(t, 1)
	t.Run("while building", func(t *testing.T) {
		_, _, err := s.Build(t.Context(), large(), upload)
		refused(t, s, err, one)
	})
	t.Run("while committing", func(t *testing.T) {
		draft, _, err := s.Build(t.Context(), source(2), upload)
		if err != nil {
			t.Fatal(err)
		}
		filler := filepath.Join(dir, "filler")
		fill(t, filler)
		_, err = draft.Commit(t.Context())
		refused(t, s, err, one)
		if err := os.Remove(filler); err != nil {
			t.Fatal(err)
		}
		if two, err := draft.Commit(t.Context()); err != nil || two.Version == one.Version {
			t.Errorf("commit with room made: %v", err)
		}
	})
}

// refused expects the words of a full disk, the version that was there before, and nothing half done.
func refused(t *testing.T, s shelf, err error, one library.Entry) {
	t.Helper()
	if faultOf(err) != fault.NoSpace || !strings.Contains(err.Error(), "full") {
		t.Errorf("error: %v", err)
	}
	expect(t, "versions", s.versions(), []string{one.Version})
	expect(t, "people", s.people(t, s.Current().Version), 1)
}

// fill takes all the room there is.
func fill(t *testing.T, path string) {
	t.Helper()
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for _, block := range []int{1 << 16, 1 << 12, 1} {
		for {
			if _, err := file.Write(make([]byte, block)); err != nil {
				break
			}
		}
	}
}

func TestSpaceIsLookedAtFirst(t *testing.T) {
	s := open(t, library.Options{Dir: t.TempDir(), Free: func(string) (int64, error) { return 3 << 20, nil }})
	_, _, err := s.Build(t.Context(), large(), upload)
	if faultOf(err) != fault.NoSpace || !strings.Contains(err.Error(), "3 MB are free") {
		t.Errorf("error: %v", err)
	}
}
