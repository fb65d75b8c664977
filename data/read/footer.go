package read

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
)

// anywhere gives a file as one that can be read at any place.
func anywhere(file fs.File, size int64) (io.ReaderAt, error) {
	if at, ok := file.(io.ReaderAt); ok {
		return at, nil
	}
	if size > archiveInMemory {
		return nil, refuse("the file is larger than 256 MB", "put it into a folder of its own and give that")
	}
	content, err := io.ReadAll(io.LimitReader(file, archiveInMemory))
	return bytes.NewReader(content), err
}

// checkFooter walks over the footer before the library believes it.
func checkFooter(at io.ReaderAt, size int64) error {
	var head, tail [8]byte
	if size < 12 {
		return errThrift
	}
	if _, err := at.ReadAt(head[:4], 0); err != nil {
		return err
	}
	if _, err := at.ReadAt(tail[:], size-8); err != nil {
		return err
	}
	if string(head[:4]) == "PARE" || string(tail[4:]) == "PARE" {
		return refuse("the file is encrypted", "write it without encryption")
	}
	length := int64(binary.LittleEndian.Uint32(tail[:4]))
	if string(head[:4]) != "PAR1" || string(tail[4:]) != "PAR1" || length > size-12 || length > footerMost {
		return fmt.Errorf("%w: it does not end as Parquet files do", errThrift)
	}
	footer := bufio.NewReaderSize(io.NewSectionReader(at, size-8-length, length), 1<<16)
	walk := thrift{in: footer, left: int(length), elements: elementsMost}
	return walk.structure(0, 0)
}

// damagedParquet is an error of the library or of our checks, as a refusal.
func damagedParquet(err error) error {
	if refused := new(RefusedError); errors.As(err, &refused) {
		return refused
	}
	return refuse("this is not a Parquet file, or a damaged one: "+err.Error(), "write it anew from the program it comes from")
}
