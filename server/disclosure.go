package server

import (
	"github.com/gofiber/fiber/v2"

	"meridian/analytics"
	"meridian/analytics/disclose"
	"meridian/data/fault"
)

// disclosureParameter chooses how small numbers of people are kept back.
const disclosureParameter = "disclosure"

// leastKey is where a request keeps the least strict mode this server answers in.
type leastKey struct{}

// least is the least strict mode this server answers in.
func least(c *fiber.Ctx) disclose.Mode {
	mode, _ := c.Locals(leastKey{}).(disclose.Mode)
	return mode
}

// rules are the modes answers have where none is asked for: the data set's, raised to what this server insists on.
func rules(c *fiber.Ctx) analytics.Rules { return network(c).Rules().AtLeast(least(c)) }

// disclosure reads the mode that is asked for; absent gives the fallback. What shows more than this server does is
// refused: to give something else without a word would be worse.
func disclosure(c *fiber.Ctx, fallback disclose.Mode) (disclose.Mode, error) {
	text := c.Query(disclosureParameter)
	if text == "" {
		return fallback, nil
	}
	mode, err := disclose.Parse(text)
	if err != nil {
		return mode, fault.Refuse(disclosureParameter, "disclosure=%s: give off, hesa or threshold", clip(text))
	}
	if mode.LessStrict(least(c)) {
		return mode, &fault.Error{Code: fault.Forbidden, Field: disclosureParameter,
			Message: "disclosure=" + text + " shows more of small numbers of people than this server may; the least strict mode here is " + string(least(c))}
	}
	return mode, nil
}

// fileQuestion reads the question of a file, which may leave the house.
func fileQuestion(c *fiber.Ctx, extra ...string) (analytics.Question, error) {
	q, err := question(c, extra...)
	if err != nil {
		return q, err
	}
	q.Disclosure, err = disclosure(c, rules(c).Files)
	return q, err
}
