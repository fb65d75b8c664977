package read

import "io/fs"

func (f *File) openParquet(files fs.FS, o Options) error {
	_ = files
	_ = o
	return refuse("Parquet is not read", "save it as CSV")
}
