package read

import (
	"bufio"
	"errors"
	"fmt"
	"io"

	"github.com/parquet-go/parquet-go/format"
)

// Limits of a Parquet file, whose parts all claim how large they are.
const (
	footerMost   = 64 << 20  // bytes of the footer
	elementsMost = 300_000   // members of its lists: columns times groups of rows, several of each
	pageMost     = 128 << 20 // bytes of a page, unpacked
	pageValues   = 20_000_000
	groupMost    = 1 << 30 // bytes that the pages open at one time may take, over all columns
)

// page is what the head of a page says.
type page struct {
	kind               format.PageType
	unpacked, packed   int64
	values, levels     int64
	nulls, repetitions int64
	encoding           format.Encoding
	plain              bool // a page of the second version that is not packed
}

// hear takes a field of the head; the numbers are those of Parquet's definition.
func (p *page) hear(parent, id int16, value int64) {
	switch [2]int16{parent, id} {
	case [2]int16{0, 1}:
		p.kind = format.PageType(value)
	case [2]int16{0, 2}:
		p.unpacked = value
	case [2]int16{0, 3}:
		p.packed = value
	case [2]int16{5, 1}, [2]int16{7, 1}, [2]int16{8, 1}:
		p.values = value
	case [2]int16{5, 2}, [2]int16{7, 2}, [2]int16{8, 4}:
		p.encoding = format.Encoding(value)
	case [2]int16{8, 2}:
		p.nulls = value
	case [2]int16{8, 5}:
		p.levels = value
	case [2]int16{8, 6}:
		p.repetitions = value
	case [2]int16{8, 7}:
		p.plain = value == 0
	}
}

// sane is false when the head claims what cannot be.
func (p *page) sane(left int64) bool {
	return p.packed >= 0 && p.packed <= left && p.packed <= pageMost && p.unpacked >= 0 && p.unpacked <= pageMost &&
		p.values >= 0 && p.values <= pageValues && p.nulls >= 0 && p.nulls <= p.values &&
		p.levels >= 0 && p.levels <= p.packed && p.repetitions == 0 && p.levels <= p.unpacked
}

// prover goes over the pages of a column before they are read for real, so that nothing a hostile file claims makes
// the library reserve more memory than the file can fill.
type prover struct {
	file     io.ReaderAt
	size     int64
	inflater inflater
	packed   []byte
}

// prove checks the pages of one column in one group of rows. It gives the bytes that reading them takes at a time.
func (p *prover) prove(chunk *format.ColumnChunk, rows int64, optional bool) (int64, error) {
	meta := &chunk.MetaData
	start := meta.DataPageOffset
	if meta.DictionaryPageOffset != 0 {
		start = meta.DictionaryPageOffset
	}
	if chunk.FilePath != "" || start < 4 || meta.TotalCompressedSize < 0 || meta.TotalCompressedSize > p.size || start > p.size-meta.TotalCompressedSize {
		return 0, fmt.Errorf("%w: a column claims to stand outside the file", errThrift)
	}
	in := bufio.NewReaderSize(io.NewSectionReader(p.file, start, meta.TotalCompressedSize), 1<<16)
	left, values, dictionary, largest := meta.TotalCompressedSize, int64(0), int64(0), int64(0)
	for left > 0 {
		head, err := p.page(in, &left, meta.Codec, optional)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return 0, err
		}
		cost := head.unpacked + head.packed + 8*head.values
		if head.kind == format.DictionaryPage {
			dictionary = max(dictionary, cost)
		} else {
			values += head.values
			largest = max(largest, cost)
		}
	}
	if values != rows {
		return 0, fmt.Errorf("%w: a column has %d values for %d rows", errThrift, values, rows)
	}
	return dictionary + largest, nil
}

// page checks one page and passes over it.
func (p *prover) page(in *bufio.Reader, left *int64, codec format.CompressionCodec, optional bool) (page, error) {
	var head page
	walk := thrift{in: in, left: int(min(*left, footerMost)), elements: 1000, field: head.hear}
	before := walk.left
	if err := walk.structure(0, 0); err != nil {
		return head, err
	}
	*left -= int64(before - walk.left)
	if !head.sane(*left) {
		return head, fmt.Errorf("%w: a page claims %d bytes and %d values", errThrift, max(head.packed, head.unpacked), head.values)
	}
	*left -= head.packed
	if int64(cap(p.packed)) < head.packed {
		p.packed = make([]byte, head.packed)
	}
	content := p.packed[:head.packed]
	if _, err := io.ReadFull(in, content); err != nil {
		return head, fmt.Errorf("%w: a page is cut off", errThrift)
	}
	return head, p.content(head, content, codec, optional)
}

func (p *prover) content(head page, content []byte, codec format.CompressionCodec, optional bool) error {
	unpacked := int(head.unpacked)
	if head.kind == format.DataPageV2 {
		if err := checkRuns(content[:head.levels], 1, int(head.values)); err != nil {
			return err
		}
		content, unpacked = content[head.levels:], unpacked-int(head.levels)
		if head.plain {
			codec = format.Uncompressed
		}
	}
	data, err := p.inflater.inflate(codec, content, unpacked)
	if err != nil {
		return err
	}
	switch head.kind {
	case format.DataPage:
		return checkData(data, head.encoding, int(head.values), optional)
	case format.DataPageV2:
		return checkData(data, head.encoding, int(head.values), false)
	case format.DictionaryPage:
		if head.encoding != format.Plain && head.encoding != plainDictionary {
			return errThrift
		}
	}
	return nil
}
