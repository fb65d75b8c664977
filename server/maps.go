package server

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/gofiber/fiber/v2"

	"meridian/data/fault"
)

// maps holds the map files as they are sent: compressed once, named by their content.
type maps struct {
	files map[string]mapFile
}

type mapFile struct {
	plain, gzip, brotli []byte
	hash                string
}

// newMaps reads the map files. They are few and small, so that compressing them at start is cheap.
func newMaps(dir fs.FS) (*maps, error) {
	names, err := fs.Glob(dir, "*.json")
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("there is no map file")
	}
	m := &maps{files: map[string]mapFile{}}
	for _, name := range names {
		plain, err := fs.ReadFile(dir, name)
		if err != nil {
			return nil, err
		}
		f, err := compressed(plain)
		if err != nil {
			return nil, fmt.Errorf("compress %s: %w", name, err)
		}
		m.files[strings.TrimSuffix(path.Base(name), ".json")] = f
	}
	return m, nil
}

func compressed(plain []byte) (mapFile, error) {
	sum := sha256.Sum256(plain)
	f := mapFile{plain: plain, hash: hex.EncodeToString(sum[:6])}
	var zipped, pressed bytes.Buffer
	gz := gzip.NewWriter(&zipped)
	br := brotli.NewWriterLevel(&pressed, 6)
	if _, err := gz.Write(plain); err != nil {
		return f, err
	}
	if err := gz.Close(); err != nil {
		return f, err
	}
	if _, err := br.Write(plain); err != nil {
		return f, err
	}
	if err := br.Close(); err != nil {
		return f, err
	}
	f.gzip, f.brotli = zipped.Bytes(), pressed.Bytes()
	return f, nil
}

// addresses gives each map's address, which changes when the map does.
func (m *maps) addresses() map[string]string {
	out := map[string]string{}
	for name, f := range m.files {
		out[name] = "/api/v1/maps/" + name + ".json?v=" + f.hash
	}
	return out
}

func (s *Server) mapFile(c *fiber.Ctx) error {
	if err := onlyKnown(c, []string{"v"}); err != nil {
		return err
	}
	f, ok := s.maps.files[c.Params("name")]
	if !ok {
		return fault.Missing("name", "there is no map %q", clip(c.Params("name")))
	}
	c.Set(fiber.HeaderContentType, fiber.MIMEApplicationJSON)
	c.Set(fiber.HeaderVary, fiber.HeaderAcceptEncoding)
	if c.Query("v") == f.hash {
		c.Set(fiber.HeaderCacheControl, forever)
	}
	switch {
	case accepts(c, "br"):
		c.Set(fiber.HeaderContentEncoding, "br")
		return c.Send(f.brotli)
	case accepts(c, "gzip"):
		c.Set(fiber.HeaderContentEncoding, "gzip")
		return c.Send(f.gzip)
	}
	return c.Send(f.plain)
}
