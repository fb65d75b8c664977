package server

import (
	"github.com/gofiber/fiber/v2"

	"meridian/analytics"
)

func (s *Server) kpis(c *fiber.Ctx) error {
	q, err := question(c, "subject")
	if err != nil {
		return err
	}
	answer, err := network(c).KPIs(c.UserContext(), c.Query("subject", "overview"), q)
	if err != nil {
		return err
	}
	return c.JSON(struct {
		KPIs []analytics.KPIAnswer `json:"kpis"`
	}{answer})
}

func (s *Server) dimensions(c *fiber.Ctx) error {
	l, err := inLanguage(c)
	if err != nil {
		return err
	}
	return c.JSON(network(c).Dimensions(l))
}

func (s *Server) alliances(c *fiber.Ctx) error {
	q, err := graded(c)
	if err != nil {
		return err
	}
	answer, err := network(c).Alliances(c.UserContext(), q)
	if err != nil {
		return err
	}
	return c.JSON(struct {
		Alliances []analytics.Alliance `json:"alliances"`
	}{answer})
}

func (s *Server) establishments(c *fiber.Ctx) error {
	q, err := graded(c)
	if err != nil {
		return err
	}
	answer, err := network(c).Establishments(c.UserContext(), q)
	if err != nil {
		return err
	}
	return c.JSON(struct {
		Establishments []analytics.Establishment `json:"establishments"`
	}{answer})
}

func (s *Server) milestones(c *fiber.Ctx) error {
	q, err := graded(c)
	if err != nil {
		return err
	}
	answer, err := network(c).History(c.UserContext(), q)
	if err != nil {
		return err
	}
	return c.JSON(answer)
}

func (s *Server) provenance(c *fiber.Ctx) error {
	l, err := inLanguage(c)
	if err != nil {
		return err
	}
	answer, err := network(c).Provenance(c.UserContext(), l)
	if err != nil {
		return err
	}
	return c.JSON(answer)
}
