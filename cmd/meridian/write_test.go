package main

import (
	"io"
	"os"
	"path/filepath"
	"testing"
)

// Whoever has the older file open reads it to its end; nothing else is left in the folder.
func TestExportReplacesAFileWhole(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "trend.csv", "older")
	file := filepath.Join(dir, "trend.csv")
	older, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer older.Close()
	if code, _, stderr := run(t, "export", "mobility-trend", "--out", file); code != exitDone {
		t.Fatalf("code %d, %q", code, stderr)
	}
	if text, _ := io.ReadAll(older); string(text) != "older" {
		t.Errorf("the older file became %.40q while it was open", text)
	}
	if text, _ := os.ReadFile(file); len(text) < 100 {
		t.Errorf("the new file holds %q", text)
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 {
		t.Errorf("the folder holds %v, %v", entries, err)
	}
	if code, _, stderr := run(t, "export", "mobility-trend", "--out", filepath.Join(dir, "none", "x.csv")); code != exitFailed || stderr == "" {
		t.Errorf("into a folder that is not there: code %d, %q", code, stderr)
	}
}
