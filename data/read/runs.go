package read

import (
	"encoding/binary"

	"github.com/parquet-go/parquet-go/format"
)

// padding is how many values more than they need the runs of a page may hold: they come in groups of eight.
const padding = 1024

// plainDictionary is what older programs call both a dictionary and the pages that refer to it.
const plainDictionary format.Encoding = 2

// checkData sees that the values of a page, unpacked, do not grow beyond the number that its head tells. levels is
// true when the column may be empty and the page begins with the list of what is.
func checkData(data []byte, encoding format.Encoding, values int, levels bool) error {
	if levels {
		rest, err := prefixedRuns(data, 1, values)
		if err != nil {
			return err
		}
		data = rest
	}
	switch encoding {
	case format.Plain, format.ByteStreamSplit:
		return nil
	case plainDictionary, format.RLEDictionary:
		if len(data) == 0 {
			return nil
		}
		return checkRuns(data[1:], int(data[0]), values)
	case format.RLE:
		_, err := prefixedRuns(data, 1, values)
		return err
	case format.DeltaBinaryPacked, format.DeltaLengthByteArray:
		_, err := readDeltas(data, values)
		return err
	case format.DeltaByteArray:
		return checkPrefixed(data, values)
	}
	return refuse("the Parquet file writes a column as "+encoding.String()+", which is not read", "write it with plain or dictionary encoding")
}

// prefixedRuns checks runs that are preceded by their length, and gives what follows them.
func prefixedRuns(data []byte, width, values int) ([]byte, error) {
	if len(data) < 4 {
		return nil, errThrift
	}
	length := uint64(binary.LittleEndian.Uint32(data))
	if data = data[4:]; length > uint64(len(data)) {
		return nil, errThrift
	}
	return data[length:], checkRuns(data[:length], width, values)
}

// checkRuns counts the values of runs, which are a value with how often it is repeated, or values side by side.
func checkRuns(data []byte, width, values int) error {
	if width > 32 {
		return errThrift
	}
	total := uint64(0)
	for len(data) > 0 {
		head, n := binary.Uvarint(data)
		if n <= 0 {
			return errThrift
		}
		data = data[n:]
		count, length := head>>1, uint64(width+7)/8
		if head&1 != 0 {
			count, length = count*8, count*uint64(width)
		}
		if total += count; count > uint64(values+padding) || total > uint64(values+padding) || length > uint64(len(data)) {
			return errThrift
		}
		data = data[length:]
	}
	return nil
}
