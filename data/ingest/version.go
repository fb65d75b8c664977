package ingest

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"time"
)

// digest makes some bytes part of the version.
func (in *importer) digest(name string, content []byte) {
	fmt.Fprintf(in.sum, "%s %d\n", name, len(content))
	in.sum.Write(content)
}

// digestInputs makes the bytes of every file that is used part of the version.
func (in *importer) digestInputs(ctx context.Context) error {
	seen := map[string]bool{}
	for _, input := range in.inputs {
		if seen[input.name] {
			continue
		}
		seen[input.name] = true
		if err := in.digestFile(ctx, input.folder, input.name, input.table.Geo); err != nil {
			return fmt.Errorf("import %s: %w", input.name, err)
		}
	}
	for _, l := range in.lookupFiles() {
		if !seen[l] {
			seen[l] = true
			_ = in.digestFile(ctx, in.source.Dataset, l, false) // opening it later says what is wrong
		}
	}
	return nil
}

func (in *importer) digestFile(ctx context.Context, folder fs.FS, name string, geo bool) error {
	file, err := folder.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return err
	}
	if !geo {
		in.reached.TotalBytes += info.Size()
	}
	in.digested = append(in.digested, digested{folder, name, info.Size(), info.ModTime()})
	content := sha256.New()
	if _, err := io.Copy(content, &interruptible{ctx, file}); err != nil {
		return err
	}
	in.digest(name, content.Sum(nil))
	return nil
}

// digested is a file as it was when its bytes became part of the version.
type digested struct {
	folder  fs.FS
	name    string
	size    int64
	written time.Time
}

// refuseChanged refuses files that were written to since they became part of the version, which would otherwise name
// other bytes than those that were read. It is called after the last of them was read.
func (in *importer) refuseChanged() {
	for _, d := range in.digested {
		now, err := fs.Stat(d.folder, d.name)
		if err == nil && now.Size() == d.size && now.ModTime().Equal(d.written) {
			continue
		}
		in.report.add(Problem{File: d.name, Reason: "the file changed while it was read", Remedy: "wait until it is written, and import again"})
	}
}

// interruptible ends reading when nobody wants it any more.
type interruptible struct {
	ctx    context.Context
	reader io.Reader
}

func (r *interruptible) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.reader.Read(p)
}
