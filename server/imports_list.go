package server

import (
	"github.com/gofiber/fiber/v2"

	"meridian/server/job"
)

// listImports lists the imports that are kept, newest first, so that a page opened anew finds its own again.
func (s *Server) listImports(c *fiber.Ctx) error {
	if err := onlyKnown(c, nil); err != nil {
		return err
	}
	return c.JSON(struct {
		Imports []job.Listed `json:"imports"`
	}{s.imports.List()})
}
