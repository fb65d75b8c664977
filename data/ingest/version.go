package ingest

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
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
	if info, err := file.Stat(); err == nil && !geo {
		in.reached.TotalBytes += info.Size()
	}
	content := sha256.New()
	if _, err := io.Copy(content, &interruptible{ctx, file}); err != nil {
		return err
	}
	in.digest(name, content.Sum(nil))
	return nil
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
