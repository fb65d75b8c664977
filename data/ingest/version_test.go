package ingest_test

import (
	"context"
	"io/fs"
	"testing"
	"testing/fstest"
	"time"

	"meridian/data/ingest"
	"meridian/data/internal/sample"
)

// changing is a folder in which something happens to one file before it is opened for the second time.
type changing struct {
	fstest.MapFS
	name   string
	opened int
	change func(*fstest.MapFile)
}

func (c *changing) Open(name string) (fs.File, error) {
	if name == c.name {
		if c.opened++; c.opened == 2 {
			c.change(c.MapFS[name])
		}
	}
	return c.MapFS.Open(name)
}

func TestFilesThatChangeWhileTheyAreReadAreRefused(t *testing.T) {
	const flows = "academic_year_id,origin_code,destination_code,participants\n2017/18,NA,HK,2\n"
	for what, change := range map[string]func(*fstest.MapFile){
		"it grows":              func(f *fstest.MapFile) { f.Data = append(f.Data, "2017/18,NA,HK,3\n"...) },
		"other bytes, as many":  func(f *fstest.MapFile) { f.Data[len(f.Data)-2] = '9'; f.ModTime = f.ModTime.Add(time.Second) },
		"nothing happens to it": nil,
	} {
		folder := &changing{MapFS: fstest.MapFS{"flows.csv": {Data: []byte(flows)}}, name: "flows.csv", change: change}
		want := 1
		if change == nil {
			folder.change, want = func(*fstest.MapFile) {}, 0
		}
		report, err := ingest.Check(context.Background(), ingest.Source{Dataset: folder, Geo: sample.Geo(), Settings: []byte("id: x\nname: X\n")})
		if err != nil {
			t.Fatal(err)
		}
		if folder.opened < 2 || report.Errors != want {
			t.Errorf("%s: opened %d times, %v", what, folder.opened, report.Problems)
		}
		if want > 0 {
			told(t, report, "error: flows.csv: the file changed while it was read; wait until it is written, and import again")
		}
	}
}
