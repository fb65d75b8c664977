package read

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"runtime"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/parquet-go/parquet-go/format"
)

// run is a run of one value, as Parquet writes them.
func run(times uint64) []byte { return append(binary.AppendUvarint(nil, times<<1), 1) }

func TestPagesThatGrowBeyondWhatTheyClaim(t *testing.T) {
	prefixed := func(content []byte) []byte {
		return append(binary.LittleEndian.AppendUint32(nil, uint32(len(content))), content...)
	}
	deltas := func(count uint64) []byte {
		return binary.AppendVarint(binary.AppendUvarint(binary.AppendUvarint(binary.AppendUvarint(nil, 128), 4), count), 5)
	}
	for name, c := range map[string]struct {
		data     []byte
		encoding format.Encoding
		levels   bool
		sound    bool
	}{
		"codes":                      {append([]byte{1}, run(100)...), format.RLEDictionary, false, true},
		"two thousand million codes": {append([]byte{1}, run(1<<31-1)...), format.RLEDictionary, false, false},
		"many runs of codes":         {append([]byte{1}, bytes.Repeat(run(1000), 1000)...), format.RLEDictionary, false, false},
		"levels":                     {prefixed(run(100)), format.Plain, true, true},
		"endless levels":             {prefixed(run(1 << 30)), format.Plain, true, false},
		"levels longer than a page":  {[]byte{255, 255, 255, 255, 1}, format.Plain, true, false},
		"flags":                      {prefixed(run(1 << 30)), format.RLE, false, false},
		"differences":                {deltas(100), format.DeltaBinaryPacked, false, true},
		"endless differences":        {deltas(1 << 31), format.DeltaBinaryPacked, false, false},
		"texts that share all":       {append(binary.AppendVarint(binary.AppendUvarint(binary.AppendUvarint(binary.AppendUvarint(nil, 128), 1), 100), 1<<26), 0, 0), format.DeltaByteArray, false, false},
		"an encoding nobody knows":   {nil, 77, false, false},
	} {
		if err := checkData(c.data, c.encoding, 100, c.levels); (err == nil) != c.sound {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestPackedPagesAreNotUnpackedBeyondWhatTheyClaim(t *testing.T) {
	vast := make([]byte, 512<<20)
	writer, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	var zipped bytes.Buffer
	squeeze := gzip.NewWriter(&zipped)
	if _, err := squeeze.Write(vast); err != nil {
		t.Fatal(err)
	}
	if err := squeeze.Close(); err != nil {
		t.Fatal(err)
	}
	for codec, packed := range map[format.CompressionCodec][]byte{
		format.Zstd: writer.EncodeAll(vast, nil), format.Gzip: zipped.Bytes(),
		format.Snappy: append(binary.AppendUvarint(nil, 1<<31), 0), format.Uncompressed: make([]byte, 1001),
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		var f inflater
		content, err := f.inflate(codec, packed, 1000)
		f.close()
		runtime.ReadMemStats(&after)
		if err == nil {
			t.Errorf("%s: %d bytes were unpacked", codec, len(content))
		}
		if taken := after.TotalAlloc - before.TotalAlloc; taken > 32<<20 {
			t.Errorf("%s: took %d MB", codec, taken>>20)
		}
	}
}

func TestListsThatClaimMoreThanThereIs(t *testing.T) {
	for name, c := range map[string]struct {
		content []byte
		sound   bool
	}{
		"a number":        {[]byte{0x15, 2, 0}, true},
		"a list of two":   {[]byte{0x19, 0x25, 2, 4, 0}, true},
		"a list of 2^28":  {[]byte{0x19, 0xf5, 0x80, 0x80, 0x80, 0x80, 1, 0}, false},
		"a text of 2^28":  {[]byte{0x18, 0x80, 0x80, 0x80, 0x80, 1, 'a', 0}, false},
		"endless nesting": {bytes.Repeat([]byte{0x1c}, 1000), false},
		"no such type":    {[]byte{0x1e, 0}, false},
		"cut off":         {[]byte{0x15}, false},
	} {
		walk := thrift{in: bufio.NewReader(bytes.NewReader(c.content)), left: len(c.content), elements: 100}
		if err := walk.structure(0, 0); (err == nil) != c.sound {
			t.Errorf("%s: %v", name, err)
		}
	}
}
