package render

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"math"

	"github.com/klauspost/compress/zlib"

	"meridian/analytics/render/display"
	"meridian/analytics/render/raster"
	"meridian/data/fault"
)

// PNG draws a picture as pixels: Width × Scale by Height × Scale of them.
func (r *Renderer) PNG(ctx context.Context, picture Picture) ([]byte, error) {
	svg, err := r.draw(ctx, &picture)
	if err != nil {
		return nil, err
	}
	list, err := display.Parse(svg)
	if err != nil {
		return nil, &fault.Error{Code: fault.Internal, Err: err, Message: "the picture could not be read: " + err.Error()}
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	var drawer *raster.Drawer
	select {
	case drawer = <-r.drawers:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	defer func() { r.drawers <- drawer }()
	width := int(math.Round(float64(picture.Width) * picture.Scale))
	height := int(math.Round(float64(picture.Height) * picture.Scale))
	pixels := drawer.Draw(list, width, height, picture.Lang)
	if missing := drawer.Missing(); missing != "" && r.onMissing != nil {
		r.onMissing(picture.Payload.ID, missing)
	}
	return encodePNG(pixels, picture.Palette.Background != "", 96*picture.Scale)
}

// encodePNG writes pixels with their density. Charts are flat, so that plain rows
// pack better than filtered ones, and fast compression packs nearly as well as slow.
func encodePNG(pixels *image.RGBA, opaque bool, dotsPerInch float64) ([]byte, error) {
	width, height := pixels.Rect.Dx(), pixels.Rect.Dy()
	var out bytes.Buffer
	out.WriteString("\x89PNG\r\n\x1a\n")
	header := binary.BigEndian.AppendUint32(nil, uint32(width))
	header = binary.BigEndian.AppendUint32(header, uint32(height))
	colour := byte(6)
	if opaque {
		colour = 2
	}
	chunk(&out, "IHDR", append(header, 8, colour, 0, 0, 0))
	perMetre := uint32(math.Round(dotsPerInch / 0.0254))
	density := binary.BigEndian.AppendUint32(nil, perMetre)
	chunk(&out, "pHYs", append(binary.BigEndian.AppendUint32(density, perMetre), 1))
	data, err := compress(pixels, opaque)
	if err != nil {
		return nil, fmt.Errorf("write PNG: %w", err)
	}
	chunk(&out, "IDAT", data)
	chunk(&out, "IEND", nil)
	return out.Bytes(), nil
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

func compress(pixels *image.RGBA, opaque bool) ([]byte, error) {
	var out bytes.Buffer
	writer, err := zlib.NewWriterLevel(&out, 3)
	if err != nil {
		return nil, err
	}
	size := 4
	if opaque {
		size = 3
	}
	width := pixels.Rect.Dx()
	line := make([]byte, 1+width*size) // the first byte, 0, says "no filter"
	for y := range pixels.Rect.Dy() {
		source := pixels.Pix[y*pixels.Stride : y*pixels.Stride+width*4]
		if opaque {
			copyOpaque(line[1:], source)
		} else {
			copyStraight(line[1:], source)
		}
		if _, err := writer.Write(line); err != nil {
			return nil, err
		}
	}
	if err := writer.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
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
