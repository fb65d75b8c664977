//go:build linux || darwin || freebsd

package library

import (
	"errors"
	"os"
	"syscall"
)

func freeSpace(dir string) (int64, error) {
	var s syscall.Statfs_t
	if err := syscall.Statfs(dir, &s); err != nil {
		return 0, err
	}
	return int64(s.Bavail) * int64(s.Bsize), nil //nolint:unconvert // the types differ between systems
}

// refusesFolders tells the error of a file system that cannot sync a folder.
func refusesFolders(err error) bool { return errors.Is(err, syscall.EINVAL) }

// ownedByUs tells whether a file is this user's.
func ownedByUs(info os.FileInfo) bool {
	owner, known := info.Sys().(*syscall.Stat_t)
	return known && int(owner.Uid) == os.Getuid()
}
