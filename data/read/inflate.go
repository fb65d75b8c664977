package read

import (
	"bytes"
	"fmt"
	"io"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/snappy"
	"github.com/klauspost/compress/zstd"
	"github.com/parquet-go/parquet-go/format"
)

// inflater unpacks the pages of Parquet files, never to more than they claim to hold.
type inflater struct {
	out  []byte
	zstd *zstd.Decoder
}

// inflate gives what a page holds, valid until the next call. A page that holds more than it claims is damaged or
// hostile.
func (f *inflater) inflate(codec format.CompressionCodec, packed []byte, claimed int) ([]byte, error) {
	if codec == format.Uncompressed {
		return atMost(packed, claimed)
	}
	if cap(f.out) < claimed+1 {
		f.out = make([]byte, claimed+1)
	}
	out := f.out[:claimed+1] // one byte more, to see whether there is more
	if codec == format.Snappy {
		if n, err := snappy.DecodedLen(packed); err != nil || n > claimed {
			return nil, errThrift
		}
		return snappy.Decode(out, packed)
	}
	stream, err := f.stream(codec, packed)
	if err != nil {
		return nil, err
	}
	n, err := io.ReadFull(stream, out)
	if err != nil && err != io.ErrUnexpectedEOF && err != io.EOF { //nolint:errorlint // io.ReadFull gives them as they are
		return nil, err
	}
	return atMost(out[:n], claimed)
}

func atMost(content []byte, claimed int) ([]byte, error) {
	if len(content) > claimed {
		return nil, fmt.Errorf("%w: a page holds more than it claims", errThrift)
	}
	return content, nil
}

func (f *inflater) stream(codec format.CompressionCodec, packed []byte) (io.Reader, error) {
	switch codec {
	case format.Gzip:
		return gzip.NewReader(bytes.NewReader(packed))
	case format.Brotli:
		return brotli.NewReader(bytes.NewReader(packed)), nil
	case format.Zstd:
		if f.zstd == nil {
			var err error
			f.zstd, err = zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(pageMost), zstd.WithDecoderLowmem(true))
			if err != nil {
				return nil, err
			}
		}
		return f.zstd, f.zstd.Reset(bytes.NewReader(packed))
	}
	// LZ4 is left out: the library unpacks some pages of other programs to something else than they hold.
	return nil, refuse(fmt.Sprintf("the Parquet file is packed as %s, which is not read", codec), "write it with snappy, zstd or gzip")
}

func (f *inflater) close() {
	if f.zstd != nil {
		f.zstd.Close()
	}
}
