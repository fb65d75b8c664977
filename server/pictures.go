package server

import (
	"context"

	"github.com/gofiber/fiber/v2"

	"meridian/analytics"
	"meridian/analytics/render"
	"meridian/data/fault"
)

// The size of a picture when none is asked for, and the largest.
const (
	pictureWidth  = 1600
	pictureHeight = 900
	largestSide   = 8000
	largestScale  = 4
)

func (s *Server) chartSVG(c *fiber.Ctx) error {
	svg, err := s.drawn(c, s.render.SVG)
	if err != nil {
		return err
	}
	c.Set(fiber.HeaderContentSecurityPolicy, picturePolicy)
	attach(c, c.Params("id")+".svg", "image/svg+xml")
	return c.Send(svg)
}

func (s *Server) chartPNG(c *fiber.Ctx) error {
	png, err := s.drawn(c, s.render.PNG)
	if err != nil {
		return err
	}
	attach(c, c.Params("id")+".png", "image/png")
	return c.Send(png)
}

// drawn gives the picture that is asked for, from those kept if it is among them.
func (s *Server) drawn(c *fiber.Ctx, draw func(context.Context, render.Picture) ([]byte, error)) ([]byte, error) {
	return s.done.get(s.identity(c), func() ([]byte, error) {
		picture, err := s.picture(c)
		if err != nil {
			return nil, err
		}
		return draw(c.UserContext(), picture)
	})
}

// picture reads what a picture is asked to be, before anything is computed.
func (s *Server) picture(c *fiber.Ctx) (render.Picture, error) {
	shape, err := pictureShape(c)
	if err != nil {
		return render.Picture{}, err
	}
	q, err := fileQuestion(c, "width", "height", "scale", "title", "footer", "background")
	if err != nil {
		return render.Picture{}, err
	}
	shape.Theme = q.Theme
	answer, err := network(c).Chart(c.UserContext(), c.Params("id"), q)
	if err != nil {
		return render.Picture{}, err
	}
	return answer.Picture(q.Lang, shape)
}

func pictureShape(c *fiber.Ctx) (shape analytics.Shape, err error) {
	if shape.Width, err = number(c, "width", pictureWidth, 1, largestSide); err != nil {
		return shape, err
	}
	if shape.Height, err = number(c, "height", pictureHeight, 1, largestSide); err != nil {
		return shape, err
	}
	if shape.Scale, err = number(c, "scale", 1, 1, largestScale); err != nil {
		return shape, err
	}
	if shape.Title, err = yes(c, "title", true); err != nil {
		return shape, err
	}
	if shape.Footer, err = yes(c, "footer", true); err != nil {
		return shape, err
	}
	switch c.Query("background") {
	case "", "theme":
	case "none":
		shape.Transparent = true
	default:
		return shape, fault.Refuse("background", "background=%s: give theme or none", clip(c.Query("background")))
	}
	return shape, nil
}
