package ingest

import (
	"context"

	"meridian/data/read"
)

// readRows passes the file's rows through the checks, once the first of them have shown how the columns are written.
func (f *file) readRows(ctx context.Context, usable bool) error {
	ctx, cancel := context.WithCancel(ctx)
	source := readBlocks(ctx, f.opened)
	defer func() {
		cancel()
		for range source.filled { // the goroutine lets go of the file before it is closed
		}
	}()
	var sample []*block
	for len(sample) < sampleBlocks {
		next, more := <-source.filled
		if !more {
			break
		}
		sample = append(sample, next)
		f.observe(next)
	}
	for _, first := range sample {
		if err := f.readBlock(first, usable); err != nil {
			return err
		}
		source.free <- first
	}
	for next := range source.filled {
		if err := f.readBlock(next, usable); err != nil {
			return err
		}
		source.free <- next
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return f.finish()
}

func (f *file) observe(b *block) {
	for i, line := range b.lines {
		for _, c := range f.columns {
			if b.refused[i] == nil && (c.decimals != nil || c.dates != nil) {
				c.observe(b.row(i), line)
			}
		}
	}
}

func (f *file) readBlock(b *block, usable bool) error {
	for i, line := range b.lines {
		f.line = line
		if err := f.readRow(b.row(i), b.refused[i], usable); err != nil {
			return err
		}
	}
	f.progress(f.name, int64(len(b.lines)), b.bytes)
	if b.err != nil || f.batch == nil {
		return b.err
	}
	if f.batch.text += b.text; f.batch.text > 2*blockText {
		return f.sendBatch()
	}
	return nil
}

// readRow checks one row and hands it on when nothing is wrong with it.
func (f *file) readRow(cells []string, refused *read.RowError, usable bool) error {
	f.count.Read++
	f.bad = false
	if refused != nil {
		f.fail(refused.Line, refused.Column, refused.Value, refused.Reason, refused.Remedy)
	}
	if f.bad || !usable || f.total(cells) {
		f.count.Refused++
		return nil
	}
	row, err := f.nextRow()
	if err != nil {
		return err
	}
	f.check(cells, row)
	if f.bad {
		f.count.Refused++
		return nil
	}
	f.count.Stored++
	f.addUp(row)
	if f.table.Name == "institutions" {
		f.call(row)
	}
	switch {
	case f.table.Name == "ror":
		f.collect(row)
	case f.holds():
		f.hold(row)
		return nil
	}
	f.keepRow()
	return nil
}

// finish hands on the last rows, and adds up those of a file that has one row a person.
func (f *file) finish() error {
	if err := f.sendBatch(); err != nil {
		return err
	}
	if err := f.flush(); err != nil || f.mapping.CountRows == "" || f.report.Errors > 0 {
		return err
	}
	kept, err := f.sink.Count(f.table, f.mapping.CountRows)
	f.count.Kept = int(kept)
	return err
}
