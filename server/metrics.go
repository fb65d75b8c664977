package server

import (
	"github.com/gofiber/fiber/v2"

	"meridian/analytics"
)

func (s *Server) listMetrics(c *fiber.Ctx) error {
	l, err := inLanguage(c)
	if err != nil {
		return err
	}
	return c.JSON(struct {
		Metrics []analytics.MetricEntry `json:"metrics"`
	}{network(c).Metrics(l)})
}

func (s *Server) metric(c *fiber.Ctx) error {
	l, err := inLanguage(c)
	if err != nil {
		return err
	}
	answer, err := network(c).Metric(c.UserContext(), c.Params("id"), l)
	if err != nil {
		return err
	}
	return c.JSON(answer)
}
