package server

import (
	"github.com/gofiber/fiber/v2"

	"meridian/analytics/lang"
)

// healthz says that the process answers.
func (s *Server) healthz(c *fiber.Ctx) error {
	return c.JSON(fiber.Map{"status": "ok"})
}

// readyz says that the data answers: it asks the snapshot.
func (s *Server) readyz(c *fiber.Ctx) error {
	if err := network(c).Ready(c.UserContext()); err != nil {
		return err
	}
	return c.JSON(fiber.Map{"status": "ready", "dataset": network(c).Dataset(lang.English)})
}
