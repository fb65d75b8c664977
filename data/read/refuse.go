package read

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// RefusedError is a file that cannot be read as a whole.
type RefusedError struct {
	File   string
	Line   int // where reading ended; 0 when it is the whole file
	Reason string
	Remedy string
}

// Error is the refusal as one sentence.
func (e *RefusedError) Error() string {
	where := e.File
	if e.Line > 0 {
		where = fmt.Sprintf("%s:%d", e.File, e.Line)
	}
	return where + ": " + e.Reason + "; " + e.Remedy
}

// RowError is one row that cannot be read; the rows after it can.
type RowError struct {
	Line   int
	Column string // its name in the header, when one cell is at fault
	Value  string // what stands in the cell, when that helps
	Reason string
	Remedy string
	at     int // the column's number, the first being 1, when one cell is at fault
}

// Error is the refusal as one sentence.
func (e *RowError) Error() string {
	where := fmt.Sprintf("line %d", e.Line)
	if e.Column != "" {
		where += ", column " + e.Column
	}
	return where + ": " + e.Reason + "; " + e.Remedy
}

// refuse is a refusal of the whole file; its name is filled in by named.
func refuse(reason, remedy string) *RefusedError {
	return &RefusedError{Reason: reason, Remedy: remedy}
}

// named completes a refusal with the file's name, and tells of any other error which file it befell.
func named(name string, err error) error {
	if refused := new(RefusedError); errors.As(err, &refused) {
		refused.File = name
		return refused
	}
	return fmt.Errorf("read %s: %w", name, err)
}

// guard turns a panic of a library, which only a damaged file brings about, into a refusal.
func guard(name string, do func() error) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = &RefusedError{File: name, Reason: fmt.Sprintf("the file is damaged: %v", cause),
				Remedy: "export it anew from the program it comes from"}
		}
	}()
	return do()
}

// checkName lets only plain names of files in the folder pass: no path leads out of it, nor any link.
func checkName(files fs.FS, name string) error {
	if name == "" || name == "." || !fs.ValidPath(name) || strings.ContainsAny(name, "/\\:\x00") {
		return &RefusedError{File: name, Reason: "this is not the plain name of a file in the folder",
			Remedy: "put the file into the folder and write its name alone"}
	}
	if formatOf(name) == "" {
		return &RefusedError{File: name, Reason: unknownFormat(name), Remedy: "save it as .csv, .xlsx or .parquet"}
	}
	info, err := fs.Lstat(files, name)
	if err == nil && info.Mode()&fs.ModeSymlink != 0 {
		info, err = followLink(files, name)
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &RefusedError{File: name, Reason: "there is no such file in the folder", Remedy: "add it or correct the name"}
	case err != nil:
		return named(name, err)
	case !info.Mode().IsRegular():
		return &RefusedError{File: name, Reason: "this is not a file of data", Remedy: "put a copy of the file itself into the folder"}
	case info.Size() == 0:
		return &RefusedError{File: name, Reason: "the file is empty", Remedy: "give it a header line and rows, or remove it"}
	}
	return nil
}

// followLink follows one link to a file beside it.
func followLink(files fs.FS, name string) (fs.FileInfo, error) {
	target, err := fs.ReadLink(files, name)
	if err != nil {
		return nil, err
	}
	if !fs.ValidPath(target) || strings.ContainsAny(target, "/\\") {
		return nil, refuse("this is a link that leaves the folder", "put a copy of the file itself into the folder")
	}
	return fs.Lstat(files, target)
}

func unknownFormat(name string) string {
	switch strings.ToLower(path.Ext(name)) {
	case ".xls":
		return "this is a workbook of the old format .xls"
	case ".xlsb":
		return "this is a workbook of the binary format .xlsb"
	case ".ods", ".numbers":
		return "this is a workbook of another program"
	}
	return "files of this kind are not read"
}
