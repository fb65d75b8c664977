//go:build !(linux || darwin || freebsd)

package library

import "errors"

func freeSpace(string) (int64, error) { return 0, errors.ErrUnsupported }

// refusesFolders tells the error of a system that cannot sync a folder: all of these cannot.
func refusesFolders(error) bool { return true }
