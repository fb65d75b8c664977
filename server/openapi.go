package server

import (
	_ "embed" // openapi.json

	"github.com/gofiber/fiber/v2"
)

//go:embed openapi.json
var openAPIDocument []byte

// openAPI sends the description of this API; a test holds it against the route table.
func (s *Server) openAPI(c *fiber.Ctx) error {
	if err := onlyKnown(c, nil); err != nil {
		return err
	}
	c.Set(fiber.HeaderContentType, fiber.MIMEApplicationJSON)
	return c.Send(openAPIDocument)
}
