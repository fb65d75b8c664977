package server

import (
	"slices"

	"github.com/gofiber/fiber/v2"

	"meridian/data/fault"
)

// importReport sends an import's report as a file.
func (s *Server) importReport(c *fiber.Ctx) error {
	if err := onlyKnown(c, nil); err != nil {
		return err
	}
	types := map[string]string{
		"json": fiber.MIMEApplicationJSON, "html": fiber.MIMETextHTMLCharsetUTF8, "csv": "text/csv; charset=utf-8", "txt": fiber.MIMETextPlainCharsetUTF8,
	}
	format := c.Params("format")
	if !slices.Contains([]string{"json", "html", "csv", "txt"}, format) {
		return fault.Missing("format", "a report is given as json, html, csv or txt, not as %s", clip(format))
	}
	found, err := s.imports.Get(c.Params("id"))
	if err != nil {
		return err
	}
	if found.Report == nil {
		return fault.Missing("id", "the import has no report yet")
	}
	attach(c, "report."+format, types[format])
	switch format {
	case "json":
		return found.Report.JSON(c)
	case "csv":
		return found.Report.CSV(c)
	case "html":
		c.Set(fiber.HeaderContentSecurityPolicy, picturePolicy)
		return found.Report.HTML(c)
	}
	return found.Report.Text(c)
}
