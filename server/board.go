package server

import (
	"github.com/gofiber/fiber/v2"

	"meridian/analytics"
)

// board tells the advisory board's meetings and what changed since one of them.
func (s *Server) board(c *fiber.Ctx) error {
	if err := onlyKnown(c, []string{"lang", "since", disclosureParameter}); err != nil {
		return err
	}
	l, err := language(c)
	if err != nil {
		return err
	}
	mode, err := disclosure(c, rules(c).Screen)
	if err != nil {
		return err
	}
	answer, err := network(c).Board(c.UserContext(), clip(c.Query("since")), analytics.Question{Lang: l, Disclosure: mode})
	if err != nil {
		return err
	}
	return c.JSON(answer)
}
