package library

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"path"
	"strings"
	"time"
)

// Fingerprint identifies the files of a folder.
type Fingerprint struct {
	Stamp  string `json:"stamp,omitempty"`  // of names, sizes and times: quick, and new for a copy of the same files
	Digest string `json:"digest,omitempty"` // of names and content
}

// Stamp is a fingerprint's quick half. Further texts that decide the import, such as the settings', belong to it.
func Stamp(files fs.FS, further ...[]byte) (string, error) {
	sum := sha256.New()
	add(sum, further)
	err := eachFile(files, func(name string) error {
		info, err := fs.Stat(files, name)
		if err != nil {
			return err
		}
		fmt.Fprintf(sum, "%s\x00%d\x00%s\n", name, info.Size(), info.ModTime().UTC().Format(time.RFC3339Nano))
		return nil
	})
	return short(sum), err
}

// Print is a folder's fingerprint. It reads every file.
func Print(files fs.FS, further ...[]byte) (print Fingerprint, err error) {
	if print.Stamp, err = Stamp(files, further...); err != nil {
		return print, err
	}
	sum := sha256.New()
	add(sum, further)
	err = eachFile(files, func(name string) error {
		file, err := files.Open(name)
		if err != nil {
			return err
		}
		defer file.Close()
		fmt.Fprintf(sum, "%s\x00", name)
		size, err := io.Copy(sum, file)
		fmt.Fprintf(sum, "\x00%d\n", size)
		return err
	})
	print.Digest = short(sum)
	return print, err
}

func add(sum hash.Hash, further [][]byte) {
	for _, text := range further {
		fmt.Fprintf(sum, "%d\n", len(text))
		sum.Write(text)
	}
}

func short(sum hash.Hash) string { return hex.EncodeToString(sum.Sum(nil))[:32] }

// eachFile visits the files an import could read, in order of their names.
func eachFile(files fs.FS, visit func(name string) error) error {
	return fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		hidden := name != "." && (strings.HasPrefix(entry.Name(), ".") || strings.HasPrefix(entry.Name(), "~"))
		switch {
		case entry.IsDir() && hidden:
			return fs.SkipDir
		case entry.IsDir() || hidden || !entry.Type().IsRegular() || !Reads(entry.Name()):
			return nil
		}
		return visit(name)
	})
}

// Reads tells whether a file of that name can be part of a data set.
func Reads(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".parquet", ".yaml", ".yml":
		return !strings.HasPrefix(path.Base(name), ".") && !strings.HasPrefix(path.Base(name), "~")
	}
	return false
}

// ImportedFolder identifies what the folder held when it was last imported; empty when it never was.
func (l *Library) ImportedFolder() Fingerprint {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.state.Folder
}
