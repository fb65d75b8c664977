package server

import "github.com/gofiber/fiber/v2"

// board tells the advisory board's meetings and what changed since one of them.
func (s *Server) board(c *fiber.Ctx) error {
	q, err := graded(c, "since", disclosureParameter)
	if err != nil {
		return err
	}
	if q.Disclosure, err = disclosure(c, rules(c).Screen); err != nil {
		return err
	}
	answer, err := network(c).Board(c.UserContext(), clip(c.Query("since")), q)
	if err != nil {
		return err
	}
	return c.JSON(answer)
}
