package server

import (
	"math"
	"strconv"
	"strings"

	"github.com/gofiber/fiber/v2"

	"meridian/analytics"
	"meridian/data/fault"
)

// How many of the rows behind a number are listed at once.
const (
	listedAtFirst = 20
	listedAtMost  = 200
)

// mostKinds is more kinds of rows than stand behind any number.
const mostKinds = 20

func (s *Server) explain(c *fiber.Ctx) error {
	q, err := question(c, "chart", "kpi", "row", "at", "column", "offset", "limit")
	if err != nil {
		return err
	}
	asked, err := askedNumber(c)
	if err != nil {
		return err
	}
	answer, err := network(c).Explain(c.UserContext(), asked, q)
	if err != nil {
		return err
	}
	return c.JSON(answer)
}

// askedNumber reads which number is to be explained.
func askedNumber(c *fiber.Ctx) (asked analytics.Asked, err error) {
	asked = analytics.Asked{Chart: c.Query("chart"), KPI: c.Query("kpi"), At: c.Query("at"), Column: c.Query("column")}
	if asked.KPI != "" {
		for _, name := range []string{"row", "at", "column"} {
			if c.Query(name) != "" {
				return asked, fault.Refuse(name, "%s is of charts; a key figure is named by kpi alone", name)
			}
		}
	}
	if asked.At != "" && c.Query("row") != "" {
		return asked, fault.Refuse("at", "row and at both name a row; give one of them")
	}
	if asked.Row, err = number(c, "row", 0, 0, math.MaxInt32); err != nil {
		return asked, err
	}
	if asked.Offsets, err = offsets(c.Query("offset")); err != nil {
		return asked, err
	}
	asked.Limit, err = number(c, "limit", listedAtFirst, 1, listedAtMost)
	return asked, err
}

// offsets reads the first of the rows listed: one number for every kind of rows, or one for each with commas between.
func offsets(text string) ([]int, error) {
	if text == "" {
		return nil, nil
	}
	parts := strings.Split(text, ",")
	if len(parts) > mostKinds {
		return nil, fault.Refuse("offset", "offset names %d kinds of rows; give at most %d", len(parts), mostKinds)
	}
	list := make([]int, len(parts))
	for i, part := range parts {
		n, err := strconv.Atoi(part)
		if err != nil || n < 0 || n > math.MaxInt32 {
			return nil, fault.Refuse("offset", "offset=%s: give a whole number from 0 to %d, or one for each kind of rows with commas between", clip(text), math.MaxInt32)
		}
		list[i] = n
	}
	return list, nil
}
