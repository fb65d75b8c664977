package read

import "io/fs"

func (f *File) openBook(files fs.FS, o Options) error {
	_ = files
	_ = o
	return refuse("workbooks are not read", "save it as CSV")
}
