package read_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"meridian/data/read"
)

// endless is a file whose content is made as it is read: begin, then one piece over and over.
type endless struct {
	begin, piece string
	size         int64
	offset       int64
}

func (e *endless) Open(string) (fs.File, error) { return &endless{e.begin, e.piece, e.size, 0}, nil }
func (e *endless) Stat() (fs.FileInfo, error)   { return e, nil }
func (e *endless) Close() error                 { return nil }
func (e *endless) Name() string                 { return "a.csv" }
func (e *endless) Size() int64                  { return e.size }
func (e *endless) Mode() fs.FileMode            { return 0o444 }
func (e *endless) ModTime() time.Time           { return time.Time{} }
func (e *endless) IsDir() bool                  { return false }
func (e *endless) Sys() any                     { return nil }

func (e *endless) Read(p []byte) (int, error) {
	n, err := e.ReadAt(p, e.offset)
	e.offset += int64(n)
	return n, err
}

func (e *endless) ReadAt(p []byte, at int64) (int, error) {
	if at >= e.size {
		return 0, io.EOF
	}
	p = p[:min(int64(len(p)), e.size-at)]
	n := 0
	if at < int64(len(e.begin)) {
		n = copy(p, e.begin[at:])
	}
	for n < len(p) {
		n += copy(p[n:], e.piece[(at+int64(n)-int64(len(e.begin)))%int64(len(e.piece)):])
	}
	return n, nil
}

// allocated is the memory that something takes from the heap, all in all.
func allocated(do func()) int64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	do()
	runtime.ReadMemStats(&after)
	return int64(after.TotalAlloc - before.TotalAlloc)
}

func TestAGigabyteOnOneLineIsRefusedInLittleMemory(t *testing.T) {
	for name, c := range map[string]struct {
		file *endless
		says string
	}{
		"without a header":            {&endless{piece: "aaaaaaaa", size: 1 << 30}, "longer than 4 MB"},
		"below a header":              {&endless{begin: "a,b\n1,2\n", piece: "x", size: 1 << 30}, "longer than 4 MB"},
		"of cells":                    {&endless{begin: "a,b\n1,2\n", piece: "x,", size: 1 << 30}, "longer than 4 MB"},
		"in a quotation":              {&endless{begin: "a,b\n1,\"", piece: "x", size: 1 << 30}, "longer than 4 MB"},
		"of doubled marks":            {&endless{begin: "a,b\n1,\"", piece: `""`, size: 1 << 30}, "longer than 4 MB"},
		"as UTF-16":                   {&endless{begin: "\xff\xfea\x00\n\x00", piece: "x\x00", size: 1 << 30}, "longer than 4 MB"},
		"in another encoding":         {&endless{begin: "a\n", piece: "\xe9l", size: 1 << 30}, "longer than 4 MB"},
		"nothing but quotation marks": {&endless{piece: `"`, size: 1 << 30}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			var said string
			taken := allocated(func() { said = refusal(t, c.file, "a.csv") })
			if said == "" || !strings.Contains(said, c.says) {
				t.Errorf("said %q, want %q", said, c.says)
			}
			if taken > 64<<20 {
				t.Errorf("took %d MB", taken>>20)
			}
		})
	}
}

func TestLongCellsAndWideRows(t *testing.T) {
	long := strings.Repeat("x", read.MaxCell+1)
	_, rows := all(t, folder("a.csv", "a,b\n1,"+long+"\n2,\""+long+"\"\n3,4\n"), "a.csv", read.Options{})
	if len(rows) != 3 || !strings.HasPrefix(rows[0], "2!a cell is longer") || !strings.HasPrefix(rows[1], "3!a") || rows[2] != "4:3|4" {
		t.Errorf("%.200q", rows)
	}
	wide := strings.TrimSuffix(strings.Repeat("c,", 16_384), ",") + "\n" + strings.Repeat("1,", 16_383) + "1\n"
	if said := refusal(t, folder("a.csv", wide), "a.csv"); !strings.Contains(said, "more than 2,000 cells") {
		t.Errorf("said %q", said)
	}
	blank := "a,b" + strings.Repeat(",", 16_382) + "\n1,2" + strings.Repeat(",", 16_382) + "\n"
	if _, rows := all(t, folder("a.csv", blank), "a.csv", read.Options{}); len(rows) != 1 || rows[0] != "2:1|2" {
		t.Errorf("blank columns to the right: %.200q", rows)
	}
}

func TestNamesThatLeaveTheFolderAreRefused(t *testing.T) {
	outside := t.TempDir()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(outside, "secret.csv"), []byte("a,b\n1,2\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "real.csv"), []byte("a,b\n1,2\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for link, target := range map[string]string{
		"out.csv": filepath.Join(outside, "secret.csv"), "up.csv": "../" + filepath.Base(outside) + "/secret.csv", "in.csv": "real.csv",
		"twice.csv": "out.csv", "device.csv": "/dev/zero",
	} {
		if err := os.Symlink(target, filepath.Join(dir, link)); err != nil {
			t.Fatal(err)
		}
	}
	files := os.DirFS(dir)
	for _, name := range []string{"../secret.csv", "/etc/passwd.csv", "a/../../b.csv", `..\secret.csv`, "C:secret.csv", "a\x00.csv", "", ".", "sub/real.csv",
		"out.csv", "up.csv", "twice.csv", "device.csv", "nothing.csv", "real.exe"} {
		_, err := read.Open(context.Background(), files, name, read.Options{})
		if refused := new(read.RefusedError); !errors.As(err, &refused) || refused.Remedy == "" {
			t.Errorf("%q: %v", name, err)
		}
		if _, err := read.Sheets(context.Background(), files, name); err == nil {
			t.Errorf("%q: its sheets are listed", name)
		}
	}
	if _, rows := all(t, files, "in.csv", read.Options{}); len(rows) != 1 {
		t.Errorf("a link to a file beside it: %q", rows)
	}
}

func TestFilesWithTheWrongEnding(t *testing.T) {
	for name, c := range map[string]struct{ content, says string }{
		"a.csv":     {"PK\x03\x04 and so on", "workbook or an archive, not text"},
		"photo.csv": {"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "this is a picture (PNG), not a table"},
		"scan.csv":  {"\xff\xd8\xff\xe0\x00\x10JFIF", "this is a picture (JPEG), not a table"},
		"paper.csv": {"%PDF-1.7\n", "this is a PDF, not a table"},
		"noise.csv": {strings.Repeat("a,\x01\x02\x03\nb\x00c", 20), "this is not text"},
		"b.csv":     {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old format .xls, not text"},
		"c.csv":     {"PAR1....PAR1", "Parquet file, not text"},
		"d.csv":     {"\n\n\n", "no header"},
		"e.csv":     {"", "the file is empty"},
		"f.parquet": {"a,b\n1,2\n", "not a Parquet file"},
		"g.xls":     {"\xd0\xcf\x11\xe0", "old format .xls"},
	} {
		if said := refusal(t, folder(name, c.content), name); !strings.Contains(said, c.says) {
			t.Errorf("%s: said %q", name, said)
		}
	}
}

func TestReadingEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	f, err := read.Open(ctx, fstest.MapFS{"a.csv": {Data: bytes.Repeat([]byte("a,b\n"), 5000)}}, "a.csv", read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	cancel()
	for range 1100 {
		if _, err = f.Next(); err != nil {
			break
		}
	}
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}
