package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// writeWhole writes a file beside its place and moves it there once it is complete: a full disk or a stop leaves
// what stood there before, and whoever reads the older file goes on reading it.
func writeWhole(path string, body []byte) error {
	folder, err := os.MkdirTemp(filepath.Dir(path), ".writing-")
	if err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	unfinished := filepath.Join(folder, filepath.Base(path))
	err = os.WriteFile(unfinished, body, 0o644)
	if err == nil {
		err = os.Rename(unfinished, path)
	}
	if err := errors.Join(err, os.RemoveAll(folder)); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return nil
}
