package server

import (
	"slices"
	"strconv"

	"github.com/gofiber/fiber/v2"

	"meridian/analytics"
	"meridian/analytics/filter"
	"meridian/analytics/lang"
	"meridian/data/fault"
)

// question reads what every answer about data depends on: filters, language
// and theme. A parameter that means nothing here is refused by name; extra
// lists those that do besides.
func (s *Server) question(c *fiber.Ctx, extra ...string) (analytics.Question, error) {
	if err := onlyKnown(c, append(append(filter.Names(), "lang", "theme"), extra...)); err != nil {
		return analytics.Question{}, err
	}
	l, err := language(c)
	if err != nil {
		return analytics.Question{}, err
	}
	f, err := filter.Parse(func(name string) string { return c.Query(name) }, s.network().Known())
	if err != nil {
		return analytics.Question{}, err
	}
	return analytics.Question{Filter: f, Lang: l, Theme: c.Query("theme")}, nil
}

// inLanguage reads the language of an answer that depends on nothing else.
func inLanguage(c *fiber.Ctx) (lang.Lang, error) {
	if err := onlyKnown(c, []string{"lang"}); err != nil {
		return "", err
	}
	return language(c)
}

func language(c *fiber.Ctx) (lang.Lang, error) {
	l, err := lang.Parse(c.Query("lang"))
	if err != nil {
		return "", fault.Refuse("lang", "%v", err)
	}
	return l, nil
}

func onlyKnown(c *fiber.Ctx, known []string) error {
	var unknown string
	c.Context().QueryArgs().VisitAll(func(key, _ []byte) {
		if unknown == "" && !slices.Contains(known, string(key)) {
			unknown = string(key)
		}
	})
	if unknown != "" {
		return fault.Refuse(clip(unknown), "%s is not a parameter of this address; known are %v", clip(unknown), known)
	}
	return nil
}

// number reads a whole number of a parameter within bounds; absent gives the fallback.
func number(c *fiber.Ctx, name string, fallback, low, high int) (int, error) {
	text := c.Query(name)
	if text == "" {
		return fallback, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < low || n > high {
		return 0, fault.Refuse(name, "%s=%s: give a whole number from %d to %d", name, clip(text), low, high)
	}
	return n, nil
}

// yes reads a switch: 1 or true, 0 or false; absent gives the fallback.
func yes(c *fiber.Ctx, name string, fallback bool) (bool, error) {
	switch text := c.Query(name); text {
	case "":
		return fallback, nil
	case "1", "true":
		return true, nil
	case "0", "false":
		return false, nil
	default:
		return false, fault.Refuse(name, "%s=%s: give 1 or 0", name, clip(text))
	}
}
