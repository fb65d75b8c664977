package server

import (
	"github.com/gofiber/fiber/v2"

	"meridian/analytics"
)

// board tells the advisory board's meetings and what changed since one of them.
func (s *Server) board(c *fiber.Ctx) error {
	if err := onlyKnown(c, []string{"lang", "since"}); err != nil {
		return err
	}
	l, err := language(c)
	if err != nil {
		return err
	}
	answer, err := network(c).Board(c.UserContext(), clip(c.Query("since")), analytics.Question{Lang: l})
	if err != nil {
		return err
	}
	return c.JSON(answer)
}
