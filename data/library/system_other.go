//go:build !(linux || darwin || freebsd)

package library

import (
	"errors"
	"os"
)

func freeSpace(string) (int64, error) { return 0, errors.ErrUnsupported }

// refusesFolders tells the error of a system that cannot sync a folder: all of these cannot.
func refusesFolders(error) bool { return true }

// ownedByUs is true: these systems give each user a temporary folder of their own.
func ownedByUs(os.FileInfo) bool { return true }
