package server

import (
	"fmt"
	"io/fs"
	"mime"
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/gofiber/fiber/v2"

	"meridian/analytics/chart"
)

// forever is for addresses that change when their content does.
const forever = "public, max-age=31536000, immutable"

// views are the addresses of pages; each is drawn by the front end.
var views = []string{"/", "/collaboration", "/mobility", "/alliances", "/mainland", "/places", "/partners", "/board", "/data"}

// pages holds the compiled front end.
type pages struct{ files fs.FS }

func newPages(files fs.FS) (*pages, error) {
	if _, err := fs.Stat(files, "index.html"); err != nil {
		return nil, fmt.Errorf("the compiled front end is missing: %w", err)
	}
	return &pages{files}, nil
}

// page sends a file of the front end, or its one HTML page for the address of a view.
// Another address gets the same page, which says so, with status 404.
func (s *Server) page(c *fiber.Ctx) error {
	name := strings.TrimPrefix(path.Clean(c.Path()), "/")
	if found, err := s.pages.send(c, name); found || err != nil {
		return err
	}
	if path.Ext(name) != "" && !strings.HasPrefix(name, "partners/") {
		return fiber.ErrNotFound
	}
	if known, err := s.view(c, "/"+strings.TrimSuffix(name, "/")); err != nil || !known {
		c.Status(fiber.StatusNotFound)
	}
	_, err := s.pages.send(c, "index.html")
	return err
}

// view tells whether a page lives at an address: one of the views, or one about a place or partner that there is.
func (s *Server) view(c *fiber.Ctx, address string) (bool, error) {
	if slices.Contains(views, address) {
		return true, nil
	}
	page, rest, _ := strings.Cut(strings.TrimPrefix(address, "/"), "/")
	if page != string(chart.Places) && page != string(chart.Partners) {
		return false, nil
	}
	id, err := url.PathUnescape(rest)
	if err != nil {
		return false, nil
	}
	return network(c).Has(c.UserContext(), chart.Subject(page), id)
}

// send answers with a file, compressed where the reader takes it; found is false when there is none.
func (p *pages) send(c *fiber.Ctx, name string) (found bool, err error) {
	if !fs.ValidPath(name) || strings.HasSuffix(name, ".br") || strings.HasSuffix(name, ".gz") {
		return false, nil
	}
	info, err := fs.Stat(p.files, name)
	if err != nil || info.IsDir() {
		return false, nil
	}
	c.Set(fiber.HeaderContentType, mediaType(name))
	c.Set(fiber.HeaderVary, fiber.HeaderAcceptEncoding)
	c.Set(fiber.HeaderCacheControl, "no-cache")
	if strings.HasPrefix(name, "assets/") {
		c.Set(fiber.HeaderCacheControl, forever)
	}
	for _, coding := range []struct{ name, suffix string }{{"br", ".br"}, {"gzip", ".gz"}} {
		if !accepts(c, coding.name) {
			continue
		}
		if body, err := fs.ReadFile(p.files, name+coding.suffix); err == nil {
			c.Set(fiber.HeaderContentEncoding, coding.name)
			return true, c.Send(body)
		}
	}
	body, err := fs.ReadFile(p.files, name)
	if err != nil {
		return true, fmt.Errorf("read page file %s: %w", name, err)
	}
	return true, c.Send(body)
}

// accepts tells whether the reader asked for a content coding; one who names none gets the plain bytes.
func accepts(c *fiber.Ctx, coding string) bool {
	return c.Get(fiber.HeaderAcceptEncoding) != "" && c.AcceptsEncodings(coding) != ""
}

func mediaType(name string) string {
	switch path.Ext(name) {
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".woff2":
		return "font/woff2"
	case ".webmanifest":
		return "application/manifest+json"
	case ".md": // to be read in the browser, which would store text/markdown as a file
		return "text/plain; charset=utf-8"
	}
	if t := mime.TypeByExtension(path.Ext(name)); t != "" {
		return t
	}
	return fiber.MIMEOctetStream
}
