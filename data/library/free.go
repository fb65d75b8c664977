package library

// FreeSpace is how much more the disk of a folder holds for this user, in bytes. Systems that do not say give an error.
func FreeSpace(dir string) (int64, error) { return freeSpace(dir) }
