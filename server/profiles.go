package server

import (
	"net/url"

	"github.com/gofiber/fiber/v2"

	"meridian/analytics"
	"meridian/data/fault"
)

// perPage is how many partners or projects an answer holds where nothing else is asked.
const perPage = 50

func (s *Server) listPartners(c *fiber.Ctx) error {
	q, err := listing(c, "q", "state", "within", "sort", "offset", "limit")
	if err != nil {
		return err
	}
	q.List.Search, q.List.State, q.List.Sort = c.Query("q"), c.Query("state"), c.Query("sort")
	if q.List.Within, err = number(c, "within", 0, 0, 1_000_000); err != nil {
		return err
	}
	answer, err := network(c).Partners(c.UserContext(), q)
	if err != nil {
		return err
	}
	return c.JSON(answer)
}

func (s *Server) partner(c *fiber.Ctx) error {
	q, err := listing(c, "offset", "limit")
	if err != nil {
		return err
	}
	id, err := url.PathUnescape(c.Params("id"))
	if err != nil {
		return fault.Refuse("id", "the address of a partner is its id, percent-encoded: %v", err)
	}
	answer, err := network(c).Partner(c.UserContext(), id, q)
	if err != nil {
		return err
	}
	return c.JSON(answer)
}

func (s *Server) listPlaces(c *fiber.Ctx) error {
	q, err := question(c)
	if err != nil {
		return err
	}
	answer, err := network(c).Places(c.UserContext(), q)
	if err != nil {
		return err
	}
	return c.JSON(answer)
}

func (s *Server) place(c *fiber.Ctx) error {
	q, err := question(c)
	if err != nil {
		return err
	}
	answer, err := network(c).Place(c.UserContext(), c.Params("code"), q)
	if err != nil {
		return err
	}
	return c.JSON(answer)
}

// listing reads a question whose answer is a page of a list.
func listing(c *fiber.Ctx, extra ...string) (analytics.Question, error) {
	q, err := question(c, extra...)
	if err != nil {
		return q, err
	}
	if q.List.Offset, err = number(c, "offset", 0, 0, 1_000_000); err != nil {
		return q, err
	}
	q.List.Limit, err = number(c, "limit", perPage, 1, analytics.MostListed)
	return q, err
}
