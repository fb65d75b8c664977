package ingest

import "time"

// Progress is how far the reading of a data set is.
type Progress struct {
	File       string // being read
	Rows       int64  // read so far of all files
	Bytes      int64  // read so far of all files
	TotalBytes int64  // of all files that are read
}

// progressEvery is the time between two words of progress.
const progressEvery = 100 * time.Millisecond

// progress counts rows of a file that is read up to a position, and says so now and then.
func (f *file) progress(name string, rows, position int64) {
	if f.table.Geo {
		return
	}
	f.reached.File = name
	f.reached.Rows += rows
	f.reached.Bytes += max(position-f.position, 0)
	f.position = max(position, f.position)
	if f.source.Progress != nil && time.Since(f.toldAt) >= progressEvery {
		f.toldAt = time.Now()
		f.source.Progress(f.reached)
	}
}
