package library

import (
	"context"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
)

func (l *Library) setAsideSnapshot(version string, why error) error {
	path := l.snapshotFile(version)
	if !exists(path) {
		return nil
	}
	return l.setAside(path, "is a snapshot", why)
}

// setAside moves a file to where it does no harm and can be looked at, and tells of it.
func (l *Library) setAside(path, what string, why error) error {
	if err := os.MkdirAll(l.folder(damagedFolder), 0o700); err != nil {
		return err
	}
	aside := filepath.Join(l.folder(damagedFolder), filepath.Base(path))
	for n := 2; exists(aside); n++ {
		aside = filepath.Join(l.folder(damagedFolder), fmt.Sprintf("%d-%s", n, filepath.Base(path)))
	}
	if err := os.Rename(path, aside); err != nil {
		return err
	}
	l.options.Warn(fmt.Sprintf("%s, which %s, cannot be used: %v; it was moved to %s", path, what, why, aside))
	return nil
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// checksum reads a file through.
func checksum(ctx context.Context, path string) (sum uint32, size int64, err error) {
	file, err := os.Open(path)
	if err != nil {
		return 0, 0, err
	}
	defer file.Close()
	hash := crc32.New(crc32.MakeTable(crc32.Castagnoli))
	block := make([]byte, 1<<20)
	for {
		n, err := file.Read(block)
		hash.Write(block[:n])
		size += int64(n)
		if errors.Is(err, io.EOF) {
			return hash.Sum32(), size, nil
		}
		if err := errors.Join(err, ctx.Err()); err != nil {
			return 0, 0, err
		}
	}
}
