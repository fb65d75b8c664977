package server

import "github.com/gofiber/fiber/v2"

// findings sends what changed and what needs attention, in one answer for a whole page.
func (s *Server) findings(c *fiber.Ctx) error {
	q, err := question(c, "subject")
	if err != nil {
		return err
	}
	answer, err := network(c).Findings(c.UserContext(), c.Query("subject", "overview"), q)
	if err != nil {
		return err
	}
	return c.JSON(answer)
}
