package ingest

import (
	"context"
	"errors"
	"io"

	"meridian/data/read"
)

// blockRows is the number of rows that go from hand to hand together: fewer where they hold more than blockText bytes
// or blockCells cells.
const (
	blockRows  = 2048
	blockText  = 2 << 20
	blockCells = 1 << 17
)

// sampleBlocks is the number of blocks that are looked at before the first row is read.
const sampleBlocks = 8

// block is some rows of a file as they stand there.
type block struct {
	cells   []string // row by row
	lines   []int
	refused []*read.RowError // by row; nil for those that can be read
	bytes   int64            // the position in the file after the last row
	text    int              // bytes of the cells
	err     error            // what ended the file, if it was not its end
	width   int
}

func (b *block) row(i int) []string { return b.cells[i*b.width : (i+1)*b.width] }

func (b *block) reset() {
	b.cells, b.lines, b.refused, b.text = b.cells[:0], b.lines[:0], b.refused[:0], 0
}

// blocks reads a file on a goroutine of its own, so that reading and checking go on side by side. Blocks that are done
// with are given back through free.
type blocks struct {
	filled chan *block
	free   chan *block
}

// readBlocks begins to read. The goroutine ends with the file or with ctx.
func readBlocks(ctx context.Context, opened *read.File) *blocks {
	b := &blocks{filled: make(chan *block), free: make(chan *block, sampleBlocks+3)}
	width := len(opened.Header())
	for range cap(b.free) {
		b.free <- &block{width: width}
	}
	go func() {
		defer close(b.filled)
		for more := true; more; {
			var next *block
			select {
			case next = <-b.free:
			case <-ctx.Done():
				return
			}
			next.reset()
			more = next.fill(opened)
			select {
			case b.filled <- next:
			case <-ctx.Done():
				return
			}
		}
	}()
	return b
}

// fill reads rows until the block is full; it is false at the end of the file.
func (b *block) fill(opened *read.File) bool {
	for len(b.lines) < blockRows && b.text < blockText && len(b.cells) < blockCells {
		record, err := opened.Next()
		if errors.Is(err, io.EOF) {
			b.bytes = opened.Position()
			return false
		}
		row := new(read.RowError)
		if err != nil && !errors.As(err, &row) {
			b.err = err
			return false
		}
		if err != nil {
			b.refused, b.lines = append(b.refused, row), append(b.lines, row.Line)
			b.cells = append(b.cells, make([]string, b.width)...)
			continue
		}
		b.refused, b.lines = append(b.refused, nil), append(b.lines, record.Line)
		b.cells = append(b.cells, record.Cells...)
		for _, cell := range record.Cells {
			b.text += len(cell)
		}
	}
	b.bytes = opened.Position()
	return true
}
