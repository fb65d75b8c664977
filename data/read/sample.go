package read

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
)

// A sample is the whole of a file up to sampleWhole bytes; of a larger one, so many pieces spread evenly over it.
const (
	sampleWhole  = 32 << 20
	samplePieces = 32
	samplePiece  = 1 << 20
)

// sampled calls look with the pieces of the file that its encoding is judged by, the first from its beginning.
// offset is where in the file a piece begins. The pieces are overwritten.
func sampled(files fs.FS, name string, size int64, look func(piece []byte, offset int64)) error {
	file, err := files.Open(name)
	if err != nil {
		return fmt.Errorf("open: %w", err)
	}
	defer file.Close()
	piece := make([]byte, samplePiece)
	at, random := file.(io.ReaderAt)
	step := int64(samplePiece)
	if random && size > sampleWhole {
		step = size / samplePieces &^ 1 // even, so that the two bytes of a UTF-16 character stay together
	}
	for offset := int64(0); offset < size && offset < max(sampleWhole, step*samplePieces); offset += step {
		var n int
		if random {
			n, err = at.ReadAt(piece, offset)
		} else {
			n, err = io.ReadFull(file, piece)
		}
		look(piece[:n], offset)
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read: %w", err)
		}
	}
	return nil
}
