package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestServeWatchesAFolder(t *testing.T) {
	dir := t.TempDir()
	s := serve(t, "--data", dir, "--watch")
	if id := s.shown(t); id != "polyu" {
		t.Fatalf("an empty folder shows %s", id)
	}
	dataset(t, dir, "one")
	s.await(t, "one")
	dataset(t, dir, "two", badRow)
	for range 100 {
		if strings.Contains(s.stderr.String(), "what is shown stays") {
			break
		}
		time.Sleep(100 * time.Millisecond)
	}
	if log := s.stderr.String(); !strings.Contains(log, "what is shown stays") || !strings.Contains(log, "mobility.csv:3") {
		t.Errorf("a failed import is not told with its report: %s", log)
	}
	if id := s.shown(t); id != "one" {
		t.Errorf("after a failed import %s is shown", id)
	}
	dataset(t, dir, "three")
	s.await(t, "three")
	if code := s.stop(); code != exitDone {
		t.Errorf("stopped with %d: %s", code, s.stderr)
	}
}

func TestServeKeepsWhatItImported(t *testing.T) {
	dir := t.TempDir()
	dataset(t, dir, "one")
	first := serve(t, "--data", dir)
	if id := first.shown(t); id != "one" {
		t.Fatalf("%s is shown", id)
	}
	first.stop()
	if left, _ := filepath.Glob(filepath.Join(dir, ".meridian", "building", "*")); len(left) > 0 {
		t.Errorf("left after stopping: %v", left)
	}
	dataset(t, dir, "two", badRow)
	failing := serve(t, "--data", dir)
	if id, log := failing.shown(t), failing.stderr.String(); id != "one" || !strings.Contains(log, "THE DATA FOLDER COULD NOT BE IMPORTED") {
		t.Errorf("%s is shown: %s", id, log)
	}
	failing.stop()
	dataset(t, dir, "two")
	changed := serve(t, "--data", dir)
	if id := changed.shown(t); id != "two" {
		t.Errorf("after a change %s is shown", id)
	}
	changed.stop()
	for _, name := range []string{"mobility.csv", "dataset.yaml"} {
		if err := os.Remove(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	emptied := serve(t, "--data", dir)
	if id := emptied.shown(t); id != "two" {
		t.Errorf("with its files gone %s is shown", id)
	}
}

func TestSnapshotsOfAFolder(t *testing.T) {
	dir := t.TempDir()
	if code, _, stderr := run(t, "snapshots", dir); code != exitFailed || !strings.Contains(stderr, "holds no snapshots") {
		t.Errorf("code %d, %q", code, stderr)
	}
	dataset(t, dir, "one")
	serve(t, "--data", dir).stop()
	dataset(t, dir, "two", "2017/18,outbound,NA,7")
	s := serve(t, "--data", dir)
	_, listed, _ := run(t, "snapshots", dir)
	lines := strings.Split(listed, "\n")
	if len(lines) < 4 || !strings.Contains(lines[1], "→") || !strings.Contains(lines[1], "TWO") || !strings.Contains(lines[2], "ONE") {
		t.Fatalf("listed:\n%s", listed)
	}
	two, one := strings.Fields(lines[1])[1], strings.Fields(lines[2])[0]
	code, told, stderr := run(t, "snapshots", dir, "--compare", one, two)
	if code != exitDone || !strings.Contains(strings.Join(strings.Fields(told), " "), "mobility 1 2 1 0 0") {
		t.Errorf("compare: code %d, %s%s", code, told, stderr)
	}
	if code, _, stderr := run(t, "snapshots", dir, "--revert", one); code != exitDone {
		t.Errorf("revert: code %d, %s", code, stderr)
	}
	s.await(t, "one") // the server that runs follows
	if code, _, stderr := run(t, "snapshots", dir, "--revert", "nonesuch"); code != exitFailed || !strings.Contains(stderr, "no snapshot nonesuch") {
		t.Errorf("revert to what is not there: code %d, %s", code, stderr)
	}
	s.stop()
	if again := serve(t, "--data", dir); again.shown(t) != "one" {
		t.Errorf("an unchanged folder is imported again over a revert: %s", again.shown(t))
	}
	if code, charts, _ := run(t, "export", "mobility-trend", "--data", dir, "--out", filepath.Join(dir, "x.csv")); code != exitDone {
		t.Errorf("export: code %d, %s", code, charts)
	}
}

func TestServeOtherThanFolders(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "what? 100%")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	dataset(t, dir, "mine")
	file := filepath.Join(dir, "mine.duckdb")
	if code, _, stderr := run(t, "import", dir, "--into", file); code != exitDone {
		t.Fatalf("import: %s", stderr)
	}
	settings := filepath.Join(t.TempDir(), "other.yaml")
	if err := os.WriteFile(settings, []byte("id: other\nname: Other\nhome_place: GB\nas_of: 2018-08-31\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for want, args := range map[string][]string{
		"mine":  {"--data", file},
		"other": {"--data", filepath.Join(dir, "mobility.csv"), "--dataset", settings},
		"polyu": {},
	} {
		s := serve(t, args...)
		if id := s.shown(t); id != want {
			t.Errorf("%v shows %s", args, id)
		}
		if !strings.Contains(s.stdout.String(), "serve --data DIR keeps it") {
			t.Errorf("%v does not say that imports are not kept: %s", args, s.stdout)
		}
		s.stop()
	}
	if s := serve(t, "--data", dir); s.shown(t) != "mine" {
		t.Errorf("a folder with ? in its name shows %s", s.shown(t))
	}
	if code, _, stderr := run(t, "serve", "--addr", "127.0.0.1:0", "--watch"); code != exitFailed || !strings.Contains(stderr, "--watch needs --data DIR") {
		t.Errorf("--watch without a folder: code %d, %s", code, stderr)
	}
}
