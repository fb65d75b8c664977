package render

import (
	"bufio"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"math"

	"github.com/klauspost/compress/zlib"

	"meridian/analytics/render/display"
	"meridian/data/fault"
)

// PNG draws a picture as pixels: Width × Scale by Height × Scale of them.
func (r *Renderer) PNG(ctx context.Context, picture Picture) ([]byte, error) {
	if err := picture.check(); err != nil {
		return nil, err
	}
	if err := picture.checkPixels(); err != nil {
		return nil, err
	}
	return r.within(ctx, picture.pixels(), func(ctx context.Context) ([]byte, error) {
		svg, err := r.draw(ctx, &picture)
		if err != nil {
			return nil, err
		}
		list, err := display.Parse(svg)
		if err != nil {
			return nil, &fault.Error{Code: fault.Internal, Err: err, Message: "the picture could not be read: " + err.Error()}
		}
		return r.paint(ctx, list, &picture)
	})
}

// paint turns a list into the file; at most as many are at work as there are places.
func (r *Renderer) paint(ctx context.Context, list *display.List, picture *Picture) ([]byte, error) {
	drawer := <-r.drawers
	defer func() { r.drawers <- drawer }()
	width := int(math.Round(float64(picture.Width) * picture.Scale))
	height := int(math.Round(float64(picture.Height) * picture.Scale))
	file, err := newPNG(width, height, picture.Palette.Background != "", 96*picture.Scale)
	if err != nil {
		return nil, fmt.Errorf("write PNG: %w", err)
	}
	if err := drawer.Draw(ctx, list, width, height, picture.Lang, file.add); err != nil {
		return nil, err
	}
	if missing := drawer.Missing(); missing != "" && r.onMissing != nil {
		r.onMissing(picture.Payload.ID, missing)
	}
	return file.end()
}

// A pngWriter writes a picture band by band.
type pngWriter struct {
	out    bytes.Buffer
	opaque bool
	parts  *bufio.Writer // gathers what packing gives into chunks
	pack   *zlib.Writer
	line   []byte
}

// newPNG writes what stands before the pixels, their density among it. Charts are flat, so that plain rows
// pack better than filtered ones, and fast compression packs nearly as well as slow.
func newPNG(width, height int, opaque bool, dotsPerInch float64) (*pngWriter, error) {
	w := &pngWriter{opaque: opaque}
	w.out.WriteString("\x89PNG\r\n\x1a\n")
	header := binary.BigEndian.AppendUint32(nil, uint32(width))
	header = binary.BigEndian.AppendUint32(header, uint32(height))
	colour, size := byte(6), 4
	if opaque {
		colour, size = 2, 3
	}
	w.line = make([]byte, 1+width*size) // the first byte, 0, says "no filter"
	chunk(&w.out, "IHDR", append(header, 8, colour, 0, 0, 0))
	perMetre := uint32(math.Round(dotsPerInch / 0.0254))
	density := binary.BigEndian.AppendUint32(nil, perMetre)
	chunk(&w.out, "pHYs", append(binary.BigEndian.AppendUint32(density, perMetre), 1))
	w.parts = bufio.NewWriterSize(dataChunks{&w.out}, 1<<18)
	var err error
	w.pack, err = zlib.NewWriterLevel(w.parts, 3)
	return w, err
}

// add writes the next rows.
func (w *pngWriter) add(band *image.RGBA) error {
	width := band.Rect.Dx()
	for y := range band.Rect.Dy() {
		source := band.Pix[y*band.Stride : y*band.Stride+width*4]
		if w.opaque {
			copyOpaque(w.line[1:], source)
		} else {
			copyStraight(w.line[1:], source)
		}
		if _, err := w.pack.Write(w.line); err != nil {
			return err
		}
	}
	return nil
}

// end gives the file.
func (w *pngWriter) end() ([]byte, error) {
	if err := errors.Join(w.pack.Close(), w.parts.Flush()); err != nil {
		return nil, err
	}
	chunk(&w.out, "IEND", nil)
	return bytes.Clone(w.out.Bytes()), nil // without the room it grew into: files are kept
}

// dataChunks makes a chunk of pixels of every write.
type dataChunks struct{ out *bytes.Buffer }

// Write never fails: it writes to memory.
func (d dataChunks) Write(data []byte) (int, error) {
	chunk(d.out, "IDAT", data)
	return len(data), nil
}

func chunk(out *bytes.Buffer, name string, data []byte) {
	var word [4]byte
	binary.BigEndian.PutUint32(word[:], uint32(len(data)))
	out.Write(word[:])
	out.WriteString(name)
	out.Write(data)
	sum := crc32.Update(crc32.ChecksumIEEE([]byte(name)), crc32.IEEETable, data)
	binary.BigEndian.PutUint32(word[:], sum)
	out.Write(word[:])
}

func copyOpaque(row, source []byte) {
	for from, to := 0, 0; from+3 < len(source); from, to = from+4, to+3 {
		row[to], row[to+1], row[to+2] = source[from], source[from+1], source[from+2]
	}
}

// copyStraight undoes the premultiplication, which PNG does not know.
func copyStraight(row, source []byte) {
	copy(row, source)
	for i := 0; i+3 < len(row); i += 4 {
		alpha := uint32(row[i+3])
		if alpha == 0 || alpha == 255 {
			continue
		}
		for k := range 3 {
			row[i+k] = byte(min(255, (uint32(row[i+k])*255+alpha/2)/alpha))
		}
	}
}
