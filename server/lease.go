package server

import (
	"errors"

	"github.com/gofiber/fiber/v2"

	"meridian/analytics"
	"meridian/data/fault"
)

// leaseKey is where a request keeps its lease.
type leaseKey struct{}

// lease gives each request one network for its whole life, so that no answer mixes two data sets.
func (s *Server) lease(c *fiber.Ctx) error {
	held, err := s.live.Lease()
	if errors.Is(err, analytics.ErrClosed) {
		return &fault.Error{Code: fault.Busy, Message: "Meridian is stopping; try again in a moment", Err: err}
	}
	if err != nil {
		return err
	}
	defer held.Release()
	c.Locals(leaseKey{}, held)
	c.Locals(leastKey{}, s.least)
	return c.Next()
}

// network is what the request is answered from. Every route that asks for it stands behind lease.
func network(c *fiber.Ctx) *analytics.Network {
	return c.Locals(leaseKey{}).(*analytics.Lease).Network()
}
