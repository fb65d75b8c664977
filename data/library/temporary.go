package library

import (
	"errors"
	"os"
	"path/filepath"
)

// temporaryPrefix begins the names of libraries that go with the program.
const temporaryPrefix = "meridian-library-"

// temporary makes the folder of a library that goes with the program, and removes those of killed ones.
func temporary() (string, error) {
	libraries, err := filepath.Glob(filepath.Join(literalPattern(os.TempDir()), temporaryPrefix+"*"))
	if err != nil {
		return "", err
	}
	for _, library := range libraries {
		removeTemporary(library)
	}
	return os.MkdirTemp("", temporaryPrefix)
}

// removeTemporary removes a library whose program is gone. Others may write in the temporary folder too: only what is
// this user's, and leads nowhere else, is touched.
func removeTemporary(library string) {
	building := filepath.Join(library, buildingFolder)
	if !ours(library) || !ours(building) {
		return
	}
	programs, err := filepath.Glob(filepath.Join(literalPattern(building), "program-*"))
	if err != nil {
		return
	}
	for _, program := range programs {
		if !ours(program) || removeDead(program) != nil {
			return
		}
		if _, err := os.Lstat(program); !errors.Is(err, os.ErrNotExist) {
			return // it runs
		}
	}
	if len(programs) > 0 {
		_ = os.RemoveAll(library) // what is left takes room and does no other harm
	}
}

// ours tells a folder of this user that is no link.
func ours(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && info.IsDir() && ownedByUs(info)
}
