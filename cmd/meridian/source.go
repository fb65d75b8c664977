package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"meridian"
	"meridian/data/ingest"
	"meridian/data/store"
)

// settingsFlag names settings that lie elsewhere; every verb that reads a folder has it.
type settingsFlag struct {
	Dataset string `placeholder:"FILE.yaml" help:"Settings that take the place of the folder's dataset.yaml."`
}

// source is the data of a folder or file; one that holds none is told by name.
func (f settingsFlag) source(path string) (store.Source, error) {
	s, err := source(path, f.Dataset)
	if err != nil {
		return s, err
	}
	if there, err := holdsData(s.Dataset); err != nil {
		return s, fmt.Errorf("read %s: %w", path, err)
	} else if !there {
		return s, fmt.Errorf("%s is not a data set: it holds neither dataset.yaml nor files that end in %s; put the files there and let meridian init %[1]s write a dataset.yaml for them",
			path, strings.Join(dataEndings(), ", "))
	}
	return s, nil
}

// source is the data of a folder, or of a single file, with settings that take the place of its dataset.yaml where a
// file of them is named. What cannot be data is told by name.
func source(path, settings string) (store.Source, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return store.Source{}, fmt.Errorf("there is no folder %s; give the folder of the data's files (meridian init DIR writes the dataset.yaml it needs)", path)
	case err != nil:
		return store.Source{}, fmt.Errorf("open folder: %w", err)
	}
	s := store.Source{Geo: meridian.Geo(), Dataset: os.DirFS(filepath.Clean(path))}
	if !info.IsDir() {
		if !dataFile(path) {
			return store.Source{}, fmt.Errorf("%s is a file; give the folder that holds dataset.yaml and the data's files, or a file that ends in %s",
				path, strings.Join(dataEndings(), ", "))
		}
		s.Dataset = oneFile{filepath.Dir(path), filepath.Base(path)}
	}
	if settings != "" {
		if s.Settings, err = os.ReadFile(settings); err != nil {
			return store.Source{}, fmt.Errorf("--dataset: %w", err)
		}
	}
	return s, nil
}

func dataEndings() []string { return []string{".csv", ".tsv", ".xlsx", ".parquet"} }

func dataFile(name string) bool {
	return slices.Contains(dataEndings(), strings.ToLower(filepath.Ext(name)))
}

// holdsData tells a data set's folder from one that is empty or holds other things.
func holdsData(files fs.FS) (bool, error) {
	entries, err := fs.ReadDir(files, ".")
	if err != nil {
		return false, err
	}
	return slices.ContainsFunc(entries, func(e fs.DirEntry) bool {
		hidden := strings.HasPrefix(e.Name(), ".") || strings.HasPrefix(e.Name(), "~")
		return !e.IsDir() && !hidden && (e.Name() == ingest.DatasetFile || dataFile(e.Name()))
	}), nil
}

// folderOf is where what is written beside the data goes: the folder itself, or the one a single file lies in.
func folderOf(path string) string {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return path
	}
	return filepath.Dir(path)
}

// oneFile is a folder in which there is that one file and no other.
type oneFile struct{ dir, name string }

// Open opens the file, or the folder.
func (o oneFile) Open(name string) (fs.File, error) {
	if name == o.name || name == "." {
		return os.DirFS(o.dir).Open(name)
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// ReadDir lists the one file.
func (o oneFile) ReadDir(name string) ([]fs.DirEntry, error) {
	if name != "." {
		return nil, &fs.PathError{Op: "read", Path: name, Err: fs.ErrNotExist}
	}
	info, err := fs.Stat(os.DirFS(o.dir), o.name)
	if err != nil {
		return nil, err
	}
	return []fs.DirEntry{fs.FileInfoToDirEntry(info)}, nil
}

// refusal names the data that was refused, and where to read why.
func refusal(name string, err error) error {
	var refused *ingest.RefusedError
	if errors.As(err, &refused) {
		return fmt.Errorf("%s: %w; meridian check lists them all", name, refused)
	}
	return fmt.Errorf("load %s: %w", name, err)
}
